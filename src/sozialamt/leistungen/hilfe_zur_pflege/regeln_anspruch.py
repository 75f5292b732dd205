"""Einsatz von Einkommen und Vermögen und Anspruch: §§ 19 Abs. 3, 61, 66a, 90, 91 SGB XII.

Brauchen mehrere Personen der Einsatzgemeinschaft Pflege, wird jeder nur der Anteil zugemutet, der ihrem Anteil am
gemeinsamen Bedarf entspricht; kein Teil des Einkommens und Vermögens zählt doppelt (§ 89 Abs. 1).
"""

from sozialamt.leistungen.hilfe_zur_pflege.auswahl import HzpAblehnung
from sozialamt.rechenkern import Anzahl, Cent, regel, summe
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import AusschlussSozialhilfe, Vermoegenseinsatz


def _anteil_am(betrag: Cent, eigener: Cent, aller: Cent) -> Cent:
    """Anteil an einem Betrag im Verhältnis des eigenen Bedarfs zu dem aller, höchstens der eigene Bedarf."""
    return min(eigener, kaufmaennisch(betrag * eigener, aller)) if aller > 0 else 0


# --- Einkommen ---


@summe("einsatzgemeinschaft", norm="§ 89 Abs. 1 SGB XII", titel="Häuslicher Pflegebedarf der Einsatzgemeinschaft")
def hzp_bedarf_haeuslich_gemeinschaft(hzp_bedarf_haeuslich: Cent) -> Cent:
    """Summe des ungedeckten Bedarfs aller häuslich Gepflegten."""
    return hzp_bedarf_haeuslich


@regel("person", norm="§ 87 Abs. 3 SGB XII", titel="Einsatz aus Einkommen der Folgemonate")
def hzp_einsatz_folgemonate(
    pflegehilfsmittel_technisch: Cent, hzp_einsatz_ueber_grenze: Cent, pflege_einsatz_folgemonate: Anzahl
) -> Cent:
    """Für Hilfsmittel, die mindestens ein Jahr gebraucht werden, auch aus bis zu drei Folgemonaten."""
    return min(pflegehilfsmittel_technisch, hzp_einsatz_ueber_grenze * pflege_einsatz_folgemonate)


@regel("person", norm="§§ 87 bis 89, 92 SGB XII", titel="Einzusetzendes Einkommen")
def hzp_einsatz_einkommen(
    lebt_in_einrichtung: bool,
    hzp_bedarf: Cent,
    hzp_einsatz_heim: Cent,
    hzp_einsatz_ueber_grenze: Cent,
    hzp_bedarf_haeuslich_gemeinschaft: Cent,
    hzp_einsatz_folgemonate: Cent,
) -> Cent:
    """Im Heim das Einkommen nach dem Lebensunterhalt, sonst der Anteil über der Grenze; höchstens der Bedarf."""
    if lebt_in_einrichtung:
        return min(hzp_bedarf, hzp_einsatz_heim)
    laufend = _anteil_am(hzp_einsatz_ueber_grenze, hzp_bedarf, hzp_bedarf_haeuslich_gemeinschaft)
    return min(hzp_bedarf, laufend + hzp_einsatz_folgemonate)


@regel("person", norm="§§ 61, 87 bis 89 SGB XII", titel="Bedarf nach Einsatz des Einkommens")
def hzp_bedarf_nach_einkommen(hzp_bedarf: Cent, hzp_einsatz_einkommen: Cent) -> Cent:
    """Was nach dem Einkommen ungedeckt bleibt."""
    return hzp_bedarf - hzp_einsatz_einkommen


# --- Vermögen ---


@regel("person", norm="§ 66a SGB XII", titel="Zusätzliches Schonvermögen aus Erwerb")
def hzp_vermoegen_zusatz(
    hzp_bedarf: Cent, vermoegen_aus_erwerb_im_bezug: Cent, hzp_vermoegen_zusatz_hoechstens: Cent
) -> Cent:
    """Bis zu 25.000 Euro aus Einkommen, das während des Leistungsbezugs erworben wurde."""
    return min(vermoegen_aus_erwerb_im_bezug, hzp_vermoegen_zusatz_hoechstens) if hzp_bedarf > 0 else 0


@summe("einsatzgemeinschaft", norm="§ 66a SGB XII", titel="Zusätzliches Schonvermögen der Partner oder Eltern")
def hzp_vermoegen_zusatz_gemeinschaft(hzp_vermoegen_zusatz: Cent, kind_der_einsatzgemeinschaft: bool) -> Cent:
    """Je leistungsberechtigter Person; der Kinder bei deren eigenem Vermögen."""
    return 0 if kind_der_einsatzgemeinschaft else hzp_vermoegen_zusatz


