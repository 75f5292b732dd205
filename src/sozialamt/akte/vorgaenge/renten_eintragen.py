"""Neue Renten eines freigegebenen Massenlaufs in eine Akte eintragen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Massenlauf, Tatsache
from sozialamt.akte.models.massenlauf import Laufstand
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, tatsachen_eintragen


@transaction.atomic
def renten_eintragen(*, lauf: Massenlauf, haushalt_id: int, zeitpunkt: datetime | None = None) -> list[Tatsache]:
    """Alle neuen Renten eines Haushalts ab dem Monat des Laufs; jede nur einmal, auch nach einem Abbruch."""
    if lauf.stand != Laufstand.FREIGEGEBEN:
        raise ZustandFehler("Der Massenlauf ist nicht freigegeben.")
    offen = list(
        lauf.angaben.select_for_update(of=("self",))
        .select_related("person", "haushalt")
        .filter(haushalt=haushalt_id, eingetragen=False)
    )
    if not offen:
        return []
    tatsachen = tatsachen_eintragen(
        benutzer=lauf.created_by,
        haushalt=offen[0].haushalt,
        angaben=[Angabe(a.merkmal, a.wert, lauf.monat, None, a.nachweis, a.person) for a in offen],
        zeitpunkt=zeitpunkt or timezone.now(),
    )
    lauf.angaben.filter(pk__in=[a.pk for a in offen]).update(eingetragen=True)
    return tatsachen
