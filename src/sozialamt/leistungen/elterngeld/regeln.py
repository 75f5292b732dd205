"""Elterngeld: Dauer, Ablehnung und Anspruch (§§ 4 bis 4c BEEG)."""

from sozialamt.leistungen.elterngeld.auswahl import ElterngeldAblehnung, ElterngeldArt
from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, Position, beim, regel, summe_an
from sozialamt.rechenkern.kalender import tage_zwischen
from sozialamt.rechenkern.rundung import abrunden

Tabelle = tuple[int, ...]


@regel("person", norm="§ 4 Abs. 5 BEEG", titel="Weitere Monate bei Frühgeburt")
def elterngeld_fruehgeburt(
    elterngeld_stichtag: Datum,
    elterngeld_errechneter_termin: Datum,
    elterngeld_fruehgeburt_wochen: Tabelle,
    elterngeld_tage_je_woche: Anzahl,
    elterngeld_fruehgeburt_monate: Tabelle,
    elterngeld_fassung: Anzahl,
) -> Anzahl:
    """Ein Monat je erreichter Stufe (6, 8, 12, 16 Wochen) für Geburten ab September 2021."""
    if elterngeld_stichtag == 0 or elterngeld_errechneter_termin == 0:
        return 0
    wochen = abrunden(tage_zwischen(elterngeld_stichtag, elterngeld_errechneter_termin), elterngeld_tage_je_woche)
    stufen = 0
    for grenze in elterngeld_fruehgeburt_wochen:
        if wochen >= grenze:
            stufen += 1
    return stufen * elterngeld_fruehgeburt_monate[elterngeld_fassung]


@regel("person", norm="§ 4 Abs. 1, 5 BEEG", titel="Lebensmonat außerhalb des Bezugszeitraums")
def elterngeld_zeitraum_ueberschritten(
    elterngeld_massgebende_art: ElterngeldArt,
    elterngeld_lebensmonat: Anzahl,
    elterngeld_basis_bis: Anzahl,
    elterngeld_fruehgeburt: Anzahl,
    elterngeld_plus_ende: Anzahl,
    elterngeld_fortlaufend: bool,
) -> bool:
    """Basiselterngeld bis zum 14. Lebensmonat; danach Elterngeld Plus ohne Unterbrechung."""
    if elterngeld_lebensmonat <= elterngeld_basis_bis + elterngeld_fruehgeburt:
        return False
    if elterngeld_massgebende_art == ElterngeldArt.BASIS or not elterngeld_fortlaufend:
        return True
    return elterngeld_plus_ende > 0 and elterngeld_lebensmonat > elterngeld_plus_ende


@regel("person", norm="§ 4 Abs. 1 Satz 4 BEEG", titel="Letzter Lebensmonat für Elterngeld Plus")
def elterngeld_plus_ende(elterngeld_plus_bis: Tabelle, elterngeld_fassung: Anzahl) -> Anzahl:
    """Für Geburten ab September 2021 der 32. Lebensmonat; 0 ohne Grenze."""
    return elterngeld_plus_bis[elterngeld_fassung]


@regel("person", norm="§ 4 Abs. 3, 5 BEEG", titel="Monatsbeträge, die beiden Eltern zustehen")
def elterngeld_monate_beide(
    elterngeld_monate_gemeinsam: Anzahl,
    elterngeld_fruehgeburt: Anzahl,
    elterngeld_minderung: bool,
    elterngeld_partnermonate: Anzahl,
) -> Anzahl:
    """Zwölf, bei Frühgeburt mehr, und zwei Partnermonate bei Minderung des Einkommens."""
    monate = elterngeld_monate_gemeinsam + elterngeld_fruehgeburt
    return monate + elterngeld_partnermonate if elterngeld_minderung else monate


@regel("person", norm="§ 4 Abs. 4, 5, § 4c BEEG", titel="Monatsbeträge, die einem Elternteil zustehen")
def elterngeld_monate_eigene(
    elterngeld_monate_elternteil: Anzahl,
    elterngeld_fruehgeburt: Anzahl,
    elterngeld_allein: bool,
    elterngeld_monate_beide: Anzahl,
) -> Anzahl:
    """Höchstens zwölf, bei Frühgeburt mehr; allein auch die Partnermonate."""
    if elterngeld_allein:
        return elterngeld_monate_beide
    return elterngeld_monate_elternteil + elterngeld_fruehgeburt


