"""Schüler-BAföG: Voraussetzungen, Anrechnung und Förderungsbetrag (§§ 2, 8, 10, 11, 15, 51 BAföG)."""

from sozialamt.leistungen.ausbildungsfoerderung.auswahl import (
    AfbgAblehnung,
    AusbildungsfoerderungAblehnung,
    AusbildungsfoerderungArt,
    BafoegAblehnung,
    BafoegAusbildung,
    BafoegGrundAuswaerts,
)
from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import monat_plus, monatserster
from sozialamt.rechenkern.rundung import volle_euro
from sozialamt.recht.auswahl import Aufenthaltsstatus


@regel("person", norm="§ 8 BAföG, § 8 AFBG", titel="Staatsangehörigkeit oder Aufenthaltsrecht genügt")
def bafoeg_aufenthalt(aufenthaltsstatus: Aufenthaltsstatus, bafoeg_auslaender_berechtigt: bool) -> bool:
    """Deutsche, Freizügige und Personen mit Niederlassungserlaubnis; sonst die Voraussetzungen der Absätze 2 bis 3."""
    if (
        aufenthaltsstatus == Aufenthaltsstatus.DEUTSCH
        or aufenthaltsstatus == Aufenthaltsstatus.EU_FREIZUEGIG
        or aufenthaltsstatus == Aufenthaltsstatus.NIEDERLASSUNGSERLAUBNIS
    ):
        return True
    return bafoeg_auslaender_berechtigt


@regel("person", norm="§ 15 Abs. 1, § 50 Abs. 3 BAföG, § 11 Abs. 3 AFBG", titel="Monat im Bewilligungszeitraum")
def bafoeg_im_zeitraum(
    bafoeg_bwz_beginn: Datum, bafoeg_bwz_monate: Anzahl, bafoeg_antrag_am: Datum, monat: Datum
) -> bool:
    """Vom Beginn an, frühestens vom Antragsmonat an, bis zum Ende des Bewilligungszeitraums."""
    if bafoeg_bwz_beginn == 0 or monat < monatserster(bafoeg_bwz_beginn) or monat < monatserster(bafoeg_antrag_am):
        return False
    return monat < monat_plus(bafoeg_bwz_beginn, bafoeg_bwz_monate)


@regel("person", norm="§ 2 Abs. 1a BAföG", titel="Förderung der Schule scheitert am Wohnen")
def bafoeg_wohnen_schliesst_aus(
    bafoeg_ausbildung: BafoegAusbildung, bafoeg_bei_eltern: bool, bafoeg_grund_auswaerts: BafoegGrundAuswaerts
) -> bool:
    """Allgemeinbildende Schulen nur außerhalb der Wohnung der Eltern und aus einem gesetzlichen Grund."""
    if bafoeg_ausbildung != BafoegAusbildung.ALLGEMEINBILDEND:
        return False
    return bafoeg_bei_eltern or bafoeg_grund_auswaerts == BafoegGrundAuswaerts.KEINER


@regel("person", norm="§ 10 Abs. 3 BAföG", titel="Altersgrenze überschritten")
def bafoeg_zu_alt(bafoeg_alter_beginn: Jahre, bafoeg_altersgrenze: Jahre, bafoeg_altersgrenze_ausnahme: bool) -> bool:
    """Bei Beginn des Ausbildungsabschnitts war das Lebensjahr vollendet und keine Ausnahme liegt vor."""
    return bafoeg_alter_beginn >= bafoeg_altersgrenze and not bafoeg_altersgrenze_ausnahme


@regel("person", norm="§§ 2, 8, 10, 15 BAföG", titel="Hindernis in der Schule oder der Person")
def bafoeg_hindernis(
    bafoeg_ausbildung: BafoegAusbildung,
    bafoeg_im_zeitraum: bool,
    bafoeg_wohnen_schliesst_aus: bool,
    bafoeg_dem_grunde_nach: bool,
    bafoeg_aufenthalt: bool,
    bafoeg_zu_alt: bool,
) -> BafoegAblehnung:
    """Prüfung dem Grunde nach."""
    if not bafoeg_im_zeitraum:
        return BafoegAblehnung.AUSSERHALB
    if bafoeg_ausbildung == BafoegAusbildung.KEINE:
        return BafoegAblehnung.KEINE_FOERDERUNGSFAEHIGE_SCHULE
    if bafoeg_wohnen_schliesst_aus:
        return BafoegAblehnung.WOHNEN_BEI_ELTERN
    if not bafoeg_dem_grunde_nach:
        return BafoegAblehnung.DEM_GRUNDE_NACH
    if not bafoeg_aufenthalt:
        return BafoegAblehnung.STAATSANGEHOERIGKEIT
    return BafoegAblehnung.ALTER if bafoeg_zu_alt else BafoegAblehnung.KEIN_GRUND


@regel("person", norm="§ 11 Abs. 2 BAföG", titel="Bedarf nach eigenem Einkommen und Vermögen")
def bafoeg_nach_eigenen_mitteln(
    bafoeg_bedarf: Cent, bafoeg_eigenes_anrechnung: Cent, bafoeg_vermoegen_anrechnung: Cent
) -> Cent:
    """Zuerst sind Einkommen und Vermögen der auszubildenden Person anzurechnen."""
    return max(0, bafoeg_bedarf - bafoeg_eigenes_anrechnung - bafoeg_vermoegen_anrechnung)


