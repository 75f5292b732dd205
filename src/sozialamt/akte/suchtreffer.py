"""Wer auf eine Anfrage passt, als Schlüssel: je Wort die Suchwörter, dann für alle Wörter die laufenden Haushalte.

Erst die Treffer, dann die Rechte: Über Suchwort und Recht in einer Abfrage prüfte die Datenbank das Recht an jeder
Akte der Stadt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet, Value

from sozialamt.akte.models.haushalt import Mitgliedschaft
from sozialamt.akte.models.person import Suchwort, klangwort, wortbereich
from sozialamt.akte.suchwoerter import woerter
from sozialamt.akte.vorbereitet import vorbereitet


@dataclass(frozen=True, slots=True)
class Treffer:
    """Worauf jedes Wort passt. `genaue` Personen trifft jedes so, wie es geschrieben ist, nicht nur im Klang."""

    genaue: set[int] = field(default_factory=set)
    personen: set[int] = field(default_factory=set)
    haushalte: set[int] = field(default_factory=set)

    def und(self, anderer: Treffer) -> Treffer:
        """Was beide treffen."""
        return Treffer(
            self.genaue & anderer.genaue, self.personen & anderer.personen, self.haushalte & anderer.haushalte
        )


def suche(anfrage: str, tag: date) -> Treffer:
    """Personen, bei denen jedes Wort im Namen, Geburtsdatum oder laufenden Haushalt vorkommt, und Haushalte, bei denen
    es in Aktenzeichen, sichtbarer Anschrift oder bei einem Mitglied vorkommt.
    """
    je_wort = []
    for wort in woerter(anfrage):
        direkt = _direkt(wort, tag)
        if not direkt.personen and not direkt.haushalte:
            return Treffer()
        je_wort.append(direkt)
    if not je_wort:
        return Treffer()
    haushalte_von, personen_in = _mitglieder(je_wort)
    ergebnis, *weitere = (_mit_haushalt(direkt, haushalte_von, personen_in) for direkt in je_wort)
    for treffer in weitere:
        ergebnis = ergebnis.und(treffer)
    return ergebnis


def _direkt(wort: str, tag: date) -> Treffer:
    """Wessen eigene Suchwörter passen."""
    von, bis = wortbereich(wort)
    treffer = Treffer()
    for person, haushalt, genau in _suchwoerter(tag, von=von, bis=bis, klang=klangwort(wort)):
        if person is None:
            treffer.haushalte.add(haushalt)
        else:
            treffer.personen.add(person)
            if genau:
                treffer.genaue.add(person)
    return treffer


@vorbereitet
def _suchwoerter(tag: date, *, von: str, bis: str, klang: str) -> QuerySet[Any, Any]:
    def zeilen(worte: QuerySet[Suchwort], *, genau: bool) -> QuerySet[Any, Any]:
        return worte.order_by().values_list("person_id", "haushalt_id", Value(genau))

    geschrieben = Suchwort.objects.zwischen(von, bis).auffindbar(tag)
    return zeilen(geschrieben, genau=True).union(zeilen(Suchwort.objects.klingt(klang), genau=False), all=True)


Verbindungen = Mapping[int, Collection[int]]


def _mitglieder(je_wort: Iterable[Treffer]) -> tuple[Verbindungen, Verbindungen]:
    """Haushalte je getroffener Person und Personen je getroffenem Haushalt, laufende."""
    personen = {person for treffer in je_wort for person in treffer.personen}
    haushalte = {haushalt for treffer in je_wort for haushalt in treffer.haushalte}
    haushalte_von, personen_in = defaultdict(set), defaultdict(set)
    for person, haushalt in _laufende(personen=personen, haushalte=haushalte):
        haushalte_von[person].add(haushalt)
        personen_in[haushalt].add(person)
    return haushalte_von, personen_in


@vorbereitet
def _laufende(*, personen: Collection[int], haushalte: Collection[int]) -> QuerySet[Any, Any]:
    laufende = Mitgliedschaft.objects.gewusst_am(None).filter(bis__isnull=True).order_by()
    zeilen = laufende.values_list("person_id", "haushalt_id")
    return zeilen.filter(person__eine_von=personen).union(zeilen.filter(haushalt__eine_von=haushalte), all=True)


def _mit_haushalt(direkt: Treffer, haushalte_von: Verbindungen, personen_in: Verbindungen) -> Treffer:
    """Auch wer in einem getroffenen Haushalt lebt, und jeder Haushalt, in dem ein Getroffener lebt."""
    bewohner = {person for haushalt in direkt.haushalte for person in personen_in.get(haushalt, ())}
    haushalte = {haushalt for person in direkt.personen for haushalt in haushalte_von.get(person, ())}
    return Treffer(direkt.genaue | bewohner, direkt.personen | bewohner, direkt.haushalte | haushalte)
