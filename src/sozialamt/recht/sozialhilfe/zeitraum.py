"""Leistung für Teile eines Monats: §§ 18, 27a Abs. 3 Satz 3, 41a, 44 Abs. 2 SGB XII.

Anteile werden kumuliert gerundet: Bis zum Tag d steht F(d) = Monatsbetrag · d / Teiler zu, am letzten Tag des
Monats der ganze Betrag. Der Abschnitt von Tag a bis Tag b erhält F(b) - F(a - 1). Darum ergeben die Teile eines
Monats zusammen immer genau den Monatsbetrag, gleich wie er geteilt wird. Nach Einstellung zählt stattdessen jeder
Kalendertag ein Dreißigstel, höchstens der Monatsbetrag.
"""

from sozialamt.rechenkern import Anzahl, Cent, Datum, regel
from sozialamt.rechenkern.kalender import letzter_tag, monatserster, tag, tage_im_monat, tage_zwischen
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import Kapitel, Teilmonat


@regel("person", norm="§ 18 Abs. 1, § 44 Abs. 2 SGB XII", titel="Erster Tag der Leistung")
def leistungsbeginn(
    kapitel: Kapitel, antrag_am: Datum, kenntnis_am: Datum, leistung_ab: Datum, geburtsdatum: Datum, monat: Datum
) -> Datum:
    """Viertes Kapitel: frühestens der Erste des Antragsmonats; Drittes Kapitel: der Tag der Kenntnis oder Geburt."""
    beginn = max(monat, leistung_ab, geburtsdatum)
    if kapitel == Kapitel.KAPITEL_4:
        return max(beginn, monatserster(antrag_am)) if antrag_am > 0 else beginn
    return max(beginn, kenntnis_am)


@regel("person", norm="§ 27a Abs. 3 Satz 3 SGB XII", titel="Letzter Tag der Leistung")
def leistungsende(leistung_bis: Datum, monat: Datum) -> Datum:
    """Letzter Tag des Monats oder der frühere letzte Tag der Leistung."""
    ende = letzter_tag(monat)
    return min(ende, leistung_bis) if leistung_bis > 0 else ende


@regel("person", norm="§ 27a Abs. 3 Satz 3 SGB XII", titel="Leistung von Tag")
def leistung_von_tag(leistungsbeginn: Datum, leistungsende: Datum) -> Anzahl:
    """Tag des Monats, an dem die Leistung beginnt; 0, wenn kein Tag des Monats im Zeitraum liegt."""
    return tag(leistungsbeginn) if leistungsbeginn <= leistungsende else 0


@regel("person", norm="§ 27a Abs. 3 Satz 3 SGB XII", titel="Leistung bis Tag")
def leistung_bis_tag(leistungsbeginn: Datum, leistungsende: Datum) -> Anzahl:
    """Tag des Monats, an dem die Leistung endet; 0, wenn kein Tag des Monats im Zeitraum liegt."""
    return tag(leistungsende) if leistungsbeginn <= leistungsende else 0


@regel("person", norm="§ 41a SGB XII", titel="Ruhen wegen Auslandsaufenthalts von Tag", ab="2017-07-01", vorher=0)
def ruhen_von_tag(
    kapitel: Kapitel, ausland_ab: Datum, auslandsaufenthalt_frei_tage: Anzahl, leistung_von_tag: Anzahl, monat: Datum
) -> Anzahl:
    """Erster Tag des Monats nach Ablauf der vierten Woche im Ausland; der Tag der Ausreise zählt nicht mit."""
    if ausland_ab == 0 or kapitel != Kapitel.KAPITEL_4 or leistung_von_tag == 0:
        return 0
    nummer = tage_zwischen(monat, ausland_ab) + auslandsaufenthalt_frei_tage + 1 + 1
    return max(leistung_von_tag, nummer)


@regel("person", norm="§ 41a SGB XII", titel="Ruhen wegen Auslandsaufenthalts bis Tag")
def ruhen_bis_tag(ruhen_von_tag: Anzahl, ausland_bis: Datum, leistung_bis_tag: Anzahl, monat: Datum) -> Anzahl:
    """Letzter Tag vor der nachgewiesenen Rückkehr; 0, wenn die Leistung in diesem Monat nicht ruht."""
    ende = leistung_bis_tag
    if ausland_bis > 0:
        ende = min(ende, tage_zwischen(monat, ausland_bis))
    return ende if ruhen_von_tag > 0 and ende >= ruhen_von_tag else 0


@regel("person", norm="§ 27a Abs. 3 Satz 3, § 41a SGB XII", titel="Tage mit Leistung")
def leistungstage(
    leistung_von_tag: Anzahl, leistung_bis_tag: Anzahl, ruhen_von_tag: Anzahl, ruhen_bis_tag: Anzahl
) -> Anzahl:
    """Kalendertage des Monats, für die Leistungen in Betracht kommen."""
    if leistung_von_tag == 0:
        return 0
    ruhend = ruhen_bis_tag - ruhen_von_tag + 1 if ruhen_bis_tag > 0 else 0
    return leistung_bis_tag - leistung_von_tag + 1 - ruhend


@regel("haushalt", norm="§ 27a Abs. 3 Satz 3 SGB XII", titel="Tage, an denen der Monatsbetrag erreicht ist")
def tage_bis_monatsbetrag(monat: Datum, teilmonat_berechnung: Teilmonat) -> Anzahl:
    """Kalendertage des Monats; 0, wenn jeder Kalendertag für sich zählt."""
    return 0 if teilmonat_berechnung == Teilmonat.DREISSIGSTEL_JE_TAG else tage_im_monat(monat)


def bis_tag(betrag: Cent, tag_im_monat: Anzahl, tage: Anzahl, teiler: Anzahl) -> Cent:
    """Was bis zu einem Tag des Monats vom Monatsbetrag zusteht; am letzten Tag der ganze Betrag."""
    if tag_im_monat >= tage or tag_im_monat >= teiler:
        return betrag
    return kaufmaennisch(betrag * tag_im_monat, teiler)


def abschnitt(betrag: Cent, von: Anzahl, bis: Anzahl, tage: Anzahl, teiler: Anzahl) -> Cent:
    """Teil des Monatsbetrags vom Tag `von` bis zum Tag `bis`; bei 0 `tage` zählt jeder Kalendertag für sich."""
    if bis == 0:
        return 0
    if tage == 0:
        return min(betrag, kaufmaennisch(betrag * (bis - von + 1), teiler))
    return bis_tag(betrag, bis, tage, teiler) - bis_tag(betrag, von - 1, tage, teiler)
