"""Eine Person scheidet aus einem Haushalt aus."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Mitgliedschaft
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def mitgliedschaft_beenden(
    *, benutzer: Benutzer, mitgliedschaft: Mitgliedschaft, bis: date, zeitpunkt: datetime | None = None
) -> Mitgliedschaft:
    """Ersetzt die Mitgliedschaft durch eine, die mit dem Monat `bis` endet; die alte Zeile bleibt stehen."""
    pruefe_recht(benutzer, "haushalt_anlegen", mitgliedschaft.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if Mitgliedschaft.objects.filter(ersetzt=mitgliedschaft).exists():
        raise ZustandFehler("Diese Mitgliedschaft wurde inzwischen geändert. Laden Sie die Seite neu.")
    if bis < mitgliedschaft.von:
        raise AngabenFehler(
            [Mangel("bis Monat", f"{bis:%m.%Y}", f"liegt vor {mitgliedschaft.von:%m.%Y}", "Prüfen Sie den Monat.")]
        )
    neu = Mitgliedschaft.objects.create(
        haushalt=mitgliedschaft.haushalt,
        person=mitgliedschaft.person,
        von=mitgliedschaft.von,
        bis=bis.replace(day=1),
        reihenfolge=mitgliedschaft.reihenfolge,
        ersetzt=mitgliedschaft,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="mitgliedschaft_beenden",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=mitgliedschaft.haushalt,
        person=mitgliedschaft.person,
    )
    return neu
