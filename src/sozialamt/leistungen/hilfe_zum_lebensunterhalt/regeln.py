"""Gesamtrechnung der Hilfe zum Lebensunterhalt (Drittes Kapitel SGB XII), Kopf für Kopf.

Bedarf und Einsatz von Einkommen und Vermögen stehen in `recht/sozialhilfe`. In Einrichtungen gehört der weitere
notwendige Lebensunterhalt (Barbetrag, Bekleidung) auch bei Berechtigten des Vierten Kapitels hierher (§ 27b Abs. 2).
Einkommen deckt dort zuerst den Lebensunterhalt in der Einrichtung, dann den weiteren.
"""

from sozialamt.rechenkern import Anzahl, Cent, regel
from sozialamt.recht.auswahl import AblehnungSozialhilfe, AusschlussSozialhilfe, Kapitel
from sozialamt.recht.sozialhilfe.zeitraum import abschnitt


@regel("person", norm="§ 27 Abs. 1, § 27b Abs. 2 SGB XII", titel="Bedarf nach dem Dritten Kapitel")
def hlu_bedarf(
    kapitel: Kapitel,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
    bedarf_lebensunterhalt: Cent,
    bedarf_weiterer_lebensunterhalt: Cent,
) -> Cent:
    """Notwendiger Lebensunterhalt; im Vierten Kapitel nur der weitere in Einrichtungen."""
    if ausschluss_sozialhilfe != AusschlussSozialhilfe.KEINER:
        return 0
    if kapitel == Kapitel.KAPITEL_3:
        return bedarf_lebensunterhalt
    return bedarf_weiterer_lebensunterhalt if kapitel == Kapitel.KAPITEL_4 else 0


@regel("person", norm="§ 19 Abs. 1, § 27, § 27b Abs. 2 SGB XII", titel="Hilfe zum Lebensunterhalt im vollen Monat")
def hlu_voller_monat(
    kapitel: Kapitel,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
    anspruch_lebensunterhalt: Cent,
    bedarf_weiterer_lebensunterhalt: Cent,
) -> Cent:
    """Ungedeckter Bedarf; im Vierten Kapitel der ungedeckte weitere Lebensunterhalt in Einrichtungen."""
    if ausschluss_sozialhilfe != AusschlussSozialhilfe.KEINER:
        return 0
    if kapitel == Kapitel.KAPITEL_3:
        return anspruch_lebensunterhalt
    if kapitel == Kapitel.KAPITEL_4:
        return min(anspruch_lebensunterhalt, bedarf_weiterer_lebensunterhalt)
    return 0


@regel("person", norm="§ 31 SGB XII", titel="Davon einmalige Bedarfe")
def hlu_einmalig(kapitel: Kapitel, hlu_voller_monat: Cent, bedarf_einmalig: Cent, leistungstage: Anzahl) -> Cent:
    """Einmalige Bedarfe werden nicht nach Tagen geteilt."""
    if kapitel != Kapitel.KAPITEL_3 or leistungstage == 0:
        return 0
    return min(hlu_voller_monat, bedarf_einmalig)


@regel("person", norm="§ 27a Abs. 3 Satz 3 SGB XII", titel="Laufende Hilfe im vollen Monat")
def hlu_laufend_voller_monat(kapitel: Kapitel, hlu_voller_monat: Cent, bedarf_einmalig: Cent) -> Cent:
    """Monatsbetrag ohne einmalige Bedarfe."""
    return max(0, hlu_voller_monat - bedarf_einmalig) if kapitel == Kapitel.KAPITEL_3 else hlu_voller_monat


@regel("person", norm="§ 18 Abs. 1, § 27a Abs. 3 Satz 3 SGB XII", titel="Laufende Hilfe zum Lebensunterhalt")
def hlu_laufend(
    hlu_laufend_voller_monat: Cent,
    leistung_von_tag: Anzahl,
    leistung_bis_tag: Anzahl,
    ruhen_von_tag: Anzahl,
    ruhen_bis_tag: Anzahl,
    teiler_des_monats: Anzahl,
    tage_bis_monatsbetrag: Anzahl,
) -> Cent:
    """Anteil für die Tage des Leistungszeitraums."""
    tage = tage_bis_monatsbetrag
    ganz = abschnitt(hlu_laufend_voller_monat, leistung_von_tag, leistung_bis_tag, tage, teiler_des_monats)
    return ganz - abschnitt(hlu_laufend_voller_monat, ruhen_von_tag, ruhen_bis_tag, tage, teiler_des_monats)


