"""Auskunft an eine Person, wer ihre Daten gelesen hat (Art. 15 DSGVO, § 83 SGB X)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Lesezugriff, Person
from sozialamt.akte.rechte import ROLLEN
from sozialamt.akte.schreiben.rendern import setze
from sozialamt.akte.vorgaenge.ausgabe_vermerken import ausgabe_vermerken

ZWECK = "Auskunft an die betroffene Person (Art. 15 DSGVO, § 83 SGB X)"
OHNE_ROLLE = "Beschäftigte der Behörde"


@transaction.atomic
def auskunft_erteilen(*, benutzer: Benutzer, person: Person, zeitpunkt: datetime | None = None) -> bytes:
    """PDF mit jedem Zugriff: Zeitpunkt, Anlass, Funktion. Namen von Beschäftigten stehen nicht darin."""
    zeitpunkt = zeitpunkt or timezone.now()
    zugriffe = list(person.lesezugriffe.select_related("benutzer").prefetch_related("benutzer__rollen"))
    ausgabe_vermerken(
        benutzer=benutzer,
        art="Auskunft über Zugriffe",
        zweck=ZWECK,
        anzahl=len(zugriffe),
        recht="auskunft_erteilen",
        betrifft=person,
        zeitpunkt=zeitpunkt,
    )
    return setze(_satz(person, zugriffe, zeitpunkt), "auskunft.typ", timezone.localdate(zeitpunkt))


def _satz(person: Person, zugriffe: list[Lesezugriff], zeitpunkt: datetime) -> dict[str, Any]:
    tag = timezone.localdate(zeitpunkt)
    return {
        "titel": f"Auskunft über Zugriffe vom {tag:%d.%m.%Y}",
        "tag": [tag.year, tag.month, tag.day],
        "datum": f"{tag:%d.%m.%Y}",
        "behoerde": settings.BEHOERDE,
        "name": person.rufname,
        "geboren": f"{person.geburtsdatum:%d.%m.%Y}",
        "zeilen": [
            [f"{timezone.localtime(z.zeitpunkt):%d.%m.%Y %H:%M}", z.anlass, funktion(z.benutzer)] for z in zugriffe
        ],
        "muster": person.erzeugt,
    }


def funktion(benutzer: Benutzer) -> str:
    """Wofür jemand zuständig ist, statt wie er heißt."""
    titel = [ROLLEN[z.rolle][0] for z in benutzer.rollen.all() if z.rolle in ROLLEN]
    return ", ".join(titel) or OHNE_ROLLE
