"""Zahlen in deutscher Schreibweise, wie sie in Grafiken, Tabellen und Texten stehen."""

from __future__ import annotations

import math

FEHLT = "–"
STELLEN = {"Prozent": 1, "je 1.000": 1, "Euro": 0, "Personen": 0, "Standardabweichungen": 2}
SCHREIBWEISE = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", "\u00a0€"]}
GROSS = 1000


def zahl(wert: float | None, stellen: int | None = None, *, vorzeichen: bool = False) -> str:
    """„1.234,5“ mit echtem Minus; ohne Angabe der Stellen so viele, wie der Betrag braucht; fehlt der Wert: „–“.

    Gerundet wird kaufmännisch (halbe vom Nullpunkt weg), wie es die Veröffentlichungen der Städte tun.
    """
    if wert is None or math.isnan(wert):
        return FEHLT
    if stellen is None:
        stellen = 0 if abs(wert) >= GROSS or float(wert).is_integer() else 1
    stufe = 10**stellen
    ganz = math.floor(abs(wert) * stufe + 0.5 + 1e-9)
    text = f"{ganz / stufe:,.{stellen}f}".translate(str.maketrans(",.", ".,"))
    if wert < 0 and ganz:
        return "−" + text
    return "+" + text if vorzeichen and ganz else text


def mit_einheit(wert: float | None, einheit: str, stellen: int | None = None) -> str:
    """„12,3 Prozent“, „142,0 je 1.000“, „21.004 Euro“; der Abstand bricht nicht um."""
    if wert is None:
        return FEHLT
    return f"{zahl(wert, STELLEN.get(einheit) if stellen is None else stellen)}\u00a0{einheit}".strip()


def aufzaehlung(teile: list[str]) -> str:
    """„a“, „a und b“, „a, b und c“."""
    if not teile:
        return ""
    return teile[0] if len(teile) == 1 else ", ".join(teile[:-1]) + " und " + teile[-1]
