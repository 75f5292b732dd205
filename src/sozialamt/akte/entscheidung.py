"""Was ein Bescheidentwurf über die Rechnung hinaus festlegt: Art, Norm, Gründe, Bezug, Vorbehalt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.models import Vorgang
from sozialamt.akte.schreiben import Textabschnitt

HOECHSTDAUER_MONATE = 12
"""Bewilligungszeitraum in der Regel zwölf Monate (§ 44 Abs. 3 Satz 1 SGB XII)."""
HOECHSTDAUER_VORLAEUFIG = 6
"""Bei vorläufiger Entscheidung höchstens sechs Monate (§ 44 Abs. 3 Satz 2 SGB XII)."""
HOECHSTDAUER_KORREKTUR = 120
"""So viele Monate umfasst eine Korrektur höchstens: zehn Jahre (§ 45 Abs. 3 Satz 3 SGB X). Wer nach Satz 4 weiter
zurück muss, teilt den Zeitraum."""


@dataclass(frozen=True, slots=True)
class Entscheidung:
    """Ohne Art entscheidet die Rechnung zwischen Bewilligung und Ablehnung.

    `saetze` sind Verfügungssätze, wo nichts gerechnet wird. `bisher` sind die Monatssummen in Cent, die der Entwurf
    ersetzt; ändern sie sich bis zum Erlass, ist er überholt. `ueberzahlt` ist, was danach zu erstatten sein kann.
    `empfaenger` (name, strasse, plz, ort) nur, wenn der Bescheid an jemand anderen geht als an den Haushalt.
    """

    art: Bescheidart | None = None
    norm: str = ""
    vorgang: Vorgang | None = None
    vorlaeufig_grund: str = ""
    aendert: tuple[str, ...] = ()
    bisher: Mapping[str, int] | None = None
    gruende: tuple[Textabschnitt, ...] = ()
    saetze: tuple[str, ...] = ()
    ueberzahlt: int = 0
    erstattung: int = 0
    empfaenger: Mapping[str, str] | None = None

    @property
    def hoechstdauer(self) -> int:
        """Wie viele Monate der Bescheid höchstens umfasst."""
        if self.vorlaeufig_grund:
            return HOECHSTDAUER_VORLAEUFIG
        return HOECHSTDAUER_MONATE if self.art in (None, Bescheidart.BEWILLIGUNG) else HOECHSTDAUER_KORREKTUR

    def als_json(self) -> dict[str, Any]:
        """So steht sie im Inhalt des Bescheids."""
        return {
            "vorlaeufig_grund": self.vorlaeufig_grund,
            "aendert": list(self.aendert),
            "bisher": dict(self.bisher) if self.bisher is not None else None,
            "gruende": [asdict(g) for g in self.gruende],
            "saetze": list(self.saetze),
            "ueberzahlt": self.ueberzahlt,
            "erstattung": self.erstattung,
            "antrag_vom": _antrag(self.vorgang),
        }


def _antrag(vorgang: Vorgang | None) -> str:
    return vorgang.antragsdatum.isoformat() if vorgang and vorgang.art in ("antrag", "ueberpruefung") else ""


def gruende_aus(inhalt: Mapping[str, Any]) -> tuple[Textabschnitt, ...]:
    """Eigene Gründe aus dem Inhalt eines Entwurfs oder Bescheids."""
    gruende = inhalt.get("entscheidung", {}).get("gruende", [])
    return tuple(Textabschnitt(g["titel"], tuple(g["absaetze"])) for g in gruende)


def antrag_vom(inhalt: Mapping[str, Any]) -> date | None:
    """Tag des Antrags, über den entschieden wird."""
    text = inhalt.get("entscheidung", {}).get("antrag_vom", "")
    return date.fromisoformat(text) if text else None
