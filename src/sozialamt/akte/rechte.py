"""Rechte sind Wörter. Sie stehen hier einmal, mit ihren Rollen; geprüft werden sie in den Vorgängen.

Eine Person kann mehrere Rollen haben. Was keine Rolle nennt, darf niemand. Ob ein Recht an einer bestimmten Akte
gilt (Einheit, Schutzvermerk, Befangenheit), entscheidet `zugriff`.
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
    "vermerk_schreiben": "Vermerke schreiben",
    "dokument_ablegen": "Dokumente ablegen",
    "schutzvermerk_setzen": "Schutzvermerke setzen und beenden",
    "zugriff_begruenden": "Eine fremde Akte mit Begründung öffnen",
    "zustaendigkeit_uebertragen": "Haushalte einer Einheit und Sachbearbeitung zuweisen",
    "befangenheit_eintragen": "Befangenheit eintragen und beenden",
    "geschuetzte_anschrift_lesen": "Geschützte Anschriften aufdecken",
    "geschuetzte_akte_lesen": "Besonders geschützte Akten öffnen",
    "fremde_einheit_lesen": "Akten anderer Einheiten lesen",
    "massenlauf_vorbereiten": "Massenläufe vorbereiten und verwerfen",
    "massenlauf_freigeben": "Massenläufe freigeben, die jemand anderes vorbereitet hat",
    "lesezugriffe_lesen": "Sehen, wer eine Akte gelesen hat",
    "notzugriffe_lesen": "Sehen, wer fremde Akten mit Begründung geöffnet hat",
    "auskunft_erteilen": "Einer Person Auskunft über Zugriffe auf ihre Daten geben",
    "ausgabe_erstellen": "Personenbezogene Daten ausgeben",
    "ausgaben_lesen": "Sehen, wer zu welchem Zweck Daten ausgegeben hat",
    "loeschprotokoll_lesen": "Löschregeln und Löschläufe sehen",
    "loeschsperre_setzen": "Akten vom Löschen zurückhalten",
    "auswertung_lesen": "Auswertungen ohne Personenbezug lesen",
    "benutzer_verwalten": "Benutzer und ihre Rollen verwalten",
    "rolle_freigeben": "Die Vergabe einer schutzwürdigen Rolle freigeben",
    "einheit_verwalten": "Organisationseinheiten verwalten",
    "einstellungen_waehlen": "Festlegen, welcher Ansicht das Amt in streitigen Fragen folgt",
    "vergleich_lesen": "Den Vergleich der Städte sehen",
    "vergleich_liefern": "Werte der eigenen Stadt liefern und Auffälligkeiten klären",
    "vergleich_freigeben": "Werte der eigenen Stadt für andere freigeben",
    "vorgang_fuehren": "Vorgänge anlegen und weiterführen, Fristen und Wiedervorlagen setzen",
    "selbst_freigeben": "Eigene Entwürfe erlassen, die Geld bewegen",
    "iban_suchen": "Haushalte über eine Bankverbindung suchen",
    "buchungen_lesen": "Buchungen, Zahlungen und Forderungen eines Haushalts lesen",
    "zahlungsweg_erfassen": "Bankverbindungen erfassen",
    "zahlungsweg_freigeben": "Bankverbindungen freigeben, die andere erfasst haben",
    "zahllaeufe_lesen": "Zahlläufe, Zahlungen aller Haushalte und Kontoauszüge sehen",
    "zahllauf_sammeln": "Zahlläufe sammeln und verwerfen",
    "zahllauf_pruefen": "Zahlläufe prüfen und Zeilen herausnehmen",
    "zahllauf_freigeben": "Zahlläufe freigeben, die andere gesammelt haben",
    "zahllauf_senden": "Zahldateien erstellen und als gesendet buchen",
    "kontoauszug_einlesen": "Kontoauszüge einlesen und Bewegungen klären",
    "forderung_bearbeiten": "Raten, Aufrechnung und Niederschlagung von Forderungen",
    "kasse_pruefen": "Die Prüfregeln der Kasse laufen lassen",
}

LESERECHTE = frozenset(
    {"akte_lesen", "buchungen_lesen", "lesezugriffe_lesen", "auskunft_erteilen", "geschuetzte_anschrift_lesen"}
)
"""Rechte, die eine Akte nicht verändern; sie gehen auch über die eigene Einheit hinaus, wenn jemand das darf."""

SCHUTZWUERDIG = frozenset(
    {
        "fremde_einheit_lesen",
        "geschuetzte_anschrift_lesen",
        "geschuetzte_akte_lesen",
        "lesezugriffe_lesen",
        "benutzer_verwalten",
        "rolle_freigeben",
        "einheit_verwalten",
    }
)
"""Eine Rolle mit einem dieser Rechte verlangt einen zweiten Faktor, und eine zweite Person gibt ihre Vergabe frei."""

_SACHBEARBEITUNG = frozenset(
    {
        "akte_lesen",
        "person_anlegen",
        "haushalt_anlegen",
        "tatsache_eintragen",
        "bescheid_entwerfen",
        "bescheid_erlassen",
        "vermerk_schreiben",
        "dokument_ablegen",
        "schutzvermerk_setzen",
        "zugriff_begruenden",
        "vorgang_fuehren",
        "loeschsperre_setzen",
        "buchungen_lesen",
        "zahlungsweg_erfassen",
    }
)
_TEAMLEITUNG = _SACHBEARBEITUNG | {
    "zustaendigkeit_uebertragen",
    "befangenheit_eintragen",
    "geschuetzte_anschrift_lesen",
    "geschuetzte_akte_lesen",
    "lesezugriffe_lesen",
    "notzugriffe_lesen",
    "auskunft_erteilen",
    "ausgabe_erstellen",
    "massenlauf_vorbereiten",
    "massenlauf_freigeben",
    "zahlungsweg_freigeben",
    "zahllaeufe_lesen",
    "zahllauf_freigeben",
    "iban_suchen",
}
_REVISION = frozenset(
    {
        "akte_lesen",
        "fremde_einheit_lesen",
        "geschuetzte_akte_lesen",
        "lesezugriffe_lesen",
        "notzugriffe_lesen",
        "auskunft_erteilen",
        "ausgabe_erstellen",
        "ausgaben_lesen",
        "loeschprotokoll_lesen",
        "buchungen_lesen",
        "zahllaeufe_lesen",
        "kasse_pruefen",
        "iban_suchen",
    }
)
_KASSE = frozenset(
    {
        "akte_lesen",
        "buchungen_lesen",
        "zahllaeufe_lesen",
        "zahlungsweg_freigeben",
        "zahllauf_sammeln",
        "zahllauf_pruefen",
        "zahllauf_freigeben",
        "zahllauf_senden",
        "kontoauszug_einlesen",
        "forderung_bearbeiten",
        "kasse_pruefen",
        "iban_suchen",
    }
)

_VERGLEICH = frozenset({"vergleich_lesen", "vergleich_liefern"})

ROLLEN = {
    "sachbearbeitung": ("Sachbearbeitung", _SACHBEARBEITUNG),
    "teamleitung": ("Teamleitung", _TEAMLEITUNG),
    "kasse": ("Kasse", _KASSE),
    "controlling": ("Controlling", _VERGLEICH | {"auswertung_lesen"}),
    "planung": ("Sozialplanung", _VERGLEICH | {"auswertung_lesen"}),
    "leitung": ("Amtsleitung", _VERGLEICH | {"vergleich_freigeben", "auswertung_lesen", "rolle_freigeben"}),
    "einrichtung": ("Einrichtung (extern)", frozenset()),
    "revision": ("Revision und Datenschutz", _REVISION),
    "administration": (
        "Administration",
        frozenset(
            {
                "benutzer_verwalten",
                "rolle_freigeben",
                "einheit_verwalten",
                "einstellungen_waehlen",
                "loeschprotokoll_lesen",
            }
        ),
    ),
}

ROLLENAUSWAHL = [(schluessel, titel) for schluessel, (titel, _) in ROLLEN.items()]


def rechte_der_rollen(rollen: list[str]) -> frozenset[str]:
    """Vereinigung der Rechte; eine Rolle, die es nicht mehr gibt, gibt keine."""
    return frozenset().union(*(ROLLEN[rolle][1] for rolle in rollen if rolle in ROLLEN))


def ist_schutzwuerdig(rolle: str) -> bool:
    """Ob die Rolle ein schutzwürdiges Recht gibt."""
    return bool(ROLLEN[rolle][1] & SCHUTZWUERDIG)


def pruefe_recht(benutzer: Benutzer, recht: str, ziel: Any = None) -> None:
    """Bricht mit `RechtFehlt` ab, wenn der Benutzer das Recht nicht hat oder am Ziel nicht ausüben darf.

    Ziel ist ein Haushalt, eine Person oder etwas mit einem Haushalt oder einer Person; alles andere gehört zu keiner
    Akte, dort zählt nur die Rolle.
    """
    from sozialamt.akte import zugriff

    if not hat_recht(benutzer, recht):
        raise RechtFehlt(recht, RECHTE[recht])
    zugriff.pruefe(benutzer, recht, ziel)


def hat_recht(benutzer: Any, recht: str) -> bool:
    """Ob eine Rolle des Benutzers das Recht gibt, ohne Blick auf eine Akte."""
    if recht not in RECHTE:
        raise ValueError(f"Unbekanntes Recht: {recht}")
    return bool(benutzer.is_authenticated and benutzer.is_active and recht in benutzer.rechte)


def rechte_am(benutzer: Benutzer, ziel: Any) -> frozenset[str]:
    """Alle Rechte, die der Benutzer an diesem Ziel hat: für Seiten, die mehrere davon brauchen."""
    from sozialamt.akte import zugriff

    if not (benutzer.is_authenticated and benutzer.is_active):
        return frozenset()
    lesend, handelnd = zugriff.hindernisse(benutzer, ("akte_lesen", "tatsache_eintragen"), ziel)
    return frozenset(r for r in benutzer.rechte if not (lesend if r in LESERECHTE else handelnd))


def melde_rechte_an() -> None:
    """Meldet jedes Recht bei `rules` an, damit `benutzer.has_perm("akte.…")` überall dasselbe sagt."""
    for recht in RECHTE:
        if not rules.perm_exists(f"akte.{recht}"):
            rules.add_perm(f"akte.{recht}", _hat(recht))


def _hat(recht: str) -> rules.Predicate:
    @rules.predicate(name=f"hat_{recht}")
    def hat(benutzer: Any, ziel: Any = None) -> bool:
        from sozialamt.akte import zugriff

        return hat_recht(benutzer, recht) and not zugriff.hindernis(benutzer, recht, ziel)

    return hat
