"""Wendet die Regeln auf die Werte einer Stadt an. Rechnet mit ganzen Zahlen und Brüchen, schreibt nichts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import yaml

from sozialamt.vergleich.kennzahlen.festkomma import als_dezimal
from sozialamt.vergleich.kennzahlen.katalog import Groesse, Kennzahl, katalog

if TYPE_CHECKING:
    import polars as pl

DATEI = Path(__file__).parent / "regeln.yaml"
TEXTLAENGE = 400
Kennzahlwerte = Mapping[tuple[str, str, int], Fraction]


@dataclass(frozen=True, slots=True)
class Befund:
    """Eine Regel trifft auf einen Wert zu. `fassung` ist die Prüfsumme der beteiligten Werte."""

    regel: str
    groesse: str
    jahr: int
    schwere: str
    text: str
    fassung: str


@dataclass(frozen=True, slots=True)
class Lage:
    """Was eine Regel sieht: die Werte der Stadt (Größe, Jahr) und Kennzahlen aller sichtbaren Städte."""

    stadt: str
    werte: Mapping[tuple[str, int], int]
    kennzahlen: Kennzahlwerte
    groessen: Mapping[str, Groesse]
    jahre: Sequence[int]

    def text(self, groesse: str, wert: int) -> str:
        """Ein Wert mit Einheit, wie man ihn liest."""
        g = self.groessen[groesse]
        return f"{_deutsch(Decimal(wert).scaleb(-g.stellen))} {g.einheit}"


@cache
def regeln() -> dict[str, dict[str, Any]]:
    """Alle Regeln; jede Art ist bekannt, jede genannte Größe steht im Katalog (ein Test prüft es)."""
    return dict(yaml.safe_load(DATEI.read_text(encoding="utf-8"))["regeln"])


def pruefe(lage: Lage) -> list[Befund]:
    """Alle Befunde für die Jahre der Lage."""
    return [
        Befund(name, groesse, jahr, regel["schwere"], text[:TEXTLAENGE], _fassung(beteiligte))
        for name, regel in regeln().items()
        for groesse, jahr, text, beteiligte in ARTEN[regel["art"]](regel, lage)
    ]


Treffer = tuple[str, int, str, Sequence[object]]


def _summe(regel: dict[str, Any], lage: Lage) -> Iterator[Treffer]:
    groesse, teile = regel["groesse"], regel["teile"]
    for jahr in lage.jahre:
        ganzes = lage.werte.get((groesse, jahr))
        stuecke = [lage.werte.get((teil, jahr)) for teil in teile]
        if ganzes is None or any(stueck is None for stueck in stuecke):
            continue
        summe = sum(stueck for stueck in stuecke if stueck is not None)
        if abs(ganzes - summe) > regel.get("toleranz", 0):
            text = f"{lage.text(groesse, ganzes)} statt {lage.text(groesse, summe)}. {regel['titel']}."
            yield groesse, jahr, text, (ganzes, *stuecke)


def _hoechstens(regel: dict[str, Any], lage: Lage) -> Iterator[Treffer]:
    for jahr in lage.jahre:
        teil, ganzes = lage.werte.get((regel["groesse"], jahr)), lage.werte.get((regel["von"], jahr))
        if teil is not None and ganzes is not None and teil > ganzes:
            text = f"{lage.text(regel['groesse'], teil)} bei {lage.text(regel['von'], ganzes)}. {regel['titel']}."
            yield regel["groesse"], jahr, text, (teil, ganzes)


def _spanne(regel: dict[str, Any], lage: Lage) -> Iterator[Treffer]:
    for jahr in lage.jahre:
        wert = lage.kennzahlen.get((lage.stadt, regel["kennzahl"], jahr))
        if wert is not None and not regel["von"] <= wert <= regel["bis"]:
            grenzen = f"{_deutsch(Decimal(regel['von']))} bis {_deutsch(Decimal(regel['bis']))}"
            text = f"{regel['titel']}: {_deutsch(als_dezimal(wert, 0))}, üblich sind {grenzen}. {regel['grund']}"
            yield regel["groesse"], jahr, text, (wert,)


def _veraenderung(regel: dict[str, Any], lage: Lage) -> Iterator[Treffer]:
    for groesse in regel["groessen"]:
        for jahr in lage.jahre:
            neu, alt = lage.werte.get((groesse, jahr)), lage.werte.get((groesse, jahr - 1))
            if neu is None or alt is None or abs(neu - alt) < regel["mindestens"]:
                continue
            grenze, anlass = _grenze(regel, groesse, jahr)
            if abs(neu - alt) * 100 > grenze * alt:
                sprung = f"{als_dezimal(Fraction(100 * (neu - alt), alt), 1):+}".replace(".", ",") if alt else "neu"
                zahlen = f"{lage.text(groesse, alt)} → {lage.text(groesse, neu)} ({sprung} Prozent)"
                yield groesse, jahr, f"{zahlen}. {anlass or regel['grund']}", (alt, neu)


def _grenze(regel: dict[str, Any], groesse: str, jahr: int) -> tuple[int, str]:
    for ausnahme in regel.get("ausnahmen", ()):
        if ausnahme["jahr"] == jahr and groesse in ausnahme["groessen"]:
            return ausnahme[
                "grenze"
            ], f"Bekannter Anlass: {ausnahme['text']}; der Sprung ist dennoch ungewöhnlich groß."
    return regel["grenze"], ""


def _dichte(regel: dict[str, Any], lage: Lage) -> Iterator[Treffer]:
    faktor = Fraction(str(regel["faktor"]))
    for jahr in lage.jahre:
        eigen = lage.kennzahlen.get((lage.stadt, regel["kennzahl"], jahr))
        andere = [
            wert
            for (stadt, kennzahl, wann), wert in lage.kennzahlen.items()
            if kennzahl == regel["kennzahl"] and wann == jahr and stadt != lage.stadt
        ]
        if eigen is None or len(andere) < regel["staedte"]:
            continue
        mitte = median(andere)
        if not mitte / faktor <= eigen <= mitte * faktor:
            zahlen = (
                f"{_deutsch(als_dezimal(eigen, 1))}, Median von {len(andere)} Städten {_deutsch(als_dezimal(mitte, 1))}"
            )
            yield regel["groesse"], jahr, f"{regel['titel']}: {zahlen}. {regel['grund']}", (eigen, mitte)


def _bruch(regel: dict[str, Any], lage: Lage) -> Iterator[Treffer]:
    jahr, groesse = regel["jahr"], regel["groesse"]
    neu, alt = lage.werte.get((groesse, jahr)), lage.werte.get((groesse, jahr - 1))
    if jahr not in lage.jahre or neu is None or alt is None:
        return
    if not (neu < alt if regel["richtung"] == "faellt" else neu > alt):
        text = f"{lage.text(groesse, alt)} → {lage.text(groesse, neu)}. {regel['titel']}. {regel['grund']}"
        yield groesse, jahr, text, (alt, neu)


def _rundung(regel: dict[str, Any], lage: Lage) -> Iterator[Treffer]:
    for jahr in lage.jahre:
        wert = lage.werte.get((regel["groesse"], jahr))
        if wert is not None and jahr >= regel["jahr"] and wert % regel["auf"]:
            yield regel["groesse"], jahr, f"{lage.text(regel['groesse'], wert)}. {regel['grund']}", (wert,)


ARTEN: dict[str, Callable[[dict[str, Any], Lage], Iterator[Treffer]]] = {
    "summe": _summe,
    "hoechstens": _hoechstens,
    "spanne": _spanne,
    "veraenderung": _veraenderung,
    "dichte": _dichte,
    "bruch": _bruch,
    "rundung": _rundung,
}


def _kennzahlen() -> list[Kennzahl]:
    namen = {regel["kennzahl"] for regel in regeln().values() if "kennzahl" in regel}
    return [kennzahl for name, kennzahl in katalog().kennzahlen.items() if name in namen]


def genannte_groessen(groessen: Mapping[str, Groesse]) -> set[str]:
    """Alle gelieferten Größen, die eine Regel braucht."""
    from sozialamt.vergleich.kennzahlen.rechnen import geliefert_fuer

    namen = set(geliefert_fuer(_kennzahlen(), groessen))
    for regel in regeln().values():
        namen |= {regel.get("groesse", ""), regel.get("von", ""), *regel.get("teile", ()), *regel.get("groessen", ())}
    return namen & set(groessen)


def lage_aus(pool: pl.DataFrame, stadt: str, jahre: Sequence[int], groessen: Mapping[str, Groesse]) -> Lage:
    """Die Lage einer Stadt aus einem Pool, der auch die Vorjahre enthält."""
    import polars as pl

    from sozialamt.vergleich.kennzahlen import rechnen

    gewaehlt = rechnen.waehle(pool)
    eigene = gewaehlt.filter((pl.col("stadt") == stadt) & pl.col("eigene") & pl.col("wert").is_not_null())
    werte = {(g, j): w for g, j, w in eigene.select("groesse", "jahr", "wert").iter_rows()}
    gerechnet = rechnen.rechne(pool.filter(pl.col("jahr").is_in(list(jahre))), _kennzahlen(), groessen)
    kennzahlen = {
        (z["stadt"], z["kennzahl"], z["jahr"]): Fraction(z["zaehler"], z["nenner"])
        for z in gerechnet.iter_rows(named=True)
        if z["fest"] is not None
    }
    return Lage(stadt, werte, kennzahlen, groessen, list(jahre))


def _fassung(beteiligte: Sequence[object]) -> str:
    return hashlib.sha256("|".join(map(str, beteiligte)).encode()).hexdigest()


def _deutsch(zahl: Decimal) -> str:
    return f"{zahl:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
