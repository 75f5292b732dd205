"""Jedes Lesen einer Akte wird vermerkt (§ 83 SGB X, Art. 15 DSGVO)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Haushalt, Lesezugriff, Person
from sozialamt.akte.rechte import pruefe_recht


@transaction.atomic
def akte_lesen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    personen: Iterable[Person],
    anlass: str,
    zeitpunkt: datetime | None = None,
) -> None:
    """Prüft das Recht zu lesen und vermerkt den Zugriff auf jede der Personen."""
    pruefe_recht(benutzer, "akte_lesen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    Lesezugriff.objects.bulk_create(
        Lesezugriff(person=person, haushalt=haushalt, benutzer=benutzer, zeitpunkt=zeitpunkt, anlass=anlass)
        for person in personen
    )
