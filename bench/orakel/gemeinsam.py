"""Where the comparison keeps its files, and the months it walks through."""

from __future__ import annotations

from pathlib import Path

from bench.gemeinsam import ARBEIT, WURZEL
from sozialamt.rechenkern.kalender import monat_plus

ORDNER = ARBEIT / "orakel"
BERICHT: Path = WURZEL / "docs" / "leistung" / "orakel.json"
SEITE: Path = WURZEL / "docs" / "handbuch" / "vergleich_gettsim.md"
VON, BIS = 2019_01_01, 2026_12_01
JE_MONAT = {"lebensunterhalt": 160, "familie": 60}


def monate() -> list[int]:
    """Every month compared."""
    liste = [VON]
    while liste[-1] < BIS:
        liste.append(monat_plus(liste[-1], 1))
    return liste


def kurz(monat: int) -> str:
    """'2026-07'."""
    return f"{monat // 10_000}-{monat // 100 % 100:02}"
