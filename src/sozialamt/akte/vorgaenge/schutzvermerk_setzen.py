"""Einen Schutzvermerk setzen: Auskunftssperre, Schutzeinrichtung, besonders geschützte Akte."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Haushalt, Person, Schutzart, Schutzvermerk
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def schutzvermerk_setzen(
    *,
    benutzer: Benutzer,
    ziel: Haushalt | Person,
    art: str,
    grund: str,
    von: date,
    bis: date | None = None,
    zeitpunkt: datetime | None = None,
) -> Schutzvermerk:
    """Gilt vom Tag `von` an, bis er endet oder beendet wird; bei Personen in jedem ihrer Haushalte."""
    pruefe_recht(benutzer, "schutzvermerk_setzen", ziel)
    zeitpunkt = zeitpunkt or timezone.now()
    _pruefe(art, grund.strip(), von, bis)
    haushalt, person = (ziel, None) if isinstance(ziel, Haushalt) else (None, ziel)
    vermerk = Schutzvermerk.objects.create(
        haushalt=haushalt,
        person=person,
        art=art,
        grund=grund.strip(),
        von=von,
        bis=bis,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="schutzvermerk_setzen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        person=person,
        angaben={"art": art, "nummer": vermerk.pk},
    )
    return vermerk


def _pruefe(art: str, grund: str, von: date, bis: date | None) -> None:
    maengel = []
    if art not in Schutzart.values:
        maengel.append(Mangel("Art", art or "(leer)", "gibt es nicht", "Wählen Sie eine Art des Schutzes."))
    if not grund:
        maengel.append(Mangel("Grund", "(leer)", "fehlt", "Nennen Sie Grund oder Nachweis."))
    if bis is not None and bis < von:
        maengel.append(Mangel("bis", f"{bis:%d.%m.%Y}", f"liegt vor {von:%d.%m.%Y}", "Prüfen Sie Beginn und Ende."))
    if maengel:
        raise AngabenFehler(maengel)
