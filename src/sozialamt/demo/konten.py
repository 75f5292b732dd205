"""Konten und Einheiten des Beispielamts. Lädt kein Recht, damit der zweite Start schnell ist."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from sozialamt.akte.models import Benutzer, Einheitszuweisung, Haushalt, Organisationseinheit, Rollenzuweisung

PASSWORT = "Musterstadt-2026"  # noqa: S105 - printed at start, for invented people on this machine only

AMT, NORD, SUED, HEIM = "Sozialamt Musterstadt", "Team Nord", "Team Süd", "Haus am Park (Einrichtung)"
EINHEITEN = {AMT: None, NORD: AMT, SUED: AMT, HEIM: AMT}
"""Einheit und die, zu der sie gehört."""


@dataclass(frozen=True, slots=True)
class Konto:
    """Ein Beispielkonto: Name, Rollen und Einheit."""

    vorname: str
    nachname: str
    rollen: tuple[str, ...]
    einheit: str


BENUTZER = {
    "sachbearbeitung": Konto("Kim", "Beispiel", ("sachbearbeitung",), NORD),
    "sachbearbeitung_sued": Konto("Toni", "Vorlage", ("sachbearbeitung",), SUED),
    "teamleitung": Konto("Robin", "Muster", ("teamleitung",), AMT),
    "kasse": Konto("Uli", "Zahlmann", ("kasse",), AMT),
    "controlling": Konto("Jo", "Kennzahl", ("controlling",), AMT),
    "planung": Konto("Sam", "Entwurf", ("planung",), AMT),
    "leitung": Konto("Sascha", "Amtmann", ("leitung",), AMT),
    "einrichtung": Konto("Charlie", "Pfleger", ("einrichtung",), HEIM),
    "revision": Konto("Alex", "Prüfer", ("revision",), AMT),
    "administration": Konto("Nico", "Verwalter", ("administration",), AMT),
}


def ist_leer() -> bool:
    """Ob noch niemand in der Datenbank steht."""
    return not Haushalt.objects.exists() and not Benutzer.objects.exists()


def lege_konten_an() -> dict[str, Benutzer]:
    """Alle Konten mit dem einen Passwort, jedes in seiner Einheit."""
    einheiten: dict[str, Organisationseinheit] = {}
    for name, oben in EINHEITEN.items():
        einheiten[name] = Organisationseinheit.objects.create(
            name=name, uebergeordnet=einheiten[oben] if oben else None
        )
    angelegt = {}
    einmal = make_password(PASSWORT)
    for name, konto in BENUTZER.items():
        benutzer = Benutzer.objects.create(
            username=name, password=einmal, first_name=konto.vorname, last_name=konto.nachname
        )
        Rollenzuweisung.objects.bulk_create(Rollenzuweisung(benutzer=benutzer, rolle=rolle) for rolle in konto.rollen)
        Einheitszuweisung.objects.create(benutzer=benutzer, einheit=einheiten[konto.einheit])
        angelegt[name] = benutzer
    return angelegt


def vorhandene() -> list[str]:
    """Namen der Konten, solange es Beispieldaten gibt; sonst keine."""
    if not Haushalt.objects.filter(erzeugt=True).exists():
        return []
    return list(Benutzer.objects.filter(username__in=BENUTZER).order_by("username").values_list("username", flat=True))
