"""Bescheide: erst Entwurf, dann unveränderliche Abschrift dessen, was entschieden wurde."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from sozialamt.akte.spurspeicher import entpacke


class Bescheidinhalt(models.Model):
    """Was Entwurf und Bescheid gemeinsam haben."""

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="%(class)se")
    leistung = models.CharField("Leistung", max_length=80)
    beginn = models.DateField("von Monat")
    ende = models.DateField("bis Monat")
    gewusst_am = models.DateTimeField("Stand der Tatsachen")
    inhalt = models.JSONField("Inhalt", editable=False)
    rechenweg = models.BinaryField("Rechenweg", editable=False)
    created_by = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def spuren(self) -> list[dict[str, Any]]:
        """Die Spur jedes Monats, wie sie gerechnet wurde."""
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


class Bescheid(Bescheidinhalt):
    """Erlassener Bescheid (§ 31 SGB X).

    Rechtsstand, Rechenweg und Beträge sind abgeschrieben und werden nie neu berechnet: Die Akte zeigt auch nach
    einer Rechtsänderung, was entschieden wurde.
    """

    nummer = models.CharField("Nummer", max_length=40, unique=True)
    rechtsstand = models.DateField("Rechtsstand", help_text="Monat, dessen Recht zuletzt angewandt wurde.")
    erlassen_am = models.DateTimeField("erlassen am")

    class Meta:
        verbose_name = "Bescheid"
        verbose_name_plural = "Bescheide"
        ordering = ["-erlassen_am", "-id"]
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