@summe("einsatzgemeinschaft", norm="§§ 89 Abs. 1, 90 SGB XII", titel="Für den Lebensunterhalt eingesetztes Vermögen")
def hzp_vermoegen_fuer_lebensunterhalt(
    vermoegen_einsatz: Cent, vermoegen_kind_einsatz: Cent, darlehen_vermoegen: Cent
) -> Cent:
    """Im Monat schon nach dem Dritten oder Vierten Kapitel eingesetzt, ohne Darlehen und Vermögen der Kinder."""
    return max(0, vermoegen_einsatz - vermoegen_kind_einsatz - darlehen_vermoegen)


@regel(
    "einsatzgemeinschaft",
    norm="§ 90 Abs. 1, Abs. 2 Nr. 9, Abs. 3, § 66a SGB XII",
    titel="Vermögen über den Schonbeträgen",
)
def hzp_vermoegen_ueberschuss(
    vermoegen_gemeinschaft: Cent, schonbetrag_gemeinschaft: Cent, hzp_vermoegen_zusatz_gemeinschaft: Cent
) -> Cent:
    """Der vereinfachte Zugang nach § 141 galt nur für das Dritte und Vierte Kapitel."""
    return max(0, vermoegen_gemeinschaft - schonbetrag_gemeinschaft - hzp_vermoegen_zusatz_gemeinschaft)


@regel("person", norm="§ 61 Satz 2, § 90 SGB XII", titel="Eigenes Vermögen des Kindes über dem Schonbetrag")
def hzp_vermoegen_kind(
    kind_der_einsatzgemeinschaft: bool, vermoegen_verwertbar: Cent, schonbetrag: Cent, hzp_vermoegen_zusatz: Cent
) -> Cent:
    """Minderjährige setzen eigenes Vermögen nur für sich ein."""
    if not kind_der_einsatzgemeinschaft:
        return 0
    return max(0, vermoegen_verwertbar - schonbetrag - hzp_vermoegen_zusatz)


@regel("person", norm="§ 61 Satz 2, § 90 SGB XII", titel="Bedarf, für den gemeinsames Vermögen einzusetzen ist")
def hzp_bedarf_vor_vermoegen(
    hzp_bedarf_nach_einkommen: Cent,
    hzp_vermoegen_kind: Cent,
    kind_der_einsatzgemeinschaft: bool,
    eltern_setzen_ein: bool,
) -> Cent:
    """Bedarf nach eigenem Vermögen des Kindes; ohne Einsatz der Eltern keiner."""
    if kind_der_einsatzgemeinschaft and not eltern_setzen_ein:
        return 0
    return max(0, hzp_bedarf_nach_einkommen - hzp_vermoegen_kind)


@summe("einsatzgemeinschaft", norm="§ 61, § 90 SGB XII", titel="Bedarf aller vor Einsatz des Vermögens")
def hzp_bedarf_vor_vermoegen_gemeinschaft(hzp_bedarf_vor_vermoegen: Cent) -> Cent:
    """Summe über die Einsatzgemeinschaft."""
    return hzp_bedarf_vor_vermoegen


@regel("person", norm="§ 90 Abs. 1 SGB XII", titel="Anteil am gemeinsamen Vermögen")
def hzp_vermoegen_anteil(
    hzp_vermoegen_ueberschuss: Cent,
    hzp_vermoegen_fuer_lebensunterhalt: Cent,
    hzp_bedarf_vor_vermoegen: Cent,
    hzp_bedarf_vor_vermoegen_gemeinschaft: Cent,
    vermoegen_ueber_schonbetrag: Vermoegenseinsatz,
) -> Cent:
    """Überschuss, soweit nicht schon für den Lebensunterhalt verbraucht, im Verhältnis der Bedarfe."""
    if hzp_vermoegen_ueberschuss > 0 and vermoegen_ueber_schonbetrag == Vermoegenseinsatz.AUSSCHLUSS:
        return hzp_bedarf_vor_vermoegen
    rest = max(0, hzp_vermoegen_ueberschuss - hzp_vermoegen_fuer_lebensunterhalt)
    return _anteil_am(rest, hzp_bedarf_vor_vermoegen, hzp_bedarf_vor_vermoegen_gemeinschaft)


@regel("person", norm="§§ 61, 66a, 90 SGB XII", titel="Einzusetzendes Vermögen")
def hzp_einsatz_vermoegen(
    hzp_bedarf_nach_einkommen: Cent,
    hzp_vermoegen_kind: Cent,
    hzp_vermoegen_anteil: Cent,
    vermoegen_ueber_schonbetrag: Vermoegenseinsatz,
) -> Cent:
    """Eigenes Vermögen des Kindes und Anteil am gemeinsamen, höchstens der Bedarf."""
    if hzp_vermoegen_kind > 0 and vermoegen_ueber_schonbetrag == Vermoegenseinsatz.AUSSCHLUSS:
        return hzp_bedarf_nach_einkommen
    return min(hzp_bedarf_nach_einkommen, hzp_vermoegen_kind + hzp_vermoegen_anteil)


