"""Eine von Anfang an zu hohe Bewilligung zurücknehmen (§ 45 SGB X)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_korrigieren import korrigiere

ERLAUBT = tuple(k for k in Korrektur if k.value.startswith("45"))


@transaction.atomic
def zuruecknehmen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    angaben: Korrekturangaben,
    beginn: date,
    ende: date,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Mit Ermessen, Vertrauensschutz und den Fristen des § 45 Abs. 3 und 4."""
    return korrigiere(
        benutzer=benutzer,
        vorgang=vorgang,
        angaben=angaben,
        erlaubt=ERLAUBT,
        beginn=beginn,
        ende=ende,
        zeitpunkt=zeitpunkt,
    )
