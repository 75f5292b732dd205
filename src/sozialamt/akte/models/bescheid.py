"""Bescheide: erst Entwurf, dann unveränderliche Abschrift dessen, was entschieden wurde."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from sozialamt.akte import zugriff
from sozialamt.akte.bescheidart import BESCHEIDARTEN, VERFUEGENDE, Bescheidart
from sozialamt.akte.spurspeicher import entpacke
from sozialamt.leistungen.zahlung import Kostentraeger

if TYPE_CHECKING:
    from sozialamt.akte.models.benutzer import Benutzer


class BescheidinhaltQuerySet(models.QuerySet[Any]):
    def fuer(self, benutzer: Benutzer, recht: str = "akte_lesen") -> Self:
        """Was zu Haushalten gehört, an denen der Benutzer das Recht hat."""
        return self.filter(haushalt__in=zugriff.zugaengliche(benutzer, recht))


class Bescheidinhalt(models.Model):
    """Was Entwurf und Bescheid gemeinsam haben."""

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="%(class)se")
    leistung = models.CharField("Leistung", max_length=80)
    art = models.CharField("Art", max_length=20, choices=BESCHEIDARTEN, default=Bescheidart.BEWILLIGUNG)
    vorlaeufig = models.BooleanField("vorläufig", default=False)
    norm = models.CharField("Rechtsgrundlage der Entscheidung", max_length=120, blank=True)
    beginn = models.DateField("von Monat")
    ende = models.DateField("bis Monat")
    gewusst_am = models.DateTimeField("Stand der Tatsachen")
    inhalt = models.JSONField("Inhalt", editable=False)
    rechenweg = models.BinaryField("Rechenweg", editable=False)
    created_by = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = BescheidinhaltQuerySet.as_manager()

    class Meta:
        abstract = True

    @cached_property
    def spuren(self) -> list[dict[str, Any]]:
        """Die Spur jedes Monats, wie sie gerechnet wurde; einmal entpackt, denn sie ändert sich nie."""
        return entpacke(bytes(self.rechenweg))


class Bescheidentwurf(Bescheidinhalt):
    """Ein berechneter, noch nicht erlassener Bescheid; darf verworfen werden."""

    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "Bescheidentwurf"
        verbose_name_plural = "Bescheidentwürfe"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(name="entwurf_beginnt_vor_ende", condition=Q(beginn__lte=F("ende"))),
        ]

    def __str__(self) -> str:
        return f"Entwurf {self.leistung} {self.beginn:%m.%Y}–{self.ende:%m.%Y}"


class BescheidQuerySet(BescheidinhaltQuerySet):
    def verfuegend(self) -> Self:
        """Nur Bescheide, die selbst sagen, was zusteht."""
        return self.filter(art__in=VERFUEGENDE)

    def geltend(self, monat: date) -> Self:
        """Je Haushalt und Leistung der zuletzt erlassene verfügende Bescheid, der den Monat umfasst."""
        rang = Window(
            RowNumber(),
            partition_by=[F("haushalt_id"), F("leistung")],
            order_by=[F("erlassen_am").desc(), F("id").desc()],
        )
        return self.verfuegend().filter(beginn__lte=monat, ende__gte=monat).alias(rang=rang).filter(rang=1)


class Bescheid(Bescheidinhalt):
    """Erlassener Bescheid (§ 31 SGB X).

    Rechtsstand, Rechenweg und Beträge sind abgeschrieben und werden nie neu berechnet: Die Akte zeigt auch nach
    einer Rechtsänderung, was entschieden wurde.
    """

    nummer = models.CharField("Nummer", max_length=40, unique=True)
    rechtsstand = models.DateField("Rechtsstand", help_text="Monat, dessen Recht zuletzt angewandt wurde.")
    erlassen_am = models.DateTimeField("erlassen am")

    objects = BescheidQuerySet.as_manager()

    class Meta:
        verbose_name = "Bescheid"
        verbose_name_plural = "Bescheide"
        ordering = ["-erlassen_am", "-id"]
        indexes = [
            models.Index(fields=["haushalt", "leistung", "erlassen_am"], name="bescheid_haushalt"),
            models.Index(fields=["beginn", "ende"], name="bescheid_zeitraum"),
        ]
        constraints = [
            models.CheckConstraint(name="bescheid_beginnt_vor_ende", condition=Q(beginn__lte=F("ende"))),
        ]

    def __str__(self) -> str:
        return f"Bescheid {self.nummer}"


class Bescheidbetrag(models.Model):
    """Ein Betrag des Bescheids: Monat, Person (oder ganze Gemeinschaft), Bestandteil."""

    bescheid = models.ForeignKey(Bescheid, on_delete=models.PROTECT, related_name="betraege")
    monat = models.DateField("Monat")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, related_name="+")
    bestandteil = models.CharField("Bestandteil", max_length=80)
    titel = models.CharField("Titel", max_length=200)
    cent = models.BigIntegerField("Betrag in Cent")

    class Meta:
        verbose_name = "Bescheidbetrag"
        verbose_name_plural = "Bescheidbeträge"
        ordering = ["monat", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["bescheid", "monat", "person", "bestandteil"],
                name="bescheidbetrag_einmal_je_person",
                condition=Q(person__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["bescheid", "monat", "bestandteil"],
                name="bescheidbetrag_einmal_gesamt",
                condition=Q(person__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} {self.monat:%m.%Y}: {self.cent} Cent"


class ZahlanspruchQuerySet(models.QuerySet["Zahlanspruch"]):
    def geltend(self, monat: date) -> Self:
        """Was im Monat zusteht: die Zeilen der geltenden Bescheide."""
        return self.filter(monat=monat, bescheid__in=Bescheid.objects.geltend(monat).values("pk"))


class Zahlanspruch(models.Model):
    """Was ein Bescheid einer Person für einen Monat aus einem Bestandteil zuspricht; daraus wird gebucht.

    Die Zeilen eines Monats ergeben zusammen den bewilligten Betrag. Keine Zeile heißt: nichts zu zahlen. `wohnform`
    und `grund` sind die Schlüssel des Nachweises nach § 46a Abs. 4 SGB XII.
    """

    bescheid = models.ForeignKey(Bescheid, on_delete=models.PROTECT, related_name="zahlansprueche")
    monat = models.DateField("Monat")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, related_name="+")
    bestandteil = models.CharField("Bestandteil", max_length=40)
    kostentraeger = models.CharField("Kostenträger", max_length=20, choices=[(t.value, t.titel) for t in Kostentraeger])
    wohnform = models.CharField("Wohnform im Nachweis", max_length=40, blank=True)
    grund = models.CharField("Grund im Nachweis", max_length=40, blank=True)
    cent = models.BigIntegerField("Betrag in Cent")

    objects = ZahlanspruchQuerySet.as_manager()

    class Meta:
        verbose_name = "Zahlanspruch"
        verbose_name_plural = "Zahlansprüche"
        ordering = ["monat", "id"]
        indexes = [models.Index(fields=["monat", "bescheid"], name="zahlanspruch_monat")]
        constraints = [
            models.CheckConstraint(name="zahlanspruch_ist_positiv", condition=Q(cent__gt=0)),
            models.UniqueConstraint(
                fields=["bescheid", "monat", "person", "bestandteil"], name="zahlanspruch_einmal_je_bestandteil"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bestandteil} {self.monat:%m.%Y}: {self.cent} Cent"


class Bescheiddokument(models.Model):
    """Das Schreiben, wie es hinausging, mit Prüfsumme."""

    bescheid = models.OneToOneField(Bescheid, on_delete=models.PROTECT, related_name="dokument")
    pdf = models.BinaryField("PDF")
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = "Bescheiddokument"
        verbose_name_plural = "Bescheiddokumente"

    def __str__(self) -> str:
        return f"Schreiben zu {self.bescheid}"
