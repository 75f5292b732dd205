"""Jede Ausgabe personenbezogener Daten braucht einen Zweck und wird vermerkt."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Ausgabe, Benutzer, Haushalt, Person
from sozialamt.akte.rechte import pruefe_recht

MINDESTLAENGE = 5


@transaction.atomic
def ausgabe_vermerken(
    *,
    benutzer: Benutzer,
    art: str,
    zweck: str,
    anzahl: int,
    recht: str = "ausgabe_erstellen",
    betrifft: Person | Haushalt | None = None,
    zeitpunkt: datetime | None = None,
) -> Ausgabe:
    """Prüft das Recht (am Menschen oder Haushalt, um den es geht) und schreibt wer, was, wozu, wie viel."""
    pruefe_recht(benutzer, recht, betrifft)
    if len(zweck.strip()) < MINDESTLAENGE:
        raise AngabenFehler([Mangel("Zweck", zweck.strip() or "(leer)", "fehlt", "Sagen Sie, wozu die Daten dienen.")])
    return Ausgabe.objects.create(
        zeitpunkt=zeitpunkt or timezone.now(),
        benutzer=benutzer,
        art=art,
        zweck=zweck.strip(),
        person=betrifft if isinstance(betrifft, Person) else None,
        haushalt=betrifft if isinstance(betrifft, Haushalt) else None,
        anzahl=anzahl,
    )
