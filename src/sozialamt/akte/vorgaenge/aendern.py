"""Eine Bewilligung an geänderte Verhältnisse anpassen (§ 48 SGB X)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = tuple(k for k in Korrektur if k.value.startswith("48"))


@transaction.atomic
def aendern(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    angaben: Korrekturangaben,
    beginn: date,
    ende: date,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Bleibt kein Anspruch, wird aus der Änderung die Aufhebung."""
    return korrigiere(
        benutzer=benutzer,
        vorgang=vorgang,
        angaben=angaben,
        erlaubt=ERLAUBT,
        beginn=beginn,
        ende=ende,
        zeitpunkt=zeitpunkt,
    )
