"""Bescheide tragen ihre Art, und was sie zusprechen, steht Zeile für Zeile zum Buchen bereit."""

import django.db.models.deletion
from django.db import migrations, models

import sozialamt.akte.bescheidart
from sozialamt.akte.datenbankschutz import NurAnfuegen


class Migration(migrations.Migration):
    dependencies = [
        ("akte", "0002_nur_anfuegen"),
    ]

    operations = [
        migrations.CreateModel(
            name="Zahlanspruch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("monat", models.DateField(verbose_name="Monat")),
                ("bestandteil", models.CharField(max_length=40, verbose_name="Bestandteil")),
                (
                    "kostentraeger",
                    models.CharField(
                        choices=[
                            ("bund", "Bund"),
                            ("land", "Land"),
                            ("kommune", "Kommune"),
                            ("ueberoertlich", "überörtlicher Träger"),
                        ],
                        max_length=20,
                        verbose_name="Kostenträger",
                    ),
                ),
                ("wohnform", models.CharField(blank=True, max_length=40, verbose_name="Wohnform im Nachweis")),
                ("grund", models.CharField(blank=True, max_length=40, verbose_name="Grund im Nachweis")),
                ("cent", models.BigIntegerField(verbose_name="Betrag in Cent")),
            ],
            options={
                "verbose_name": "Zahlanspruch",
                "verbose_name_plural": "Zahlansprüche",
                "ordering": ["monat", "id"],
            },
        ),
        migrations.AddField(
            model_name="bescheid",
            name="art",
            field=models.CharField(
                choices=[
                    ("bewilligung", "Bewilligung"),
                    ("ablehnung", "Ablehnung"),
                    ("aenderung", "Änderung"),
                    ("aufhebung", "Aufhebung"),
                    ("ruecknahme", "Rücknahme"),
                    ("endgueltig", "Endgültige Entscheidung"),
                    ("vorschuss", "Vorschuss"),
                    ("versagung", "Versagung"),
                    ("erstattung", "Erstattung"),
                    ("widerspruch", "Widerspruchsbescheid"),
                ],
                default=sozialamt.akte.bescheidart.Bescheidart["BEWILLIGUNG"],
                max_length=20,
                verbose_name="Art",
            ),
        ),
        migrations.AddField(
            model_name="bescheid",
            name="norm",
            field=models.CharField(blank=True, max_length=120, verbose_name="Rechtsgrundlage der Entscheidung"),
        ),
        migrations.AddField(
            model_name="bescheid",
            name="vorlaeufig",
            field=models.BooleanField(default=False, verbose_name="vorläufig"),
        ),
        migrations.AddField(
            model_name="bescheidentwurf",
            name="art",
            field=models.CharField(
                choices=[
                    ("bewilligung", "Bewilligung"),
                    ("ablehnung", "Ablehnung"),
                    ("aenderung", "Änderung"),
                    ("aufhebung", "Aufhebung"),
                    ("ruecknahme", "Rücknahme"),
                    ("endgueltig", "Endgültige Entscheidung"),
                    ("vorschuss", "Vorschuss"),
                    ("versagung", "Versagung"),
                    ("erstattung", "Erstattung"),
                    ("widerspruch", "Widerspruchsbescheid"),
                ],
                default=sozialamt.akte.bescheidart.Bescheidart["BEWILLIGUNG"],
                max_length=20,
                verbose_name="Art",
            ),
        ),
        migrations.AddField(
            model_name="bescheidentwurf",
            name="norm",
            field=models.CharField(blank=True, max_length=120, verbose_name="Rechtsgrundlage der Entscheidung"),
        ),
        migrations.AddField(
            model_name="bescheidentwurf",
            name="vorlaeufig",
            field=models.BooleanField(default=False, verbose_name="vorläufig"),
        ),
        migrations.AddIndex(
            model_name="bescheid",
            index=models.Index(fields=["haushalt", "leistung", "erlassen_am"], name="bescheid_haushalt"),
        ),
        migrations.AddIndex(
            model_name="bescheid",
            index=models.Index(fields=["beginn", "ende"], name="bescheid_zeitraum"),
        ),
        migrations.AddField(
            model_name="zahlanspruch",
            name="bescheid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="zahlansprueche", to="akte.bescheid"
            ),
        ),
        migrations.AddField(
            model_name="zahlanspruch",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="akte.person"),
        ),
        migrations.AddIndex(
            model_name="zahlanspruch",
            index=models.Index(fields=["monat", "bescheid"], name="zahlanspruch_monat"),
        ),
        migrations.AddConstraint(
            model_name="zahlanspruch",
            constraint=models.CheckConstraint(condition=models.Q(("cent__gt", 0)), name="zahlanspruch_ist_positiv"),
        ),
        migrations.AddConstraint(
            model_name="zahlanspruch",
            constraint=models.UniqueConstraint(
                fields=("bescheid", "monat", "person", "bestandteil"), name="zahlanspruch_einmal_je_bestandteil"
            ),
        ),
        # Adding columns builds the table anew under SQLite and loses its triggers.
        NurAnfuegen("akte_bescheid"),
        NurAnfuegen("akte_zahlanspruch"),
    ]
