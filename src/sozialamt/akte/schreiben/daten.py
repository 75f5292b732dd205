"""Was in einem Bescheid steht, als reine Daten.

Alles Rechnen und Formulieren ist vorher geschehen; die Vorlage setzt nur noch. Kein Text dieser Klassen wird
je als Satzanweisung gelesen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.leistungen.bogen import Bogen


@dataclass(frozen=True, slots=True)
class Behoerde:
    """Die erlassende Behörde, wie sie sich zu erkennen gibt (§ 33 Abs. 3 SGB X), und die zuständige Person."""

    traeger: str
    amt: str
    strasse: str
    ort: str
    telefon: str = ""
    email: str = ""
    internet: str = ""
    sprechzeiten: str = ""
    ansprechperson: str = ""
    zimmer: str = ""
    postanschrift: str = ""

    @property
    def name(self) -> str:
        return f"{self.traeger}, {self.amt}"

    @property
    def sitz(self) -> str:
        return f"{self.strasse}, {self.ort}"


@dataclass(frozen=True, slots=True)
class Verfuegungszeile:
    """Wer bekommt welche Leistung von wann bis wann in welcher Höhe (§ 33 Abs. 1 SGB X)."""

    person: str
    leistung: str
    von: str
    bis: str
    betrag: int


@dataclass(frozen=True, slots=True)
class Textabschnitt:
    """Überschrift und Absätze, etwa ein Teil der Begründung oder ein Hinweis."""

    titel: str
    absaetze: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Monatsbetrag:
    """Beträge eines Monats in Cent, je Person in der Reihenfolge von `BescheidDaten.personen`."""

    monat: str
    betraege: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unterschrift:
    """Namenswiedergabe (§ 33 Abs. 3 SGB X). Fehlt sie, steht der Hinweis nach § 33 Abs. 5 im Bescheid."""

    name: str
    zusatz: str = "Im Auftrag"
    funktion: str = ""


@dataclass(frozen=True, slots=True)
class Beilage:
    """Datei im Bescheid (PDF/A-3), etwa der Rechenweg als JSON; `verdichtet` mit zlib, wie PDF Dateien ablegt."""

    name: str
    beschreibung: str
    verdichtet: bytes
    art: str = "application/json"


@dataclass(frozen=True, slots=True)
class BescheidDaten:
    """Ein vollständiger Bescheid. `verfuegung` sind die Sätze, die gelten; alles andere erklärt sie."""

    art: Bescheidart
    behoerde: Behoerde
    anschrift: tuple[str, ...]
    aktenzeichen: str
    datum: date
    betreff: str
    anrede: str
    verfuegung: tuple[str, ...]
    begruendung: tuple[Textabschnitt, ...]
    rechtsbehelf: Textabschnitt
    einleitung: tuple[str, ...] = ()
    zeilen: tuple[Verfuegungszeile, ...] = ()
    personen: tuple[str, ...] = ()
    monate: tuple[Monatsbetrag, ...] = ()
    hinweise: tuple[Textabschnitt, ...] = ()
    boegen: tuple[tuple[str, str, Bogen], ...] = ()
    bogennamen: tuple[tuple[str, str], ...] = ()
    unterschrift: Unterschrift | None = None
    versandvermerk: str = ""
    beilagen: tuple[Beilage, ...] = ()
    muster: bool = False


@dataclass(frozen=True, slots=True)
class BriefDaten:
    """Ein Schreiben ohne Regelung: Anhörung, Aufforderung zur Mitwirkung, Anzeige an einen anderen Träger."""

    behoerde: Behoerde
    anschrift: tuple[str, ...]
    aktenzeichen: str
    datum: date
    betreff: str
    anrede: str
    absaetze: tuple[str, ...]
    abschnitte: tuple[Textabschnitt, ...] = ()
    unterschrift: Unterschrift | None = None
    versandvermerk: str = ""
    muster: bool = False
