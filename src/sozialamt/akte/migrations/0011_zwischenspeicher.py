"""Tabelle des Zwischenspeichers, in dem Anmeldeversuche über alle Prozesse gezählt werden."""

from typing import Any

from django.core.management import call_command
from django.db import migrations

TABELLE = "akte_zwischenspeicher"


def anlegen(apps: Any, schema_editor: Any) -> None:
    if TABELLE not in schema_editor.connection.introspection.table_names():
        _erzeuge(schema_editor)


def _erzeuge(schema_editor: Any) -> None:
    call_command("createcachetable", TABELLE, database=schema_editor.connection.alias, verbosity=0)


def entfernen(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute(f"DROP TABLE IF EXISTS {TABELLE}")


class Migration(migrations.Migration):
    dependencies = [("akte", "0010_einheiten_und_schutz")]

    operations = [migrations.RunPython(anlegen, entfernen, elidable=False)]
