"""Fristen und Wiedervorlagen: was bis wann zu geschehen hat, nach welcher Norm und durch wen."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class FristQuerySet(models.QuerySet["Frist"]):
    def offen(self) -> Self:
        return self.filter(erledigt_am__isnull=True)

    def faellig(self, bis: date) -> Self:
        """Offene, die bis zu diesem Tag einschließlich enden."""
        return self.offen().filter(faellig__lte=bis)


class Frist(models.Model):
    """Eine Frist mit Norm oder eine Wiedervorlage, die sich jemand gesetzt hat."""

    GESETZ, BEHOERDE, WIEDERVORLAGE = "gesetz", "behoerde", "wiedervorlage"
    ARTEN = [
        (GESETZ, "gesetzliche Frist"),
        (BEHOERDE, "von der Behörde gesetzte Frist"),
        (WIEDERVORLAGE, "Wiedervorlage"),
    ]

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="fristen")
    vorgang = models.ForeignKey("akte.Vorgang", on_delete=models.PROTECT, null=True, related_name="fristen")
    art = models.CharField("Art", max_length=20, choices=ARTEN)
    schluessel = models.CharField("Schlüssel", max_length=40, blank=True)
    titel = models.CharField("Was zu tun ist", max_length=200)
    norm = models.CharField("Norm", max_length=120, blank=True)
    faellig = models.DateField("fällig am")
    zustaendig = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="fristen")
    created_at = models.DateTimeField("angelegt")
    created_by = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")
    erledigt_am = models.DateTimeField("erledigt am", null=True)
    erledigt_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")

    objects = FristQuerySet.as_manager()

    class Meta:
        verbose_name = "Frist"
        verbose_name_plural = "Fristen und Wiedervorlagen"
        ordering = ["faellig", "id"]
        indexes = [
            models.Index(fields=["faellig"], name="frist_offen", condition=Q(erledigt_am__isnull=True)),
            models.Index(fields=["zustaendig", "faellig"], name="frist_zustaendig"),
        ]
        constraints = [
            models.CheckConstraint(
                name="frist_erledigt_von_jemandem",
                condition=Q(erledigt_am__isnull=True, erledigt_von__isnull=True)
                | Q(erledigt_am__isnull=False, erledigt_von__isnull=False),
            ),
            models.CheckConstraint(
                name="frist_erledigt_nach_anlage",
                condition=Q(erledigt_am__isnull=True) | Q(erledigt_am__gte=F("created_at")),
            ),
            models.CheckConstraint(name="frist_sagt_was", condition=~Q(titel="")),
        ]

    def __str__(self) -> str:
        return f"{self.titel} bis {self.faellig:%d.%m.%Y}"
