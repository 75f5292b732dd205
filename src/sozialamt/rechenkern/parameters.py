"""Dated parameters on two time axes: from when a value holds, and from when it was known."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from sozialamt.rechenkern.errors import DoppelterName, KeinWert
from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.rules import OFFEN
from sozialamt.rechenkern.values import Datum, Einheit

Wert = int | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fassung:
    """One dated value. `ab`/`bis` inclusive; `bekannt_ab` is the day it could first be known (promulgation)."""

    ab: Datum
    bis: Datum
    wert: Wert
    bekannt_ab: Datum
    norm: str
    quelle: str
    beleg: str
    geprueft_am: Datum
    hinweis: str = ""


@dataclass(frozen=True)
class Parameter:
    """A number of the law with all its dated values. Tables are tuples, indexed as the rule says."""

    name: str
    titel: str
    einheit: Einheit
    norm: str
    fassungen: tuple[Fassung, ...]
    datei: str = ""

    def fassung(self, tag: Datum, kenntnis: Datum = OFFEN) -> Fassung:
        """Value that holds on a day as far as it was known on another day.

        Among the values known by then the one with the latest `ab` counts, and of two with the same `ab` the one
        known later (a retroactive correction). Never falls back to an expired value: KeinWert instead.
        """
        bekannt = [f for f in self.fassungen if f.ab <= tag and f.bekannt_ab <= kenntnis]
        if not bekannt:
            grund = "die Aufzeichnung beginnt später" if kenntnis == OFFEN else f"am {iso(kenntnis)} noch nicht bekannt"
            raise KeinWert("Parameter", self.name, iso(tag), grund)
        fassung = max(bekannt, key=attrgetter("ab", "bekannt_ab"))
        if fassung.bis < tag:
            raise KeinWert(
                "Parameter", self.name, iso(tag), f"der letzte bekannte Wert gilt nur bis {iso(fassung.bis)}"
            )
        return fassung

    def pruefe(self) -> None:
        """Refuse two values for the same day and the same state of knowledge."""
        schluessel = [(f.ab, f.bekannt_ab) for f in self.fassungen]
        doppelt = {s for s in schluessel if schluessel.count(s) > 1}
        if doppelt:
            raise DoppelterName(f"Parameter „{self.name}“ hat zwei Werte ab {iso(min(doppelt)[0])}.")


@dataclass(frozen=True)
class Einstellung:
    """A disputed question, decided once per municipality. `vorgabe` is the majority view.

    `optionen` maps the key used in files to value and text; `hinweis` names who holds which view.
    """

    name: str
    titel: str
    norm: str
    einheit: Einheit
    vorgabe: int
    hinweis: str
    optionen: dict[str, tuple[int, str]] = field(default_factory=dict)
    geprueft_am: Datum = 0
    datei: str = ""

    def text(self, wert: int) -> str:
        """What people read for an option."""
        return next((text for w, text in self.optionen.values() if w == wert), str(wert))
