"""Auffälligkeiten: die Arbeitsliste der Plausibilität."""

from __future__ import annotations

from typing import Self

from django.db import models


class Schwere(models.TextChoices):
    FEHLER = "fehler", "Fehler"
    HINWEIS = "hinweis", "Hinweis"


class Stand(models.TextChoices):
    OFFEN = "offen", "offen"
    IN_KLAERUNG = "in_klaerung", "in Klärung"
    ERKLAERT = "erklaert", "erklärt"
    BEHOBEN = "behoben", "behoben"


class AuffaelligkeitQuerySet(models.QuerySet["Auffaelligkeit"]):
    def ungeklaert(self) -> Self:
        return self.filter(stand__in=[Stand.OFFEN, Stand.IN_KLAERUNG])


class Auffaelligkeit(models.Model):
    """Ein Wert, der einer Regel widerspricht, bis ihn jemand erklärt oder eine Lieferung ihn behebt.

    `fassung` ist eine Prüfsumme der beteiligten Werte: Ändern sie sich, gilt eine Erklärung nicht mehr.
    """

    regel = models.CharField("Regel", max_length=60)
    stadt = models.ForeignKey("vergleich.Stadt", on_delete=models.PROTECT, related_name="auffaelligkeiten")
    groesse = models.ForeignKey("vergleich.Basisgroesse", on_delete=models.PROTECT, related_name="+")
    jahr = models.PositiveSmallIntegerField("Jahr")
    schwere = models.CharField("Schwere", max_length=10, choices=Schwere.choices)
    text = models.CharField("Befund", max_length=400)
    fassung = models.CharField("Prüfsumme der Werte", max_length=64)
    stand = models.CharField("Stand", max_length=20, choices=Stand.choices, default=Stand.OFFEN)
    zustaendig = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")
    kommentar = models.TextField("Kommentar", blank=True)
    created_at = models.DateTimeField("gefunden am")
    updated_at = models.DateTimeField("geändert am")

    objects = AuffaelligkeitQuerySet.as_manager()

    class Meta:
        verbose_name = "Auffälligkeit"
        verbose_name_plural = "Auffälligkeiten"
        ordering = ["schwere", "stadt__name", "-jahr", "groesse__nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["regel", "stadt", "groesse", "jahr"], name="vergleich_auffaelligkeit_einmal"
            ),
            models.CheckConstraint(
                name="erklaert_nur_mit_kommentar",
                condition=~models.Q(stand=Stand.ERKLAERT) | ~models.Q(kommentar=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stadt} {self.jahr}: {self.text}"
