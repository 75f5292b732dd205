"""Rules: ordinary scalar functions, told apart by a decorator that names level, norm and validity.

The decorators hand the function back unchanged, so that a test or a reader can call it like any other.
What the decorator knows hangs at the function as `__regel__` and is collected module by module.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import ModuleType
from typing import Any, TypeVar

from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.levels import PERSON
from sozialamt.rechenkern.values import Auswahl, Datum, Einheit, einheit_von, hinweise

F = TypeVar("F", bound=Callable[..., Any])
OFFEN: Datum = 99_991_231
ANFANG: Datum = 10_101


class Art(StrEnum):
    """How a rule gets its value: by itself, over the members of a group, or over a link between persons."""

    EINZELN = "einzeln"
    SUMME = "summe"
    ANZAHL = "anzahl"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    IRGENDEIN = "irgendein"
    ALLE = "alle"
    BEIM = "beim"
    SUMME_AN = "summe_an"


AGGREGATE = frozenset({Art.SUMME, Art.ANZAHL, Art.MAXIMUM, Art.MINIMUM, Art.IRGENDEIN, Art.ALLE})
VERWEISE = frozenset({Art.BEIM, Art.SUMME_AN})


@dataclass(frozen=True)
class Regel:
    """One version of one rule.

    `ab`/`bis` are the first and last day it holds (whole months); `vorher`/`nachher` the value where the law
    knew nothing of it. `verweis` is the link fact of `beim` and `summe_an`, `sonst` the value without a link.
    """

    name: str
    fn: Callable[..., Any]
    ebene: str
    art: Art
    norm: str
    titel: str
    ab: Datum = ANFANG
    bis: Datum = OFFEN
    vorher: int | None = None
    nachher: int | None = None
    verweis: str | None = None
    sonst: int = 0
    argumente: tuple[str, ...] = field(default=())

    @cached_property
    def beschreibung(self) -> str:
        """Docstring in one line: what the norm says."""
        return " ".join((inspect.getdoc(self.fn) or "").split())

    @cached_property
    def _typ(self) -> tuple[Einheit, type[Auswahl] | None]:
        return einheit_von(hinweise(self.fn)["return"])

    @cached_property
    def einheit(self) -> Einheit:
        """Unit of the value (of one member's contribution for aggregators)."""
        return Einheit.ANZAHL if self.art is Art.ANZAHL else self._typ[0]

    @property
    def auswahl(self) -> type[Auswahl] | None:
        return self._typ[1]

    def gilt(self, monat: Datum) -> bool:
        """Whether this version holds in the month that begins on that day."""
        return self.ab <= monat <= self.bis


def _dekorierer(art: Art, ebene: str, **angaben: Any) -> Callable[[F], F]:
    def anbringen(fn: F) -> F:
        ab, bis = angaben.pop("ab", None), angaben.pop("bis", None)
        name = angaben.pop("name", None) or fn.__name__
        titel = angaben.pop("titel", None) or name.replace("_", " ").capitalize()
        fn.__regel__ = Regel(  # type: ignore[attr-defined]
            name=name,
            fn=fn,
            ebene=ebene,
            art=art,
            titel=titel,
            ab=datum_aus_iso(ab) if ab else ANFANG,
            bis=datum_aus_iso(bis) if bis else OFFEN,
            argumente=tuple(inspect.signature(fn).parameters),
            **angaben,
        )
        return fn

    return anbringen


def regel(ebene: str, *, norm: str, **angaben: Any) -> Callable[[F], F]:
    """A rule of a level. Keywords: titel, name, ab, bis (ISO dates, inclusive), vorher, nachher."""
    return _dekorierer(Art.EINZELN, ebene, norm=norm, **angaben)


def _aggregat(art: Art) -> Callable[..., Callable[[F], F]]:
    def dekorierer(ebene: str, *, norm: str = "", **angaben: Any) -> Callable[[F], F]:
        return _dekorierer(art, ebene, norm=norm, **angaben)

    dekorierer.__name__ = dekorierer.__qualname__ = art.value
    dekorierer.__doc__ = f"Group value: {art.value} of the function's value over the members of the group."
    return dekorierer


summe = _aggregat(Art.SUMME)
anzahl = _aggregat(Art.ANZAHL)
maximum = _aggregat(Art.MAXIMUM)
minimum = _aggregat(Art.MINIMUM)
irgendein = _aggregat(Art.IRGENDEIN)
alle = _aggregat(Art.ALLE)


def beim(verweis: str, *, sonst: int = 0, norm: str = "", **angaben: Any) -> Callable[[F], F]:
    """Person value: the function evaluated at the person the link points to, `sonst` without a link."""
    return _dekorierer(Art.BEIM, PERSON, norm=norm, verweis=verweis, sonst=sonst, **angaben)


def summe_an(verweis: str, *, norm: str = "", **angaben: Any) -> Callable[[F], F]:
    """Person value: sum of the function over all persons whose link points here."""
    return _dekorierer(Art.SUMME_AN, PERSON, norm=norm, verweis=verweis, **angaben)


def regeln_aus(modul: ModuleType) -> list[Regel]:
    """Rules a module defines itself, in the order of its text."""
    eigene = (f for f in vars(modul).values() if inspect.isfunction(f) and f.__module__ == modul.__name__)
    return [f.__regel__ for f in eigene if hasattr(f, "__regel__")]
