"""Ein Konto anlegen; das erste Passwort würfelt das Programm und zeigt es einmal."""

from __future__ import annotations

import re
import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere

_NAME = re.compile(r"^[a-z][a-z0-9._-]{2,29}$", re.ASCII)
PASSWORTLAENGE = 12
"""Zufällige Bytes des ersten Passworts."""


@transaction.atomic
def benutzer_anlegen(
    *, benutzer: Benutzer, name: str, vorname: str, nachname: str, zeitpunkt: datetime | None = None
) -> tuple[Benutzer, str]:
    """Gibt Konto und erstes Passwort zurück; das Konto hat noch keine Rolle und darf nichts."""
    pruefe_recht(benutzer, "benutzer_verwalten")
    name, vorname, nachname = name.strip().lower(), vorname.strip(), nachname.strip()
    maengel = [
        Mangel(feld, "(leer)", "fehlt", "Tragen Sie den Namen ein.")
        for feld, wert in (("Vorname", vorname), ("Nachname", nachname))
        if not wert
    ]
    if not _NAME.match(name):
        abhilfe = "3 bis 30 Zeichen: kleine Buchstaben, Ziffern, Punkt, Strich; ein Buchstabe vorn."
        maengel.append(Mangel("Benutzername", name or "(leer)", "geht nicht", abhilfe))
    elif Benutzer.objects.filter(username__iexact=name).exists():
        maengel.append(Mangel("Benutzername", name, "ist vergeben", "Wählen Sie einen anderen."))
    if maengel:
        raise AngabenFehler(maengel)
    passwort = secrets.token_urlsafe(PASSWORTLAENGE)
    konto = Benutzer.objects.create_user(name, password=passwort, first_name=vorname, last_name=nachname)
    protokolliere(
        vorgang="benutzer_anlegen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"konto": konto.pk},
    )
    return konto, passwort