@regel("person", norm="§ 4 Abs. 3 Satz 3 BEEG", titel="Verbrauchte eigene Monate, in halben Monaten")
def elterngeld_verbraucht(
    elterngeld_massgebende_art: ElterngeldArt,
    elterngeld_basis_bisher: Anzahl,
    elterngeld_plus_bisher: Anzahl,
    elterngeld_halbe_monate: Anzahl,
) -> Anzahl:
    """Mit diesem Lebensmonat; Elterngeld Plus zählt halb."""
    bisher = elterngeld_basis_bisher * elterngeld_halbe_monate + elterngeld_plus_bisher
    return bisher + (elterngeld_halbe_monate if elterngeld_massgebende_art == ElterngeldArt.BASIS else 1)


@regel("person", norm="§ 4 Abs. 3 bis 5 BEEG", titel="Monatsbeträge verbraucht")
def elterngeld_monate_verbraucht(
    elterngeld_verbraucht: Anzahl,
    elterngeld_basis_anderer: Anzahl,
    elterngeld_plus_anderer: Anzahl,
    elterngeld_halbe_monate: Anzahl,
    elterngeld_monate_eigene: Anzahl,
    elterngeld_monate_beide: Anzahl,
) -> bool:
    """Eigener oder gemeinsamer Höchstbetrag überschritten."""
    anderer = elterngeld_basis_anderer * elterngeld_halbe_monate + elterngeld_plus_anderer
    if elterngeld_verbraucht > elterngeld_monate_eigene * elterngeld_halbe_monate:
        return True
    return elterngeld_verbraucht + anderer > elterngeld_monate_beide * elterngeld_halbe_monate


@beim("partner", sonst=0, norm="§ 4 Abs. 6 BEEG", titel="Anderer Elternteil beansprucht Basiselterngeld")
def elterngeld_partner_basis(elterngeld_massgebende_art: ElterngeldArt) -> bool:
    """Für denselben Kalendermonat."""
    return elterngeld_massgebende_art == ElterngeldArt.BASIS


@beim("partner", sonst=-1, norm="§ 4 Abs. 6 BEEG", titel="Kind des anderen Elternteils")
def elterngeld_partner_kind(elterngeld_kind: Position) -> Position:
    """Kind, für das der Partner Elterngeld beansprucht."""
    return elterngeld_kind


@regel("person", norm="§ 4 Abs. 6 BEEG", titel="Beide Eltern beanspruchen zugleich Basiselterngeld")
def elterngeld_beide_basis(
    elterngeld_massgebende_art: ElterngeldArt,
    elterngeld_partner_basis: bool,
    elterngeld_partner_kind: Position,
    elterngeld_kind: Position,
) -> bool:
    """Für dasselbe Kind und denselben Lebensmonat."""
    if elterngeld_massgebende_art != ElterngeldArt.BASIS:
        return False
    return elterngeld_partner_basis and elterngeld_partner_kind == elterngeld_kind


@regel("person", norm="§ 4 Abs. 6 Satz 4 BEEG", titel="Ausnahme vom Verbot gleichzeitigen Bezugs")
def elterngeld_gleichzeitig_erlaubt(
    elterngeld_mehrlinge: Anzahl, elterngeld_fruehgeburt: Anzahl, elterngeld_gleichzeitig_ausnahme: bool
) -> bool:
    """Mehrlinge, Frühgeburt oder Behinderung des Kindes."""
    return elterngeld_mehrlinge > 1 or elterngeld_fruehgeburt > 0 or elterngeld_gleichzeitig_ausnahme


@regel("person", norm="§ 4 Abs. 6 BEEG", titel="Gleichzeitiger Bezug unzulässig")
def elterngeld_gleichzeitig_unzulaessig(
    elterngeld_beide_basis: bool,
    elterngeld_gleichzeitig_erlaubt: bool,
    elterngeld_gleichzeitig_hoechstens: Tabelle,
    elterngeld_fassung: Anzahl,
    elterngeld_gleichzeitig_bisher: Anzahl,
    elterngeld_gleichzeitig_bis: Anzahl,
    elterngeld_lebensmonat: Anzahl,
) -> bool:
    """Für Geburten ab April 2024 nur in einem der ersten zwölf Lebensmonate."""
    hoechstens = elterngeld_gleichzeitig_hoechstens[elterngeld_fassung]
    if not elterngeld_beide_basis or elterngeld_gleichzeitig_erlaubt or hoechstens == 0:
        return False
    return elterngeld_gleichzeitig_bisher >= hoechstens or elterngeld_lebensmonat > elterngeld_gleichzeitig_bis


@beim("partner", sonst=0, norm="§ 4b Abs. 1 BEEG", titel="Wochenstunden des anderen Elternteils")
def elterngeld_partner_stunden(elterngeld_wochenstunden: Anzahl) -> Anzahl:
    """Im Durchschnitt des Lebensmonats."""
    return elterngeld_wochenstunden


