"""Deutsche Schreibweise der Zahlen in Bildern, Tabellen und Texten."""

import math

import pytest

from sozialamt.vergleich.grafik.zahlen import aufzaehlung, mit_einheit, zahl


@pytest.mark.parametrize(
    ("wert", "stellen", "text"),
    [
        (1234567, 0, "1.234.567"),
        (1234.5, 1, "1.234,5"),
        (-1.725, 2, "−1,73"),
        (0.25, 1, "0,3"),
        (2.675, 2, "2,68"),
        (-0.04, 1, "0,0"),
        (None, 1, "–"),
        (math.nan, 1, "–"),
        (12.0, None, "12"),
        (12.34, None, "12,3"),
        (21004.4, None, "21.004"),
    ],
)
def test_eine_zahl_steht_in_deutscher_schreibweise(wert, stellen, text):
    assert zahl(wert, stellen) == text


def test_das_vorzeichen_steht_nur_wo_es_verlangt_ist_und_nie_an_der_null():
    assert zahl(1.5, 1, vorzeichen=True) == "+1,5"
    assert zahl(1.5, 1) == "1,5"
    assert zahl(0.0, 1, vorzeichen=True) == "0,0"


def test_die_einheit_bestimmt_die_stellen_und_haengt_untrennbar_an_der_zahl():
    assert mit_einheit(21004.4, "Euro") == "21.004\u00a0Euro"
    assert mit_einheit(12, "Prozent") == "12,0\u00a0Prozent"
    assert mit_einheit(None, "Prozent") == "–"


def test_eine_aufzaehlung_endet_mit_und():
    assert [aufzaehlung(t) for t in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a und b", "a, b und c"]
