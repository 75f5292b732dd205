"""Über einen vorläufig bewilligten Zeitraum endgültig entscheiden (§ 44a Abs. 5 SGB XII)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = (Korrektur.ENDGUELTIG,)


@transaction.atomic
def endgueltig_entscheiden(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    angaben: Korrekturangaben,
    beginn: date,
    ende: date,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Was vorläufig zu viel oder zu wenig war, wird angerechnet (§ 44a Abs. 7)."""
    return korrigiere(
        benutzer=benutzer,
        vorgang=vorgang,
        angaben=angaben,
        erlaubt=ERLAUBT,
        beginn=beginn,
        ende=ende,
        zeitpunkt=zeitpunkt,
    )