@regel("person", norm="§ 11 Abs. 2 BAföG", titel="Ungedeckter Bedarf")
def bafoeg_ungedeckt(
    bafoeg_nach_eigenen_mitteln: Cent, bafoeg_ehegatte_anrechnung: Cent, bafoeg_eltern_anrechnung: Cent
) -> Cent:
    """Danach das Einkommen des Ehegatten und der Eltern in dieser Reihenfolge."""
    return max(0, bafoeg_nach_eigenen_mitteln - bafoeg_ehegatte_anrechnung - bafoeg_eltern_anrechnung)


@regel("person", norm="§ 51 Abs. 3 BAföG", titel="Förderungsbetrag in vollen Euro")
def bafoeg_gerundet(bafoeg_ungedeckt: Cent) -> Cent:
    """Restbeträge bis 0,49 Euro werden abgerundet, ab 0,50 Euro aufgerundet."""
    return volle_euro(bafoeg_ungedeckt)


@regel("person", norm="§§ 2 bis 51 BAföG", titel="Grund, aus dem kein Schüler-BAföG zusteht")
def bafoeg_ablehnung(
    ausbildungsfoerderung_art: AusbildungsfoerderungArt,
    bafoeg_hindernis: BafoegAblehnung,
    bafoeg_nach_eigenen_mitteln: Cent,
    bafoeg_ungedeckt: Cent,
    bafoeg_gerundet: Cent,
    bafoeg_mindestbetrag: Cent,
) -> BafoegAblehnung:
    """Prüfung in der Reihenfolge des Gesetzes."""
    if ausbildungsfoerderung_art != AusbildungsfoerderungArt.SCHUELER_BAFOEG:
        return BafoegAblehnung.NICHT_BEANTRAGT
    if bafoeg_hindernis != BafoegAblehnung.KEIN_GRUND:
        return bafoeg_hindernis
    if bafoeg_nach_eigenen_mitteln == 0:
        return BafoegAblehnung.EIGENE_MITTEL
    if bafoeg_ungedeckt == 0:
        return BafoegAblehnung.EINKOMMEN_ANGEHOERIGER
    return BafoegAblehnung.MINDESTBETRAG if bafoeg_gerundet < bafoeg_mindestbetrag else BafoegAblehnung.KEIN_GRUND


@regel("person", norm="§§ 11, 17 Abs. 1, § 51 BAföG", titel="Schüler-BAföG")
def bafoeg_anspruch(bafoeg_gerundet: Cent, bafoeg_ablehnung: BafoegAblehnung) -> Cent:
    """Monatlicher Förderungsbetrag, für Schülerinnen und Schüler voll als Zuschuss."""
    return bafoeg_gerundet if bafoeg_ablehnung == BafoegAblehnung.KEIN_GRUND else 0


@regel("person", norm="§ 11 BAföG, §§ 10, 12 AFBG", titel="Ausbildungsförderung")
def ausbildungsfoerderung_anspruch(bafoeg_anspruch: Cent, afbg_anspruch: Cent) -> Cent:
    """Zuschuss nach dem Gesetz, nach dem die Förderung beantragt ist."""
    return bafoeg_anspruch + afbg_anspruch


@regel("person", norm="§ 2 BAföG, § 2 AFBG", titel="Ausbildungsförderung kann beantragt werden")
def ausbildungsfoerderung_antrag_moeglich(
    in_ausbildung: bool, schulbesuch: bool, alter_monatsbeginn: Jahre, sgb2_mindestalter: Jahre
) -> bool:
    """In einer Ausbildung, oder in einer Schule und alt genug für die zehnte Klasse."""
    return in_ausbildung or (schulbesuch and alter_monatsbeginn >= sgb2_mindestalter)


@regel("person", norm="§§ 2 bis 51 BAföG, §§ 2 bis 24 AFBG", titel="Grund, aus dem keine Ausbildungsförderung zusteht")
def ausbildungsfoerderung_ablehnung(
    ausbildungsfoerderung_art: AusbildungsfoerderungArt,
    ausbildungsfoerderung_antrag_moeglich: bool,
    bafoeg_ablehnung: BafoegAblehnung,
    afbg_ablehnung: AfbgAblehnung,
) -> AusbildungsfoerderungAblehnung:
    """Das Gesetz, nach dem die Prüfung gescheitert ist."""
    if ausbildungsfoerderung_art == AusbildungsfoerderungArt.KEINE:
        if not ausbildungsfoerderung_antrag_moeglich:
            return AusbildungsfoerderungAblehnung.KEINE_AUSBILDUNG
        return AusbildungsfoerderungAblehnung.NICHT_BEANTRAGT
    if bafoeg_ablehnung == BafoegAblehnung.KEIN_GRUND or afbg_ablehnung == AfbgAblehnung.KEIN_GRUND:
        return AusbildungsfoerderungAblehnung.KEIN_GRUND
    if ausbildungsfoerderung_art == AusbildungsfoerderungArt.SCHUELER_BAFOEG:
        return AusbildungsfoerderungAblehnung.BAFOEG
    return AusbildungsfoerderungAblehnung.AFBG
