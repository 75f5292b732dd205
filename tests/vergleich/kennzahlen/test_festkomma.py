"""Rundung: kaufmännisch, einmal, spaltenweise wie einzeln."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.vergleich.kennzahlen.festkomma import als_dezimal, gerundet, runde_bruch


def test_die_haelfte_geht_von_der_null_weg() -> None:
    assert [runde_bruch(z, 2) for z in (1, -1, 3, -3)] == [1, -1, 2, -2]
    assert als_dezimal(Fraction(25, 1000), 2) == Decimal("0.03")
    assert als_dezimal(Fraction(-25, 1000), 2) == Decimal("-0.03")


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**9), st.integers(0, 4))
def test_rundet_wie_dezimalbrueche(zaehler: int, nenner: int, stellen: int) -> None:
    with localcontext() as umgebung:
        umgebung.prec = 60
        erwartet = (Decimal(zaehler) / nenner).quantize(Decimal(1).scaleb(-stellen), rounding=ROUND_HALF_UP)
    assert als_dezimal(Fraction(zaehler, nenner), stellen) == erwartet


@given(st.lists(st.tuples(st.integers(-(10**15), 10**15), st.integers(1, 10**9)), min_size=1))
def test_spalten_runden_wie_einzelne_zahlen(paare: list[tuple[int, int]]) -> None:
    tafel = pl.DataFrame(paare, schema={"z": pl.Int128, "n": pl.Int128}, orient="row")
    assert tafel.select(gerundet(pl.col("z"), pl.col("n"))).to_series().to_list() == [runde_bruch(*p) for p in paare]


def test_ein_nenner_von_null_hat_keinen_wert() -> None:
    tafel = pl.DataFrame({"z": [1], "n": [0]}, schema={"z": pl.Int128, "n": pl.Int128})
    assert tafel.select(gerundet(pl.col("z"), pl.col("n"))).item() is None
