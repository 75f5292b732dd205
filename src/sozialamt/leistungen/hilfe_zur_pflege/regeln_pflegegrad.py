"""Pflegegrad und Zeitraum: §§ 18, 61a bis 63 SGB XII."""

from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import letzter_tag, monate_bis, tag
from sozialamt.recht.auswahl import AusschlussSozialhilfe


@regel("person", norm="§ 61c Abs. 2 SGB XII", titel="Alter in vollendeten Monaten")
def hzp_alter_monate(geburtsdatum: Datum, monat: Datum) -> Anzahl:
    """Vollendete Lebensmonate am Ersten des Monats."""
    monate = monate_bis(geburtsdatum, monat)
    return monate - 1 if tag(geburtsdatum) > tag(monat) else monate


@regel("person", norm="§§ 61b, 61c, 62 SGB XII", titel="Pflegegrad nach eigenem Gutachten")
def hzp_pflegegrad_gutachten(
    pflege_punkte_hundertstel: Anzahl,
    pflege_besondere_bedarfskonstellation: bool,
    hzp_alter_monate: Anzahl,
    hzp_pflegegrad_schwellen: tuple[Anzahl, ...],
    hzp_kleinkind_monate: Anzahl,
) -> Anzahl:
    """Einordnung nach Gesamtpunkten; Kinder unter 18 Monaten einen Pflegegrad höher; besondere Bedarfe Pflegegrad 5."""
    hoechster = len(hzp_pflegegrad_schwellen) - 1
    grad = 0
    for stufe in range(1, len(hzp_pflegegrad_schwellen)):
        if pflege_punkte_hundertstel >= hzp_pflegegrad_schwellen[stufe]:
            grad = stufe
    if grad > 0 and pflege_besondere_bedarfskonstellation:
        return hoechster
    if grad > 0 and hzp_alter_monate < hzp_kleinkind_monate:
        return min(grad + 1, hoechster)
    return grad


@regel("person", norm="§ 62a Satz 1 SGB XII", titel="Maßgebender Pflegegrad")
def hzp_pflegegrad(pflegegrad: Anzahl, hzp_pflegegrad_gutachten: Anzahl) -> Anzahl:
    """Die Entscheidung der Pflegekasse bindet; ohne sie gilt das Gutachten des Trägers."""
    return pflegegrad if pflegegrad > 0 else hzp_pflegegrad_gutachten


@regel("person", norm="§ 63 Abs. 1 SGB XII", titel="Pflegegrad mit allen Leistungen")
def hzp_volle_leistungen(hzp_pflegegrad: Anzahl, pflegegrad_volle_leistungen: Anzahl) -> bool:
    """Pflegegrade 2 bis 5; Pflegegrad 1 nur nach § 63 Abs. 2."""
    return hzp_pflegegrad >= pflegegrad_volle_leistungen


@regel("person", norm="§ 39 Abs. 4 SGB XI (2024 bis Juni 2025)", titel="Unter 25 mit Pflegegrad 4 oder 5")
def hzp_junge_schwerstpflege(
    alter: Jahre, hzp_junge_pflege_alter: Jahre, hzp_pflegegrad: Anzahl, pflegegrad_schwerst: Anzahl
) -> Anzahl:
    """1 für Pflegebedürftige der Pflegegrade 4 und 5 unter 25 Jahren, sonst 0."""
    return 1 if alter < hzp_junge_pflege_alter and hzp_pflegegrad >= pflegegrad_schwerst else 0


@regel("person", norm="§§ 23, 24 SGB XII", titel="Von der Hilfe zur Pflege ausgeschlossen")
def hzp_ausgeschlossen(ausschluss_sozialhilfe: AusschlussSozialhilfe) -> bool:
    """Der Ausschluss Auszubildender nach § 22 betrifft nur den Lebensunterhalt."""
    return ausschluss_sozialhilfe not in (AusschlussSozialhilfe.KEINER, AusschlussSozialhilfe.AUSBILDUNG)


@regel("person", norm="§ 18 Abs. 1 SGB XII", titel="Erster Tag der Hilfe zur Pflege")
def hzp_beginn(kenntnis_am: Datum, leistung_ab: Datum, monat: Datum) -> Datum:
    """Die Hilfe setzt ein, sobald die Notlage bekannt ist; ein Antrag ist nicht nötig."""
    return max(monat, kenntnis_am, leistung_ab)


@regel("person", norm="§ 18 Abs. 1, § 64a Abs. 2 Satz 3 SGB XII", titel="Letzter Tag der Hilfe zur Pflege")
def hzp_ende(leistungsende: Datum, pflege_verstorben_am: Datum, monat: Datum) -> Datum:
    """Letzter Tag des Leistungszeitraums; im Sterbemonat der Monatsletzte."""
    if pflege_verstorben_am >= monat and pflege_verstorben_am <= letzter_tag(monat):
        return letzter_tag(monat)
    return leistungsende


@regel("person", norm="§ 18 Abs. 1 SGB XII", titel="Im Monat besteht ein Leistungszeitraum")
def hzp_im_zeitraum(hzp_beginn: Datum, hzp_ende: Datum, pflege_verstorben_am: Datum, monat: Datum) -> bool:
    """Mindestens ein Tag des Monats; nach dem Sterbemonat keiner."""
    lebt = pflege_verstorben_am == 0 or pflege_verstorben_am >= monat
    return lebt and hzp_beginn <= hzp_ende


@regel("person", norm="§§ 61 bis 63 SGB XII", titel="Hilfe zur Pflege kommt in Betracht")
def hzp_dem_grunde_nach(hzp_pflegegrad: Anzahl, hzp_im_zeitraum: bool, hzp_ausgeschlossen: bool) -> bool:
    """Pflegegrad, Leistungszeitraum, kein Ausschluss."""
    return hzp_pflegegrad > 0 and hzp_im_zeitraum and not hzp_ausgeschlossen


@regel("person", norm="§ 13 Abs. 1, § 64 SGB XII", titel="Häusliche Pflege")
def hzp_haeuslich(hzp_dem_grunde_nach: bool, lebt_in_einrichtung: bool) -> bool:
    """Pflege außerhalb einer stationären Einrichtung."""
    return hzp_dem_grunde_nach and not lebt_in_einrichtung


@regel("person", norm="§ 63b Abs. 1, § 2 Abs. 1 SGB XII", titel="Ungedeckter Rest nach gleichartigen Leistungen")
def hzp_bedarf(hzp_bedarf_haeuslich: Cent, hzp_bedarf_stationaer: Cent, lebt_in_einrichtung: bool) -> Cent:
    """Pflegerischer Bedarf, den weder Pflegekasse noch andere decken; häuslich oder stationär."""
    return hzp_bedarf_stationaer if lebt_in_einrichtung else hzp_bedarf_haeuslich
