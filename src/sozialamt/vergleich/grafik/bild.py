"""Was eine Grafik ist: Bild, Alternativtext und die Tabelle, die dasselbe in Zahlen sagt."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

MUSTER_UNGUENSTIG, MUSTER_UNBEWERTET = "#c45a00", "#7d8296"
"""Füllfarben, an deren Stelle beim Zeichnen ein Muster derselben Farbe tritt."""


@dataclass(frozen=True, slots=True)
class Tabelle:
    """Zahlen zur Grafik; `zahlspalten` sind die Nummern der rechtsbündigen Spalten."""

    titel: str
    kopf: tuple[str, ...]
    zeilen: tuple[tuple[str, ...], ...]
    zahlspalten: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Grafik:
    """Eine Grafik ohne Pixel: Beschreibung in Vega-Lite, Texte und Tabelle."""

    schluessel: str
    titel: str
    alternativtext: str
    spezifikation: dict[str, Any] = field(repr=False)
    tabelle: Tabelle
    quellen: tuple[str, ...] = ()

    @property
    def kennung(self) -> str:
        """Prüfsumme des Inhalts: Gleiche Zahlen geben dieselbe Datei, geänderte eine neue."""
        inhalt = [self.titel, self.alternativtext, self.spezifikation]
        text = json.dumps(inhalt, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Balken:
    """Eine Zeile eines Balkenbilds. Ohne Wert steht der Grund im Bild, nie eine Null."""

    name: str
    wert: float | None
    text: str
    marke: float | None = None
    hervor: bool = False
    grund: str = ""


@dataclass(frozen=True, slots=True)
class Abweichung:
    """Ein Wirtschaftsindikator: rohes Vorzeichen als Länge, Wertung als Farbe, Muster und Wort.

    `guenstig` ist wahr, falsch oder None (keine Wertung). `wert` in Standardabweichungen.
    """

    name: str
    wert: float | None
    guenstig: bool | None
    rohwert: str
    mittel: str
    n: int
    grund: str = ""


@dataclass(frozen=True, slots=True)
class Linie:
    """Eine Zeitreihe: Jahre ohne Wert bleiben eine Lücke."""

    name: str
    punkte: tuple[tuple[int, float | None], ...]
    hervor: bool = False
    mittel: bool = False
