"""Mit dem Erlass eines Bescheids bucht die Kasse, was er ändert, in derselben Transaktion."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.models import Benutzer, Bescheid
from sozialamt.kasse.models import Zahllauf
from sozialamt.kasse.vorgaenge.forderung_festsetzen import (
    forderung_festsetzen,
    kostenersatz_aufheben_buchen,
    kostenersatz_buchen,
)
from sozialamt.kasse.vorgaenge.soll_stellen import soll_stellen


def bescheid_buchen(bescheid: Bescheid, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    """Stellt für den Haushalt zum Soll, was bis zum Buchungsmonat zusteht; spätere Monate folgen mit ihrem Zahllauf.

    Ein Erstattungsbescheid und einer über Kostenersatz werden außerdem zur Forderung; dessen Aufhebung mindert sie.
    """
    soll_stellen(
        benutzer=benutzer,
        bis_monat=buchungsmonat(timezone.localdate(zeitpunkt)),
        haushalt_ids=[bescheid.haushalt_id],
        zeitpunkt=zeitpunkt,
    )
    if bescheid.art == Bescheidart.ERSTATTUNG:
        forderung_festsetzen(bescheid, benutzer, zeitpunkt)
    if bescheid.art == Bescheidart.KOSTENERSATZ:
        kostenersatz_buchen(bescheid, benutzer, zeitpunkt)
    if bescheid.art == Bescheidart.ERSATZAUFHEBUNG:
        kostenersatz_aufheben_buchen(bescheid, benutzer, zeitpunkt)


def buchungsmonat(tag: date) -> date:
    """Bis hierher ist gebucht: der laufende Monat oder der eines späteren Zahllaufs, auch eines verworfenen."""
    gesammelt = Zahllauf.objects.aggregate(m=Max("monat"))["m"]
    laufend = tag.replace(day=1)
    return max(laufend, gesammelt) if gesammelt else laufend
