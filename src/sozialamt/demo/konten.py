"""Konten des Beispielamts. Lädt kein Recht, damit der zweite Start schnell ist."""

from __future__ import annotations

from sozialamt.akte.models import Benutzer, Haushalt, Rollenzuweisung

PASSWORT = "Musterstadt-2026"  # noqa: S105 - printed at start, for invented people on this machine only

BENUTZER = {
    "sachbearbeitung": ("Kim", "Beispiel", ("sachbearbeitung",)),
    "teamleitung": ("Robin", "Muster", ("teamleitung",)),
    "revision": ("Alex", "Prüfer", ("revision",)),
    "leitung": ("Sascha", "Amtmann", ("leitung",)),
}


def ist_leer() -> bool:
    """Ob noch niemand in der Datenbank steht."""
    return not Haushalt.objects.exists() and not Benutzer.objects.exists()


def lege_konten_an() -> dict[str, Benutzer]:
    """Alle Konten mit dem einen Passwort."""
    angelegt = {}
    for name, (vorname, nachname, rollen) in BENUTZER.items():
        konto = Benutzer.objects.create_user(name, password=PASSWORT, first_name=vorname, last_name=nachname)
        Rollenzuweisung.objects.bulk_create(Rollenzuweisung(benutzer=konto, rolle=rolle) for rolle in rollen)
        angelegt[name] = konto
    return angelegt


def vorhandene() -> list[str]:
    """Namen der Konten, solange es Beispieldaten gibt; sonst keine."""
    if not Haushalt.objects.filter(erzeugt=True).exists():
        return []
    return list(Benutzer.objects.filter(username__in=BENUTZER).order_by("username").values_list("username", flat=True))
