"""The kinds of values a rule may take and give. All of them are integers or booleans.

Units: `Cent` cents; `Basispunkte` 1/10000; `Datum` yyyymmdd with 0 for "none"; `Jahre`, `Anzahl` counts;
`Position` 0-based index of a person in the household, -1 for "nobody".
"""

from __future__ import annotations

import sys
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Annotated, Any, get_type_hints


class Einheit(StrEnum):
    """Unit of a value, as it stands in parameter files, traces and column descriptions."""

    CENT = "cent"
    BASISPUNKTE = "basispunkte"
    ANZAHL = "anzahl"
    JAHRE = "jahre"
    DATUM = "datum"
    JA_NEIN = "ja_nein"
    AUSWAHL = "auswahl"
    POSITION = "position"


Cent = Annotated[int, Einheit.CENT]
Basispunkte = Annotated[int, Einheit.BASISPUNKTE]
Anzahl = Annotated[int, Einheit.ANZAHL]
Jahre = Annotated[int, Einheit.JAHRE]
Datum = Annotated[int, Einheit.DATUM]
Position = Annotated[int, Einheit.POSITION]

NIEMAND: Position = -1
KEIN_DATUM: Datum = 0


class Auswahl(IntEnum):
    """Base of every closed list of options. In files the options appear in lower case.

    The docstring-like text of a member (its German sentence) is given by `texte()`: a string literal
    right below the member in the source is not available at run time, so subclasses that are read by
    people define `TEXTE = {"MEMBER": "…"}` through `beschrifte`.
    """

    @property
    def schluessel(self) -> str:
        return self.name.lower()

    @property
    def text(self) -> str:
        """What people read; falls back to the key with blanks."""
        return _TEXTE.get(type(self).__name__, {}).get(self.name, self.name.lower().replace("_", " "))

    @classmethod
    def aus_schluessel(cls, schluessel: str) -> Auswahl:
        """Member for a key as written in files; KeyError if there is none."""
        return cls[schluessel.upper()]


_TEXTE: dict[str, dict[str, str]] = {}


def beschrifte(**texte: str) -> Any:
    """Class decorator: what people read for each member of an `Auswahl` (member names as keywords)."""

    def anbringen(klasse: type[Auswahl]) -> type[Auswahl]:
        fehlt = set(texte) ^ set(klasse.__members__)
        if fehlt:
            raise ValueError(f"Beschriftung von {klasse.__name__} passt nicht: {sorted(fehlt)}")
        _TEXTE[klasse.__name__] = texte
        return klasse

    return anbringen


def auswahlklassen() -> dict[str, type[Auswahl]]:
    """All closed lists of options that have been imported, by class name."""
    return {klasse.__name__: klasse for klasse in Auswahl.__subclasses__()}


def einheit_von(annotation: Any) -> tuple[Einheit, type[Auswahl] | None]:
    """Unit (and option class) that a type annotation stands for; TypeError for anything else."""
    if annotation is bool:
        return Einheit.JA_NEIN, None
    if isinstance(annotation, type) and issubclass(annotation, Auswahl):
        return Einheit.AUSWAHL, annotation
    for marke in getattr(annotation, "__metadata__", ()):
        if isinstance(marke, Einheit):
            return marke, None
    if annotation is int:
        return Einheit.ANZAHL, None
    raise TypeError(f"{annotation!r} ist keine Einheit des Rechenkerns")


def hinweise(fn: Any) -> dict[str, Any]:
    """Type hints of a rule with their units (string annotations resolved)."""
    return get_type_hints(fn, vars(sys.modules[fn.__module__]), include_extras=True)


def anzeige(wert: Any, einheit: Einheit, auswahl: type[Auswahl] | None = None) -> str:
    """Value as people read it, in German form: 1.234,50 €, 17 %, 01.02.1958, ja."""
    if isinstance(wert, tuple):
        return " | ".join(anzeige(w, einheit, auswahl) for w in wert)
    match einheit:
        case Einheit.CENT:
            return euro(wert)
        case Einheit.BASISPUNKTE:
            return f"{_dezimal(wert, 100).rstrip('0').rstrip(',')} %"
        case Einheit.DATUM:
            return f"{wert % 100:02d}.{wert // 100 % 100:02d}.{wert // 10000}" if wert else "–"
        case Einheit.JA_NEIN:
            return "ja" if wert else "nein"
        case Einheit.AUSWAHL:
            return auswahl(wert).text if auswahl else str(wert)
        case Einheit.POSITION:
            return "–" if wert < 0 else f"Person {wert + 1}"
    return str(wert)


def _dezimal(wert: int, teiler: int) -> str:
    vor, nach = divmod(abs(wert), teiler)
    return f"{'-' if wert < 0 else ''}{vor:,}".replace(",", ".") + f",{nach:02d}"


@lru_cache(maxsize=10_000)
def euro(cent: int) -> str:
    """Cents as euro in German form: -1.234,50 €."""
    return _dezimal(cent, 100) + " €"
