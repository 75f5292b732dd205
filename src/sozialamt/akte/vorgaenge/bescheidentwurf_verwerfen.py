"""Einen Entwurf verwerfen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Bescheidentwurf
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.bescheid_vorlegen import gesperrter_stand
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe


@transaction.atomic
def bescheidentwurf_verwerfen(
    *, benutzer: Benutzer, entwurf: Bescheidentwurf, zeitpunkt: datetime | None = None
) -> None:
    """Löscht den Entwurf; dass es ihn gab, steht im Protokoll."""
    pruefe_recht(benutzer, "bescheid_entwerfen", entwurf.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    vorgang = gesperrter_stand(entwurf).vorgang
    if vorgang is not None and vorgang.vorgangsart.uebergang("bescheidentwurf_verwerfen", vorgang.zustand):
        schritt = Schritt("bescheidentwurf_verwerfen", timezone.localdate(zeitpunkt))
        gehe(vorgang, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang="bescheidentwurf_verwerfen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=entwurf.haushalt,
        angaben={"leistung": entwurf.leistung},
    )
    entwurf.delete()
