"""Viele Zeilen auf einmal anfügen: COPY auf PostgreSQL, executemany auf SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models


def fuege_an(modell: type[models.Model], spalten: Sequence[str], zeilen: Iterable[Sequence[Any]]) -> None:
    """Fügt Zeilen in der Reihenfolge der Spalten an. Zwänge und Auslöser der Datenbank gelten wie immer."""
    felder = [modell._meta.get_field(spalte) for spalte in spalten]
    namen = ", ".join(connection.ops.quote_name(feld.column) for feld in felder)
    tabelle = connection.ops.quote_name(modell._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {tabelle} ({namen}) FROM STDIN") as kopie:
                for zeile in zeilen:
                    kopie.write_row(zeile)
            return
        platz = ", ".join(["%s"] * len(felder))
        umwandeln = [feld.get_db_prep_save for feld in felder]
        vorbereitet = ([wandle(wert, connection) for wandle, wert in zip(umwandeln, z, strict=True)] for z in zeilen)
        cursor.executemany(f"INSERT INTO {tabelle} ({namen}) VALUES ({platz})", vorbereitet)  # noqa: S608 - model names


def naechster_schluessel(modell: type[models.Model]) -> int:
    """Erster freier Primärschlüssel, wenn die Zeilen ihre Schlüssel selbst mitbringen."""
    groesster = modell._default_manager.aggregate(groesster=models.Max("pk"))["groesster"]
    return int(groesster or 0) + 1


def zaehle_weiter(modelle: Sequence[type[models.Model]]) -> None:
    """Nach Zeilen mit eigenen Schlüsseln: Die Datenbank vergibt die nächsten dahinter."""
    with connection.cursor() as cursor:
        for anweisung in connection.ops.sequence_reset_sql(no_style(), modelle):
            cursor.execute(anweisung)
