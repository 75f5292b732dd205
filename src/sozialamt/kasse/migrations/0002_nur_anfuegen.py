"""Das Kassenbuch und alles, worauf es sich stützt, schützt die Datenbank selbst."""

from django.db import migrations

from sozialamt.akte.datenbankschutz import NurAnfuegen

TABELLEN = (
    "kasse_buchung",
    "kasse_zahlung",
    "kasse_zahlungsposten",
    "kasse_zahlungsausschluss",
    "kasse_zahldatei",
    "kasse_auffaelligkeit",
    "kasse_sichtvermerk",
    "kasse_zahlungsweg",
    "kasse_zahlungswegfreigabe",
    "kasse_zahlungswegsperre",
    "kasse_empfaengerpruefung",
    "kasse_forderung",
    "kasse_ratenplan",
    "kasse_aufrechnung",
    "kasse_kontoauszug",
    "kasse_kontobewegung",
    "kasse_klaerung",
)


class Migration(migrations.Migration):
    dependencies = [("kasse", "0001_initial")]

    operations = [NurAnfuegen(tabelle) for tabelle in TABELLEN]
