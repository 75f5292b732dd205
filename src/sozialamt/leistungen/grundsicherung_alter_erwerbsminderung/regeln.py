"""Gesamtrechnung der Grundsicherung im Alter und bei Erwerbsminderung: §§ 42 bis 43a SGB XII.

Gesamtbedarf (§ 43a Abs. 1) abzüglich einzusetzendem Einkommen und Vermögen (§ 43) ist der monatliche
Zahlungsanspruch (§ 43a Abs. 2). Nachzahlungen und Aufrechnung (§ 44b) gehören zur Zahlung. Der weitere notwendige
Lebensunterhalt in Einrichtungen ist Hilfe zum Lebensunterhalt (§ 27b Abs. 2).
"""

from sozialamt.rechenkern import Anzahl, Cent, regel
from sozialamt.recht.auswahl import AblehnungSozialhilfe, AusschlussSozialhilfe, Kapitel
from sozialamt.recht.sozialhilfe.zeitraum import abschnitt


@regel("person", norm="§ 42 Nr. 1 bis 4, § 43a Abs. 1 SGB XII", titel="Gesamtbedarf")
def gsiae_bedarf(
    kapitel: Kapitel,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
    bedarf_lebensunterhalt: Cent,
    bedarf_weiterer_lebensunterhalt: Cent,
) -> Cent:
    """Summe der monatlichen Bedarfe nach dem Vierten Kapitel."""
    if kapitel != Kapitel.KAPITEL_4 or ausschluss_sozialhilfe != AusschlussSozialhilfe.KEINER:
        return 0
    return bedarf_lebensunterhalt - bedarf_weiterer_lebensunterhalt


@regel("person", norm="§ 43a Abs. 2 SGB XII", titel="Grundsicherung im vollen Monat")
def gsiae_voller_monat(
    kapitel: Kapitel,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
    anspruch_lebensunterhalt: Cent,
    bedarf_weiterer_lebensunterhalt: Cent,
) -> Cent:
    """Gesamtbedarf nach Einsatz von Einkommen und Vermögen."""
    if kapitel != Kapitel.KAPITEL_4 or ausschluss_sozialhilfe != AusschlussSozialhilfe.KEINER:
        return 0
    return max(0, anspruch_lebensunterhalt - bedarf_weiterer_lebensunterhalt)


@regel("person", norm="§ 31, § 42 Nr. 2 SGB XII", titel="Davon einmalige Bedarfe")
def gsiae_einmalig(gsiae_voller_monat: Cent, bedarf_einmalig: Cent, leistungstage: Anzahl) -> Cent:
    """Einmalige Bedarfe werden nicht nach Tagen geteilt."""
    return min(gsiae_voller_monat, bedarf_einmalig) if leistungstage > 0 else 0


@regel("person", norm="§ 43a Abs. 2 SGB XII", titel="Laufende Grundsicherung im vollen Monat")
def gsiae_laufend_voller_monat(gsiae_voller_monat: Cent, bedarf_einmalig: Cent) -> Cent:
    """Monatsbetrag ohne einmalige Bedarfe."""
    return max(0, gsiae_voller_monat - bedarf_einmalig)


@regel("person", norm="§ 27a Abs. 3 Satz 3, §§ 41a, 44 Abs. 2 SGB XII", titel="Laufende Grundsicherung")
def gsiae_laufend(
    gsiae_laufend_voller_monat: Cent,
    leistung_von_tag: Anzahl,
    leistung_bis_tag: Anzahl,
    ruhen_von_tag: Anzahl,
    ruhen_bis_tag: Anzahl,
    teiler_des_monats: Anzahl,
    tage_bis_monatsbetrag: Anzahl,
) -> Cent:
    """Anteil für die Tage des Leistungszeitraums ohne Tage, an denen die Leistung ruht."""
    tage = tage_bis_monatsbetrag
    ganz = abschnitt(gsiae_laufend_voller_monat, leistung_von_tag, leistung_bis_tag, tage, teiler_des_monats)
    return ganz - abschnitt(gsiae_laufend_voller_monat, ruhen_von_tag, ruhen_bis_tag, tage, teiler_des_monats)


