"""From a plan to as few loops as possible.

One household is worked through in a short sequence of loops. `HAUSHALT` is straight code, a group level a loop
over the first members of its groups, `PERSON` a loop over the members. A step joins the current loop if everything
it reads was made in an earlier loop, or in this one for the same person or group.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import KONSTANT, Plan, Schritt
from sozialamt.rechenkern.rules import AGGREGATE, Art

HOECHSTENS = 24
"""Steps of one loop; longer ones are cut, because compile time grows faster than the length of a function."""


@dataclass
class Schleife:
    """One loop: its level and the steps in order."""

    ebene: str
    schritte: list[Schritt] = field(default_factory=list)


def schleifen(plan: Plan) -> list[Schleife]:
    """Steps of a plan, dealt out to loops in the order of evaluation. Steps without a version take no part."""
    ganze = _Ordner(plan).ordne()
    return [
        Schleife(s.ebene, s.schritte[i : i + HOECHSTENS]) for s in ganze for i in range(0, len(s.schritte), HOECHSTENS)
    ]


def laeuft_auf(schritt: Schritt) -> str:
    """Level of the loop in which a step is evaluated: aggregators and links run over persons."""
    return schritt.regel.ebene if schritt.regel.art is Art.EINZELN else PERSON


class _Ordner:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.regeln = {s.name: s for s in plan.schritte if s.ersatz is None}
        self.fertig: set[str] = set()
        self.jetzt: set[str] = set()

    def ordne(self) -> list[Schleife]:
        offen = list(self.regeln.values())
        gruppen = [e for e in self.plan.regelwerk.ebenen if e not in (PERSON, HAUSHALT)]
        ergebnis: list[Schleife] = []
        while offen:
            for ebene in (HAUSHALT, *gruppen, PERSON):
                schleife = self._sammle(ebene, offen)
                if schleife.schritte:
                    break
            else:
                raise Regelwerkfehler(f"Keine Reihenfolge für {[s.name for s in offen[:5]]}")
            ergebnis.append(schleife)
            genommen = {s.name for s in schleife.schritte}
            self.fertig |= genommen
            offen = [s for s in offen if s.name not in genommen]
        return ergebnis

    def _sammle(self, ebene: str, offen: list[Schritt]) -> Schleife:
        schleife = Schleife(ebene)
        self.jetzt = set()
        for schritt in offen:
            if laeuft_auf(schritt) == ebene and all(self._lesbar(n, schritt) for n in self._liest(schritt)):
                schleife.schritte.append(schritt)
                self.jetzt.add(schritt.name)
        return schleife

    def _liest(self, schritt: Schritt) -> list[str]:
        r = schritt.regel
        namen = list(schritt.argumente)
        ebenen = {r.ebene, *(self.plan.ebene(n) for n in namen)} - {PERSON, HAUSHALT, KONSTANT}
        return [*namen, *(self.plan.regelwerk.ebenen[e].zugehoerigkeit for e in ebenen)]

    def _lesbar(self, name: str, leser: Schritt) -> bool:
        if name not in self.regeln or name in self.fertig:
            return True
        if name not in self.jetzt or leser.regel.art is Art.BEIM:
            return False
        quelle = self.regeln[name].regel
        if quelle.art in AGGREGATE or quelle.art is Art.SUMME_AN:
            return False
        return quelle.ebene == laeuft_auf(leser)
