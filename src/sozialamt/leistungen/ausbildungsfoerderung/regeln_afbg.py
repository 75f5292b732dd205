"""Aufstiegs-BAföG: Unterhaltsbeitrag, Kinderbetreuungszuschlag, Maßnahmebeitrag (§§ 10 bis 17a, 24 AFBG).

Für Einkommen gelten die Abschnitte IV und V des BAföG ohne Einkommen der Eltern. Gezahlt wird hier der Zuschuss; das
Darlehen schließt die Kreditanstalt für Wiederaufbau ab.
"""

from sozialamt.leistungen.ausbildungsfoerderung.auswahl import (
    AfbgAblehnung,
    AfbgErhoehung,
    AfbgMassnahme,
    AfbgVermoegensfreibetrag,
    AfbgZuschussteil,
    AusbildungsfoerderungArt,
    BafoegZuschlagssatz,
)
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, regel, summe_an
from sozialamt.rechenkern.kalender import monat_plus, monatserster, vollendete_jahre
from sozialamt.rechenkern.rundung import GANZES, anteil, kaufmaennisch, volle_euro

Tabelle = tuple[int, ...]


@regel("person", norm="§ 19 Abs. 1 AFBG", titel="Aufstiegs-BAföG ist beantragt")
def afbg_beantragt(ausbildungsfoerderung_art: AusbildungsfoerderungArt) -> bool:
    """Antrag nach dem AFBG."""
    return ausbildungsfoerderung_art == AusbildungsfoerderungArt.AUFSTIEGS_BAFOEG


@regel("person", norm="§ 2 Abs. 3, § 10 Abs. 2 AFBG", titel="Maßnahme in Vollzeit")
def afbg_vollzeit(afbg_beantragt: bool, afbg_massnahme: AfbgMassnahme) -> bool:
    """Nur dann gibt es einen Unterhaltsbeitrag."""
    return afbg_beantragt and afbg_massnahme == AfbgMassnahme.VOLLZEIT


@regel("person", norm="§ 10 Abs. 2 Satz 2 AFBG, § 13 Abs. 1 Nr. 1, Abs. 2 Nr. 2 BAföG", titel="Bedarfssatz")
def afbg_bedarfssatz(afbg_vollzeit: bool, bafoeg_satz_13_auswaerts: Cent) -> Cent:
    """Grundbedarf und Unterkunft wie auswärts, auch bei den Eltern."""
    return bafoeg_satz_13_auswaerts if afbg_vollzeit else 0


@regel("person", norm="§ 10 Abs. 2 Satz 2 AFBG, § 13a Abs. 1 BAföG", titel="Kranken- und Pflegeversicherungszuschlag")
def afbg_zuschlag(
    afbg_vollzeit: bool,
    bafoeg_laufend: bool,
    bafoeg_zuschlag: Tabelle,
    bafoeg_zuschlag_laufend: Tabelle,
    afbg_zuschlag_ohne_nachweis: bool,
) -> Cent:
    """Zuschlag des § 13a Abs. 1 BAföG als Teil des Bedarfssatzes."""
    if not afbg_vollzeit or not afbg_zuschlag_ohne_nachweis:
        return 0
    tabelle = bafoeg_zuschlag_laufend if bafoeg_laufend else bafoeg_zuschlag
    return tabelle[BafoegZuschlagssatz.KV] + tabelle[BafoegZuschlagssatz.PV]


@regel("person", norm="§ 10 Abs. 2 Satz 3 AFBG", titel="Erhöhung für Teilnehmer und Ehegatten")
def afbg_erhoehung_allgemein(afbg_vollzeit: bool, bafoeg_ehegatte: bool, afbg_erhoehung: Tabelle) -> Cent:
    """60 Euro für den Teilnehmer oder die Teilnehmerin, 235 Euro für den Ehegatten."""
    if not afbg_vollzeit:
        return 0
    if bafoeg_ehegatte:
        return afbg_erhoehung[AfbgErhoehung.TEILNEHMER] + afbg_erhoehung[AfbgErhoehung.EHEGATTE]
    return afbg_erhoehung[AfbgErhoehung.TEILNEHMER]


@regel("person", norm="§ 10 Abs. 2 Satz 3 AFBG", titel="Erhöhung für Kinder")
def afbg_erhoehung_kinder(afbg_vollzeit: bool, afbg_kinder: Anzahl, afbg_erhoehung: Tabelle) -> Cent:
    """235 Euro für jedes Kind mit Anspruch auf Kindergeld."""
    return afbg_kinder * afbg_erhoehung[AfbgErhoehung.KIND] if afbg_vollzeit else 0


