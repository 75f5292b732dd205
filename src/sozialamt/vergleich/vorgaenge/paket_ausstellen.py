"""Das Paket der eigenen Stadt für andere Installationen ausstellen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.austausch.paket import stelle_aus
from sozialamt.vergleich.models import Stadt
from sozialamt.vergleich.vorgaenge.berechtigung import pruefe_stadtrecht


@transaction.atomic
def paket_ausstellen(*, benutzer: Benutzer, stadt: Stadt, zeitpunkt: datetime | None = None) -> bytes:
    """Nur Freigegebenes verlässt das Haus."""
    pruefe_stadtrecht(benutzer, "vergleich_freigeben", stadt)
    paket = stelle_aus(stadt)
    protokolliere(
        vorgang="vergleich_paket_ausstellen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"stadt": stadt.schluessel, "byte": len(paket)},
    )
    return paket
