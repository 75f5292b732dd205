"""Viele Zeilen auf einmal anfügen: COPY auf PostgreSQL, Anweisungen über viele Zeilen auf SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from django.core.management.color import no_style
from django.db import connection, models

if TYPE_CHECKING:
    import polars as pl

ZEILEN = 100_000
"""So viele Zeilen einer Tabelle gehen am Stück in die Datenbank."""
UMZUWANDELN = (models.DateField, models.BooleanField, models.BinaryField, models.JSONField)
"""Felder, deren Werte eine Datenbank nicht so nimmt, wie Python sie hat; ein Zeitpunkt ist auch ein DateField."""

PLATZHALTER = 240
"""Je Anweisung auf SQLite: Ein Schritt der Datenbank kostet mehr als eine Zeile; mehr bringt nichts."""
SQLITE_SPEICHER = "PRAGMA cache_size = -65536"
"""64 MB: Mit dem üblichen Speicher von 2 MB schreibt SQLite die Indexseiten großer Sätze immer wieder."""


def fuege_an(modell: type[models.Model], spalten: Sequence[str], zeilen: Iterable[Sequence[Any]]) -> None:
    """Fügt Zeilen in der Reihenfolge der Spalten an. Zwänge und Auslöser der Datenbank gelten wie immer."""
    felder = [modell._meta.get_field(spalte) for spalte in spalten]
    namen = ", ".join(connection.ops.quote_name(feld.column) for feld in felder)
    ziel = f"{connection.ops.quote_name(modell._meta.db_table)} ({namen})"
    umwandeln = [(i, _gemerkt(feld)) for i, feld in enumerate(felder) if isinstance(feld, UMZUWANDELN)]
    fertige = (_vorbereitet(zeile, umwandeln) for zeile in zeilen)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # While a COPY runs the connection answers no query; whatever makes the rows has to be done before.
            alle = list(fertige)
            with cursor.copy(f"COPY {ziel} FROM STDIN") as kopie:
                for zeile in alle:
                    kopie.write_row(zeile)
        else:
            cursor.execute(SQLITE_SPEICHER)
            _stapelweise(ziel, len(felder), fertige)


def fuege_tabelle_an(modell: type[models.Model], tabelle: pl.DataFrame) -> None:
    """Fügt eine Tabelle an, deren Spalten wie die Felder heißen; schneller als Zeile für Zeile.

    Tage, Zeitpunkte (UTC) und Wahrheitswerte kommen in der Form der Datenbank an. Zwänge gelten wie immer.
    """
    namen = ", ".join(connection.ops.quote_name(modell._meta.get_field(s).column) for s in tabelle.columns)
    ziel = f"{connection.ops.quote_name(modell._meta.db_table)} ({namen})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {ziel} FROM STDIN (FORMAT csv, NULL '\\N')") as kopie:
                for teil in tabelle.iter_slices(ZEILEN):
                    kopie.write(teil.write_csv(include_header=False, null_value="\\N").encode())
        else:
            cursor.execute(SQLITE_SPEICHER)
            for teil in tabelle.iter_slices(ZEILEN):
                _stapelweise(ziel, len(tabelle.columns), _als_text(teil).iter_rows())


def _als_text(tabelle: pl.DataFrame) -> pl.DataFrame:
    """SQLite kennt weder Tage noch Zeitpunkte; Django legt sie dort so ab."""
    import polars as pl
    import polars.selectors as cs

    return tabelle.with_columns(
        cs.date().dt.to_string("%Y-%m-%d"), cs.datetime().dt.to_string("%Y-%m-%d %H:%M:%S"), cs.boolean().cast(pl.Int8)
    )


def _stapelweise(ziel: str, breite: int, zeilen: Iterable[Sequence[Any]]) -> None:
    """Am Cursor von Django vorbei: Er schriebe die Platzhalter jeder Anweisung um, das kostet ein Viertel der Zeit."""
    platz = f"({', '.join('?' * breite)})"
    rest = iter(zeilen)
    with connection.wrap_database_errors:
        while stapel := list(islice(rest, max(1, PLATZHALTER // breite))):
            befehl = f"INSERT INTO {ziel} VALUES {', '.join([platz] * len(stapel))}"  # noqa: S608 - model names
            connection.connection.execute(befehl, list(chain.from_iterable(stapel)))


def _vorbereitet(zeile: Sequence[Any], umwandeln: list[tuple[int, Callable[[Any], Any]]]) -> Sequence[Any]:
    if not umwandeln:
        return zeile
    fertig = list(zeile)
    for i, wandle in umwandeln:
        fertig[i] = wandle(fertig[i])
    return fertig


def _gemerkt(feld: models.Field[Any, Any]) -> Callable[[Any], Any]:
    """Umwandlung in die Form der Datenbank; dieselben Tage und Zeitpunkte kommen tausendfach vor."""
    if isinstance(feld, models.BinaryField | models.JSONField):
        return lambda wert: feld.get_db_prep_save(wert, connection)
    return lru_cache(maxsize=10_000)(lambda wert: feld.get_db_prep_save(wert, connection))


@contextmanager
def ohne_fremdschluessel(*modelle: type[models.Model]) -> Iterator[None]:
    """Für Millionen Zeilen: Was diese Tabellen verweisen, prüft PostgreSQL am Ende einmal statt je Zeile.

    Nur in einer Transaktion und nur, wo niemand sonst schreibt: Die Tabellen sind bis zu ihrem Ende gesperrt. Ein
    Verweis ins Leere ist am Ende ein `IntegrityError`. SQLite prüft wie immer.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),"
            " format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))"
            " FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s) ORDER BY conname",
            [[modell._meta.db_table for modell in modelle]],
        )
        fremdschluessel = cursor.fetchall()
        for entfernen, _ in fremdschluessel:
            cursor.execute(entfernen)
    yield
    with connection.cursor() as cursor:
        for _, anlegen in fremdschluessel:
            cursor.execute(anlegen)


def naechster_schluessel(modell: type[models.Model]) -> int:
    """Erster freier Primärschlüssel, wenn die Zeilen ihre Schlüssel selbst mitbringen."""
    groesster = modell._default_manager.aggregate(groesster=models.Max("pk"))["groesster"]
    return int(groesster or 0) + 1


def zaehle_weiter(modelle: Sequence[type[models.Model]]) -> None:
    """Nach Zeilen mit eigenen Schlüsseln: Die Datenbank vergibt die nächsten dahinter."""
    with connection.cursor() as cursor:
        for anweisung in connection.ops.sequence_reset_sql(no_style(), modelle):
            cursor.execute(anweisung)
