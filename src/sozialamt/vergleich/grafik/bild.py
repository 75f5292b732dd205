"""Was eine Grafik ist: Bild, Alternativtext und die Tabelle, die dasselbe in Zahlen sagt."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
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


@dataclass(frozen=True, slots=True)
class Punkt:
    """Eine Stadt im Streubild; die Gruppe zeigt sich in Farbe und Form."""

    name: str
    x: float
    y: float
    gruppe: int


@dataclass(frozen=True, slots=True)
class Balkenbild:
    """Waagerechte Balken in gegebener Reihenfolge; `strich` erklärt den roten Strich (je Zeile oder `linie`)."""

    teile: tuple[Balken, ...]
    einheit: str
    strich: str = ""
    linie: float | None = None

    art = "balken"


@dataclass(frozen=True, slots=True)
class Abweichungsbild:
    """Abweichungen vom Mittel in Standardabweichungen."""

    teile: tuple[Abweichung, ...]

    art = "abweichung"


@dataclass(frozen=True, slots=True)
class Verlaufsbild:
    """Zeitreihen mehrerer Städte."""

    teile: tuple[Linie, ...]
    einheit: str

    art = "verlauf"


@dataclass(frozen=True, slots=True)
class Streubild:
    """Städte nach zwei Kennzahlen."""

    teile: tuple[Punkt, ...]
    titel_x: str
    titel_y: str

    art = "streuung"


Bild = Balkenbild | Abweichungsbild | Verlaufsbild | Streubild
_BILDER: dict[str, tuple[type[Any], type[Any]]] = {
    "balken": (Balkenbild, Balken),
    "abweichung": (Abweichungsbild, Abweichung),
    "verlauf": (Verlaufsbild, Linie),
    "streuung": (Streubild, Punkt),
}


@dataclass(frozen=True)
class Grafik:
    """Eine Grafik ohne Pixel: was zu zeichnen ist, Texte und Tabelle."""

    schluessel: str
    titel: str
    alternativtext: str
    bild: Bild = field(repr=False)
    tabelle: Tabelle
    quellen: tuple[str, ...] = ()

    @property
    def kurzquellen(self) -> tuple[str, ...]:
        """Herausgeber und Titel ohne den Weg, auf dem die Datei kam; jede einmal."""
        return tuple(dict.fromkeys(q.split(", via ")[0] for quelle in self.quellen for q in quelle.split("; ")))

    @property
    def vorlage(self) -> str:
        """Was zum Zeichnen nötig ist, als JSON."""
        inhalt = {"art": self.bild.art, "titel": self.titel, "alt": self.alternativtext, "bild": asdict(self.bild)}
        return json.dumps(inhalt, sort_keys=True, ensure_ascii=False)

    @property
    def kennung(self) -> str:
        """Prüfsumme des Inhalts: Gleiche Zahlen geben dieselbe Datei, geänderte eine neue."""
        return hashlib.sha256(self.vorlage.encode()).hexdigest()[:32]

    @classmethod
    def aus_vorlage(cls, text: str) -> Grafik:
        """Das Gegenstück zu `vorlage`; Tabelle und Quellen stehen dort nicht."""
        roh = json.loads(text)
        klasse, teil = _BILDER[roh["art"]]
        teile = tuple(teil(**_tupel(t)) for t in roh["bild"].pop("teile"))
        return cls("", roh["titel"], roh["alt"], klasse(teile, **roh["bild"]), Tabelle("", (), ()))


def _tupel(felder: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(map(tuple, v)) if isinstance(v, list) else v for k, v in felder.items()}
