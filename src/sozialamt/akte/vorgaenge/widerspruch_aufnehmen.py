"""Einen Widerspruch aufnehmen (§§ 78, 84 SGG)."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.fristen import bekanntgabe, widerspruchsfrist
from sozialamt.akte.models import Benutzer, Bescheid, Vorgang
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.vorgang_beginnen import Beginn, beginne
from sozialamt.leistungen.verfahren import WIDERSPRUCH


@transaction.atomic
def widerspruch_aufnehmen(
    *,
    benutzer: Benutzer,
    bescheid: Bescheid,
    eingang: date,
    vermerk: str = "",
    zeitpunkt: datetime | None = None,
) -> Vorgang:
    """Nimmt auch einen verspäteten Widerspruch auf und hält fest, dass er es ist; entschieden wird darüber später."""
    pruefe_recht(benutzer, "vorgang_fuehren", bescheid.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    erlassen = timezone.localdate(bescheid.erlassen_am)
    if eingang < erlassen:
        grund = f"liegt vor dem Bescheid vom {erlassen:%d.%m.%Y}"
        raise AngabenFehler([Mangel("Eingang am", f"{eingang:%d.%m.%Y}", grund, "Prüfen Sie Datum und Bescheid.")])
    if bescheid.vorgaenge.offen().filter(art=WIDERSPRUCH.schluessel).exists():
        raise ZustandFehler(f"Gegen {bescheid.nummer} läuft schon ein Widerspruch. Führen Sie ihn weiter.")
    ende = widerspruchsfrist(bekanntgabe(erlassen), settings.LAND)
    angaben = {"fristende": ende.isoformat(), "verspaetet": eingang > ende}
    beginn = Beginn(bescheid.haushalt, bescheid.leistung, eingang, vermerk.strip(), bescheid=bescheid, angaben=angaben)
    return beginne(WIDERSPRUCH, beginn, handlung="widerspruch_aufnehmen", benutzer=benutzer, zeitpunkt=zeitpunkt)
