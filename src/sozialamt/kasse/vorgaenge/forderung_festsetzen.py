"""Aus einem Erstattungsbescheid (§ 50 SGB X) wird eine Forderung der Kasse."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.fristen import MONATE_WIDERSPRUCH, bekanntgabe, monatsfrist
from sozialamt.akte.models import Benutzer, Bescheid
from sozialamt.kasse.forderungsstand import ueberzahlt
from sozialamt.kasse.models import Forderung


@transaction.atomic
def forderung_festsetzen(bescheid: Bescheid, benutzer: Benutzer, zeitpunkt: datetime) -> Forderung:
    """Legt die Forderung in Höhe dessen an, was das Kassenbuch für die Monate des Bescheids als überzahlt führt.

    Läuft im Vorgang, der den Bescheid erlässt; Recht und vier Augen prüft er.
    """
    if bescheid.art != Bescheidart.ERSTATTUNG:
        raise ZustandFehler(f"Bescheid {bescheid.nummer} setzt keine Erstattung fest.")
    offen = ueberzahlt(bescheid.haushalt, bescheid.leistung, bescheid.beginn, bescheid.ende)
    if offen <= 0:
        raise ZustandFehler(
            f"Für {bescheid.beginn:%m.%Y} bis {bescheid.ende:%m.%Y} führt das Kassenbuch keine Überzahlung. "
            "Erlassen Sie zuerst den Bescheid, der die Leistung aufhebt oder ändert."
        )
    frist = monatsfrist(bekanntgabe(timezone.localdate(bescheid.erlassen_am)), MONATE_WIDERSPRUCH)
    return Forderung.objects.create(
        nummer=f"F-{bescheid.pk:08d}",
        haushalt_id=bescheid.haushalt_id,
        leistung=bescheid.leistung,
        von=bescheid.beginn,
        bis=bescheid.ende,
        cent=offen,
        bescheid=bescheid,
        bestandskraeftig_ab=frist + timedelta(days=1),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
