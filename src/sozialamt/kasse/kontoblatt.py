"""Das Konto eines Haushalts: je Leistungsmonat die Salden, und alle Buchungen mit laufendem Stand.

Kostenersatz steht nicht darin, denn schulden kann ihn ein anderer; ihn zeigt die Seite der Forderungen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from sozialamt.akte.models import Haushalt
from sozialamt.akte.vorbereitet import vorbereitet
from sozialamt.kasse.konten import SAETZE, Buchungsart, Konto
from sozialamt.kasse.models import Buchung, stand

_WIRKUNG = {
    art: (haben == Konto.VERBINDLICHKEIT)
    - (soll == Konto.VERBINDLICHKEIT)
    - (soll == Konto.FORDERUNG)
    + (haben == Konto.FORDERUNG)
    for art, (soll, haben) in SAETZE.items()
}
"""Wie eine Buchung den Stand aus Sicht des Haushalts ändert: +1 zu seinen Gunsten, −1 zu seinen Lasten."""


@dataclass(frozen=True, slots=True)
class Monatszeile:
    """Salden eines Monats und einer Leistung in Cent."""

    monat: date
    leistung: str
    zugesprochen: int
    gezahlt: int
    einbehalten: int
    offen: int
    ueberzahlt: int


@dataclass(frozen=True, slots=True)
class Kontozeile:
    """Eine Buchung mit dem Stand danach; positiv: der Haushalt bekommt noch, negativ: er schuldet."""

    buchung: Buchung
    betrag: int
    stand: int


def monatsblatt(haushalt: Haushalt) -> list[Monatszeile]:
    """Alle Monate mit Buchungen, die jüngsten zuerst."""
    return [Monatszeile(**zeile) for zeile in _salden(haushalt=haushalt.pk)]


@vorbereitet
def _salden(*, haushalt: int) -> QuerySet[Any, Any]:
    return (
        Buchung.objects.filter(haushalt=haushalt)
        .ohne_ersatz()
        .order_by("-monat", "leistung")
        .values("monat", "leistung")
        .annotate(
            zugesprochen=stand(Konto.AUFWAND),
            gezahlt=stand(Konto.BANK, haben=True),
            einbehalten=Sum("cent", filter=Q(art=Buchungsart.EINBEHALT), default=0),
            offen=stand(Konto.VERBINDLICHKEIT, haben=True),
            ueberzahlt=stand(Konto.FORDERUNG),
        )
    )


def kontozeilen(haushalt: Haushalt) -> list[Kontozeile]:
    """Alle Buchungen, die jüngste zuerst."""
    buchungen = Buchung.objects.filter(haushalt=haushalt).ohne_ersatz().select_related("person", "zahlung")
    return list(reversed(list(_laufend(buchungen.order_by("pk")))))


def _laufend(buchungen: Iterable[Buchung]) -> Iterator[Kontozeile]:
    summe = 0
    for buchung in buchungen:
        betrag = _WIRKUNG[Buchungsart(buchung.art)] * buchung.cent
        summe += betrag
        yield Kontozeile(buchung, betrag, summe)
