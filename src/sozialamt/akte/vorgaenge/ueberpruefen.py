"""Einen zu niedrigen oder zu Unrecht ablehnenden Bescheid zurücknehmen und nachzahlen (§ 44 SGB X)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = (Korrektur.ZUGUNSTEN,)


@transaction.atomic
def ueberpruefen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    angaben: Korrekturangaben,
    beginn: date,
    ende: date,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Höchstens so weit zurück, wie § 44 Abs. 4 SGB X und die kürzeren Fristen erlauben."""
    return korrigiere(
        benutzer=benutzer,
        vorgang=vorgang,
        angaben=angaben,
        erlaubt=ERLAUBT,
        beginn=beginn,
        ende=ende,
        zeitpunkt=zeitpunkt,
    )
