"""Rechte sind Wörter. Sie stehen hier einmal, mit ihren Rollen; geprüft werden sie in den Vorgängen.

Eine Person kann mehrere Rollen haben. Was keine Rolle nennt, darf niemand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import rules

from sozialamt.akte.fehler import RechtFehlt

if TYPE_CHECKING:
    from sozialamt.akte.models import Benutzer

RECHTE = {
    "akte_lesen": "Akten suchen und lesen",
    "person_anlegen": "Personen anlegen",
    "haushalt_anlegen": "Haushalte anlegen und Mitglieder aufnehmen",
    "tatsache_eintragen": "Tatsachen eintragen",
    "bescheid_entwerfen": "Bescheide entwerfen und Entwürfe verwerfen",
    "bescheid_erlassen": "Bescheide erlassen",
    "lesezugriffe_lesen": "Sehen, wer eine Akte gelesen hat",
}

_SACHBEARBEITUNG = frozenset(
    {
        "akte_lesen",
        "person_anlegen",
        "haushalt_anlegen",
        "tatsache_eintragen",
        "bescheid_entwerfen",
        "bescheid_erlassen",
    }
)

ROLLEN = {
    "sachbearbeitung": ("Sachbearbeitung", _SACHBEARBEITUNG),
    "teamleitung": ("Teamleitung", _SACHBEARBEITUNG | {"lesezugriffe_lesen"}),
    "revision": ("Revision und Datenschutz", frozenset({"akte_lesen", "lesezugriffe_lesen"})),
    "leitung": ("Amtsleitung", frozenset()),
}

ROLLENAUSWAHL = [(schluessel, titel) for schluessel, (titel, _) in ROLLEN.items()]


def rechte_der_rollen(rollen: list[str]) -> frozenset[str]:
    """Vereinigung der Rechte; eine Rolle, die es nicht mehr gibt, gibt keine."""
    return frozenset().union(*(ROLLEN[rolle][1] for rolle in rollen if rolle in ROLLEN))


def pruefe_recht(benutzer: Benutzer, recht: str, ziel: Any = None) -> None:
    """Bricht mit `RechtFehlt` ab, wenn der Benutzer das Recht (am Ziel) nicht hat."""
    if recht not in RECHTE:
        raise ValueError(f"Unbekanntes Recht: {recht}")
    if not rules.has_perm(f"akte.{recht}", benutzer, ziel):
        raise RechtFehlt(recht, RECHTE[recht])


def melde_rechte_an() -> None:
    """Meldet jedes Recht bei `rules` an, damit `benutzer.has_perm("akte.…")` überall dasselbe sagt."""
    for recht in RECHTE:
        if not rules.perm_exists(f"akte.{recht}"):
            rules.add_perm(f"akte.{recht}", _hat(recht))


def _hat(recht: str) -> rules.Predicate:
    @rules.predicate(name=f"hat_{recht}")
    def hat(benutzer: Any) -> bool:
        return bool(benutzer.is_authenticated and benutzer.is_active and recht in benutzer.rechte)

    return hat
