"""Tatsachen eintragen und festhalten, was daraus für geltende Bescheide folgt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Haushalt, Vorgang
from sozialamt.akte.neuberechnung import auswirkung
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.aenderung_vormerken import aenderung_vormerken
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, tatsachen_eintragen


@transaction.atomic
def tatsachen_aendern(
    *, benutzer: Benutzer, haushalt: Haushalt, angaben: Sequence[Angabe], zeitpunkt: datetime | None = None
) -> list[Vorgang]:
    """Trägt ein; passt danach ein Bescheid nicht mehr, entstehen Vorgang und Wiedervorlage."""
    pruefe_recht(benutzer, "tatsache_eintragen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    folgen = auswirkung(haushalt, angaben, benutzer=benutzer, zeitpunkt=zeitpunkt)
    tatsachen_eintragen(benutzer=benutzer, haushalt=haushalt, angaben=angaben, zeitpunkt=zeitpunkt)
    return [aenderung_vormerken(benutzer=benutzer, folge=folge, zeitpunkt=zeitpunkt) for folge in folgen]
