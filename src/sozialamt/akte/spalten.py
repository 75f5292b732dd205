"""Viele Zeilen als Spalten lesen, ohne ein Objekt je Zeile: connectorx, wo es dasselbe sieht, sonst der Cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.db import connection

if TYPE_CHECKING:
    import polars as pl

ZEILEN = 100_000


def lies_spalten(sql: str, werte: Sequence[Any], spalten: Mapping[str, Any]) -> pl.DataFrame:
    """Das Ergebnis einer Abfrage. `spalten` nennt je Spalte, in der Reihenfolge der Abfrage, ihren Typ.

    Außerhalb einer Transaktion liest eine zweite Verbindung, die gleich Spalten liefert; innerhalb sähe sie nicht, was
    noch nicht festgeschrieben ist.
    """
    import polars as pl

    adresse = None if connection.in_atomic_block else _adresse()
    roh = _mit_cursor(sql, werte, spalten) if adresse is None else _mit_connectorx(adresse, sql, werte)
    return roh.select(pl.nth(stelle).cast(art).alias(name) for stelle, (name, art) in enumerate(spalten.items()))


def _mit_cursor(sql: str, werte: Sequence[Any], spalten: Mapping[str, Any]) -> pl.DataFrame:
    import polars as pl

    teile = [pl.DataFrame(schema=dict(spalten))]
    with connection.cursor() as cursor:
        cursor.execute(sql, werte)
        while zeilen := cursor.fetchmany(ZEILEN):
            reihen = zip(spalten.items(), zip(*zeilen, strict=True), strict=True)
            teile.append(pl.DataFrame([pl.Series(name, reihe, dtype=art) for (name, art), reihe in reihen]))
    return pl.concat(teile)


def _mit_connectorx(adresse: str, sql: str, werte: Sequence[Any]) -> pl.DataFrame:
    import connectorx

    return connectorx.read_sql(adresse, sql % tuple(_woertlich(wert) for wert in werte), return_type="polars")


def _adresse() -> str | None:
    """Womit sich eine zweite Verbindung öffnen lässt; eine Datenbank im Speicher kennt nur die erste."""
    zugang = connection.settings_dict
    if connection.vendor == "sqlite":
        return None if connection.is_in_memory_db() else f"sqlite://{quote(str(zugang['NAME']))}"
    wer = ":".join(quote(zugang[feld], safe="") for feld in ("USER", "PASSWORD") if zugang[feld])
    port = f":{zugang['PORT']}" if zugang["PORT"] else ""
    if not zugang["HOST"] or zugang["HOST"].startswith("/"):
        return None
    return f"postgresql://{wer}@{zugang['HOST']}{port}/{quote(zugang['NAME'])}"


def _woertlich(wert: Any) -> str:
    """Ein Wert, wie er in SQL steht; connectorx kennt keine Platzhalter."""
    if wert is None:
        return "NULL"
    if isinstance(wert, bool):
        return "TRUE" if wert else "FALSE"
    if isinstance(wert, int):
        return str(wert)
    if isinstance(wert, datetime | date):
        return f"'{connection.ops.adapt_datetimefield_value(wert) if isinstance(wert, datetime) else wert.isoformat()}'"
    if isinstance(wert, str) and "\x00" not in wert:
        return "'" + wert.replace("'", "''") + "'"
    raise TypeError(f"{type(wert).__name__} steht in keiner Abfrage.")
