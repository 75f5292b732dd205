"""Eine Akte vom Löschen zurückhalten: Klage, Prüfung, offene Forderung."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Haushalt, Loeschsperre, Sperrgrund
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def loeschsperre_setzen(
    *, benutzer: Benutzer, haushalt: Haushalt, grund: str, von: date, zeitpunkt: datetime | None = None
) -> Loeschsperre:
    """Wirkt, bis sie beendet wird."""
    pruefe_recht(benutzer, "loeschsperre_setzen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if grund not in Sperrgrund.values:
        raise AngabenFehler([Mangel("Grund", grund or "(leer)", "gibt es nicht", "Wählen Sie einen Grund.")])
    sperre = Loeschsperre.objects.create(
        haushalt=haushalt, grund=grund, von=von, erfasst_am=zeitpunkt, erfasst_von=benutzer
    )
    protokolliere(
        vorgang="loeschsperre_setzen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"grund": grund, "nummer": sperre.pk},
    )
    return sperre
