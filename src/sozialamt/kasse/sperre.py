"""Eine Sperre für das Kassenbuch: Wer über alle Haushalte bucht, wartet auf jeden einzelnen und hält alle neuen auf.

SQLite lässt ohnehin nur einen schreiben. Auf PostgreSQL ist es eine Beratungssperre bis zum Ende der Transaktion.
"""

from __future__ import annotations

from django.db import connection

_KENNUNG = 50_46_01


def sperre_kasse(*, allein: bool) -> None:
    """Sperrt bis zum Ende der Transaktion; `allein=False` lässt andere einzelne Haushalte zugleich buchen."""
    if connection.vendor == "postgresql":
        funktion = "pg_advisory_xact_lock" if allein else "pg_advisory_xact_lock_shared"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {funktion}(%s)", [_KENNUNG])
