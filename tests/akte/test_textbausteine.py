"""Jeder Textbaustein jeder Leistung ist lesbar, belegt und in jedem Monat seiner Geltung berechenbar."""

import re

import pytest

from sozialamt.akte.begruendung import Baustein, bausteine, bescheidziele
from sozialamt.akte.schreiben.daten import Bescheidart
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.rechenkern.plan import plane

MIT_TEXTEN = [s for s in steckbriefe().values() if bausteine(s.schluessel)]
PERSON = "\x000\x00"
"""Marke von {person} in einem gelesenen Baustein; {person_dativ} hat eine andere."""
ALLE = [pytest.param(s, b, id=b.name) for s in MIT_TEXTEN for b in bausteine(s.schluessel)]
MONATE = [f"{jahr}-{monat:02d}" for jahr in range(2019, 2027) for monat in (1, 3, 6, 7, 12)]


def wortlaut(baustein: Baustein) -> str:
    return "".join(t if isinstance(t, str) else t.ausdruck.text for t in baustein.teile)


def test_jede_leistung_hat_texte_fuer_jede_art_der_entscheidung():
    assert {s.schluessel for s in MIT_TEXTEN} == set(steckbriefe())
    for steckbrief in MIT_TEXTEN:
        arten = {art for b in bausteine(steckbrief.schluessel) for art in b.arten}
        assert arten >= {Bescheidart.BEWILLIGUNG, Bescheidart.ABLEHNUNG, Bescheidart.AENDERUNG}, steckbrief.schluessel


@pytest.mark.parametrize(("steckbrief", "baustein"), ALLE)
def test_jeder_baustein_ist_ein_satz_mit_vorschrift(steckbrief, baustein):
    text = wortlaut(baustein)
    assert "§" in text
    assert text.endswith(".")
    assert not re.search(r"[{}]", text)


FALSCHER_FALL = re.compile(r"\b(von|bei|mit|aus|zu|nach) \x00")
SUBJEKT = re.compile(r"(^|[.;] |\b(dass|weil|die|der|in der) )\x00 (?!und\b)[a-zäöü]")


@pytest.mark.parametrize(("steckbrief", "baustein"), ALLE)
def test_der_satz_stimmt_auch_mit_sie_und_mit_mehreren_personen(steckbrief, baustein):
    """„Sie lebt“, „von Sie“ und „Anna und Bernd hat“ stehen in keinem Bescheid."""
    teile = [t if isinstance(t, str) else "1" for t in baustein.teile]
    text = "".join("\x00" if teil == PERSON else teil.replace("\x00", "") for teil in teile)
    assert not FALSCHER_FALL.search(text) and not SUBJEKT.search(text), text


@pytest.mark.parametrize("steckbrief", MIT_TEXTEN, ids=lambda s: s.schluessel)
@pytest.mark.parametrize("monat", MONATE)
def test_jeder_platzhalter_ist_berechenbar_solange_der_baustein_gilt(steckbrief, monat):
    plan = plane(regelwerk(), bescheidziele(steckbrief, monat), int(monat.replace("-", "") + "01"))
    da = {s.name for s in plan.schritte} | {m.name for m in plan.merkmale} | {*plan.parameter, *plan.einstellungen}
    for baustein in bausteine(steckbrief.schluessel):
        if any(baustein.gilt(art, monat) for art in baustein.arten):
            assert set(baustein.namen) <= da, baustein.name


@pytest.mark.parametrize("steckbrief", MIT_TEXTEN, ids=lambda s: s.schluessel)
def test_jeder_ablehnungsgrund_den_die_regel_geben_kann_hat_einen_text(steckbrief):
    """Gründe, die die andere Leistung betreffen, gibt die Regel nicht zurück; sie stehen in ihrem Quelltext nicht."""
    auswahl = regelwerk().regeln[steckbrief.ablehnung][0].auswahl
    bedingungen = [b.bedingung for b in bausteine(steckbrief.schluessel) if Bescheidart.ABLEHNUNG in b.arten]
    begruendet = {
        wert
        for bedingung in bedingungen
        if bedingung
        for wert in auswahl
        if bedingung.optionen.get(wert.schluessel) == wert
    }
    nur_anderswo = {
        "hilfe_zum_lebensunterhalt": {"KAPITEL_3", "AUSLANDSAUFENTHALT", "HERBEIGEFUEHRT", "UNTERHALTSPFLICHTIGE"},
        "grundsicherung_alter_erwerbsminderung": {"KAPITEL_4"},
    }.get(steckbrief.schluessel, set())
    assert {w.name for w in auswahl if w} - {w.name for w in begruendet} == nur_anderswo