@regel("person", norm="§ 10 Abs. 2 AFBG", titel="Unterhaltsbedarf")
def afbg_unterhaltsbedarf(
    afbg_bedarfssatz: Cent, afbg_zuschlag: Cent, afbg_erhoehung_allgemein: Cent, afbg_erhoehung_kinder: Cent
) -> Cent:
    """Bedarfssatz nach §§ 13, 13a BAföG mit Erhöhungen."""
    return afbg_bedarfssatz + afbg_zuschlag + afbg_erhoehung_allgemein + afbg_erhoehung_kinder


@regel("person", norm="§ 17a AFBG, § 30 BAföG", titel="Anzurechnendes Vermögen im Monat")
def afbg_vermoegen_anrechnung(
    bafoeg_vermoegen: Cent,
    bafoeg_vermoegen_haerte: Cent,
    bafoeg_ehegatte: bool,
    bafoeg_kinder: Anzahl,
    afbg_vermoegen_frei: Tabelle,
    bafoeg_bwz_monate: Anzahl,
) -> Cent:
    """Vermögen über den Freibeträgen geteilt durch die Monate des Bewilligungszeitraums."""
    personen = bafoeg_kinder + 1 if bafoeg_ehegatte else bafoeg_kinder
    frei = afbg_vermoegen_frei[AfbgVermoegensfreibetrag.SELBST]
    frei += personen * afbg_vermoegen_frei[AfbgVermoegensfreibetrag.ANGEHOERIGE]
    return kaufmaennisch(max(0, bafoeg_vermoegen - frei - bafoeg_vermoegen_haerte), max(1, bafoeg_bwz_monate))


@regel("person", norm="§ 10 Abs. 2 Satz 4, § 17 AFBG", titel="Unterhaltsbeitrag")
def afbg_unterhaltsbeitrag(
    afbg_unterhaltsbedarf: Cent,
    bafoeg_eigenes_anrechnung: Cent,
    afbg_vermoegen_anrechnung: Cent,
    bafoeg_ehegatte_anrechnung: Cent,
) -> Cent:
    """Nur bei Vollzeit: Bedarf abzüglich eigener Mittel und Einkommen des Ehegatten in dieser Reihenfolge."""
    mittel = bafoeg_eigenes_anrechnung + afbg_vermoegen_anrechnung + bafoeg_ehegatte_anrechnung
    return max(0, afbg_unterhaltsbedarf - mittel)


@regel("person", norm="§ 12 Abs. 2 AFBG", titel="Zuschuss zum Unterhaltsbeitrag vor Rundung")
def afbg_unterhaltszuschuss(
    afbg_unterhaltsbeitrag: Cent,
    afbg_erhoehung_kinder: Cent,
    afbg_zuschuss_unterhalt: Tabelle,
    afbg_zuschuss_ausser_betracht: Cent,
) -> Cent:
    """Seit August 2020 voll; vorher 50 Prozent über 103 Euro und 55 Prozent der Erhöhung für Kinder."""
    kinder = min(afbg_unterhaltsbeitrag, afbg_erhoehung_kinder)
    allgemein = max(0, afbg_unterhaltsbeitrag - kinder - afbg_zuschuss_ausser_betracht)
    satz_allgemein: Basispunkte = afbg_zuschuss_unterhalt[AfbgZuschussteil.ALLGEMEIN]
    satz_kinder: Basispunkte = afbg_zuschuss_unterhalt[AfbgZuschussteil.KINDER]
    return kaufmaennisch(allgemein * satz_allgemein + kinder * satz_kinder, GANZES)


@summe_an("elternteil_1", norm="§ 10 Abs. 3 AFBG", titel="Kinder unter der Altersgrenze (erster Elternteil)")
def afbg_betreute_kinder_1(geburtsdatum: Datum, monat: Datum, afbg_kinderbetreuung_alter: Jahre) -> Anzahl:
    """Zählt, wenn das Lebensjahr am Monatsersten noch nicht vollendet ist."""
    return 1 if vollendete_jahre(geburtsdatum, monat) < afbg_kinderbetreuung_alter else 0


@summe_an("elternteil_2", norm="§ 10 Abs. 3 AFBG", titel="Kinder unter der Altersgrenze (zweiter Elternteil)")
def afbg_betreute_kinder_2(geburtsdatum: Datum, monat: Datum, afbg_kinderbetreuung_alter: Jahre) -> Anzahl:
    """Zählt, wenn das Lebensjahr am Monatsersten noch nicht vollendet ist."""
    return 1 if vollendete_jahre(geburtsdatum, monat) < afbg_kinderbetreuung_alter else 0


