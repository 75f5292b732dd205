"""Einen Massenlauf abschließen, wenn kein Fall mehr wartet."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Massenlauf
from sozialamt.akte.models.massenlauf import Laufstand
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def massenlauf_abschliessen(*, lauf: Massenlauf, zeitpunkt: datetime | None = None) -> Massenlauf:
    """Danach gilt der Lauf als ausgeführt."""
    gesperrt = Massenlauf.objects.select_for_update(of=("self",)).select_related("created_by").get(pk=lauf.pk)
    if gesperrt.stand != Laufstand.FREIGEGEBEN or gesperrt.posten.all().wartend().exists():
        raise ZustandFehler("Der Massenlauf hat noch offene Fälle oder ist nicht freigegeben.")
    gesperrt.stand = Laufstand.AUSGEFUEHRT
    gesperrt.save(update_fields=["stand"])
    protokolliere(
        vorgang="massenlauf_abschliessen",
        benutzer=gesperrt.created_by,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"massenlauf": lauf.pk},
    )
    return gesperrt
