"""Bericht als Gliederung aus Kapiteln und Blöcken; Bildschirm und PDF entstehen aus derselben."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sozialamt.vergleich.grafik.bild import Grafik, Tabelle


@dataclass(frozen=True, slots=True)
class Absatz:
    """Fließtext; `klein` für Erläuterungen und Quellen."""

    text: str
    klein: bool = False

    art = "absatz"


@dataclass(frozen=True, slots=True)
class Liste:
    """Aufzählung."""

    punkte: tuple[str, ...]

    art = "liste"


@dataclass(frozen=True, slots=True)
class Abbildung:
    """Bild mit Erklärung und Tabelle."""

    grafik: Grafik
    text: str = ""

    art = "abbildung"


@dataclass(frozen=True, slots=True)
class Zahlen:
    """Tabelle ohne Bild."""

    tabelle: Tabelle

    art = "zahlen"


@dataclass(frozen=True, slots=True)
class Fakt:
    """Eine große Zahl mit dem, was sie bedeutet."""

    zahl: str
    titel: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fakten:
    """Mehrere große Zahlen nebeneinander."""

    fakten: tuple[Fakt, ...]

    art = "fakten"


Block = Fakten | Absatz | Liste | Abbildung | Zahlen


@dataclass(frozen=True, slots=True)
class Kapitel:
    """Überschrift, Anker und Inhalt; `ebene` 1 oder 2."""

    schluessel: str
    titel: str
    bloecke: tuple[Block, ...]
    ebene: int = 1


@dataclass(frozen=True)
class Bericht:
    """Ein Dokument: Titel, Stand, Kapitel und alle Quellen, die darin genannt werden."""

    titel: str
    untertitel: str
    stand: str
    herausgeber: str
    kapitel: tuple[Kapitel, ...]
    quellen: tuple[str, ...] = ()
    verzeichnis: bool = False
    hinweise: tuple[str, ...] = field(default=())
    erzeugt: bool = False

    def abbildungen(self) -> Iterator[Abbildung]:
        """Alle Bilder in der Reihenfolge des Dokuments."""
        for kapitel in self.kapitel:
            yield from (block for block in kapitel.bloecke if isinstance(block, Abbildung))

    def grafik(self, schluessel: str) -> Grafik | None:
        """Das Bild mit diesem Schlüssel, sonst None."""
        return next((a.grafik for a in self.abbildungen() if a.grafik.schluessel == schluessel), None)
