"""Städte des Vergleichs, ihre Mitgliedschaft und wer für sie handelt."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q


class Gebietsart(models.TextChoices):
    STADT = "stadt", "Stadt"
    REGION = "region", "Region"
    VERGLEICHSGEBIET = "vergleichsgebiet", "Vergleichsgebiet"


class StadtQuerySet(models.QuerySet["Stadt"]):
    def im_kreis(self, jahr: int) -> Self:
        """Mitglieder im Jahr; im Jahr des Ausscheidens gehört eine Stadt nicht mehr dazu."""
        begonnen = Q(mitgliedschaften__von_jahr__isnull=True) | Q(mitgliedschaften__von_jahr__lte=jahr)
        nicht_weg = Q(mitgliedschaften__ausgeschieden__isnull=True) | Q(mitgliedschaften__ausgeschieden__gt=jahr)
        return self.filter(begonnen & nicht_weg, mitgliedschaften__isnull=False).distinct()


class Stadt(models.Model):
    """Eine Stadt, eine Region oder ein Gebiet, mit dem verglichen wird (Land, Bund, Mittel einer Veröffentlichung).

    `ags` ist der amtliche Schlüssel des Kreises (5 Stellen) oder der Gemeinde (8); er fehlt bei Gebieten ohne einen.
    """

    schluessel = models.SlugField("Schlüssel", max_length=60, unique=True)
    name = models.CharField("Name", max_length=80, unique=True)
    ags = models.CharField("Amtlicher Gemeindeschlüssel", max_length=8, blank=True)
    art = models.CharField("Art", max_length=20, choices=Gebietsart.choices, default=Gebietsart.STADT)
    erzeugt = models.BooleanField("erzeugte Beispielstadt", default=False)
    hinweis = models.CharField("Hinweis", max_length=300, blank=True)

    objects = StadtQuerySet.as_manager()

    class Meta:
        verbose_name = "Stadt"
        verbose_name_plural = "Städte"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["ags"], name="stadt_ags_einmal", condition=~Q(ags="")),
            models.CheckConstraint(
                name="stadt_hat_ags", condition=Q(art=Gebietsart.VERGLEICHSGEBIET) | Q(erzeugt=True) | ~Q(ags="")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Mitgliedschaft(models.Model):
    """Zugehörigkeit zum Vergleichskreis: ab `von_jahr` (leer: von Anfang an), nicht mehr im Jahr `ausgeschieden`."""

    stadt = models.ForeignKey(Stadt, on_delete=models.PROTECT, related_name="mitgliedschaften")
    von_jahr = models.PositiveSmallIntegerField("dabei ab Jahr", null=True, blank=True)
    ausgeschieden = models.PositiveSmallIntegerField("ausgeschieden im Jahr", null=True, blank=True)
    quelle = models.CharField("Quelle", max_length=300)

    class Meta:
        verbose_name = "Mitgliedschaft im Vergleichskreis"
        verbose_name_plural = "Mitgliedschaften im Vergleichskreis"
        ordering = ["stadt__name", "von_jahr"]
        constraints = [
            models.UniqueConstraint(fields=["stadt", "von_jahr"], name="kreismitgliedschaft_einmal"),
            models.CheckConstraint(
                name="kreismitgliedschaft_beginnt_vor_ende",
                condition=Q(von_jahr__isnull=True) | Q(ausgeschieden__isnull=True) | Q(von_jahr__lt=F("ausgeschieden")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stadt}: {self.von_jahr or 'von Anfang an'} bis {self.ausgeschieden or 'heute'}"


class Stadtzugehoerigkeit(models.Model):
    """Ein Benutzer handelt für eine Stadt: liefert, klärt und gibt ihre Werte frei."""

    benutzer = models.ForeignKey("akte.Benutzer", on_delete=models.CASCADE, related_name="vergleichsstaedte")
    stadt = models.ForeignKey(Stadt, on_delete=models.PROTECT, related_name="benutzer")

    class Meta:
        verbose_name = "Stadtzugehörigkeit"
        verbose_name_plural = "Stadtzugehörigkeiten"
        constraints = [models.UniqueConstraint(fields=["benutzer", "stadt"], name="stadtzugehoerigkeit_einmal")]

    def __str__(self) -> str:
        return f"{self.benutzer} für {self.stadt}"
