"""Aufgaben: was auf den Tischen liegt. Jeder Raum meldet seine an, die Startseite sammelt sie nur ein.

Ein Raum schreibt `aufgaben.py` und meldet dort mit `melde_an`; mehr braucht eine neue Aufgabe nicht, um auf der
Startseite jeder Rolle zu stehen, die ihr Recht hat, mit Zahl und Liste.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from sozialamt.akte.vorbereitet import zaehle
from sozialamt.akte.zugriff import ein_augenblick, mit_sicht

if TYPE_CHECKING:
    from sozialamt.akte.models import Benutzer

GEZAEHLT_BIS = 99
"""Weiter zählt die Startseite nicht: Sie bleibt schnell, wie viel auch liegt."""

VERTEILT = "zustaendigkeit_uebertragen"
"""Wer dieses Recht hat, sieht auf der Startseite die Arbeit seines Teams."""

Zeilen = Callable[["Benutzer", date], QuerySet[Any]]
Ziel = tuple[str, Sequence[object]]


@dataclass(frozen=True, slots=True)
class Spalte:
    """Eine Spalte der Arbeitsliste; Texte, Tage und Beträge in Cent schreibt die Seite deutsch."""

    titel: str
    wert: Callable[[Any], object]
    betrag: bool = False


@dataclass(frozen=True, slots=True)
class Aufgabe:
    """Eine Art von Arbeit.

    `zeilen` liefert, was für diesen Menschen an diesem Tag offen ist, das Dringendste zuerst; `alle` dasselbe für
    alles, was er bearbeiten darf, nicht nur das Eigene. Wo es schon eine Seite gibt, nennen `seite` und `filter` sie;
    sonst entsteht aus `spalten` und `ziel` (Adresse einer Zeile) eine Arbeitsliste.
    """

    schluessel: str
    titel: str
    recht: str
    zeilen: Zeilen
    hilfe: str = ""
    rang: int = 50
    dringend: bool = False
    alle: Zeilen | None = None
    seite: str = ""
    filter: Callable[[date], dict[str, str]] | None = None
    spalten: tuple[Spalte, ...] = ()
    ziel: Callable[[Any], Ziel] | None = None

    def __post_init__(self) -> None:
        if bool(self.seite) == bool(self.spalten and self.ziel):
            raise ValueError(f"Aufgabe „{self.schluessel}“: entweder eine Seite oder Spalten und Ziel.")


@dataclass(frozen=True, slots=True)
class Stapel:
    """Eine Aufgabe mit dem, was heute darin liegt; `alle`: gezählt ist auch die Arbeit der anderen."""

    aufgabe: Aufgabe
    anzahl: int
    alle: bool = False

    @property
    def text(self) -> str:
        """„7“, ab hundert „99+“."""
        return str(self.anzahl) if self.anzahl <= GEZAEHLT_BIS else f"{GEZAEHLT_BIS}+"


AUFGABEN: dict[str, Aufgabe] = {}


def melde_an(*aufgaben: Aufgabe) -> None:
    """Nimmt Aufgaben auf; zwei mit demselben Schlüssel sind ein Fehler."""
    for eine in aufgaben:
        if AUFGABEN.setdefault(eine.schluessel, eine) is not eine:
            raise ValueError(f"Die Aufgabe „{eine.schluessel}“ gibt es schon.")


def stapel(benutzer: Benutzer, heute: date) -> list[Stapel]:
    """Alle Aufgaben, zu denen der Benutzer das Recht hat, in einer Abfrage; das Dringende voran, dann nach Rang.

    Wer Arbeit verteilt, sieht die seines Teams, alle anderen die eigene.
    """
    verteilt = VERTEILT in benutzer.rechte
    aufgaben = [(a, verteilt and a.alle is not None) for a in AUFGABEN.values() if a.recht in benutzer.rechte]
    with ein_augenblick():
        anzahlen = zaehle([_erste(benutzer, a.schluessel, heute, team) for a, team in aufgaben])
    gezaehlt = [Stapel(a, anzahl, team) for (a, team), anzahl in zip(aufgaben, anzahlen, strict=True)]
    return sorted(gezaehlt, key=lambda s: (not s.anzahl, not s.aufgabe.dringend, s.aufgabe.rang, s.aufgabe.titel))


@mit_sicht
def _erste(benutzer: Benutzer, schluessel: str, heute: date, team: bool) -> QuerySet[Any, Any]:
    """Was in dieser Aufgabe liegt, soweit die Startseite zählt."""
    aufgabe = AUFGABEN[schluessel]
    quelle = aufgabe.alle if team and aufgabe.alle else aufgabe.zeilen
    return quelle(benutzer, heute).order_by().values_list("pk")[: GEZAEHLT_BIS + 1]