@regel("person", norm="§ 10 Abs. 3 AFBG", titel="Kinderbetreuungszuschlag für Alleinerziehende")
def afbg_kinderbetreuungszuschlag(
    afbg_beantragt: bool,
    alleinerziehend: bool,
    afbg_betreute_kinder_1: Anzahl,
    afbg_betreute_kinder_2: Anzahl,
    afbg_kinder_behindert_aelter: Anzahl,
    afbg_kinderbetreuung: Cent,
) -> Cent:
    """Fester Betrag je Kind, bei Vollzeit und Teilzeit, ohne Anrechnung von Einkommen."""
    if not afbg_beantragt or not alleinerziehend:
        return 0
    return (afbg_betreute_kinder_1 + afbg_betreute_kinder_2 + afbg_kinder_behindert_aelter) * afbg_kinderbetreuung


_MONATLICH = "Monatlicher Zuschuss in vollen Euro"


@regel("person", norm="§ 24 Abs. 2 AFBG", titel=_MONATLICH, bis="2020-07-31", name="afbg_monatlicher_zuschuss")
def afbg_monatlicher_zuschuss_bis_juli_2020(afbg_unterhaltszuschuss: Cent, afbg_kinderbetreuungszuschlag: Cent) -> Cent:
    """Auf volle Euro gerundet; ein Mindestbetrag der früheren Fassung liegt nicht vor."""
    return volle_euro(afbg_unterhaltszuschuss) + afbg_kinderbetreuungszuschlag


@regel("person", norm="§ 24 Abs. 2, 3 AFBG", titel=_MONATLICH, ab="2020-08-01")
def afbg_monatlicher_zuschuss(
    afbg_unterhaltszuschuss: Cent, afbg_kinderbetreuungszuschlag: Cent, afbg_mindestbetrag: Cent
) -> Cent:
    """Auf volle Euro gerundet; unter dem Mindestbetrag wird nichts geleistet."""
    betrag = volle_euro(afbg_unterhaltszuschuss) + afbg_kinderbetreuungszuschlag
    return betrag if betrag >= afbg_mindestbetrag else 0


@regel("person", norm="§ 10 Abs. 1, § 12 Abs. 1 AFBG", titel="Geförderte Lehrgangs- und Prüfungsgebühren")
def afbg_lehrgang(afbg_lehrgang_faellig: Cent, afbg_lehrgang_bisher: Cent, afbg_lehrgang_hoechstens: Cent) -> Cent:
    """Im Monat fällige Gebühren, zusammen mit früheren höchstens der Gesamtbetrag."""
    return max(0, min(afbg_lehrgang_faellig, afbg_lehrgang_hoechstens - afbg_lehrgang_bisher))


@regel("person", norm="§ 12 Abs. 1 Satz 1 Nr. 2 AFBG", titel="Geförderte fachpraktische Arbeit")
def afbg_meisterstueck(
    afbg_meisterstueck_kosten: Cent,
    afbg_meisterstueck_bisher: Cent,
    afbg_meisterstueck_anteil: Basispunkte,
    afbg_meisterstueck_hoechstens: Cent,
) -> Cent:
    """Die Hälfte der Materialkosten, zusammen mit früheren höchstens der Gesamtbetrag."""
    betrag = anteil(afbg_meisterstueck_kosten, afbg_meisterstueck_anteil)
    return max(0, min(betrag, afbg_meisterstueck_hoechstens - afbg_meisterstueck_bisher))


@regel("person", norm="§ 12 Abs. 1 AFBG", titel="Maßnahmebeitrag im Monat")
def afbg_massnahmebeitrag(afbg_lehrgang: Cent, afbg_meisterstueck: Cent) -> Cent:
    """Gebühren und fachpraktische Arbeit."""
    return afbg_lehrgang + afbg_meisterstueck


@regel("person", norm="§ 12 Abs. 1 Satz 2 AFBG", titel="Zuschuss zum Maßnahmebeitrag")
def afbg_massnahmezuschuss(afbg_massnahmebeitrag: Cent, afbg_zuschuss_massnahme: Basispunkte) -> Cent:
    """Seit August 2020 50 Prozent, vorher 40 Prozent."""
    return anteil(afbg_massnahmebeitrag, afbg_zuschuss_massnahme)


@regel("person", norm="§ 12 Abs. 2 Satz 2 AFBG", titel="Unterricht läuft in diesem Monat")
def afbg_unterricht(afbg_letzter_unterricht: Datum, monat: Datum) -> bool:
    """Bis zum Ablauf des Monats, in dem planmäßig der letzte Unterricht abgehalten wird."""
    return afbg_letzter_unterricht == 0 or monat <= monatserster(afbg_letzter_unterricht)


