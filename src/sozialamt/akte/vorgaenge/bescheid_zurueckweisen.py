"""Einen vorgelegten Entwurf zurückweisen, mit Grund."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Entwurfsstand
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.bescheid_vorlegen import gesperrter_stand
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe


@transaction.atomic
def bescheid_zurueckweisen(
    *, benutzer: Benutzer, entwurf: Bescheidentwurf, grund: str, zeitpunkt: datetime | None = None
) -> Entwurfsstand:
    """Gibt den Entwurf an die Person zurück, die ihn vorgelegt hat."""
    pruefe_recht(benutzer, "bescheid_erlassen", entwurf.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if not grund.strip():
        raise AngabenFehler([Mangel("Grund", "(leer)", "fehlt", "Schreiben Sie, was zu ändern ist.")])
    stand = gesperrter_stand(entwurf)
    if stand.stand != Entwurfsstand.VORGELEGT:
        raise ZustandFehler("Der Entwurf ist nicht vorgelegt. Zurückweisen lässt sich nur, was zur Freigabe vorliegt.")
    stand.stand, stand.zurueckgewiesen_von = Entwurfsstand.ZURUECKGEWIESEN, benutzer
    stand.zurueckweisung = grund.strip()
    stand.save(update_fields=["stand", "zurueckgewiesen_von", "zurueckweisung"])
    if stand.vorgang is not None:
        schritt = Schritt("bescheid_zurueckweisen", timezone.localdate(zeitpunkt), stand.zurueckweisung)
        gehe(stand.vorgang, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    protokolliere(vorgang="bescheid_zurueckweisen", benutzer=benutzer, zeitpunkt=zeitpunkt, haushalt=entwurf.haushalt)
    return stand
