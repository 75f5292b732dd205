"""Wer zuständig ist und was eine Akte schützt, zum Zeigen aufbereitet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from sozialamt.akte import zugriff
from sozialamt.akte.models import Haushalt, Schutzvermerk, Zustaendigkeit
from sozialamt.akte.models.schutz import ANSCHRIFTSCHUTZ
from sozialamt.akte.vorbereitet import vorbereitet


@dataclass(frozen=True, slots=True)
class Schutzlage:
    """Stand von heute."""

    zustaendig: Zustaendigkeit | None
    vermerke: tuple[Schutzvermerk, ...]
    darf_aufdecken: bool

    @property
    def anschrift_geschuetzt(self) -> bool:
        return any(v.art in ANSCHRIFTSCHUTZ for v in self.vermerke)


def schutzlage(haushalt: Haushalt, rechte: frozenset[str]) -> Schutzlage:
    """Zwei Abfragen, gleich wie groß der Haushalt ist."""
    heute = timezone.localdate()
    vermerke = _vermerke(heute, haushalt=haushalt.pk)
    zustaendig = next(iter(_zustaendige(heute, haushalt=haushalt.pk)), None)
    return Schutzlage(zustaendig, tuple(vermerke), "geschuetzte_anschrift_lesen" in rechte)


@vorbereitet
def _vermerke(tag: date, *, haushalt: int) -> QuerySet[Schutzvermerk]:
    return zugriff.schutzvermerke(haushalt, tag).select_related("person")


@vorbereitet
def _zustaendige(tag: date, *, haushalt: int) -> QuerySet[Zustaendigkeit]:
    zustaendigkeiten = Zustaendigkeit.objects.filter(haushalt=haushalt).am(tag)
    return zustaendigkeiten.select_related("einheit", "sachbearbeiter")[:1]
