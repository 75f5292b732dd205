"""Wer auf eine Anfrage passt, als Schlüssel: je Wort eine Abfrage über die Suchwörter, dann die Schnittmenge.

Erst die Treffer, dann die Rechte: Über Suchwort und Recht in einer Abfrage prüfte die Datenbank das Recht an jeder
Akte der Stadt.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet, Value

from sozialamt.akte.models.haushalt import Mitgliedschaft
from sozialamt.akte.models.person import Suchwort
from sozialamt.akte.suchwoerter import woerter

if TYPE_CHECKING:
    from sozialamt.akte.models.person import SuchwortQuerySet

Treffer = tuple[set[int], set[int]]
"""Genaue Treffer und alle, auch die nach dem Klang."""


def personen(anfrage: str, tag: date) -> Treffer:
    """Personen, bei denen jedes Wort im Namen, Geburtsdatum oder laufenden Haushalt vorkommt."""
    return _schnitt(_zeilen(_personen(wort, tag)) for wort in woerter(anfrage))


def haushalte(anfrage: str, tag: date) -> Treffer:
    """Haushalte, bei denen jedes Wort in Aktenzeichen, sichtbarer Anschrift oder bei einem Mitglied vorkommt."""
    return _schnitt(_zeilen(_haushalte(wort, tag)) for wort in woerter(anfrage))


def _personen(wort: str, tag: date) -> QuerySet[Any, Any]:
    anfang = Suchwort.objects.beginnt_mit(wort).auffindbar(tag)
    bewohner = _laufende().filter(haushalt__in=anfang.filter(haushalt__isnull=False).values("haushalt"))
    klang = Suchwort.objects.klingt_wie(wort)
    return _namen(anfang, genau=True).union(
        bewohner.values_list("person_id", Value(value=True)), _namen(klang, genau=False), all=True
    )


def _haushalte(wort: str, tag: date) -> QuerySet[Any, Any]:
    anfang = Suchwort.objects.beginnt_mit(wort).auffindbar(tag)
    genaue = _laufende().filter(person__in=anfang.filter(person__isnull=False).values("person"))
    klingende = _laufende().filter(person__in=Suchwort.objects.klingt_wie(wort).values("person"))
    direkt = anfang.filter(haushalt__isnull=False).order_by().values_list("haushalt_id", Value(value=True))
    return direkt.union(
        genaue.values_list("haushalt_id", Value(value=True)),
        klingende.values_list("haushalt_id", Value(value=False)),
        all=True,
    )


def _laufende() -> QuerySet[Mitgliedschaft]:
    return Mitgliedschaft.objects.gewusst_am(None).filter(bis__isnull=True).order_by()


def _namen(worte: SuchwortQuerySet, *, genau: bool) -> QuerySet[Any, Any]:
    return worte.filter(person__isnull=False).order_by().values_list("person_id", Value(genau))


def _zeilen(abfrage: QuerySet[Any, Any]) -> Treffer:
    zeilen = list(abfrage)
    return {pk for pk, genau in zeilen if genau}, {pk for pk, _ in zeilen}


def _schnitt(je_wort: Iterable[Treffer]) -> Treffer:
    """Was jedes Wort trifft; das erste Wort ohne Treffer beendet die Suche."""
    ergebnis: Treffer | None = None
    for treffer in je_wort:
        ergebnis = treffer if ergebnis is None else (ergebnis[0] & treffer[0], ergebnis[1] & treffer[1])
        if not ergebnis[1]:
            break
    return ergebnis or (set(), set())
