"""Wie weit ein Bescheidentwurf ist: in Arbeit, zur Freigabe vorgelegt, zurückgewiesen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Entwurfsstand(models.Model):
    """Stand eines Entwurfs und sein Vorgang; verschwindet mit dem Entwurf, das Protokoll bleibt."""

    ARBEIT, VORGELEGT, ZURUECKGEWIESEN = "in_arbeit", "vorgelegt", "zurueckgewiesen"
    STAENDE = [(ARBEIT, "in Arbeit"), (VORGELEGT, "zur Freigabe vorgelegt"), (ZURUECKGEWIESEN, "zurückgewiesen")]

    entwurf = models.OneToOneField("akte.Bescheidentwurf", on_delete=models.CASCADE, related_name="stand")
    vorgang = models.ForeignKey("akte.Vorgang", on_delete=models.PROTECT, null=True, related_name="entwuerfe")
    stand = models.CharField("Stand", max_length=20, choices=STAENDE, default=ARBEIT)
    vorgelegt_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")
    vorgelegt_am = models.DateTimeField("vorgelegt am", null=True)
    zurueckgewiesen_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")
    zurueckweisung = models.TextField("Grund der Zurückweisung", blank=True)

    class Meta:
        verbose_name = "Entwurfsstand"
        verbose_name_plural = "Entwurfsstände"
        constraints = [
            models.CheckConstraint(
                name="entwurfsstand_vorlage_hat_urheber",
                condition=~Q(stand="vorgelegt") | Q(vorgelegt_von__isnull=False, vorgelegt_am__isnull=False),
            ),
            models.CheckConstraint(
                name="entwurfsstand_zurueckweisung_hat_grund",
                condition=~Q(stand="zurueckgewiesen") | Q(zurueckgewiesen_von__isnull=False) & ~Q(zurueckweisung=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entwurf_id}: {self.get_stand_display()}"
