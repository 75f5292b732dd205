"""Eine Freigabe zurücknehmen: Andere sehen die Werte der Stadt nicht mehr."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.models import Freigabe, Stadt
from sozialamt.vergleich.models.freigabe import Reichweite
from sozialamt.vergleich.vorgaenge.berechtigung import pruefe_stadtrecht
from sozialamt.vergleich.vorgaenge.freigeben import waehle_groessen


@transaction.atomic
def freigabe_zuruecknehmen(
    *,
    benutzer: Benutzer,
    stadt: Stadt,
    groessen: Sequence[str],
    reichweite: str = Reichweite.STAEDTE,
    zeitpunkt: datetime | None = None,
) -> list[Freigabe]:
    """Fügt je Größe eine Zeile ohne Lieferung an; die alten Freigaben bleiben nachlesbar."""
    pruefe_stadtrecht(benutzer, "vergleich_freigeben", stadt)
    zeitpunkt = zeitpunkt or timezone.now()
    zurueck = Freigabe.objects.bulk_create(
        Freigabe(stadt=stadt, groesse=g, reichweite=reichweite, bis_lieferung=None, am=zeitpunkt, von=benutzer)
        for g in waehle_groessen(groessen, reichweite)
    )
    protokolliere(
        vorgang="vergleich_freigabe_zuruecknehmen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"stadt": stadt.schluessel, "groessen": sorted(groessen), "reichweite": reichweite},
    )
    return zurueck
