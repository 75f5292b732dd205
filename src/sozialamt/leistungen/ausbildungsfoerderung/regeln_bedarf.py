"""Schüler-BAföG: maßgebende Fassung, Wohnen, Bedarf (§§ 11 bis 14b, 66a BAföG)."""

from sozialamt.leistungen.ausbildungsfoerderung.auswahl import (
    AusbildungsfoerderungArt,
    BafoegAusbildung,
    BafoegFachschulsatz,
    BafoegSchuelersatz,
    BafoegVersicherung,
    BafoegZuschlagssatz,
)
from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, Position, regel, summe_an
from sozialamt.rechenkern.kalender import vollendete_jahre

Tabelle = tuple[int, ...]


@regel("person", norm="§ 66a BAföG, § 17 Abs. 1 AFBG", titel="Noch die frühere Fassung")
def bafoeg_laufend(
    bafoeg_bwz_beginn: Datum,
    bafoeg_stichtag: Datum,
    ausbildungsfoerderung_art: AusbildungsfoerderungArt,
    afbg_uebergang_wie_bafoeg: bool,
) -> bool:
    """Der Bewilligungszeitraum hat vor der Änderung begonnen; neue Beträge gelten für ihn erst ab Oktober."""
    if ausbildungsfoerderung_art == AusbildungsfoerderungArt.AUFSTIEGS_BAFOEG and not afbg_uebergang_wie_bafoeg:
        return False
    return bafoeg_bwz_beginn < bafoeg_stichtag


@regel("person", norm="§ 2 Abs. 1a, § 12 Abs. 2 BAföG", titel="Wohnt bei den Eltern")
def bafoeg_bei_eltern(elternteil_1: Position, elternteil_2: Position) -> bool:
    """Mindestens ein Elternteil lebt im Haushalt."""
    return elternteil_1 >= 0 or elternteil_2 >= 0


@regel("person", norm="§ 12 Abs. 3a, § 13 Abs. 3a BAföG", titel="Bedarf wie bei den Eltern")
def bafoeg_bedarf_bei_eltern(bafoeg_bei_eltern: bool, bafoeg_wohnraum_der_eltern: bool) -> bool:
    """Auch, wenn der bewohnte Raum im Eigentum der Eltern steht."""
    return bafoeg_bei_eltern or bafoeg_wohnraum_der_eltern


@regel("person", norm="§ 12 Abs. 1, 2 BAföG", titel="Maßgebender Satz des § 12")
def bafoeg_schuelersatz(bafoeg_ausbildung: BafoegAusbildung, bafoeg_bedarf_bei_eltern: bool) -> BafoegSchuelersatz:
    """Ohne oder mit vorheriger Berufsausbildung, bei den Eltern oder auswärts."""
    if bafoeg_ausbildung == BafoegAusbildung.ALLGEMEINBILDEND or bafoeg_ausbildung == BafoegAusbildung.BERUFSFACHSCHULE:
        if bafoeg_bedarf_bei_eltern:
            return BafoegSchuelersatz.OHNE_AUSBILDUNG_BEI_ELTERN
        return BafoegSchuelersatz.OHNE_AUSBILDUNG_AUSWAERTS
    if bafoeg_ausbildung == BafoegAusbildung.FACHOBERSCHULE_MIT_AUSBILDUNG:
        if bafoeg_bedarf_bei_eltern:
            return BafoegSchuelersatz.MIT_AUSBILDUNG_BEI_ELTERN
        return BafoegSchuelersatz.MIT_AUSBILDUNG_AUSWAERTS
    return BafoegSchuelersatz.KEINER


@regel("person", norm="§ 12 BAföG", titel="Bedarf für Schüler")
def bafoeg_bedarf_12(
    bafoeg_schuelersatz: BafoegSchuelersatz,
    bafoeg_laufend: bool,
    bafoeg_bedarf_schueler: Tabelle,
    bafoeg_bedarf_schueler_laufend: Tabelle,
) -> Cent:
    """Monatlicher Bedarf nach Schule und Wohnung."""
    tabelle = bafoeg_bedarf_schueler_laufend if bafoeg_laufend else bafoeg_bedarf_schueler
    return tabelle[bafoeg_schuelersatz]


