"""What if one fact were different: re-evaluates only what the change reaches.

A finished result keeps the value of every name, so a changed fact needs only the steps that read it, and of those
only as far as values really change. The cost is the reach of the fact, not the size of the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from sozialamt.rechenkern.errors import Frage
from sozialamt.rechenkern.evaluate import Ergebnis, Fall, Zeile, _auswerten, _merkmalszeile
from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import Schritt


@dataclass(frozen=True, slots=True)
class Variation:
    """Rows that differ, and facts that would have to be asked to be sure."""

    zeilen: Mapping[str, Zeile]
    fragen: tuple[Frage, ...]


class Gegenrechnung:
    """One case with its result, ready to be asked for variations. `auswertungen` counts the work done so far."""

    def __init__(self, fall: Fall, ergebnis: Ergebnis) -> None:
        self.fall, self.ergebnis = fall, ergebnis
        self.auswertungen = 0
        self._werte = dict(ergebnis.werte)
        self._merkmal = {m.name: m for m in ergebnis.plan.merkmale}
        plan = ergebnis.plan
        self._schritte = plan.schritte
        self._leser: dict[str, list[int]] = {}
        for nummer, schritt in enumerate(plan.schritte):
            for name in dict.fromkeys(self.gelesen(schritt)):
                self._leser.setdefault(name, []).append(nummer)
        self._bedingt: dict[str, list[Merkmal]] = {}
        for merkmal in plan.merkmale:
            for bedingung in merkmal.wenn:
                self._bedingt.setdefault(bedingung, []).append(merkmal)

    def gelesen(self, schritt: Schritt) -> tuple[str, ...]:
        """Everything the value of a step depends on, membership and links included."""
        regel = schritt.regel
        if schritt.ersatz is not None:
            return ()
        verweis = (regel.verweis,) if regel.verweis else ()
        ebene = self.ergebnis.plan.regelwerk.ebenen.get(regel.ebene)
        gruppe = (ebene.zugehoerigkeit,) if ebene and regel.ebene not in (PERSON, HAUSHALT) else ()
        return (*schritt.argumente, *verweis, *gruppe)

    def abstand(self, ziele: Iterable[str]) -> dict[str, int]:
        """How many steps lie between each name and the nearest of the targets; names that do not matter are absent."""
        schritte = {s.name: s for s in self._schritte}
        weit = dict.fromkeys(ziele, 0)
        rand = list(weit)
        while rand:
            weiter: list[str] = []
            for name in rand:
                for benoetigt in self.gelesen(schritte[name]) if name in schritte else ():
                    if benoetigt not in weit:
                        weit[benoetigt] = weit[name] + 1
                        weiter.append(benoetigt)
            rand = weiter
        return weit

    def mit(self, aenderungen: Mapping[tuple[str, str | None], int]) -> Variation:
        """What differs when facts have other values; keys are (fact, person), (fact, None) for the household.

        A fact that the change makes necessary and that nobody has given counts as neutral and is named in `fragen`.
        """
        fall = self._fall_mit(aenderungen)
        fragen: list[Frage] = []
        geaendert = self._merkmale(dict.fromkeys(name for name, _ in aenderungen), fall, fragen)
        self._pflanze_fort(geaendert, len(fall.personen))
        self._werte.update((name, self.ergebnis.werte[name]) for name in geaendert)
        return Variation(geaendert, tuple(fragen))

    def _fall_mit(self, aenderungen: Mapping[tuple[str, str | None], int]) -> Fall:
        haushalt, personen = dict(self.fall.haushalt), dict(self.fall.personen)
        for (name, person), wert in aenderungen.items():
            if person is None:
                haushalt[name] = wert
            else:
                personen[person] = {**personen[person], name: wert}
        return replace(self.fall, haushalt=haushalt, personen=personen)

    def _merkmale(self, namen: Iterable[str], fall: Fall, fragen: list[Frage]) -> dict[str, Zeile]:
        """New rows of the facts and of all facts that are asked only under their condition."""
        geaendert: dict[str, Zeile] = {}
        offen = [self._merkmal[name] for name in namen]
        while offen:
            m = offen.pop()
            zeile, _ = _merkmalszeile(m, fall, self._werte, fragen)
            if zeile != self._werte[m.name]:
                self._werte[m.name] = geaendert[m.name] = zeile
                offen += self._bedingt.get(m.name, ())
        return geaendert

    def _pflanze_fort(self, geaendert: dict[str, Zeile], anzahl: int) -> None:
        """Evaluate in the order of the plan every step that reads something changed."""
        faellig: list[int] = []
        vorgemerkt: set[int] = set()
        for name in geaendert:
            self._merke_vor(name, faellig, vorgemerkt)
        werte, plan = self._werte, self.ergebnis.plan
        gruppen: dict[str, Zeile] = {HAUSHALT: [0] * anzahl}
        while faellig:
            schritt = self._schritte[heappop(faellig)]
            name = schritt.regel.name
            zeile = _auswerten(schritt, werte, gruppen, plan)
            self.auswertungen += anzahl
            if zeile != werte[name]:
                werte[name] = geaendert[name] = zeile
                self._merke_vor(name, faellig, vorgemerkt)

    def _merke_vor(self, name: str, faellig: list[int], vorgemerkt: set[int]) -> None:
        for nummer in self._leser.get(name, ()):
            if nummer not in vorgemerkt:
                vorgemerkt.add(nummer)
                heappush(faellig, nummer)
