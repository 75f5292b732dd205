"""Auch die Tabellen der Kasse gehen mit der Akte, wenn ihre Frist um ist: nur mit Löschfreigabe."""

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
    dependencies = [("kasse", "0002_nur_anfuegen"), ("akte", "0013_vermerke_und_loeschen")]

    operations = [NurAnfuegen(tabelle, loeschbar=True) for tabelle in TABELLEN]
