"""Eine ganze Stadt: so viele Akten, Bescheide und Beträge, wie ein großes Sozialamt führt. Alles daran ist erfunden.

Derselbe Startwert gibt dieselbe Stadt. Angaben kommen aus der erzeugten Bevölkerung, Beträge aus den Regeln, Bescheide
aus den Beträgen; geschrieben wird am Stück statt Vorgang für Vorgang, weil es sonst Stunden dauerte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import transaction

from sozialamt.akte.models import Benutzer
from sozialamt.akte.monat import monate
from sozialamt.demo.konten import ist_leer, lege_konten_an
from sozialamt.demo.stadt_ablage import Ablage
from sozialamt.demo.stadt_faelle import Faelle, faelle

FAELLE = 60_000
"""Laufende Fälle bei Maßstab 1."""
SEED = 20
ERSTER_MONAT, LETZTER_MONAT = 7, 12
Fortschritt = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Stadt:
    """Was erzeugt wurde."""

    haushalte: int
    personen: int
    tatsachen: int
    faelle: int
    zahlansprueche: int


def baue(*, jahr: int, massstab: float = 1.0, seed: int = SEED, fortschritt: Fortschritt | None = None) -> Stadt:
    """Schreibt die Stadt in eine Datenbank, ganz oder gar nicht. Bewilligt ist die zweite Hälfte des Jahres."""
    ziel = max(1, round(FAELLE * massstab))
    zeitraum = monate(date(jahr, ERSTER_MONAT, 1), date(jahr, LETZTER_MONAT, 1))
    with transaction.atomic():
        if ist_leer():
            lege_konten_an()
        ablage = Ablage(Benutzer.objects.order_by("pk").first(), datetime(jahr, 6, 15, 9, tzinfo=UTC))
        for block in _genug(zeitraum, ziel, seed):
            ablage.lege_ab(block, hoechstens=ziel - ablage.faelle)
            if fortschritt:
                fortschritt("Akten und Bescheide", min(ablage.faelle, ziel), ziel)
        ablage.schliesse_ab()
    return Stadt(ablage.haushalte, ablage.personen, ablage.tatsachen, ablage.faelle, ablage.zahlansprueche)


def _genug(zeitraum: list[date], ziel: int, seed: int) -> Iterator[Faelle]:
    da = 0
    for block in faelle(zeitraum, ziel, seed):
        yield block
        da += block.anzahl
        if da >= ziel:
            return
