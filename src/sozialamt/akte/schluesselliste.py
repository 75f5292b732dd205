"""`pk__eine_von=[…]`: beliebig viele Schlüssel als ein einziger Wert der Abfrage.

`pk__in` braucht je Schlüssel einen Platzhalter; ihre Zahl ist auf SQLite begrenzt.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import models


@models.BigAutoField.register_lookup
class EineVon(models.Lookup):  # type: ignore[type-arg]  # not subscriptable at run time
    """Der Schlüssel ist einer der genannten (Folge oder Menge ganzer Zahlen)."""

    lookup_name = "eine_von"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        links, werte = self.process_lhs(compiler, connection)
        schluessel = sorted(self.rhs)
        if connection.vendor == "postgresql":
            return f"{links} = ANY(%s::bigint[])", [*werte, schluessel]
        return f"{links} IN (SELECT value FROM json_each(%s))", [*werte, json.dumps(schluessel)]  # noqa: S608 - a column
