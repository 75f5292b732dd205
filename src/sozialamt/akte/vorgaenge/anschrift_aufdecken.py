"""Eine geschützte Anschrift ansehen; jedes Mal wird es bei jeder geschützten Person vermerkt."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Haushalt, Lesezugriff
from sozialamt.akte.rechte import pruefe_recht

ANLASS = "geschützte Anschrift aufgedeckt"


@transaction.atomic
def anschrift_aufdecken(
    *, benutzer: Benutzer, haushalt: Haushalt, anlass: str = ANLASS, zeitpunkt: datetime | None = None
) -> str:
    """Gibt die Anschrift zurück, nachdem der Zugriff vermerkt ist."""
    pruefe_recht(benutzer, "geschuetzte_anschrift_lesen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    personen = haushalt.mitgliedschaften.gewusst_am(None).values_list("person_id", flat=True).distinct()
    Lesezugriff.objects.bulk_create(
        Lesezugriff(person_id=person, haushalt=haushalt, benutzer=benutzer, zeitpunkt=zeitpunkt, anlass=anlass)
        for person in personen
    )
    return haushalt.anschrift
