"""Welche Ansicht das Amt in einer streitigen Frage vertritt. Nur anfügbar; gilt ab einem Monat."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models


class EinstellungswahlQuerySet(models.QuerySet[Any]):
    def gewusst_am(self, zeitpunkt: datetime | None) -> Self:
        """Was zu einem Zeitpunkt entschieden war; None heißt jetzt."""
        return self if zeitpunkt is None else self.filter(erfasst_am__lte=zeitpunkt)


class Einstellungswahl(models.Model):
    """Eine Entscheidung des Amtes: Wert der Einstellung für Monate ab `gilt_ab`, bis eine spätere sie ablöst.

    Für einen Monat gilt die Wahl mit dem spätesten `gilt_ab`, bei gleichem die zuletzt erfasste.
    """

    einstellung = models.CharField("Streitfrage", max_length=80)
    wert = models.IntegerField("gewählte Ansicht")
    gilt_ab = models.DateField("gilt ab Monat")
    grund = models.CharField("Begründung oder Beschluss", max_length=200)
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = EinstellungswahlQuerySet.as_manager()

    class Meta:
        verbose_name = "Einstellungswahl"
        verbose_name_plural = "Einstellungswahlen"
        ordering = ["einstellung", "-gilt_ab", "-erfasst_am", "-id"]
        constraints = [
            models.CheckConstraint(name="einstellungswahl_begruendet", condition=~models.Q(grund="")),
        ]

    def __str__(self) -> str:
        return f"{self.einstellung} ab {self.gilt_ab:%m.%Y}"