@regel("person", norm="§ 43a Abs. 2 SGB XII", titel="Grundsicherung")
def gsiae_leistung(gsiae_laufend: Cent, gsiae_einmalig: Cent) -> Cent:
    """Laufende Leistung des Monats und einmalige Bedarfe."""
    return gsiae_laufend + gsiae_einmalig


@regel("person", norm="§ 27a Abs. 3 Satz 3, §§ 41a, 44 Abs. 2 SGB XII", titel="Tage ohne Leistung")
def gsiae_tage_ohne_leistung(gsiae_voller_monat: Cent, gsiae_leistung: Cent) -> Cent:
    """Teil des vollen Monatsbetrags, der auf Tage außerhalb des Leistungszeitraums entfällt."""
    return gsiae_voller_monat - gsiae_leistung


@regel("person", norm="§ 144 SGB XII", titel="Einmalzahlung")
def gsiae_einmalzahlung(gsiae_leistung: Cent, einmalzahlung_pandemie: Cent) -> Cent:
    """Für Berechtigte, denen in diesem Monat Grundsicherung gezahlt wird."""
    return einmalzahlung_pandemie if gsiae_leistung > 0 else 0


@regel("person", norm="§ 43a Abs. 2, § 144 SGB XII", titel="Zahlungsanspruch Grundsicherung")
def gsiae_anspruch(gsiae_leistung: Cent, gsiae_einmalzahlung: Cent) -> Cent:
    """Monatlicher Zahlungsanspruch mit Einmalzahlung."""
    return gsiae_leistung + gsiae_einmalzahlung


@regel("person", norm="§ 91 SGB XII", titel="Davon als Darlehen")
def gsiae_darlehen(gsiae_leistung: Cent, darlehen_vermoegen: Cent) -> Cent:
    """Teil der Leistung, der wegen nicht sofort verwertbaren Vermögens als Darlehen erbracht wird."""
    return min(gsiae_leistung, darlehen_vermoegen)


@regel("person", norm="§ 41 Abs. 4, § 43 Abs. 5 SGB XII a. F.", titel="Grund, warum das Vierte Kapitel nicht gilt")
def gsiae_kapitel_ablehnung(
    kapitel: Kapitel,
    personenkreis_kapitel_4: bool,
    hilfebeduerftigkeit_herbeigefuehrt: bool,
    ausschluss_unterhaltspflichtige: bool,
) -> AblehnungSozialhilfe:
    """Ausschluss trotz Alters oder Erwerbsminderung, sonst das zuständige Recht."""
    if kapitel == Kapitel.KAPITEL_4:
        return AblehnungSozialhilfe.KEINE
    if personenkreis_kapitel_4 and hilfebeduerftigkeit_herbeigefuehrt:
        return AblehnungSozialhilfe.HERBEIGEFUEHRT
    if personenkreis_kapitel_4 and ausschluss_unterhaltspflichtige:
        return AblehnungSozialhilfe.UNTERHALTSPFLICHTIGE
    return AblehnungSozialhilfe.SGB_2 if kapitel == Kapitel.SGB_2 else AblehnungSozialhilfe.KAPITEL_3


@regel("person", norm="§§ 41, 41a, 43, 44 SGB XII", titel="Grund der Ablehnung")
def gsiae_ablehnung(
    gsiae_anspruch: Cent,
    ablehnung_ausschluss: AblehnungSozialhilfe,
    gsiae_kapitel_ablehnung: AblehnungSozialhilfe,
    leistungstage: Anzahl,
    ruhen_bis_tag: Anzahl,
    bedarf_nach_einkommen: Cent,
) -> AblehnungSozialhilfe:
    """Erster zutreffender Grund, wenn nichts zusteht."""
    if gsiae_anspruch > 0:
        return AblehnungSozialhilfe.KEINE
    if ablehnung_ausschluss != AblehnungSozialhilfe.KEINE:
        return ablehnung_ausschluss
    if gsiae_kapitel_ablehnung != AblehnungSozialhilfe.KEINE:
        return gsiae_kapitel_ablehnung
    if leistungstage == 0:
        return AblehnungSozialhilfe.AUSLANDSAUFENTHALT if ruhen_bis_tag > 0 else AblehnungSozialhilfe.ZEITRAUM
    return AblehnungSozialhilfe.VERMOEGEN if bedarf_nach_einkommen > 0 else AblehnungSozialhilfe.EINKOMMEN
