"""Verfahren als Daten: vollständig, ohne Sackgasse, mit Norm an jeder Frist."""

import pytest

from sozialamt.leistungen import vorgangsarten
from sozialamt.leistungen.vorgangsart import Fristvorgabe, Uebergang, Vorgangsart, Vorgangszustand

ARTEN = vorgangsarten().values()
A, B = Vorgangszustand("a", "A"), Vorgangszustand("b", "B", schluss=True)


@pytest.mark.parametrize("art", ARTEN, ids=lambda a: a.schluessel)
def test_aus_jedem_offenen_zustand_fuehrt_ein_weg_zum_ende(art):
    erreicht = {z.schluessel for z in art.zustaende if z.schluss}
    assert erreicht
    while neue := {z for u in art.uebergaenge if u.nach in erreicht for z in u.von} - erreicht:
        erreicht |= neue
    assert erreicht == {z.schluessel for z in art.zustaende}


@pytest.mark.parametrize("art", ARTEN, ids=lambda a: a.schluessel)
def test_jeder_zustand_ist_vom_anfang_aus_erreichbar(art):
    erreicht = {art.anfang.schluessel}
    while neue := {u.nach for u in art.uebergaenge if u.nach and erreicht & set(u.von)} - erreicht:
        erreicht |= neue
    assert erreicht == {z.schluessel for z in art.zustaende}


@pytest.mark.parametrize("art", ARTEN, ids=lambda a: a.schluessel)
def test_jede_frist_nennt_ihre_norm_und_wird_von_einem_schritt_erledigt(art):
    fristen = [*art.fristen, *(f for u in art.uebergaenge for f in u.fristen)]
    assert art.norm
    assert all(f.norm for f in fristen)
    erledigt = {s for u in art.uebergaenge for s in u.erledigt}
    assert {f.schluessel for f in fristen} <= erledigt


@pytest.mark.parametrize(
    ("uebergaenge", "grund"),
    [
        ((Uebergang("x", "X", ("a",), "c"),), "unbekannte Zustände"),
        ((Uebergang("x", "X", ("a",), "b"), Uebergang("x", "X", ("a",), "a")), "zweimal"),
        ((Uebergang("x", "X", ("b",), "a"),), "führt kein Weg"),
    ],
)
def test_ein_widerspruechliches_verfahren_laesst_sich_nicht_beschreiben(uebergaenge, grund):
    with pytest.raises(ValueError, match=grund):
        Vorgangsart("t", "T", "§", (A, B), uebergaenge)


def test_eine_frist_zaehlt_in_tagen_oder_in_monaten():
    with pytest.raises(ValueError, match="entweder Monate oder Tage"):
        Fristvorgabe("t", "T", "§", monate=1, tage=1)
