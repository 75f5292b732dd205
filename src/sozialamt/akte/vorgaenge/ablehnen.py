"""Ablehnen: In keinem Monat besteht ein Anspruch."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bewilligen import pruefe_neuland


@transaction.atomic
def ablehnen(
    *, benutzer: Benutzer, vorgang: Vorgang, beginn: date, ende: date, zeitpunkt: datetime | None = None
) -> Bescheidentwurf:
    """Entwirft die Ablehnung mit den Gründen der Rechnung; besteht in einem Monat Anspruch, gibt es keine."""
    pruefe_neuland(vorgang, beginn, ende)
    entwurf = bescheid_entwerfen(
        benutzer=benutzer,
        haushalt=vorgang.haushalt,
        leistung=vorgang.leistung,
        beginn=beginn,
        ende=ende,
        entscheidung=Entscheidung(art=Bescheidart.ABLEHNUNG, vorgang=vorgang),
        zeitpunkt=zeitpunkt,
    )
    if mit := [m["monat"] for m in entwurf.inhalt["monate"] if m["cent"]]:
        raise ZustandFehler(f"Ab {mit[0]} besteht ein Anspruch. Bewilligen Sie ihn oder wählen Sie andere Monate.")
    return entwurf
