"""Vermerke, Beratungskontakte und Dokumente einer Akte. Nur anfügbar."""

from __future__ import annotations

from django.db import models


class Vermerkart(models.TextChoices):
    """Was ein Vermerk festhält."""

    VERMERK = "vermerk", "Vermerk"
    BERATUNG = "beratung", "Beratung (§ 11 SGB XII, § 14 SGB I)"
    TELEFON = "telefon", "Telefongespräch"
    BESUCH = "besuch", "Hausbesuch"


class Vermerk(models.Model):
    """Was jemand zu einer Akte aufgeschrieben hat; ein Irrtum wird durch einen neuen Vermerk berichtigt."""

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="vermerke")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="vermerke")
    art = models.CharField("Art", max_length=20, choices=Vermerkart.choices)
    am = models.DateField("am")
    text = models.TextField("Text")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Vermerk"
        verbose_name_plural = "Vermerke"
        ordering = ["-am", "-id"]
        constraints = [models.CheckConstraint(name="vermerk_hat_text", condition=~models.Q(text=""))]

    def __str__(self) -> str:
        return f"{self.get_art_display()} vom {self.am:%d.%m.%Y}"


class Virenpruefung(models.TextChoices):
    """Was über Schadprogramme bekannt ist."""

    UNGEPRUEFT = "ungeprueft", "nicht auf Viren geprüft"
    SAUBER = "sauber", "auf Viren geprüft"


class Dokument(models.Model):
    """Eine abgelegte Datei mit Typ (aus dem Inhalt erkannt), Größe in Bytes und Prüfsumme."""

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="dokumente")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="dokumente")
    titel = models.CharField("Titel", max_length=200)
    medientyp = models.CharField("Typ", max_length=80)
    groesse = models.PositiveIntegerField("Größe in Bytes")
    sha256 = models.CharField("SHA-256", max_length=64)
    virenpruefung = models.CharField("Virenprüfung", max_length=20, choices=Virenpruefung.choices)
    inhalt = models.BinaryField("Inhalt")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"
        ordering = ["-erfasst_am", "-id"]
        constraints = [models.CheckConstraint(name="dokument_hat_titel", condition=~models.Q(titel=""))]

    def __str__(self) -> str:
        return self.titel
