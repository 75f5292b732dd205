"""Basisgrößen und selbst angelegte Kennzahlen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

MAX_STELLEN = 4


class Basisgroesse(models.Model):
    """Was geliefert oder veröffentlicht wird. Die mitgelieferten stehen im Katalog und werden von dort abgeglichen.

    `stellen`: Nachkommastellen, in denen Werte als ganze Zahl stehen; nach dem ersten Wert ändert sich das nie.
    """

    schluessel = models.SlugField("Schlüssel", max_length=60, unique=True)
    nummer = models.CharField("Nummer", max_length=12, unique=True)
    titel = models.CharField("Titel", max_length=200)
    einheit = models.CharField("Einheit", max_length=60)
    stellen = models.PositiveSmallIntegerField("Nachkommastellen", default=0)
    bereich = models.CharField("Leistungsbereich", max_length=30, blank=True)
    lieferbar = models.BooleanField("wird von Städten geliefert", default=False)

    class Meta:
        verbose_name = "Basisgröße"
        verbose_name_plural = "Basisgrößen"
        ordering = ["nummer"]
        constraints = [models.CheckConstraint(name="groesse_stellen", condition=Q(stellen__lte=MAX_STELLEN))]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}"


class Kennzahlformel(models.Model):
    """Eine selbst angelegte Kennzahl (Nummer E-…). Nur anfügbar: eine neue Definition ist eine neue Nummer."""

    schluessel = models.SlugField("Schlüssel", max_length=60, unique=True)
    nummer = models.CharField("Nummer", max_length=12, unique=True)
    titel = models.CharField("Titel", max_length=200)
    einheit = models.CharField("Einheit", max_length=60)
    formel = models.CharField("Formel", max_length=400)
    stellen = models.PositiveSmallIntegerField("Nachkommastellen", default=1)
    polaritaet = models.CharField("Polarität", max_length=20, default="neutral")
    angelegt_am = models.DateTimeField("angelegt am")
    angelegt_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Eigene Kennzahl"
        verbose_name_plural = "Eigene Kennzahlen"
        ordering = ["nummer"]
        constraints = [models.CheckConstraint(name="formel_stellen", condition=Q(stellen__lte=MAX_STELLEN))]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}"