@regel("person", norm="§ 13 Abs. 1 Nr. 1, Abs. 2 Nr. 2 BAföG", titel="Bedarf an Fachschule oder Kolleg, auswärts")
def bafoeg_satz_13_auswaerts(
    bafoeg_laufend: bool, bafoeg_bedarf_fachschule: Tabelle, bafoeg_bedarf_fachschule_laufend: Tabelle
) -> Cent:
    """Grundbedarf und Unterkunft außerhalb der Wohnung der Eltern."""
    tabelle = bafoeg_bedarf_fachschule_laufend if bafoeg_laufend else bafoeg_bedarf_fachschule
    return tabelle[BafoegFachschulsatz.GRUNDBEDARF] + tabelle[BafoegFachschulsatz.UNTERKUNFT_AUSWAERTS]


@regel("person", norm="§ 13 Abs. 1 Nr. 1, Abs. 2 Nr. 1 BAföG", titel="Bedarf an Fachschule oder Kolleg, bei den Eltern")
def bafoeg_satz_13_bei_eltern(
    bafoeg_laufend: bool, bafoeg_bedarf_fachschule: Tabelle, bafoeg_bedarf_fachschule_laufend: Tabelle
) -> Cent:
    """Grundbedarf und Unterkunft bei den Eltern."""
    tabelle = bafoeg_bedarf_fachschule_laufend if bafoeg_laufend else bafoeg_bedarf_fachschule
    return tabelle[BafoegFachschulsatz.GRUNDBEDARF] + tabelle[BafoegFachschulsatz.UNTERKUNFT_BEI_ELTERN]


@regel("person", norm="§ 13 Abs. 1 Nr. 1, Abs. 2 BAföG", titel="Bedarf an Fachschulen, Abendgymnasien und Kollegs")
def bafoeg_bedarf_13(
    bafoeg_ausbildung: BafoegAusbildung,
    bafoeg_bedarf_bei_eltern: bool,
    bafoeg_satz_13_bei_eltern: Cent,
    bafoeg_satz_13_auswaerts: Cent,
) -> Cent:
    """Grundbedarf mit Bedarf für die Unterkunft."""
    if (
        bafoeg_ausbildung != BafoegAusbildung.FACHSCHULE_MIT_AUSBILDUNG
        and bafoeg_ausbildung != BafoegAusbildung.ABENDGYMNASIUM_KOLLEG
    ):
        return 0
    return bafoeg_satz_13_bei_eltern if bafoeg_bedarf_bei_eltern else bafoeg_satz_13_auswaerts


@regel("person", norm="§ 13a BAföG", titel="Satz des Krankenversicherungszuschlags")
def bafoeg_satz_kv(bafoeg_versicherung: BafoegVersicherung) -> BafoegZuschlagssatz:
    """Nach Absatz 1 oder 3, nach Absatz 2, oder keiner ohne eigenen Beitrag."""
    if bafoeg_versicherung == BafoegVersicherung.FAMILIENVERSICHERT:
        return BafoegZuschlagssatz.KEINER
    if (
        bafoeg_versicherung == BafoegVersicherung.FREIWILLIG
        or bafoeg_versicherung == BafoegVersicherung.PRIVAT_UEBER_ALTERSGRENZE
    ):
        return BafoegZuschlagssatz.KV_FREIWILLIG
    return BafoegZuschlagssatz.KV


@regel("person", norm="§ 13a BAföG", titel="Satz des Pflegeversicherungszuschlags")
def bafoeg_satz_pv(bafoeg_satz_kv: BafoegZuschlagssatz) -> BafoegZuschlagssatz:
    """Folgt der Krankenversicherung."""
    if bafoeg_satz_kv == BafoegZuschlagssatz.KEINER:
        return BafoegZuschlagssatz.KEINER
    if bafoeg_satz_kv == BafoegZuschlagssatz.KV_FREIWILLIG:
        return BafoegZuschlagssatz.PV_FREIWILLIG
    return BafoegZuschlagssatz.PV


