"""Bewilligen: zwölf Monate, vorläufig sechs (§§ 44, 44a SGB XII)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.monat import monate
from sozialamt.akte.stand import geltende_bescheide, zugesprochen
from sozialamt.akte.verfahrensrecht import SGB_2
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen


@transaction.atomic
def bewilligen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    beginn: date,
    ende: date,
    vorlaeufig_grund: str = "",
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Entwirft die Bewilligung; `vorlaeufig_grund` macht sie vorläufig und steht im Bescheid (§ 44a Abs. 2 Satz 1)."""
    grund = vorlaeufig_grund.strip()
    norm = ("§ 41a SGB II" if vorgang.leistung == SGB_2 else "§ 44a SGB XII") if grund else ""
    pruefe_neuland(vorgang, beginn, ende)
    entwurf = bescheid_entwerfen(
        benutzer=benutzer,
        haushalt=vorgang.haushalt,
        leistung=vorgang.leistung,
        beginn=beginn,
        ende=ende,
        entscheidung=Entscheidung(art=Bescheidart.BEWILLIGUNG, norm=norm, vorgang=vorgang, vorlaeufig_grund=grund),
        zeitpunkt=zeitpunkt,
    )
    if not any(m["cent"] for m in entwurf.inhalt["monate"]):
        raise ZustandFehler("In keinem der Monate besteht ein Anspruch. Lehnen Sie ab.")
    return entwurf


def pruefe_neuland(vorgang: Vorgang, beginn: date, ende: date) -> None:
    """Wo schon etwas bewilligt ist, wird geändert und nicht noch einmal entschieden; einen Vorschuss löst man ab."""
    zeitraum = monate(beginn, ende)
    geltend = geltende_bescheide(vorgang.haushalt, vorgang.leistung, zeitraum)
    zugesagt = {teil.monat for teil in zugesprochen(vorgang.haushalt, vorgang.leistung, zeitraum)}
    if fest := [m for m in sorted(zugesagt) if geltend[m].art != Bescheidart.VORSCHUSS]:
        raise ZustandFehler(
            f"Für {fest[0]:%m.%Y} ist schon etwas bewilligt. Ändern Sie diesen Bescheid oder beginnen Sie danach."
        )
