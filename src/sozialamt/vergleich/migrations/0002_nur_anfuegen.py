"""Werte, Lieferungen, Freigaben und eigene Kennzahlen schützt die Datenbank selbst."""

from django.db import migrations

from sozialamt.akte.datenbankschutz import NurAnfuegen

TABELLEN = ("vergleich_wert", "vergleich_lieferung", "vergleich_freigabe", "vergleich_kennzahlformel")


class Migration(migrations.Migration):
    dependencies = [("vergleich", "0001_initial")]

    operations = [NurAnfuegen(tabelle) for tabelle in TABELLEN]
