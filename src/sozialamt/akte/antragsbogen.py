"""Der Antragsbogen: was die Regeln einer Leistung von Haushalt und Menschen wissen müssen, und was davon noch fehlt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sozialamt.akte.berechnung import merkmale_der_leistung
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import Person, Tatsache
from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.rechenkern import Merkmal
from sozialamt.rechenkern.levels import HAUSHALT, PERSON

Geltende = Mapping[tuple[int | None, str], Tatsache]
"""Je Person (None: Haushalt) und Merkmal, was gilt."""


@dataclass(frozen=True, slots=True)
class Blatt:
    """Ein Blatt des Bogens: für den Haushalt (Person None) oder einen Menschen."""

    person: Person | None
    gefragt: frozenset[str]
    fehlend: tuple[Merkmal, ...]

    @property
    def schluessel(self) -> str:
        return str(self.person.pk) if self.person else "haushalt"

    @property
    def titel(self) -> str:
        return self.person.rufname if self.person else "Haushalt"

    @property
    def fehlend_text(self) -> str:
        return f"{len(self.fehlend)} offen"


@dataclass(frozen=True)
class Antragsbogen:
    """Der Bogen einer Leistung für einen Monat, wie er jetzt ausgefüllt ist."""

    kenntnis: Kenntnis
    steckbrief: Steckbrief
    monat: date

    @cached_property
    def merkmale(self) -> frozenset[str]:
        """Wonach die Leistung fragt."""
        return merkmale_der_leistung(self.steckbrief, self.monat)

    @cached_property
    def geltende(self) -> Geltende:
        """Was im Monat gilt."""
        return self.kenntnis.geltende(self.monat)

    @cached_property
    def blaetter(self) -> list[Blatt]:
        """Erst der Haushalt, wenn die Leistung nach ihm fragt, dann jeder Mensch, der im Monat dazugehört."""
        alle = [self._blatt(None), *(self._blatt(person) for person in self.kenntnis.mitglieder(self.monat))]
        return [blatt for blatt in alle if blatt.gefragt]

    @cached_property
    def nachweise(self) -> list[str]:
        """Belege, die das Recht verlangt und die bei keiner Angabe vermerkt sind, je mit Person; jeder einmal."""
        personen = {p.pk: p.rufname for p in self.kenntnis.mitglieder(self.monat)}
        bekannt = regelwerk().merkmale
        fehlend: dict[str, None] = {}
        for (wem, name), tatsache in self.geltende.items():
            offen = name in self.merkmale and tatsache.wert is not None and not tatsache.nachweis
            if offen and bekannt[name].nachweis and (wem is None or wem in personen):
                fehlend[f"{bekannt[name].nachweis} ({bekannt[name].titel}{_von(wem, personen)})"] = None
        return list(fehlend)

    @property
    def fehlend(self) -> int:
        """Wie viele Fragen beantwortet werden müssen, bevor gerechnet werden kann."""
        return sum(len(blatt.fehlend) for blatt in self.blaetter)

    @property
    def fehlend_text(self) -> str:
        return "1 Angabe fehlt" if self.fehlend == 1 else f"{self.fehlend} Angaben fehlen"

    @property
    def nachweise_text(self) -> str:
        return "1 fehlt" if len(self.nachweise) == 1 else f"{len(self.nachweise)} fehlen"

    def _blatt(self, person: Person | None) -> Blatt:
        wem, ebene = (person.pk, PERSON) if person else (None, HAUSHALT)
        geltende = self.geltende
        fragen = [m for m in regelwerk().merkmale.values() if m.name in self.merkmale and m.ebene == ebene]
        gefragt = [m for m in fragen if ist_gefragt(geltende, m, wem)]
        antwort = {m.name for m in fragen if (t := geltende.get((wem, m.name))) is not None and t.wert is not None}
        fehlend = tuple(m for m in gefragt if m.pflicht and m.name not in antwort)
        return Blatt(person, frozenset(m.name for m in gefragt), fehlend)


def _von(wem: int | None, personen: dict[int, str]) -> str:
    return f", {personen[wem]}" if wem is not None else ""


def ist_gefragt(geltende: Geltende, merkmal: Merkmal, wem: int | None) -> bool:
    """Ob die Bedingungen des Merkmals nach dem, was gilt, erfüllt sind; Unbekanntes zählt als erfüllt."""
    bekannt = regelwerk().merkmale
    for name, erlaubt in merkmal.wenn.items():
        bedingung = bekannt[name]
        tatsache = geltende.get((wem if bedingung.ebene == PERSON else None, name))
        wert = tatsache.wert if tatsache and tatsache.wert is not None else bedingung.vorgabe
        if wert is not None and wert not in erlaubt:
            return False
    return True