@regel("person", norm="§ 91 SGB XII", titel="Hilfe zur Pflege als Darlehen")
def hzp_darlehen(hzp_einsatz_vermoegen: Cent, vermoegen_nicht_sofort_verwertbar: bool) -> Cent:
    """Soweit Vermögen einzusetzen, aber nicht sofort verwertbar ist."""
    return hzp_einsatz_vermoegen if vermoegen_nicht_sofort_verwertbar else 0


# --- Ergebnis ---


@regel("person", norm="§ 19 Abs. 3, §§ 61 bis 66a SGB XII", titel="Hilfe zur Pflege")
def hzp_anspruch(hzp_bedarf_nach_einkommen: Cent, hzp_einsatz_vermoegen: Cent, hzp_darlehen: Cent) -> Cent:
    """Ungedeckter pflegerischer Bedarf nach Einkommen und Vermögen, einschließlich eines Darlehens."""
    return hzp_bedarf_nach_einkommen - hzp_einsatz_vermoegen + hzp_darlehen


@regel("person", norm="§§ 23, 24 SGB XII", titel="Ablehnung wegen Ausschlusses")
def hzp_ablehnung_ausschluss(ausschluss_sozialhilfe: AusschlussSozialhilfe, hzp_ausgeschlossen: bool) -> HzpAblehnung:
    """Grund des Ausschlusses."""
    if not hzp_ausgeschlossen:
        return HzpAblehnung.KEINE
    if ausschluss_sozialhilfe == AusschlussSozialhilfe.ASYLBLG:
        return HzpAblehnung.ASYLBLG
    return HzpAblehnung.AUSLAND if ausschluss_sozialhilfe == AusschlussSozialhilfe.AUSLAND else HzpAblehnung.AUSLAENDER


@regel("person", norm="§§ 18, 61a, 61b, 63, 65 SGB XII", titel="Ablehnung dem Grunde nach")
def hzp_ablehnung_grund(
    hzp_ablehnung_ausschluss: HzpAblehnung,
    hzp_im_zeitraum: bool,
    hzp_dem_grunde_nach: bool,
    hzp_volle_leistungen: bool,
    hzp_bedarf: Cent,
    hzp_nur_hoehere_grade: bool,
) -> HzpAblehnung:
    """Erster Grund vor Einkommen und Vermögen."""
    if hzp_ablehnung_ausschluss != HzpAblehnung.KEINE:
        return hzp_ablehnung_ausschluss
    if not hzp_im_zeitraum:
        return HzpAblehnung.ZEITRAUM
    if not hzp_dem_grunde_nach:
        return HzpAblehnung.KEIN_PFLEGEGRAD
    if hzp_bedarf > 0:
        return HzpAblehnung.KEINE
    return HzpAblehnung.PFLEGEGRAD_1 if hzp_nur_hoehere_grade and not hzp_volle_leistungen else HzpAblehnung.KEIN_BEDARF


@regel("person", norm="§ 63 Abs. 2, § 65 SGB XII", titel="Verlangt Leistungen ab Pflegegrad 2")
def hzp_nur_hoehere_grade(
    lebt_in_einrichtung: bool, pflege_selbst_sichergestellt: bool, hzp_haeusliche_pflege: Cent, hzp_teilstationaer: Cent
) -> bool:
    """Pflege im Heim, Pflegegeld, Pflegehilfe oder teilstationäre Pflege."""
    return lebt_in_einrichtung or pflege_selbst_sichergestellt or hzp_haeusliche_pflege + hzp_teilstationaer > 0


@regel("person", norm="§ 19 Abs. 3, §§ 61 bis 66a, 85 bis 92 SGB XII", titel="Grund der Ablehnung")
def hzp_ablehnung(
    hzp_anspruch: Cent, hzp_ablehnung_grund: HzpAblehnung, hzp_bedarf_nach_einkommen: Cent
) -> HzpAblehnung:
    """Erster zutreffender Grund, wenn nichts zusteht."""
    if hzp_anspruch > 0:
        return HzpAblehnung.KEINE
    if hzp_ablehnung_grund != HzpAblehnung.KEINE:
        return hzp_ablehnung_grund
    return HzpAblehnung.VERMOEGEN if hzp_bedarf_nach_einkommen > 0 else HzpAblehnung.EINKOMMEN
