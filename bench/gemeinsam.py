"""What all parts of the benchmark share: households, month, targets, places."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyarrow as pa

from sozialamt.demo.bevoelkerung import haushalte
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import plane
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner
from sozialamt.rechenkern.kern.specialize import entbehrlich

WURZEL = Path(__file__).resolve().parent.parent
ARBEIT = WURZEL / "build" / "bench"
STARTZAHL = 1
UMGEBUNG = {n: w for n, w in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
"""For the processes measured: Python keeps its compiled modules, as it does wherever the program is installed."""
MONAT = "2026-01"
STICHTAG = "2026-01-01"
KETTE = ("sgb2_anspruch", "hlu_anspruch", "gsiae_anspruch", "wohngeld", "kinderzuschlag")
"""SGB II, SGB XII (chapters 3 and 4), Wohngeld, Kinderzuschlag."""
GEMEINSAM = tuple(z for z in KETTE if z != "hlu_anspruch")
"""What GETTSIM knows of it: everything but chapter 3 of the SGB XII."""


def bevoelkerung(personen: int) -> pa.Table:
    """The first that many persons of the benchmark, ages as of the month calculated."""
    return pa.Table.from_batches(haushalte(personen, STARTZAHL, stichtag=STICHTAG)).combine_chunks()


def auftrag(spalten: list[str], ziele: tuple[str, ...] = KETTE) -> Rechenauftrag:
    """The order for tables with these columns; facts without column have their documented default."""
    plan = plane(regelwerk(), ziele, int(MONAT.replace("-", "") + "01"))
    return Rechenauftrag.fuer(ziele, MONAT, vorgaben=frozenset(entbehrlich(plan, spalten)))


def rechner(spalten: list[str], ziele: tuple[str, ...] = KETTE) -> Rechner:
    """Kernel of the chain, from the cache where it is there."""
    return Rechner(regelwerk(), auftrag(spalten, ziele))


def guenstigste(a: Any, b: Any, name: str = "") -> Any:
    """Of two rounds of one measurement the shorter time each (fields that end in `_s`), else what the later says."""
    if isinstance(b, dict):
        return {n: guenstigste(a[n], w, name if name.endswith("_s") else n) for n, w in b.items()}
    return min(a, b) if name.endswith("_s") else b
