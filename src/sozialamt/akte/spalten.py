"""Viele Zeilen als Spalten lesen: PostgreSQL gibt sie mit COPY heraus, SQLite liest der Cursor in Schritten.

Kein zweiter Leser neben Django an derselben SQLite-Datei: Zwei Fassungen von SQLite in einem Prozess nehmen einander
die Sperren weg (sqlite.org, „How To Corrupt An SQLite Database File“, 2.2.1).
"""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    import polars as pl

ZEILEN = 2_000
"""So viele Zeilen gibt der Cursor auf einmal: genug für Spalten, zu wenige, um den Speicher zu füllen."""


def lies_spalten(sql: str, werte: Sequence[Any], spalten: Mapping[str, Any]) -> pl.DataFrame:
    """Das Ergebnis einer Abfrage. `spalten` nennt je Spalte, in der Reihenfolge der Abfrage, ihren Typ."""

    if connection.vendor == "postgresql":
        return _mit_copy(sql, werte, spalten)
    return _mit_cursor(sql, werte, spalten)


def _mit_copy(sql: str, werte: Sequence[Any], spalten: Mapping[str, Any]) -> pl.DataFrame:
    import polars as pl

    befehl = f"COPY ({sql}) TO STDOUT (FORMAT csv, NULL '\\N')"
    connection.ensure_connection()
    # Django's cursor that records queries takes no values beside a COPY; the driver's own does.
    with (
        connection.wrap_database_errors,
        connection.connection.cursor() as cursor,
        cursor.copy(befehl, tuple(werte)) as kopie,
    ):
        text = b"".join(kopie)
    return pl.read_csv(
        io.BytesIO(text),
        has_header=False,
        schema=dict(spalten),
        null_values="\\N",
        empty_string_is_null=False,
        raise_if_empty=False,
    )


def _mit_cursor(sql: str, werte: Sequence[Any], spalten: Mapping[str, Any]) -> pl.DataFrame:
    import polars as pl

    teile = [pl.DataFrame(schema=dict(spalten))]
    with connection.cursor() as cursor, _ohne_aufraeumen():
        cursor.execute(sql, werte)
        while zeilen := cursor.fetchmany(ZEILEN):
            reihen = zip(spalten.items(), zip(*zeilen, strict=True), strict=True)
            teile.append(pl.DataFrame([pl.Series(name, reihe, dtype=art) for (name, art), reihe in reihen]))
    return pl.concat(teile)


@contextmanager
def _ohne_aufraeumen() -> Iterator[None]:
    """Millionen Zeilen ohne Kreise: Pythons Suche nach Kreisen kostete ein Viertel der Zeit und fände keinen."""
    vorher = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if vorher:
            gc.enable()
