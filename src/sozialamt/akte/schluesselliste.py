"""`pk__eine_von=[…]`: beliebig viele Schlüssel als ein einziger Wert der Abfrage.

`pk__in` braucht je Schlüssel einen Platzhalter; ihre Zahl ist auf SQLite begrenzt, und mit ihr wechselt das SQL. Eine
Abfrage statt einer Folge geht auch: PostgreSQL holt dann zuerst ihre Schlüssel und sucht nur noch bei ihnen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, models


def als_wert(schluessel: Iterable[int]) -> str:
    """Schlüssel als der eine Wert, den die Datenbank bekommt."""
    text = ",".join(map(str, sorted(schluessel)))
    return f"{{{text}}}" if connection.vendor == "postgresql" else f"[{text}]"


@models.BigAutoField.register_lookup
@models.ForeignKey.register_lookup
class EineVon(models.Lookup):  # type: ignore[type-arg]  # not subscriptable at run time
    """Der Schlüssel ist einer der genannten (Folge oder Menge ganzer Zahlen, oder eine Abfrage nach Schlüsseln)."""

    lookup_name = "eine_von"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        links, werte = self.process_lhs(compiler, connection)
        postgresql = connection.vendor == "postgresql"
        if not self.rhs_is_direct_value():
            rechts, weitere = self.process_rhs(compiler, connection)
            return f"{links} = ANY(ARRAY{rechts})" if postgresql else f"{links} IN {rechts}", [*werte, *weitere]
        rechts = "= ANY(%s::bigint[])" if postgresql else "IN (SELECT value FROM json_each(%s))"
        return f"{links} {rechts}", [*werte, als_wert(self.rhs)]
