"""Die Geschichte einer Akte, wie sie an einem Tag bekannt war: Mitglieder, Tatsachen und Ansichten des Amtes.

Alles zusammen ist eine Abfrage (UNION ALL). Jede Zeile trägt die Spalten aller beteiligten Tabellen nebeneinander und
füllt nur die eigenen; daraus werden wieder Objekte, mit der Person der Mitgliedschaft und dem, der eintrug.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Cast

from sozialamt.akte.models import Benutzer, Einstellungswahl, Haushalt, Mitgliedschaft, Person, Tatsache
from sozialamt.akte.vorbereitet import vorbereitet

MITGLIED, TATSACHE, WAHL = range(3)
NAME = ("id", "username", "first_name", "last_name")
"""Was von dem, der eintrug, gezeigt wird."""


@dataclass(frozen=True, slots=True)
class Geschichte:
    """Was an einem Tag bekannt war, jeweils in der Reihenfolge, in der es zählt."""

    mitgliedschaften: tuple[Mitgliedschaft, ...]
    tatsachen: tuple[Tatsache, ...]
    wahlen: tuple[Einstellungswahl, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Spalten eines Modells; `weg` führt von der Zeile zu ihm. `art` sagt, welche Zeilen ihn füllen."""

    modell: type[models.Model]
    art: int
    weg: str = ""
    nur: tuple[str, ...] = ()

    @property
    def felder(self) -> list[models.Field[Any, Any]]:
        return [f for f in self.modell._meta.concrete_fields if not self.nur or f.name in self.nur]

    @property
    def namen(self) -> list[str]:
        return [f.attname for f in self.felder]

    def spalten(self, art: int) -> list[Any]:
        """Ausdrücke dieses Blocks in einer Zeile der genannten Art."""
        if art == self.art:
            return [F(self.weg + name) for name in self.namen]
        return [Cast(Value(None), output_field=_typ(feld)) for feld in self.felder]


_MITGLIED = _Block(Mitgliedschaft, MITGLIED)
_PERSON = _Block(Person, MITGLIED, "person__")
_TATSACHE = _Block(Tatsache, TATSACHE)
_EINTRAGENDER = _Block(Benutzer, TATSACHE, "erfasst_von__", NAME)
_WAHL = _Block(Einstellungswahl, WAHL)
_BLOECKE = (_MITGLIED, _PERSON, _TATSACHE, _EINTRAGENDER, _WAHL)


def lies_geschichte(haushalt: Haushalt, gewusst_am: datetime | None = None) -> Geschichte:
    """Eine Abfrage, gleich wie groß der Haushalt ist; ohne Zeitpunkt, was heute bekannt ist."""
    stand = {} if gewusst_am is None else {"gewusst_am": gewusst_am}
    mitglieder, tatsachen, wahlen = [], [], []
    personen: dict[int, Person] = {}
    eintragende: dict[int, Benutzer] = {}
    for art, *werte in _alles(haushalt=haushalt.pk, **stand):
        if art == MITGLIED:
            person: Person = _aus(_PERSON, werte)
            mitglied = _aus(_MITGLIED, werte)
            mitglied.person, mitglied.haushalt = personen.setdefault(person.pk, person), haushalt
            mitglieder.append(mitglied)
        elif art == TATSACHE:
            wer: Benutzer = _aus(_EINTRAGENDER, werte)
            tatsache = _aus(_TATSACHE, werte)
            tatsache.erfasst_von = eintragende.setdefault(wer.pk, wer)
            tatsachen.append(tatsache)
        else:
            wahlen.append(_aus(_WAHL, werte))
    return Geschichte(
        tuple(sorted(mitglieder, key=lambda m: (m.reihenfolge, m.pk))),
        tuple(sorted(tatsachen, key=lambda t: (t.erfasst_am, t.pk))),
        tuple(sorted(wahlen, key=lambda w: (w.gilt_ab, w.erfasst_am, w.pk))),
    )


@vorbereitet
def _alles(*, haushalt: int, gewusst_am: datetime | None = None) -> QuerySet[Any, Any]:
    mitgliedschaften = Mitgliedschaft.objects.filter(haushalt=haushalt).gewusst_am(gewusst_am)
    return _zeilen(mitgliedschaften, MITGLIED).union(
        *(_zeilen(tatsachen, TATSACHE) for tatsachen in Tatsache.objects.der_akte(haushalt, gewusst_am)),
        _zeilen(Einstellungswahl.objects.gewusst_am(gewusst_am), WAHL),
        all=True,
    )


def _zeilen(abfrage: QuerySet[Any], art: int) -> QuerySet[Any, Any]:
    return abfrage.order_by().values_list(Value(art, models.SmallIntegerField()), *_spalten(art))


@cache
def _spalten(art: int) -> tuple[Any, ...]:
    """Einmal gebaut: Django bindet Ausdrücke je Abfrage an eigene Kopien."""
    return tuple(spalte for block in _BLOECKE for spalte in block.spalten(art))


def _aus(block: _Block, werte: Sequence[Any]) -> Any:
    """Das Objekt eines Blocks, wie es die Datenbank gäbe."""
    namen, stelle = _lage(block)
    return block.modell.from_db("default", namen, list(werte[stelle]))


@cache
def _lage(block: _Block) -> tuple[list[str], slice]:
    anfang = sum(len(b.felder) for b in _BLOECKE[: _BLOECKE.index(block)])
    return block.namen, slice(anfang, anfang + len(block.felder))


def _typ(feld: models.Field[Any, Any]) -> models.Field[Any, Any]:
    """Typ einer leeren Spalte; ein Verweis ist eine Zahl."""
    if isinstance(feld, models.ForeignKey | models.AutoField):
        return models.BigIntegerField()
    return models.CharField(max_length=feld.max_length) if isinstance(feld, models.CharField) else type(feld)()
