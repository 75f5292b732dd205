"""Tabellen, die nur angefügt werden dürfen, schützt die Datenbank selbst."""

from django.db import migrations

from sozialamt.akte.datenbankschutz import NurAnfuegen

TABELLEN = (
    "akte_tatsache",
    "akte_mitgliedschaft",
    "akte_bescheid",
    "akte_bescheidbetrag",
    "akte_bescheiddokument",
    "akte_lesezugriff",
    "akte_protokolleintrag",
)


class Migration(migrations.Migration):
    dependencies = [("akte", "0001_initial")]

    operations = [NurAnfuegen(tabelle) for tabelle in TABELLEN]
