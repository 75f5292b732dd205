"""Where in the scratch area each value stands, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sozialamt.rechenkern.kern.wert import LANES, Wert

_ZEILE = 64


@dataclass(frozen=True, slots=True)
class Platz:
    """A slot: its first byte, and form and bounds of the value in it."""

    stelle: int
    wert: Wert


class Plaetze:
    """Slots of one value per person of a block; a slot is free again after the last stage that reads it.

    Six are there from the start: `basis` (first person of one's household), `groesse` (how many they are), `nummer`
    (one's household), `haushalt` (its key), `weite` (for each eight persons how far apart members of a household can
    be), `zweifel` (doubts, see `vektor`). Keys have room before and after them that never matches, so that neighbours
    may be looked at without asking where the block ends.
    """

    def __init__(self, breite: int) -> None:
        self.breite = breite
        self.rand = self.byte = _gerundet(8 * (breite + LANES))
        self.frei: dict[int, list[int]] = {4: [], 8: [], 16: []}
        self.wo: dict[str, Platz] = {}
        self.ende = 0
        self.basis, self.groesse, self.nummer = (self._neu(4 * (breite + LANES)) for _ in range(3))
        self.weite = self._neu(4 * (breite // LANES + 1))
        self.zweifel = self._neu(4 * LANES)
        self.haushalt = self.schluessel()

    def _neu(self, byte: int) -> int:
        stelle = self.ende
        self.ende += _gerundet(byte)
        self.byte = self.ende + 2 * self.rand
        return stelle

    def schluessel(self) -> int:
        """Room for a key, for good."""
        vorn = _gerundet(4 * self.breite)
        return self._neu(2 * vorn + 4 * (self.breite + LANES)) + vorn

    def belege(self, name: str, wert: Wert) -> Platz:
        """Slot for a value."""
        frei = self.frei[wert.typ.byte * wert.typ.teile]
        stelle = frei.pop() if frei else self._neu(wert.typ.byte * wert.typ.teile * self.breite)
        self.wo[name] = Platz(stelle, wert)
        return self.wo[name]

    def belege_breit(self, name: str, wert: Wert) -> Platz:
        """Slot that may be written a little beyond its end."""
        self.wo[name] = Platz(self._neu(wert.typ.byte * (self.breite + LANES)), wert)
        return self.wo[name]

    def gib_frei(self, bis: Mapping[str, int], nummer: int) -> None:
        """Slots nobody reads any more in a stage or later."""
        for name in [n for n in self.wo if bis.get(n, -1) < nummer]:
            platz = self.wo.pop(name)
            self.frei[platz.wert.typ.byte * platz.wert.typ.teile].append(platz.stelle)


def _gerundet(byte: int) -> int:
    return -(-byte // _ZEILE) * _ZEILE
