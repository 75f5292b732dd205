"""Texte, die eine Stadt zu Berichten schreibt: Kommentar im Faktenboard, Beschreibung des Amtes im Profil."""

from __future__ import annotations

from typing import Self

from django.db import models


class Textart(models.TextChoices):
    FAKTENBOARD = "faktenboard", "Kommentar im Faktenboard"
    ORGANISATION = "organisation", "Beschreibung des Amtes"


class BerichtstextQuerySet(models.QuerySet["Berichtstext"]):
    def geltend(self, art: str, bezug: str, jahr: int = 0) -> Berichtstext | None:
        """Der jüngste Text; ein leerer nimmt den vorigen zurück."""
        juengster = self.zu(art, bezug, jahr).order_by("-pk").first()
        return juengster if juengster and juengster.text else None

    def zu(self, art: str, bezug: str, jahr: int = 0) -> Self:
        """Alle Fassungen."""
        return self.filter(art=art, bezug=bezug, jahr=jahr)


class Berichtstext(models.Model):
    """Eine Fassung eines Textes. Nur anfügbar; die jüngste gilt, die früheren bleiben nachlesbar.

    `bezug` ist der Leistungsbereich (Faktenboard) oder die Stadt (Beschreibung); `jahr` 0, wo es keines gibt.
    """

    art = models.CharField("Art", max_length=20, choices=Textart.choices)
    bezug = models.SlugField("Bereich oder Stadt", max_length=60)
    jahr = models.PositiveSmallIntegerField("Jahr", default=0)
    text = models.TextField("Text", blank=True)
    am = models.DateTimeField("am")
    von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = BerichtstextQuerySet.as_manager()

    class Meta:
        verbose_name = "Berichtstext"
        verbose_name_plural = "Berichtstexte"
        ordering = ["-id"]
        indexes = [models.Index(fields=["art", "bezug", "jahr"], name="berichtstext_schluessel")]

    def __str__(self) -> str:
        return f"{self.get_art_display()}: {self.bezug} {self.jahr or ''}".strip()
