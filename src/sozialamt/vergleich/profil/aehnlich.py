"""Ähnliche Städte: Gruppen nach Wirtschaftsindikatoren in Standardabweichungen.

Verfahren: hierarchisch, Abstand zweier Gruppen ist der mittlere Abstand ihrer Städte (average linkage, euklidisch). Der
Abstand ist der quadratische Mittelwert der Unterschiede, damit er nicht mit der Zahl der Indikatoren wächst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import sqrt

GRUPPEN = 4
Lage = Mapping[str, Sequence[float]]


def abstand(a: Sequence[float], b: Sequence[float]) -> float:
    """Mittlerer Unterschied je Indikator, in Standardabweichungen."""
    return sqrt(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) / len(a))


def gruppen(lagen: Lage, anzahl: int = GRUPPEN) -> tuple[tuple[str, ...], ...]:
    """Höchstens `anzahl` Gruppen, die größte zuerst; gleiche Eingabe gibt gleiche Gruppen."""
    offen = [(name,) for name in sorted(lagen)]
    while len(offen) > max(anzahl, 1):
        a, b = min(combinations(offen, 2), key=lambda paar: _gruppenabstand(paar[0], paar[1], lagen))
        offen = [g for g in offen if g not in (a, b)] + [tuple(sorted(a + b))]
    return tuple(sorted(offen, key=lambda g: (-len(g), g)))


def _gruppenabstand(a: Sequence[str], b: Sequence[str], lagen: Lage) -> float:
    paare = [abstand(lagen[x], lagen[y]) for x in a for y in b]
    return sum(paare) / len(paare)


def naechste(stadt: str, lagen: Lage, anzahl: int = 3) -> tuple[tuple[str, float], ...]:
    """Die ähnlichsten Städte mit ihrem Abstand."""
    andere = [(name, abstand(lagen[stadt], lage)) for name, lage in lagen.items() if name != stadt]
    return tuple(sorted(andere, key=lambda paar: (paar[1], paar[0]))[:anzahl])
