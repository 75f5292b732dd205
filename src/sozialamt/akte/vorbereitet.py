"""Abfragen, die einmal in SQL übersetzt und dann oft mit anderen Werten gestellt werden.

Django baut eine Abfrage bei jedem Aufruf neu; bei verschachtelten dauert das hundertmal so lange wie ihre Ausführung.
Hier wird sie mit Platzhalterwerten gebaut, die sonst nirgends vorkommen; danach werden nur noch diese ersetzt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet


@dataclass(frozen=True)
class Abfrage:
    """Fertiges SQL; `stellen` nennt je Parameter den Namen seines Werts, leer für einen festen."""

    sql: str
    feste: tuple[Any, ...]
    stellen: tuple[str, ...]

    def zeilen(self, **werte: Any) -> list[tuple[Any, ...]]:
        """Stellt die Abfrage mit diesen Werten."""
        fertige = {name: _angepasst(wert) for name, wert in werte.items()}
        parameter = [fertige[name] if name else fest for name, fest in zip(self.stellen, self.feste, strict=True)]
        with connection.cursor() as zeiger:
            zeiger.execute(self.sql, parameter)
            return zeiger.fetchall()


def uebersetze(abfrage: QuerySet[Any, Any], platzhalter: Mapping[str, Any]) -> Abfrage:
    """Übersetzt eine mit den Platzhalterwerten gebaute Abfrage. Raises ValueError, wenn einer nicht vorkommt."""
    sql, parameter = abfrage.query.sql_with_params()
    namen = {_angepasst(wert): name for name, wert in platzhalter.items()}
    stellen = tuple(namen.get(wert, "") if isinstance(wert, int | str | date) else "" for wert in parameter)
    if fehlend := platzhalter.keys() - set(stellen):
        raise ValueError(f"Kommt in der Abfrage nicht vor: {', '.join(sorted(fehlend))}")
    return Abfrage(sql, tuple(parameter), stellen)


def _angepasst(wert: Any) -> Any:
    """In der Form, in der die Datenbank Tage und Zeitpunkte bekommt."""
    if isinstance(wert, datetime):
        return connection.ops.adapt_datetimefield_value(wert)
    if isinstance(wert, date):
        return connection.ops.adapt_datefield_value(wert)
    return wert
