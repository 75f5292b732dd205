"""Die zuletzt gelesenen Akten eines Menschen, soweit er sie noch lesen darf."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet

from sozialamt.akte.models import Benutzer, Haushalt, Lesezugriff
from sozialamt.akte.vorbereitet import vorbereitet
from sozialamt.akte.zugriff import mit_sicht

LESEZUGRIFFE_JE_AKTE = 20
"""So viele Lesezugriffe je Akte werden angesehen: Jedes Öffnen vermerkt einen je Mitglied."""


def zuletzt_gelesen(benutzer: Benutzer, tag: date, anzahl: int) -> list[Haushalt]:
    """Schaut nur auf seine jüngsten Lesezugriffe; die Anschrift ist an diesem Tag zu zeigen oder zu verbergen."""
    gelesen = (schluessel for (schluessel,) in _juengste(anzahl * LESEZUGRIFFE_JE_AKTE, benutzer=benutzer.pk))
    schluessel = list(dict.fromkeys(gelesen))[:anzahl]
    gefunden = {haushalt.pk: haushalt for haushalt in _lesbare(benutzer, tag, alle=schluessel)} if schluessel else {}
    return [gefunden[pk] for pk in schluessel if pk in gefunden]


@vorbereitet
def _juengste(hoechstens: int, *, benutzer: int) -> QuerySet[Any, Any]:
    zugriffe = Lesezugriff.objects.filter(benutzer=benutzer, haushalt__isnull=False)
    return zugriffe.values_list("haushalt_id")[:hoechstens]


@mit_sicht
def _lesbare(benutzer: Benutzer, tag: date, *, alle: Collection[int]) -> QuerySet[Haushalt]:
    return Haushalt.objects.filter(pk__eine_von=alle).fuer(benutzer).mit_schutz(tag)