@regel("person", norm="§ 11 Abs. 3 Satz 2, § 12 Abs. 3 AFBG", titel="Prüfungsvorbereitungsphase")
def afbg_pruefungsphase(
    afbg_unterricht: bool, afbg_letzter_unterricht: Datum, monat: Datum, afbg_pruefungsmonate: Anzahl
) -> bool:
    """Höchstens drei Monate nach dem letzten Unterricht."""
    return not afbg_unterricht and monat <= monat_plus(afbg_letzter_unterricht, afbg_pruefungsmonate)


@regel("person", norm="§§ 2, 3, 8, 9, 11 AFBG", titel="Hindernis in der Maßnahme oder der Person")
def afbg_hindernis(
    afbg_beantragt: bool,
    bafoeg_im_zeitraum: bool,
    afbg_foerderfaehig: bool,
    afbg_ausschluss: bool,
    bafoeg_aufenthalt: bool,
) -> AfbgAblehnung:
    """Prüfung dem Grunde nach."""
    if not afbg_beantragt:
        return AfbgAblehnung.NICHT_BEANTRAGT
    if not bafoeg_im_zeitraum:
        return AfbgAblehnung.AUSSERHALB
    if not afbg_foerderfaehig:
        return AfbgAblehnung.NICHT_FOERDERFAEHIG
    if afbg_ausschluss:
        return AfbgAblehnung.AUSSCHLUSS
    return AfbgAblehnung.KEIN_GRUND if bafoeg_aufenthalt else AfbgAblehnung.STAATSANGEHOERIGKEIT


@regel("person", norm="§§ 10, 12 AFBG", titel="Zuschüsse im Monat")
def afbg_zuschuss(afbg_unterricht: bool, afbg_monatlicher_zuschuss: Cent, afbg_massnahmezuschuss: Cent) -> Cent:
    """Laufende Zuschüsse, solange Unterricht stattfindet, und der Zuschuss zu fälligen Gebühren."""
    return afbg_massnahmezuschuss + (afbg_monatlicher_zuschuss if afbg_unterricht else 0)


@regel("person", norm="§§ 2 bis 24 AFBG", titel="Grund, aus dem kein Zuschuss nach dem AFBG zusteht")
def afbg_ablehnung(afbg_hindernis: AfbgAblehnung, afbg_zuschuss: Cent, afbg_unterricht: bool) -> AfbgAblehnung:
    """Prüfung in der Reihenfolge des Gesetzes."""
    if afbg_hindernis != AfbgAblehnung.KEIN_GRUND:
        return afbg_hindernis
    if afbg_zuschuss > 0:
        return AfbgAblehnung.KEIN_GRUND
    return AfbgAblehnung.KEIN_BEDARF if afbg_unterricht else AfbgAblehnung.NACH_ENDE


@regel("person", norm="§§ 10 bis 12, 24 AFBG", titel="Zuschuss nach dem AFBG")
def afbg_anspruch(afbg_zuschuss: Cent, afbg_ablehnung: AfbgAblehnung) -> Cent:
    """Zuschüsse zu Unterhalt, Kinderbetreuung und Maßnahme."""
    return afbg_zuschuss if afbg_ablehnung == AfbgAblehnung.KEIN_GRUND else 0


@regel("person", norm="§ 12 Abs. 1 Satz 3, Abs. 3 AFBG", titel="Darlehen der Kreditanstalt für Wiederaufbau")
def afbg_darlehen(
    afbg_hindernis: AfbgAblehnung,
    afbg_unterricht: bool,
    afbg_pruefungsphase: bool,
    afbg_laufender_beitrag: Cent,
    afbg_monatlicher_zuschuss: Cent,
    afbg_massnahmebeitrag: Cent,
    afbg_massnahmezuschuss: Cent,
) -> Cent:
    """Rest des Maßnahmebeitrags; vom laufenden Beitrag bis Juli 2020 der Rest, in der Prüfungsphase alles."""
    if afbg_hindernis != AfbgAblehnung.KEIN_GRUND:
        return 0
    darlehen = afbg_massnahmebeitrag - afbg_massnahmezuschuss
    if afbg_unterricht:
        return darlehen + max(0, volle_euro(afbg_laufender_beitrag) - afbg_monatlicher_zuschuss)
    return darlehen + (volle_euro(afbg_laufender_beitrag) if afbg_pruefungsphase else 0)


@regel("person", norm="§ 10 Abs. 2, 3 AFBG", titel="Unterhaltsbeitrag mit Kinderbetreuungszuschlag")
def afbg_laufender_beitrag(afbg_unterhaltsbeitrag: Cent, afbg_kinderbetreuungszuschlag: Cent) -> Cent:
    """Laufende Förderung vor Aufteilung in Zuschuss und Darlehen."""
    return afbg_unterhaltsbeitrag + afbg_kinderbetreuungszuschlag
