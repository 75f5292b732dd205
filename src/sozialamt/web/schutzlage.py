"""Wer zuständig ist und was eine Akte schützt, zum Zeigen aufbereitet."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from sozialamt.akte import zugriff
from sozialamt.akte.models import Haushalt, Schutzvermerk, Zustaendigkeit
from sozialamt.akte.models.schutz import ANSCHRIFTSCHUTZ


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
    vermerke = zugriff.schutzvermerke(haushalt, heute).select_related("person")
    zustaendig = haushalt.zustaendigkeiten.am(heute).select_related("einheit", "sachbearbeiter").first()
    return Schutzlage(zustaendig, tuple(vermerke), "geschuetzte_anschrift_lesen" in rechte)
