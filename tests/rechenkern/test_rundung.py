"""Whole-number rounding against an independent decimal calculation."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.rechenkern.rundung import (
    abrunden,
    anteil,
    aufrunden,
    kaufmaennisch,
    volle_euro,
    volle_euro_abgerundet,
    volle_euro_aufgerundet,
)

ZAEHLER = st.integers(-(10**14), 10**14)
NENNER = st.integers(1, 10**7)


def genau(zaehler, nenner, art):
    return int((Decimal(zaehler) / Decimal(nenner)).quantize(Decimal(1), art))


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**4))
def test_kaufmaennisch_rundet_halbe_von_null_weg(zaehler, nenner):
    assert kaufmaennisch(zaehler, nenner) == genau(zaehler, nenner, ROUND_HALF_UP)


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**4))
def test_auf_und_abrunden_wie_mit_dezimalzahlen(zaehler, nenner):
    assert aufrunden(zaehler, nenner) == genau(zaehler, nenner, ROUND_CEILING)
    assert abrunden(zaehler, nenner) == genau(zaehler, nenner, ROUND_FLOOR)


@given(ZAEHLER, NENNER)
def test_rundungen_liegen_um_weniger_als_eins_am_bruch(zaehler, nenner):
    assert abrunden(zaehler, nenner) * nenner <= zaehler <= aufrunden(zaehler, nenner) * nenner
    assert abs(2 * (kaufmaennisch(zaehler, nenner) * nenner - zaehler)) <= nenner


@pytest.mark.parametrize(
    ("betrag", "satz", "erwartet"),
    [(40400, 1700, 6868), (56300, 1700, 9571), (50600, 230, 1164), (56300, 3600, 20268), (-40400, 1700, -6868)],
)
def test_anteil_ist_centgenau(betrag, satz, erwartet):
    assert anteil(betrag, satz) == erwartet


def test_volle_euro():
    assert [volle_euro(b) for b in (5049, 5050, -5050)] == [5000, 5100, -5100]
    assert volle_euro_aufgerundet(39_401) == 39_500
    assert volle_euro_abgerundet(39_499) == 39_400
