"""Einen Massenlauf verwerfen, bevor er freigegeben ist."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Massenlauf
from sozialamt.akte.models.massenlauf import Laufstand
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.massenlauf_freigeben import in_vorschau
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def massenlauf_verwerfen(*, benutzer: Benutzer, lauf: Massenlauf, zeitpunkt: datetime | None = None) -> None:
    """Der Lauf bleibt mit seinem Ergebnis sichtbar, wird aber nicht ausgeführt."""
    pruefe_recht(benutzer, "massenlauf_vorbereiten")
    gesperrt = in_vorschau(lauf)
    gesperrt.stand = Laufstand.VERWORFEN
    gesperrt.save(update_fields=["stand"])
    protokolliere(
        vorgang="massenlauf_verwerfen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"massenlauf": lauf.pk},
    )
