"""Verfahren mit Schritten, Fristen und Schreiben; Stand der Entwürfe; Ansprüche gegen andere."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sozialamt.akte.datenbankschutz import NurAnfuegen


class Migration(migrations.Migration):
    dependencies = [
        ("akte", "0003_zahlanspruch"),
    ]

    operations = [
        migrations.CreateModel(
            name="Vorgang",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("art", models.CharField(max_length=40, verbose_name="Art")),
                ("leistung", models.CharField(max_length=80, verbose_name="Leistung")),
                ("antragsdatum", models.DateField(verbose_name="Tag des Antrags oder der Kenntnis")),
                ("zustand", models.CharField(max_length=40, verbose_name="Zustand")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="Version")),
                ("created_at", models.DateTimeField(verbose_name="angelegt")),
                (
                    "bescheid",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vorgaenge",
                        to="akte.bescheid",
                    ),
                ),
                (
                    "haushalt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="vorgaenge", to="akte.haushalt"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vorgaenge",
                        to="akte.person",
                    ),
                ),
                (
                    "zustaendig",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vorgaenge",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "Vorgang",
                "verbose_name_plural": "Vorgänge",
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Traegeranspruch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "grundlage",
                    models.CharField(
                        choices=[
                            ("102", "§ 102 SGB X: vorläufig geleistet"),
                            ("103", "§ 103 SGB X: Leistungspflicht nachträglich entfallen"),
                            ("104", "§ 104 SGB X: nachrangig verpflichtet"),
                            ("105", "§ 105 SGB X: unzuständig geleistet"),
                            ("93", "§ 93 SGB XII: Überleitung gegen einen, der kein Leistungsträger ist"),
                        ],
                        max_length=4,
                        verbose_name="Grundlage",
                    ),
                ),
                ("gegner", models.CharField(max_length=160, verbose_name="gegen wen")),
                ("anschrift", models.CharField(max_length=200, verbose_name="Anschrift")),
                ("anspruch_auf", models.CharField(max_length=200, verbose_name="worauf der Mensch dort Anspruch hat")),
                ("von", models.DateField(verbose_name="von Monat")),
                ("bis", models.DateField(verbose_name="bis Monat")),
                (
                    "entscheidung_bekannt_am",
                    models.DateField(null=True, verbose_name="Entscheidung des anderen Trägers bekannt seit"),
                ),
                ("spaetestens", models.DateField(null=True, verbose_name="spätestens geltend zu machen am")),
                ("erfasst_am", models.DateTimeField(verbose_name="erfasst am")),
                (
                    "erfasst_von",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vorgang",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="traegeranspruch", to="akte.vorgang"
                    ),
                ),
            ],
            options={
                "verbose_name": "Anspruch gegen einen anderen",
                "verbose_name_plural": "Ansprüche gegen andere",
                "ordering": ["spaetestens", "id"],
            },
        ),
        migrations.CreateModel(
            name="Frist",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("gesetz", "gesetzliche Frist"),
                            ("behoerde", "von der Behörde gesetzte Frist"),
                            ("wiedervorlage", "Wiedervorlage"),
                        ],
                        max_length=20,
                        verbose_name="Art",
                    ),
                ),
                ("schluessel", models.CharField(blank=True, max_length=40, verbose_name="Schlüssel")),
                ("titel", models.CharField(max_length=200, verbose_name="Was zu tun ist")),
                ("norm", models.CharField(blank=True, max_length=120, verbose_name="Norm")),
                ("faellig", models.DateField(verbose_name="fällig am")),
                ("created_at", models.DateTimeField(verbose_name="angelegt")),
                ("erledigt_am", models.DateTimeField(null=True, verbose_name="erledigt am")),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "erledigt_von",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "haushalt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fristen", to="akte.haushalt"
                    ),
                ),
                (
                    "zustaendig",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fristen", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vorgang",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fristen",
                        to="akte.vorgang",
                    ),
                ),
            ],
            options={
                "verbose_name": "Frist",
                "verbose_name_plural": "Fristen und Wiedervorlagen",
                "ordering": ["faellig", "id"],
            },
        ),
        migrations.CreateModel(
            name="Entwurfsstand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("in_arbeit", "in Arbeit"),
                            ("vorgelegt", "zur Freigabe vorgelegt"),
                            ("zurueckgewiesen", "zurückgewiesen"),
                        ],
                        default="in_arbeit",
                        max_length=20,
                        verbose_name="Stand",
                    ),
                ),
                ("vorgelegt_am", models.DateTimeField(null=True, verbose_name="vorgelegt am")),
                ("zurueckweisung", models.TextField(blank=True, verbose_name="Grund der Zurückweisung")),
                (
                    "entwurf",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stand", to="akte.bescheidentwurf"
                    ),
                ),
                (
                    "vorgelegt_von",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "zurueckgewiesen_von",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vorgang",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entwuerfe",
                        to="akte.vorgang",
                    ),
                ),
            ],
            options={
                "verbose_name": "Entwurfsstand",
                "verbose_name_plural": "Entwurfsstände",
            },
        ),
        migrations.CreateModel(
            name="Vorgangsschreiben",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("art", models.CharField(max_length=40, verbose_name="Art")),
                ("betreff", models.CharField(max_length=200, verbose_name="Betreff")),
                ("inhalt", models.JSONField(editable=False, verbose_name="Inhalt")),
                ("bekannt_am", models.DateField(verbose_name="gilt als bekannt gegeben am")),
                ("pdf", models.BinaryField(verbose_name="PDF")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("erfasst_am", models.DateTimeField(verbose_name="erfasst am")),
                (
                    "erfasst_von",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vorgang",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="schreiben", to="akte.vorgang"
                    ),
                ),
            ],
            options={
                "verbose_name": "Schreiben",
                "verbose_name_plural": "Schreiben",
                "ordering": ["-erfasst_am", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Vorgangsschritt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveIntegerField(verbose_name="Nummer")),
                ("handlung", models.CharField(max_length=60, verbose_name="Handlung")),
                ("von_zustand", models.CharField(blank=True, max_length=40, verbose_name="von Zustand")),
                ("nach_zustand", models.CharField(max_length=40, verbose_name="nach Zustand")),
                ("ereignis_am", models.DateField(verbose_name="Tag des Ereignisses")),
                ("vermerk", models.TextField(blank=True, verbose_name="Vermerk")),
                ("angaben", models.JSONField(default=dict, verbose_name="Angaben")),
                ("erfasst_am", models.DateTimeField(verbose_name="erfasst am")),
                (
                    "bescheid",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schritte",
                        to="akte.bescheid",
                    ),
                ),
                (
                    "erfasst_von",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vorgang",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="schritte", to="akte.vorgang"
                    ),
                ),
            ],
            options={
                "verbose_name": "Vorgangsschritt",
                "verbose_name_plural": "Vorgangsschritte",
                "ordering": ["vorgang", "nummer"],
            },
        ),
        migrations.AddIndex(
            model_name="vorgang",
            index=models.Index(fields=["zustaendig", "zustand"], name="vorgang_zustaendig"),
        ),
        migrations.AddConstraint(
            model_name="traegeranspruch",
            constraint=models.CheckConstraint(
                condition=models.Q(("von__lte", models.F("bis"))), name="traegeranspruch_beginnt_vor_ende"
            ),
        ),
        migrations.AddConstraint(
            model_name="traegeranspruch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("grundlage", "93"), ("spaetestens__isnull", True)),
                    models.Q(models.Q(("grundlage", "93"), _negated=True), ("spaetestens__isnull", False)),
                    _connector="OR",
                ),
                name="traegeranspruch_frist_nur_unter_traegern",
            ),
        ),
        migrations.AddConstraint(
            model_name="traegeranspruch",
            constraint=models.CheckConstraint(
                condition=models.Q(("gegner", ""), _negated=True), name="traegeranspruch_nennt_gegner"
            ),
        ),
        migrations.AddIndex(
            model_name="frist",
            index=models.Index(
                condition=models.Q(("erledigt_am__isnull", True)), fields=["faellig"], name="frist_offen"
            ),
        ),
        migrations.AddIndex(
            model_name="frist",
            index=models.Index(fields=["zustaendig", "faellig"], name="frist_zustaendig"),
        ),
        migrations.AddConstraint(
            model_name="frist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("erledigt_am__isnull", True), ("erledigt_von__isnull", True)),
                    models.Q(("erledigt_am__isnull", False), ("erledigt_von__isnull", False)),
                    _connector="OR",
                ),
                name="frist_erledigt_von_jemandem",
            ),
        ),
        migrations.AddConstraint(
            model_name="frist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erledigt_am__isnull", True), ("erledigt_am__gte", models.F("created_at")), _connector="OR"
                ),
                name="frist_erledigt_nach_anlage",
            ),
        ),
        migrations.AddConstraint(
            model_name="frist",
            constraint=models.CheckConstraint(condition=models.Q(("titel", ""), _negated=True), name="frist_sagt_was"),
        ),
        migrations.AddConstraint(
            model_name="entwurfsstand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stand", "vorgelegt"), _negated=True),
                    models.Q(("vorgelegt_am__isnull", False), ("vorgelegt_von__isnull", False)),
                    _connector="OR",
                ),
                name="entwurfsstand_vorlage_hat_urheber",
            ),
        ),
        migrations.AddConstraint(
            model_name="entwurfsstand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stand", "zurueckgewiesen"), _negated=True),
                    models.Q(("zurueckgewiesen_von__isnull", False), models.Q(("zurueckweisung", ""), _negated=True)),
                    _connector="OR",
                ),
                name="entwurfsstand_zurueckweisung_hat_grund",
            ),
        ),
        migrations.AddConstraint(
            model_name="vorgangsschritt",
            constraint=models.UniqueConstraint(fields=("vorgang", "nummer"), name="vorgangsschritt_einmal_je_nummer"),
        ),
        NurAnfuegen("akte_vorgangsschritt"),
        NurAnfuegen("akte_vorgangsschreiben"),
        NurAnfuegen("akte_traegeranspruch"),
    ]
