"""Die Einstellungen des Amtes in streitigen Fragen: was in einem Monat gilt, und was zur Wahl steht."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sozialamt.akte.models import Einstellungswahl
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.parameters import Einstellung


def wahlen(gewusst_am: datetime | None = None) -> tuple[Einstellungswahl, ...]:
    """Alle Entscheidungen, die zu diesem Zeitpunkt getroffen waren; eine Abfrage."""
    return tuple(Einstellungswahl.objects.gewusst_am(gewusst_am).order_by("gilt_ab", "erfasst_am", "id"))


def geltende(entschieden: Iterable[Einstellungswahl], monat: date) -> dict[str, int]:
    """Je Einstellung der Wert des Monats; was das Recht nicht mehr kennt, rechnet nicht mit."""
    bekannt = regelwerk().einstellungen
    return {
        w.einstellung: w.wert
        for w in entschieden
        if w.gilt_ab <= monat and w.einstellung in bekannt and w.wert in _werte(bekannt[w.einstellung])
    }


@dataclass(frozen=True, slots=True)
class Streitfrage:
    """Eine Einstellung mit ihren Ansichten, der geltenden und allen Entscheidungen, die neueste zuerst."""

    einstellung: Einstellung
    ansichten: tuple[tuple[str, str], ...]
    gilt: str
    entschieden: tuple[tuple[Einstellungswahl, str], ...]

    @property
    def vorgabe(self) -> str:
        return self.einstellung.text(self.einstellung.vorgabe)


def streitfragen(monat: date) -> list[Streitfrage]:
    """Alle Einstellungen des Rechts in der Reihenfolge des Handbuchs, mit dem, was im Monat gilt."""
    alle = wahlen()
    jetzt = geltende(alle, monat)
    return [
        Streitfrage(
            einstellung=e,
            ansichten=tuple((schluessel, text) for schluessel, (_, text) in e.optionen.items()),
            gilt=e.text(jetzt.get(e.name, e.vorgabe)),
            entschieden=tuple((w, e.text(w.wert)) for w in reversed(alle) if w.einstellung == e.name),
        )
        for e in regelwerk().einstellungen.values()
    ]


def _werte(einstellung: Einstellung) -> set[int]:
    return {wert for wert, _ in einstellung.optionen.values()}
