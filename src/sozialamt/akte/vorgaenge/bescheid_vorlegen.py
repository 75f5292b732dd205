"""Einen Entwurf zur Freigabe vorlegen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Entwurfsstand
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe


@transaction.atomic
def bescheid_vorlegen(
    *, benutzer: Benutzer, entwurf: Bescheidentwurf, zeitpunkt: datetime | None = None
) -> Entwurfsstand:
    """Damit ist der Entwurf fertig und wartet auf eine zweite Person."""
    pruefe_recht(benutzer, "bescheid_entwerfen", entwurf.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    stand = gesperrter_stand(entwurf)
    if stand.stand == Entwurfsstand.VORGELEGT:
        raise ZustandFehler(f"Der Entwurf liegt seit {stand.vorgelegt_am:%d.%m.%Y} zur Freigabe vor.")
    stand.stand, stand.vorgelegt_von, stand.vorgelegt_am = Entwurfsstand.VORGELEGT, benutzer, zeitpunkt
    stand.save(update_fields=["stand", "vorgelegt_von", "vorgelegt_am"])
    if stand.vorgang is not None:
        schritt = Schritt("bescheid_vorlegen", timezone.localdate(zeitpunkt))
        gehe(stand.vorgang, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    protokolliere(vorgang="bescheid_vorlegen", benutzer=benutzer, zeitpunkt=zeitpunkt, haushalt=entwurf.haushalt)
    return stand


def gesperrter_stand(entwurf: Bescheidentwurf) -> Entwurfsstand:
    """Stand des Entwurfs, gesperrt bis zum Ende der Transaktion; verschwundene Entwürfe werden erklärt."""
    gefunden = Bescheidentwurf.objects.select_for_update().filter(pk=entwurf.pk).first()
    if gefunden is None:
        raise ZustandFehler("Diesen Entwurf gibt es nicht mehr. Jemand hat ihn inzwischen erlassen oder verworfen.")
    stand, _ = Entwurfsstand.objects.get_or_create(entwurf=gefunden)
    return stand
