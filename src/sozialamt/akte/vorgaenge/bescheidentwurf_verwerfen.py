"""Einen Entwurf verwerfen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Bescheidentwurf
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def bescheidentwurf_verwerfen(
    *, benutzer: Benutzer, entwurf: Bescheidentwurf, zeitpunkt: datetime | None = None
) -> None:
    """Löscht den Entwurf; dass es ihn gab, steht im Protokoll."""
    pruefe_recht(benutzer, "bescheid_entwerfen", entwurf.haushalt)
    protokolliere(
        vorgang="bescheidentwurf_verwerfen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        haushalt=entwurf.haushalt,
        angaben={"leistung": entwurf.leistung},
    )
    entwurf.delete()
