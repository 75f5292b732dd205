"""Where in the scratch area each value stands, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sozialamt.rechenkern.kern.rahmen import BREITE
from sozialamt.rechenkern.kern.wert import LANES, Wert

ZEILE = 64
"""Bytes the processor moves at a time; every slot begins with a line of its own."""


@dataclass(frozen=True, slots=True)
class Platz:
    """A slot: its first byte, and form and bounds of the value in it."""

    stelle: int
    wert: Wert


class Plaetze:
    """Slots of one value per person of a block; a slot is free again after the last stage that reads it.

    Some are there from the start: `haus` (number of each household), `wer` (number of each person), `ort` (place in the
    household), `zweifel` (doubts, see `vektor`), `zahlen` and `faecher` (households that wait, by size).
    """

    def __init__(self, groesste: int) -> None:
        self.breite = max(BREITE, LANES * groesste)
        self.fach = BREITE + LANES
        self.frei: dict[int, list[int]] = {4: [], 8: [], 16: []}
        self.wo: dict[str, Platz] = {}
        self.ende = 0
        self.zweifel = self._neu(4 * LANES)
        self.haus = self._neu(4 * BREITE)
        self.wer, self.ort = self.schluessel(), self.schluessel()
        self.zahlen = self._neu(8 * (groesste + 1))
        self.faecher = self._neu(4 * self.fach * (groesste + 1))

    def _neu(self, byte: int) -> int:
        stelle = self.ende
        self.ende += -(-byte // ZEILE) * ZEILE
        return stelle

    def schluessel(self) -> int:
        """Room for a 32-bit number per person, for good."""
        return self._neu(4 * self.breite)

    def belege(self, name: str, wert: Wert) -> Platz:
        """Slot for a value."""
        byte = wert.typ.byte * wert.typ.teile
        frei = self.frei[byte]
        self.wo[name] = Platz(frei.pop() if frei else self._neu(byte * self.breite), wert)
        return self.wo[name]

    def gib_frei(self, bis: Mapping[str, int], nummer: int) -> None:
        """Slots nobody reads any more in a stage or later."""
        for name in [n for n in self.wo if bis.get(n, -1) < nummer]:
            platz = self.wo.pop(name)
            self.frei[platz.wert.typ.byte * platz.wert.typ.teile].append(platz.stelle)
