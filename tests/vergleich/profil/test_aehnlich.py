"""Ähnliche Städte und „Was wäre, wenn“: nachrechenbar von Hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.vergleich.profil.aehnlich import abstand, gruppen, naechste
from sozialamt.vergleich.profil.wenn import Wenn

LAGEN = {"A": [0.0, 0.0], "B": [0.1, 0.0], "C": [3.0, 3.0], "D": [3.1, 3.0], "E": [-5.0, 5.0]}


def test_der_abstand_ist_der_mittlere_unterschied_je_indikator():
    assert abstand([0, 0], [3, 4]) == pytest.approx((12.5) ** 0.5)
    assert abstand([1, 2, 3], [1, 2, 3]) == 0


def test_wer_nahe_beieinander_liegt_steht_in_einer_gruppe():
    assert gruppen(LAGEN, 3) == (("A", "B"), ("C", "D"), ("E",))
    assert gruppen(LAGEN, 1) == (("A", "B", "C", "D", "E"),)


def test_die_naechsten_staedte_stehen_nach_abstand():
    assert [name for name, _ in naechste("A", LAGEN)] == ["B", "C", "D"]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.floats(-3, 3), min_size=2, max_size=2), min_size=1))
def test_jede_stadt_steht_in_genau_einer_gruppe(lagen):
    gefunden = gruppen(lagen, 3)
    assert sorted(s for g in gefunden for s in g) == sorted(lagen)
    assert len(gefunden) == min(3, len(lagen))


def _wenn(eigene: int, fremde: int, bezug: int = 100_000) -> Wenn:
    return Wenn("Dortmund", "Essen", Fraction(eigene), Fraction(fremde), bezug, "Einwohner")


def test_mit_der_fremden_dichte_sind_es_so_viele_menschen():
    fall = _wenn(100, 150)
    assert (fall.eigene, fall.gedachte, fall.unterschied) == (10_000, 15_000, 5_000)
    assert "rund 5.000 Menschen mehr die Leistung (50,0 Prozent)" in fall.satz


def test_weniger_heisst_weniger():
    assert "rund 2.500 Menschen weniger die Leistung (25,0 Prozent)" in _wenn(100, 75).satz


def test_gleiche_dichte_aendert_nichts():
    assert "ändert sich in Dortmund nichts" in _wenn(100, 100).satz


def test_kleine_unterschiede_verschwinden_nicht_in_der_rundung():
    assert "rund 10 Menschen mehr" in _wenn(100, 101, 10_000).satz