@regel("person", norm="§ 13a BAföG", titel="Krankenversicherungszuschlag, höchstens")
def bafoeg_kv_hoechstens(
    bafoeg_satz_kv: BafoegZuschlagssatz,
    bafoeg_laufend: bool,
    bafoeg_zuschlag: Tabelle,
    bafoeg_zuschlag_laufend: Tabelle,
) -> Cent:
    """Satz des Zuschlags für die Krankenversicherung."""
    return bafoeg_zuschlag_laufend[bafoeg_satz_kv] if bafoeg_laufend else bafoeg_zuschlag[bafoeg_satz_kv]


@regel("person", norm="§ 13a BAföG", titel="Pflegeversicherungszuschlag, höchstens")
def bafoeg_pv_hoechstens(
    bafoeg_satz_pv: BafoegZuschlagssatz,
    bafoeg_laufend: bool,
    bafoeg_zuschlag: Tabelle,
    bafoeg_zuschlag_laufend: Tabelle,
) -> Cent:
    """Satz des Zuschlags für die Pflegeversicherung."""
    return bafoeg_zuschlag_laufend[bafoeg_satz_pv] if bafoeg_laufend else bafoeg_zuschlag[bafoeg_satz_pv]


@regel("person", norm="§ 13a Abs. 2 BAföG", titel="Zuschlag nur bis zum nachgewiesenen Beitrag")
def bafoeg_nachweis_noetig(
    bafoeg_satz_kv: BafoegZuschlagssatz,
    bafoeg_laufend: bool,
    bafoeg_zuschlag_nachgewiesen: bool,
    bafoeg_zuschlag_nachgewiesen_laufend: bool,
) -> bool:
    """Für freiwillig Versicherte von August 2019 bis Juli 2022."""
    if bafoeg_satz_kv != BafoegZuschlagssatz.KV_FREIWILLIG:
        return False
    return bafoeg_zuschlag_nachgewiesen_laufend if bafoeg_laufend else bafoeg_zuschlag_nachgewiesen


@regel("person", norm="§ 13a Abs. 1 Satz 1, Abs. 2 Satz 1, Abs. 3 BAföG", titel="Krankenversicherungszuschlag")
def bafoeg_zuschlag_kv(
    bafoeg_kv_hoechstens: Cent,
    bafoeg_kv_beitrag: Cent,
    bafoeg_nachweis_noetig: bool,
    bafoeg_versicherung: BafoegVersicherung,
) -> Cent:
    """Fester Betrag; bei Teilversicherung und wo das Gesetz es sagt höchstens der nachgewiesene Beitrag."""
    if bafoeg_nachweis_noetig or bafoeg_versicherung == BafoegVersicherung.PRIVAT_TEILWEISE:
        return min(bafoeg_kv_hoechstens, bafoeg_kv_beitrag)
    return bafoeg_kv_hoechstens


@regel("person", norm="§ 13a Abs. 1 Satz 2, Abs. 2 Satz 2, Abs. 3 Satz 3 BAföG", titel="Pflegeversicherungszuschlag")
def bafoeg_zuschlag_pv(bafoeg_pv_hoechstens: Cent, bafoeg_pv_beitrag: Cent, bafoeg_nachweis_noetig: bool) -> Cent:
    """Fester Betrag; wo das Gesetz es sagt höchstens der nachgewiesene Beitrag."""
    return min(bafoeg_pv_hoechstens, bafoeg_pv_beitrag) if bafoeg_nachweis_noetig else bafoeg_pv_hoechstens


_KINDER = "Kinder im Haushalt unter der Altersgrenze"


@summe_an("elternteil_1", norm="§ 14b Abs. 1 BAföG", titel=_KINDER + " (erster Elternteil)")
def bafoeg_betreute_kinder_1(geburtsdatum: Datum, monat: Datum, bafoeg_kinderbetreuung_alter: Jahre) -> Anzahl:
    """Zählt, wenn das Lebensjahr am Monatsersten noch nicht vollendet ist."""
    return 1 if vollendete_jahre(geburtsdatum, monat) < bafoeg_kinderbetreuung_alter else 0


