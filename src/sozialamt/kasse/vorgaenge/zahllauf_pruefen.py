"""Zahllauf, zweiter Schritt: jede Zeile prüfen und die Risikostichprobe ziehen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.kasse.laufschritt import merke, setze_stand, sperre_lauf
from sozialamt.kasse.models import Auffaelligkeit, Laufstatus, Sichtvermerk, Zahllauf
from sozialamt.kasse.pain import maengel_der_zeilen
from sozialamt.kasse.stichprobe import ziehe


@transaction.atomic
def zahllauf_pruefen(*, benutzer: Benutzer, zahllauf: Zahllauf, zeitpunkt: datetime | None = None) -> Zahllauf:
    """Lehnt Zeilen ab, die die Bank nicht annähme, und merkt vor, was vor der Freigabe einzeln anzusehen ist."""
    pruefe_recht(benutzer, "zahllauf_pruefen")
    zeitpunkt = zeitpunkt or timezone.now()
    lauf = sperre_lauf(zahllauf, [Laufstatus.GESAMMELT])
    if maengel := maengel_der_zeilen(lauf.zahlungen.wirksam()):
        raise AngabenFehler(maengel)
    auffaellig = Auffaelligkeit.objects.bulk_create(ziehe(lauf), batch_size=5_000)
    setze_stand(lauf, Laufstatus.GEPRUEFT, geprueft_am=zeitpunkt, geprueft_von=benutzer)
    merke("zahllauf_pruefen", lauf, benutzer, zeitpunkt, auffaellig=len(auffaellig))
    return lauf


@transaction.atomic
def auffaelligkeit_abhaken(
    *, benutzer: Benutzer, auffaelligkeit: Auffaelligkeit, bemerkung: str = "", zeitpunkt: datetime | None = None
) -> Sichtvermerk:
    """Jemand, der freigeben darf, hat die Zeile angesehen. Ein zweites Abhaken ändert nichts."""
    pruefe_recht(benutzer, "zahllauf_freigeben")
    sperre_lauf(auffaelligkeit.zahlung.zahllauf, [Laufstatus.GEPRUEFT])
    vermerk, _ = Sichtvermerk.objects.get_or_create(
        auffaelligkeit=auffaelligkeit,
        defaults={
            "bemerkung": bemerkung.strip()[:200],
            "gesehen_am": zeitpunkt or timezone.now(),
            "gesehen_von": benutzer,
        },
    )
    return vermerk