@regel("person", norm="§ 4b Abs. 1, § 4c Abs. 2 BEEG", titel="Arbeitszeit für den Partnerschaftsbonus")
def elterngeld_bonus_stunden(
    elterngeld_wochenstunden: Anzahl,
    elterngeld_partner_stunden: Anzahl,
    elterngeld_allein: bool,
    elterngeld_bonus_stunden_mindestens: Tabelle,
    elterngeld_wochenstunden_hoechstens: Tabelle,
    elterngeld_fassung: Anzahl,
) -> bool:
    """24 bis 32 (Geburten bis August 2021: 25 bis 30) Stunden, beide Eltern oder der allein Beziehende."""
    von = elterngeld_bonus_stunden_mindestens[elterngeld_fassung]
    bis = elterngeld_wochenstunden_hoechstens[elterngeld_fassung]
    if elterngeld_wochenstunden < von or elterngeld_wochenstunden > bis:
        return False
    return elterngeld_allein or von <= elterngeld_partner_stunden <= bis


@regel("person", norm="§ 4b Abs. 2, 3 BEEG", titel="Monate für den Partnerschaftsbonus")
def elterngeld_bonus_dauer(
    elterngeld_bonus_monate: Anzahl,
    elterngeld_bonus_bisher: Anzahl,
    elterngeld_bonus_monate_mindestens: Tabelle,
    elterngeld_bonus_monate_hoechstens: Tabelle,
    elterngeld_fassung: Anzahl,
) -> bool:
    """Zwei bis vier (Geburten bis August 2021: genau vier) aufeinander folgende Monate."""
    hoechstens = elterngeld_bonus_monate_hoechstens[elterngeld_fassung]
    if elterngeld_bonus_monate < elterngeld_bonus_monate_mindestens[elterngeld_fassung]:
        return False
    return elterngeld_bonus_monate <= hoechstens and elterngeld_bonus_bisher < hoechstens


@regel("person", norm="§ 1 BEEG", titel="Hindernis in der Person")
def elterngeld_hindernis_person(
    elterngeld_haushalt: bool,
    elterngeld_lebensmonat: Anzahl,
    kindergeld_aufenthalt: bool,
    elterngeld_einkommensgrenze_ueberschritten: bool,
    elterngeld_arbeitszeit: bool,
    elterngeld_antrag_verspaetet: bool,
) -> ElterngeldAblehnung:
    """Voraussetzungen des § 1 und Antrag; das Aufenthaltsrecht wie beim Kindergeld (§ 1 Abs. 7)."""
    if not elterngeld_haushalt:
        return ElterngeldAblehnung.KEIN_KIND
    if elterngeld_lebensmonat == 0:
        return ElterngeldAblehnung.VOR_GEBURT
    if not kindergeld_aufenthalt:
        return ElterngeldAblehnung.AUFENTHALT
    if elterngeld_einkommensgrenze_ueberschritten:
        return ElterngeldAblehnung.EINKOMMENSGRENZE
    if not elterngeld_arbeitszeit:
        return ElterngeldAblehnung.ARBEITSZEIT
    return ElterngeldAblehnung.ANTRAG_VERSPAETET if elterngeld_antrag_verspaetet else ElterngeldAblehnung.KEIN_GRUND


@regel("person", norm="§ 4b, § 4 Abs. 4 a. F. BEEG", titel="Hindernis beim Partnerschaftsbonus")
def elterngeld_hindernis_bonus(
    elterngeld_massgebende_art: ElterngeldArt, elterngeld_bonus_stunden: bool, elterngeld_bonus_dauer: bool
) -> bool:
    """Nur für Monate mit Partnerschaftsbonus."""
    if elterngeld_massgebende_art != ElterngeldArt.PARTNERSCHAFTSBONUS:
        return False
    return not elterngeld_bonus_stunden or not elterngeld_bonus_dauer


@regel("person", norm="§ 28 BEEG", titel="Art des Elterngeldes nicht vorgesehen")
def elterngeld_art_fehlt(
    elterngeld_als_plus: bool, elterngeld_bonus_monate_hoechstens: Tabelle, elterngeld_fassung: Anzahl
) -> bool:
    """Elterngeld Plus gibt es für Geburten ab Juli 2015."""
    return elterngeld_als_plus and elterngeld_bonus_monate_hoechstens[elterngeld_fassung] == 0