@regel("person", norm="§ 27 SGB XII", titel="Hilfe zum Lebensunterhalt")
def hlu_leistung(hlu_laufend: Cent, hlu_einmalig: Cent) -> Cent:
    """Laufende Leistung des Monats und einmalige Bedarfe."""
    return hlu_laufend + hlu_einmalig


@regel("person", norm="§ 18 Abs. 1, § 27a Abs. 3 Satz 3 SGB XII", titel="Tage ohne Leistung")
def hlu_tage_ohne_leistung(hlu_voller_monat: Cent, hlu_leistung: Cent) -> Cent:
    """Teil des vollen Monatsbetrags, der auf Tage außerhalb des Leistungszeitraums entfällt."""
    return hlu_voller_monat - hlu_leistung


@regel("person", norm="§ 145 Abs. 1 SGB XII", titel="Sofortzuschlag")
def hlu_sofortzuschlag(
    sofortzuschlag_anspruch: Cent,
    leistung_von_tag: Anzahl,
    leistung_bis_tag: Anzahl,
    teiler_des_monats: Anzahl,
    tage_bis_monatsbetrag: Anzahl,
) -> Cent:
    """Sofortzuschlag für die Tage des Leistungszeitraums."""
    return abschnitt(
        sofortzuschlag_anspruch, leistung_von_tag, leistung_bis_tag, tage_bis_monatsbetrag, teiler_des_monats
    )


@regel("person", norm="§ 144 SGB XII", titel="Einmalzahlung")
def hlu_einmalzahlung(hlu_leistung: Cent, gsiae_leistung: Cent, einmalzahlung_pandemie: Cent) -> Cent:
    """Für Berechtigte, denen in diesem Monat Hilfe zum Lebensunterhalt und keine Grundsicherung gezahlt wird."""
    return einmalzahlung_pandemie if hlu_leistung > 0 and gsiae_leistung == 0 else 0


@regel("person", norm="§ 19 Abs. 1, §§ 27, 144, 145 SGB XII", titel="Zahlungsanspruch Hilfe zum Lebensunterhalt")
def hlu_anspruch(hlu_leistung: Cent, hlu_sofortzuschlag: Cent, hlu_einmalzahlung: Cent) -> Cent:
    """Hilfe zum Lebensunterhalt, Sofortzuschlag und Einmalzahlung."""
    return hlu_leistung + hlu_sofortzuschlag + hlu_einmalzahlung


@regel("person", norm="§ 91 SGB XII", titel="Davon als Darlehen")
def hlu_darlehen(kapitel: Kapitel, hlu_leistung: Cent, darlehen_vermoegen: Cent) -> Cent:
    """Teil der Leistung, der wegen nicht sofort verwertbaren Vermögens als Darlehen erbracht wird."""
    return min(hlu_leistung, darlehen_vermoegen) if kapitel == Kapitel.KAPITEL_3 else 0


@regel("person", norm="§ 19 Abs. 1, §§ 21 bis 24, 27 SGB XII", titel="Grund der Ablehnung")
def hlu_ablehnung(
    hlu_anspruch: Cent,
    ablehnung_ausschluss: AblehnungSozialhilfe,
    kapitel: Kapitel,
    leistungstage: Anzahl,
    bedarf_nach_einkommen: Cent,
) -> AblehnungSozialhilfe:
    """Erster zutreffender Grund, wenn nichts zusteht."""
    if hlu_anspruch > 0:
        return AblehnungSozialhilfe.KEINE
    if ablehnung_ausschluss != AblehnungSozialhilfe.KEINE:
        return ablehnung_ausschluss
    if kapitel == Kapitel.SGB_2:
        return AblehnungSozialhilfe.SGB_2
    if kapitel == Kapitel.KAPITEL_4:
        return AblehnungSozialhilfe.KAPITEL_4
    if leistungstage == 0:
        return AblehnungSozialhilfe.ZEITRAUM
    return AblehnungSozialhilfe.VERMOEGEN if bedarf_nach_einkommen > 0 else AblehnungSozialhilfe.EINKOMMEN
