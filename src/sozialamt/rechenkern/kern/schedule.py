"""From a plan to as few loops as possible.

A stage runs over all persons of a block, eight at a time; whatever is the same for a group is simply calculated for
each of its members. Only aggregators and links look at other persons: a stage leaves each person's contribution, a
collection of its own puts the contributions together. A step joins the current stage if everything it reads is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import Plan, Schritt
from sozialamt.rechenkern.rules import AGGREGATE, Art

HOECHSTENS = 40
"""Steps of one stage; longer ones are cut, because compile time grows faster than the length of a function."""
ZUGLEICH = 12
"""Contributions put together in one loop; the best of 4, 6, 9, 12 and 16 as measured."""


@dataclass(frozen=True)
class Stufe:
    """Steps worked out person by person, in order; of aggregators and links the contribution."""

    schritte: tuple[Schritt, ...]


@dataclass(frozen=True)
class Sammlung:
    """Steps whose contributions are put together: over the groups of a level, or along a link (`ueber` names it)."""

    ueber: str
    art: Art
    schritte: tuple[Schritt, ...]


def stufen(plan: Plan) -> list[Stufe | Sammlung]:
    """Steps of a plan, dealt out in the order of evaluation. Steps without a version take no part."""
    return _Ordner(plan).ordne()


class _Ordner:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.regeln = {s.name: s for s in plan.schritte if s.ersatz is None}
        self.fertig: set[str] = set()
        self.beigetragen: dict[str, Schritt] = {}

    def ordne(self) -> list[Stufe | Sammlung]:
        ergebnis: list[Stufe | Sammlung] = []
        offen = list(self.regeln.values())
        while offen or self.beigetragen:
            schritte = self._stufe(offen)
            genommen = {s.name for s in schritte}
            offen = [s for s in offen if s.name not in genommen]
            ergebnis += [Stufe(t) for t in _geteilt(schritte, HOECHSTENS)]
            sammlungen = self._sammlungen()
            if not schritte and not sammlungen:
                raise Regelwerkfehler(f"Keine Reihenfolge für {[s.name for s in offen[:5]]}")
            ergebnis += sammlungen
        return ergebnis

    def _stufe(self, offen: Sequence[Schritt]) -> list[Schritt]:
        schritte: list[Schritt] = []
        for schritt in offen:
            if not all(n not in self.regeln or n in self.fertig for n in self.liest(schritt)):
                continue
            schritte.append(schritt)
            if schritt.regel.art is Art.EINZELN:
                self.fertig.add(schritt.name)
            else:
                self.beigetragen[schritt.name] = schritt
        return schritte

    def liest(self, schritt: Schritt) -> list[str]:
        """What a step needs: its arguments, and the first member of its group where it asks for the position."""
        r = schritt.regel
        namen = list(schritt.argumente)
        if "position" in namen and r.art is Art.EINZELN and r.ebene not in (PERSON, HAUSHALT):
            namen.append(self.plan.regelwerk.ebenen[r.ebene].zugehoerigkeit)
        return namen

    def _sammlungen(self) -> list[Stufe | Sammlung]:
        gruppen: dict[tuple[str, Art], list[Schritt]] = {}
        for schritt in self.beigetragen.values():
            r = schritt.regel
            if r.art in AGGREGATE:
                if r.ebene == HAUSHALT or self._bekannt(self.plan.regelwerk.ebenen[r.ebene].zugehoerigkeit):
                    gruppen.setdefault((r.ebene, Art.SUMME), []).append(schritt)
            else:
                gruppen.setdefault((r.verweis or "", r.art), []).append(schritt)
        ergebnis: list[Stufe | Sammlung] = []
        for (ueber, art), schritte in gruppen.items():
            ergebnis += [Sammlung(ueber, art, t) for t in _geteilt(schritte, ZUGLEICH)]
            for s in schritte:
                self.fertig.add(s.name)
                del self.beigetragen[s.name]
        return ergebnis

    def _bekannt(self, name: str) -> bool:
        return name not in self.regeln or name in self.fertig


def _geteilt(schritte: Sequence[Schritt], hoechstens: int) -> list[tuple[Schritt, ...]]:
    return [tuple(schritte[i : i + hoechstens]) for i in range(0, len(schritte), hoechstens)]