@regel("person", norm="§§ 4 bis 4b BEEG", titel="Hindernis in der Bezugsdauer")
def elterngeld_hindernis_dauer(
    elterngeld_massgebende_art: ElterngeldArt,
    elterngeld_zeitraum_ueberschritten: bool,
    elterngeld_monate_verbraucht: bool,
    elterngeld_mindestens_zwei_monate: bool,
    elterngeld_gleichzeitig_unzulaessig: bool,
    elterngeld_hindernis_bonus: bool,
) -> ElterngeldAblehnung:
    """Zeitraum, Monatsbeträge, gleichzeitiger Bezug; der Partnerschaftsbonus kommt zu den Monaten hinzu."""
    if elterngeld_zeitraum_ueberschritten:
        return ElterngeldAblehnung.ZEITRAUM
    if elterngeld_hindernis_bonus:
        return ElterngeldAblehnung.PARTNERSCHAFTSBONUS
    if elterngeld_monate_verbraucht and elterngeld_massgebende_art != ElterngeldArt.PARTNERSCHAFTSBONUS:
        return ElterngeldAblehnung.MONATE_VERBRAUCHT
    if not elterngeld_mindestens_zwei_monate:
        return ElterngeldAblehnung.MINDESTBEZUG
    return ElterngeldAblehnung.GLEICHZEITIG if elterngeld_gleichzeitig_unzulaessig else ElterngeldAblehnung.KEIN_GRUND


_KLEINKIND = "Kinder, für die Elterngeld in Betracht kommt"


@summe_an("elternteil_1", norm="§ 1 Abs. 1, § 4 Abs. 1 BEEG", titel=_KLEINKIND + " (erster Elternteil)")
def elterngeld_kleinkinder_1(alter_monatsbeginn: Jahre, elterngeld_geschwister_zwei: Jahre) -> Anzahl:
    """Kinder im Haushalt vor der Vollendung des dritten Lebensjahres."""
    return 1 if alter_monatsbeginn < elterngeld_geschwister_zwei else 0


@summe_an("elternteil_2", norm="§ 1 Abs. 1, § 4 Abs. 1 BEEG", titel=_KLEINKIND + " (zweiter Elternteil)")
def elterngeld_kleinkinder_2(alter_monatsbeginn: Jahre, elterngeld_geschwister_zwei: Jahre) -> Anzahl:
    """Kinder im Haushalt vor der Vollendung des dritten Lebensjahres."""
    return 1 if alter_monatsbeginn < elterngeld_geschwister_zwei else 0


@regel("person", norm="§ 1 Abs. 1, § 7 Abs. 1 BEEG", titel="Elterngeld kann beantragt werden")
def elterngeld_antrag_moeglich(
    elterngeld_kind: Position, elterngeld_kleinkinder_1: Anzahl, elterngeld_kleinkinder_2: Anzahl
) -> bool:
    """Ein Kind ist benannt, oder ein eigenes Kind unter drei Jahren lebt im Haushalt."""
    return elterngeld_kind >= 0 or elterngeld_kleinkinder_1 + elterngeld_kleinkinder_2 > 0


@regel("person", norm="§§ 1 bis 4b, 7 BEEG", titel="Grund, aus dem kein Elterngeld zusteht")
def elterngeld_ablehnung(
    elterngeld_art: ElterngeldArt,
    elterngeld_antrag_moeglich: bool,
    elterngeld_hindernis_person: ElterngeldAblehnung,
    elterngeld_art_fehlt: bool,
    elterngeld_hindernis_dauer: ElterngeldAblehnung,
    elterngeld_betrag: Cent,
) -> ElterngeldAblehnung:
    """Prüfung in der Reihenfolge des Gesetzes."""
    if elterngeld_art == ElterngeldArt.KEINES:
        return ElterngeldAblehnung.NICHT_BEANTRAGT if elterngeld_antrag_moeglich else ElterngeldAblehnung.KEIN_KLEINKIND
    if elterngeld_hindernis_person != ElterngeldAblehnung.KEIN_GRUND:
        return elterngeld_hindernis_person
    if elterngeld_art_fehlt:
        return ElterngeldAblehnung.ART_NICHT_VORGESEHEN
    if elterngeld_hindernis_dauer != ElterngeldAblehnung.KEIN_GRUND:
        return elterngeld_hindernis_dauer
    return ElterngeldAblehnung.ANGERECHNET if elterngeld_betrag == 0 else ElterngeldAblehnung.KEIN_GRUND


@regel("person", norm="§§ 1 bis 4b BEEG", titel="Elterngeld")
def elterngeld(elterngeld_betrag: Cent, elterngeld_ablehnung: ElterngeldAblehnung) -> Cent:
    """Betrag für den Lebensmonat, der in diesem Kalendermonat beginnt."""
    return elterngeld_betrag if elterngeld_ablehnung == ElterngeldAblehnung.KEIN_GRUND else 0
