"""Aufgaben im Vergleich der Städte: Auffälligkeiten klären, liefern, freigeben."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from sozialamt.akte.aufgabe import Aufgabe, Spalte, melde_an
from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.models import Auffaelligkeit, Basisgroesse, Freigabe, Lieferung, Stadt, Wert


def _eigene(benutzer: Benutzer) -> QuerySet[Any]:
    return Stadt.objects.filter(benutzer__benutzer=benutzer)


def _auffaelligkeiten(benutzer: Benutzer, heute: date) -> QuerySet[Auffaelligkeit]:
    return Auffaelligkeit.objects.ungeklaert().filter(stadt__in=_eigene(benutzer).values("pk"))


def _ohne_lieferung(benutzer: Benutzer, heute: date) -> QuerySet[Stadt]:
    """Eigene Städte, die für das Vorjahr noch nichts geliefert haben."""
    geliefert = Wert.objects.filter(lieferung__stadt=OuterRef("pk"), jahr=heute.year - 1)
    return _eigene(benutzer).filter(~Exists(geliefert)).order_by("name")


def _nicht_freigegeben(benutzer: Benutzer, heute: date) -> QuerySet[Basisgroesse]:
    """Größen mit einer Lieferung der eigenen Stadt, die nach der letzten Freigabe kam."""
    freigegeben = Freigabe.objects.filter(
        stadt=OuterRef("stadt"), groesse=OuterRef("groesse"), bis_lieferung__gte=OuterRef("lieferung")
    )
    lieferungen = Lieferung.objects.filter(stadt__in=_eigene(benutzer).values("pk"))
    offen = Wert.objects.filter(~Exists(freigegeben), lieferung__in=lieferungen.values("pk"))
    return Basisgroesse.objects.filter(pk__in=offen.values("groesse")).order_by("nummer")


melde_an(
    Aufgabe(
        "auffaelligkeiten",
        "Auffälligkeiten zu klären",
        "vergleich_liefern",
        _auffaelligkeiten,
        hilfe="gelieferte Werte, die einer Regel widersprechen",
        rang=10,
        dringend=True,
        seite="vergleich_auffaelligkeiten",
    ),
    Aufgabe(
        "lieferungen",
        "Lieferung fehlt",
        "vergleich_liefern",
        _ohne_lieferung,
        hilfe="Werte des Vorjahres",
        rang=20,
        spalten=(Spalte("Stadt", lambda s: s.name),),
        ziel=lambda s: ("vergleich_lieferung", ()),
    ),
    Aufgabe(
        "vergleichsfreigaben",
        "Größen freizugeben",
        "vergleich_freigeben",
        _nicht_freigegeben,
        hilfe="geliefert, für andere noch nicht sichtbar",
        rang=25,
        seite="vergleich_freigabe",
    ),
)
