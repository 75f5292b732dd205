"""Exact ratios over integer columns: no float enters a value, and a value is rounded once.

A base value is an integer in units of 10^-stellen. A ratio keeps numerator and denominator as Int128; its value for
comparisons is a fixed-point integer with `NACHKOMMA` decimals, rounded half away from zero (kaufmännisch, DIN 1333).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import polars as pl

NACHKOMMA = 9
EINS = 10**NACHKOMMA


def runde_bruch(zaehler: int, nenner: int) -> int:
    """Kaufmännisch auf die ganze Zahl; die Hälfte geht von der Null weg."""
    if nenner < 0:
        zaehler, nenner = -zaehler, -nenner
    betrag = (2 * abs(zaehler) + nenner) // (2 * nenner)
    return betrag if zaehler >= 0 else -betrag


def als_dezimal(bruch: Fraction, stellen: int) -> Decimal:
    """Ein Bruch, einmal gerundet auf `stellen` Nachkommastellen."""
    return Decimal(runde_bruch(bruch.numerator * 10**stellen, bruch.denominator)).scaleb(-stellen)


def aus_festkomma(fest: int, stellen: int) -> Decimal:
    """Ein Festkommawert, gerundet auf `stellen` Nachkommastellen."""
    return als_dezimal(Fraction(fest, EINS), stellen)


def gerundet(zaehler: pl.Expr, nenner: pl.Expr) -> pl.Expr:
    """Columnar `runde_bruch` for denominators above zero; null where a side is missing or the denominator is not."""
    betrag = (zaehler.abs() * 2 + nenner) // (nenner * 2)
    ergebnis = pl.when(zaehler < 0).then(betrag * -1).otherwise(betrag)
    return pl.when(nenner > 0).then(ergebnis).otherwise(None)


def als_zahl(fest: pl.Expr) -> pl.Expr:
    """Fixed point as float, for standard deviations and drawings only."""
    return fest.cast(pl.Float64) / EINS
