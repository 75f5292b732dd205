"""Vorgänge: ein Verfahren, sein Stand und jeder Schritt dorthin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from sozialamt.akte.verfahren import offene_zustaende, vorgangsart

if TYPE_CHECKING:
    from sozialamt.leistungen.vorgangsart import Uebergang, Vorgangsart, Vorgangszustand


class VorgangQuerySet(models.QuerySet["Vorgang"]):
    def offen(self) -> Self:
        """Alle, die in keinem Schlusszustand stehen."""
        bedingung = Q(pk__in=[])
        for art, zustaende in offene_zustaende().items():
            bedingung |= Q(art=art, zustand__in=zustaende)
        return self.filter(bedingung)


class Vorgang(models.Model):
    """Ein Verfahren nach § 8 SGB X in einem Haushalt.

    Der Stand ist der letzte `Vorgangsschritt`; `zustand` und `version` führen ihn nach, damit Listen ihn finden und
    zwei Menschen nicht unbemerkt zugleich weitergehen. Geändert wird nur über `vorgaenge/vorgang_fortsetzen.py`.
    """

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="vorgaenge")
    art = models.CharField("Art", max_length=40)
    leistung = models.CharField("Leistung", max_length=80)
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="vorgaenge")
    bescheid = models.ForeignKey(
        "akte.Bescheid", on_delete=models.PROTECT, null=True, blank=True, related_name="vorgaenge"
    )
    antragsdatum = models.DateField("Tag des Antrags oder der Kenntnis")
    zustand = models.CharField("Zustand", max_length=40)
    version = models.PositiveIntegerField("Version", default=1)
    zustaendig = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="vorgaenge")
    created_at = models.DateTimeField("angelegt")

    objects = VorgangQuerySet.as_manager()

    class Meta:
        verbose_name = "Vorgang"
        verbose_name_plural = "Vorgänge"
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["zustaendig", "zustand"], name="vorgang_zustaendig")]

    def __str__(self) -> str:
        return f"{self.titel} {self.haushalt_id} vom {self.antragsdatum:%d.%m.%Y}"

    @property
    def vorgangsart(self) -> Vorgangsart:
        return vorgangsart(self.art)

    @property
    def titel(self) -> str:
        return self.vorgangsart.titel

    @property
    def stand(self) -> Vorgangszustand:
        return self.vorgangsart.zustand(self.zustand)

    @property
    def ist_offen(self) -> bool:
        return not self.stand.schluss

    @property
    def moeglich(self) -> tuple[Uebergang, ...]:
        """Was vom jetzigen Zustand aus erlaubt ist."""
        return self.vorgangsart.moeglich(self.zustand)


class Vorgangsschritt(models.Model):
    """Ein gegangener Schritt. Die laufende Nummer ist je Vorgang einmalig: Zwei zugleich gibt es nicht."""

    vorgang = models.ForeignKey(Vorgang, on_delete=models.PROTECT, related_name="schritte")
    nummer = models.PositiveIntegerField("Nummer")
    handlung = models.CharField("Handlung", max_length=60)
    von_zustand = models.CharField("von Zustand", max_length=40, blank=True)
    nach_zustand = models.CharField("nach Zustand", max_length=40)
    ereignis_am = models.DateField("Tag des Ereignisses")
    vermerk = models.TextField("Vermerk", blank=True)
    angaben = models.JSONField("Angaben", default=dict)
    bescheid = models.ForeignKey("akte.Bescheid", on_delete=models.PROTECT, null=True, related_name="schritte")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Vorgangsschritt"
        verbose_name_plural = "Vorgangsschritte"
        ordering = ["vorgang", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["vorgang", "nummer"], name="vorgangsschritt_einmal_je_nummer"),
        ]

    def __str__(self) -> str:
        return f"{self.vorgang_id}/{self.nummer} {self.handlung}"


class Vorgangsschreiben(models.Model):
    """Ein Schreiben, das kein Bescheid ist (Anhörung, Aufforderung, Anzeige), wie es hinausging."""

    vorgang = models.ForeignKey(Vorgang, on_delete=models.PROTECT, related_name="schreiben")
    art = models.CharField("Art", max_length=40)
    betreff = models.CharField("Betreff", max_length=200)
    inhalt = models.JSONField("Inhalt", editable=False)
    bekannt_am = models.DateField("gilt als bekannt gegeben am")
    pdf = models.BinaryField("PDF")
    sha256 = models.CharField("SHA-256", max_length=64)
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Schreiben"
        verbose_name_plural = "Schreiben"
        ordering = ["-erfasst_am", "-id"]

    def __str__(self) -> str:
        return self.betreff
