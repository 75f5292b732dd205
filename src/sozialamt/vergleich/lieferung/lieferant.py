"""Die Schnittstelle für Lieferungen aus eigenen Daten: Wer zählen kann, meldet sich hier an."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Lieferwert:
    """Ein gezählter Wert, ganzzahlig in der Nachkommastelle der Größe; ohne Wert steht, warum er fehlt."""

    groesse: str
    wert: int | None
    stichtag: str
    fehlt: str = ""
    hinweis: str = ""


@dataclass(frozen=True, slots=True)
class Zaehlung:
    """Was ein Lieferant für ein Jahr gezählt hat. `erzeugt`: ob erzeugte Beispieldaten darin sind."""

    werte: tuple[Lieferwert, ...]
    erzeugt: bool


class Lieferant(Protocol):
    """Zählt Basisgrößen aus den eigenen Daten der Installation."""

    titel: str

    def zaehle(self, *, jahr: int, stichtag: date) -> Zaehlung:
        """Werte des Jahres; Bestände am Stichtag. Was er nicht zählen kann, nennt er nicht."""


_LIEFERANTEN: dict[str, Lieferant] = {}


def melde_an(schluessel: str, lieferant: Lieferant) -> None:
    """Meldet einen Lieferanten an; ein Schlüssel gilt einmal."""
    if schluessel in _LIEFERANTEN and type(_LIEFERANTEN[schluessel]) is not type(lieferant):
        raise ValueError(f"Lieferant {schluessel} ist schon angemeldet")
    _LIEFERANTEN[schluessel] = lieferant


def lieferanten() -> Sequence[tuple[str, Lieferant]]:
    """Alle angemeldeten Lieferanten; ein späterer geht einem früheren vor, wo beide dieselbe Größe zählen."""
    return tuple(_LIEFERANTEN.items())
