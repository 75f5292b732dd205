"""Fertiges SQL mit benannten Werten, so aufbereitet, wie es die Datenbank am schnellsten nimmt.

PostgreSQL plant eine vorbereitete Anweisung je Verbindung nur beim ersten Mal; feste Werte stehen als Text darin, damit
der Planer sie kennt. SQLite bekommt alle Werte nach ihrer Stelle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db import connection

_MARKE = "\x01{}\x02"
"""Steht beim Einsetzen der festen Werte an der Stelle der anderen; kein Text der Datenbank enthält sie."""


@dataclass(frozen=True, eq=False)
class Anweisung:
    """`stellen` nennt je Parameter den Namen seines Werts, leer für einen festen; `fest` enthält deren Werte."""

    sql: str
    fest: tuple[Any, ...]
    stellen: tuple[str, ...]
    benannt: str = ""

    @classmethod
    def aus(cls, sql: str, parameter: Sequence[Any], stellen: Sequence[str]) -> Anweisung:
        """Bereitet vor, was Django übersetzt hat."""
        if connection.vendor != "postgresql":
            return cls(sql, tuple(parameter), tuple(stellen))
        marken = [_MARKE.format(name) if name else wert for name, wert in zip(stellen, parameter, strict=True)]
        benannt = connection.ops.compose_sql(sql, marken).replace("%", "%%")
        for name in set(stellen) - {""}:
            benannt = benannt.replace(f"'{_MARKE.format(name)}'", f"%({name})s")
        return cls(sql, tuple(parameter), tuple(stellen), benannt)

    def parameter(self, werte: Mapping[str, Any]) -> list[Any]:
        """Alle Werte nach ihrer Stelle."""
        return [werte[name] if name else fest for name, fest in zip(self.stellen, self.fest, strict=True)]

    def zeilen(self, werte: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Stellt die Anweisung mit diesen Werten."""
        with _zeiger() as zeiger:
            if self.benannt:
                zeiger.execute(self.benannt, werte)
            else:
                zeiger.execute(self.sql, self.parameter(werte))
            zeilen: list[tuple[Any, ...]] = zeiger.fetchall()
            return zeilen


@lru_cache(maxsize=64)
def zaehlung(anweisungen: tuple[Anweisung, ...]) -> Anweisung:
    """Eine Anweisung, die nennt, wie viele Zeilen jede dieser hätte; gleiche Namen bedeuten gleiche Werte."""

    def alle(texte: Iterator[str]) -> str:
        return "SELECT " + ", ".join(f"(SELECT COUNT(*) FROM ({text}) AS z)" for text in texte)  # noqa: S608 - no values

    return Anweisung(
        alle(a.sql for a in anweisungen),
        tuple(wert for a in anweisungen for wert in a.fest),
        tuple(name for a in anweisungen for name in a.stellen),
        alle(a.benannt for a in anweisungen) if connection.vendor == "postgresql" else "",
    )


@contextmanager
def _zeiger() -> Iterator[Any]:
    """Ein Zeiger, der auf PostgreSQL Anweisungen vorbereitet; Djangos gewöhnlicher setzt die Werte in den Text ein."""
    if connection.vendor != "postgresql":
        with connection.cursor() as zeiger:
            yield zeiger
        return
    connection.ensure_connection()
    verbindung = connection.connection
    gewoehnlich, verbindung.cursor_factory = verbindung.cursor_factory, _vorbereitender_zeiger()
    try:
        zeiger = connection.cursor()
    finally:
        verbindung.cursor_factory = gewoehnlich
    with zeiger:
        yield zeiger


@cache
def _vorbereitender_zeiger() -> Any:
    from django.db.backends.postgresql.base import ServerBindingCursor

    class VorbereitenderZeiger(ServerBindingCursor):
        def _convert_query(self, *angaben: Any) -> Any:
            # Django's list of executed queries reads this attribute; the driver leaves it empty for prepared ones.
            self._query = super()._convert_query(*angaben)
            return self._query

    return VorbereitenderZeiger