@summe_an("elternteil_2", norm="§ 14b Abs. 1 BAföG", titel=_KINDER + " (zweiter Elternteil)")
def bafoeg_betreute_kinder_2(geburtsdatum: Datum, monat: Datum, bafoeg_kinderbetreuung_alter: Jahre) -> Anzahl:
    """Zählt, wenn das Lebensjahr am Monatsersten noch nicht vollendet ist."""
    return 1 if vollendete_jahre(geburtsdatum, monat) < bafoeg_kinderbetreuung_alter else 0


@summe_an("elternteil_1", norm="§ 14b Abs. 1, § 66a BAföG", titel=_KINDER + " (erster Elternteil, frühere Fassung)")
def bafoeg_betreute_kinder_1_laufend(
    geburtsdatum: Datum, monat: Datum, bafoeg_kinderbetreuung_alter_laufend: Jahre
) -> Anzahl:
    """Zählt nach der Fassung für früher begonnene Bewilligungszeiträume."""
    return 1 if vollendete_jahre(geburtsdatum, monat) < bafoeg_kinderbetreuung_alter_laufend else 0


@summe_an("elternteil_2", norm="§ 14b Abs. 1, § 66a BAföG", titel=_KINDER + " (zweiter Elternteil, frühere Fassung)")
def bafoeg_betreute_kinder_2_laufend(
    geburtsdatum: Datum, monat: Datum, bafoeg_kinderbetreuung_alter_laufend: Jahre
) -> Anzahl:
    """Zählt nach der Fassung für früher begonnene Bewilligungszeiträume."""
    return 1 if vollendete_jahre(geburtsdatum, monat) < bafoeg_kinderbetreuung_alter_laufend else 0


@regel("person", norm="§ 14b Abs. 1 BAföG", titel="Eigene Kinder mit Betreuungszuschlag")
def bafoeg_betreute_kinder(
    bafoeg_laufend: bool,
    bafoeg_betreute_kinder_1: Anzahl,
    bafoeg_betreute_kinder_2: Anzahl,
    bafoeg_betreute_kinder_1_laufend: Anzahl,
    bafoeg_betreute_kinder_2_laufend: Anzahl,
    bafoeg_kinderbetreuung_anderer: bool,
    ausbildungsfoerderung_art: AusbildungsfoerderungArt,
) -> Anzahl:
    """Eigene Kinder im Haushalt, wenn nicht der andere Elternteil den Zuschlag erhält."""
    if bafoeg_kinderbetreuung_anderer or ausbildungsfoerderung_art != AusbildungsfoerderungArt.SCHUELER_BAFOEG:
        return 0
    if bafoeg_laufend:
        return bafoeg_betreute_kinder_1_laufend + bafoeg_betreute_kinder_2_laufend
    return bafoeg_betreute_kinder_1 + bafoeg_betreute_kinder_2


@regel("person", norm="§ 14b Abs. 1 BAföG", titel="Kinderbetreuungszuschlag")
def bafoeg_kinderbetreuungszuschlag(
    bafoeg_betreute_kinder: Anzahl,
    bafoeg_laufend: bool,
    bafoeg_kinderbetreuungszuschlag_betrag: Cent,
    bafoeg_kinderbetreuungszuschlag_betrag_laufend: Cent,
) -> Cent:
    """Fester Betrag für jedes Kind."""
    satz = bafoeg_kinderbetreuungszuschlag_betrag_laufend if bafoeg_laufend else bafoeg_kinderbetreuungszuschlag_betrag
    return bafoeg_betreute_kinder * satz


@regel("person", norm="§§ 11 bis 14b BAföG", titel="Bedarf")
def bafoeg_bedarf(
    bafoeg_bedarf_12: Cent,
    bafoeg_bedarf_13: Cent,
    bafoeg_zuschlag_kv: Cent,
    bafoeg_zuschlag_pv: Cent,
    bafoeg_kinderbetreuungszuschlag: Cent,
) -> Cent:
    """Bedarf für Lebensunterhalt und Ausbildung mit Zuschlägen."""
    return (
        bafoeg_bedarf_12 + bafoeg_bedarf_13 + bafoeg_zuschlag_kv + bafoeg_zuschlag_pv + bafoeg_kinderbetreuungszuschlag
    )
