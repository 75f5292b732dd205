"""Einen Massenlauf freigeben: die zweite Person."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Massenlauf
from sozialamt.akte.models.massenlauf import Laufstand
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def massenlauf_freigeben(*, benutzer: Benutzer, lauf: Massenlauf, zeitpunkt: datetime | None = None) -> Massenlauf:
    """Ab jetzt darf der Lauf ausgeführt werden. Wer ihn vorbereitet hat, kann ihn nicht freigeben."""
    pruefe_recht(benutzer, "massenlauf_freigeben")
    zeitpunkt = zeitpunkt or timezone.now()
    gesperrt = in_vorschau(lauf)
    if gesperrt.macht_vorschlaege:
        raise ZustandFehler("Eine Neuberechnung wird nicht freigegeben; aus jedem Vorschlag wird ein Vorgang.")
    if gesperrt.created_by_id == benutzer.pk:
        raise ZustandFehler("Sie haben diesen Massenlauf selbst vorbereitet. Freigeben muss ihn eine andere Person.")
    gesperrt.stand = Laufstand.FREIGEGEBEN
    gesperrt.freigegeben_am, gesperrt.freigegeben_von = zeitpunkt, benutzer
    gesperrt.save(update_fields=["stand", "freigegeben_am", "freigegeben_von"])
    protokolliere(
        vorgang="massenlauf_freigeben", benutzer=benutzer, zeitpunkt=zeitpunkt, angaben={"massenlauf": lauf.pk}
    )
    return gesperrt


def in_vorschau(lauf: Massenlauf) -> Massenlauf:
    """Der Lauf, für diese Transaktion gesperrt, solange noch über ihn zu entscheiden ist."""
    gesperrt = Massenlauf.objects.select_for_update().get(pk=lauf.pk)
    if gesperrt.stand != Laufstand.VORSCHAU:
        raise ZustandFehler(f"Der Massenlauf ist schon {gesperrt.get_stand_display()}.")
    return gesperrt
