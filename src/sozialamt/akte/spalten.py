"""Viele Zeilen als Spalten lesen, ohne ein Objekt je Zeile.

PostgreSQL gibt sie mit COPY heraus. SQLite liest eine zweite Verbindung mit connectorx, wo sie dasselbe sieht: bei
einer Datei und außerhalb einer Transaktion; sonst der Cursor.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.db import connection

if TYPE_CHECKING:
    import polars as pl

ZEILEN = 100_000


def lies_spalten(sql: str, werte: Sequence[Any], spalten: Mapping[str, Any]) -> pl.DataFrame:
    """Das Ergebnis einer Abfrage. `spalten` nennt je Spalte, in der Reihenfolge der Abfrage, ihren Typ."""
    import polars as pl

    if connection.vendor == "postgresql":
        return _mit_copy(sql, werte, spalten)
    if connection.in_atomic_block or connection.is_in_memory_db():
        return _mit_cursor(sql, werte, spalten)
    roh = _mit_connectorx(Path(connection.settings_dict["NAME"]), sql, werte)
    return roh.select(pl.nth(stelle).cast(art).alias(name) for stelle, (name, art) in enumerate(spalten.items()))


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
    with connection.cursor() as cursor:
        cursor.execute(sql, werte)
        while zeilen := cursor.fetchmany(ZEILEN):
            reihen = zip(spalten.items(), zip(*zeilen, strict=True), strict=True)
            teile.append(pl.DataFrame([pl.Series(name, reihe, dtype=art) for (name, art), reihe in reihen]))
    return pl.concat(teile)


def _mit_connectorx(datei: Path, sql: str, werte: Sequence[Any]) -> pl.DataFrame:
    import connectorx

    befehl = sql % tuple(_woertlich(wert) for wert in werte)
    return connectorx.read_sql(f"sqlite://{quote(str(datei))}", befehl, return_type="polars")


def _woertlich(wert: Any) -> str:
    """Ein Wert, wie er in SQL steht; connectorx kennt keine Platzhalter."""
    if wert is None:
        return "NULL"
    if isinstance(wert, int):
        return str(int(wert))
    if isinstance(wert, str) and "\x00" not in wert:
        return "'" + wert.replace("'", "''") + "'"
    raise TypeError(f"{type(wert).__name__} steht in keiner Abfrage.")
