"""Wer Kosten zu ersetzen hat und wofür (§§ 102 bis 104 SGB XII, §§ 34, 34a SGB II)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sozialamt.akte.kostenersatz.grundlagen import Grundlage


class Kostenersatz(models.Model):
    """Ein Anspruch auf Kostenersatz. Nur anfügbar: Der Stand ist der Vorgang, der Betrag steht im Bescheid.

    `ereignis_am` ist bei Erben der Todestag, nach § 34a SGB II der Tag der Unanfechtbarkeit oder der Kenntnis, sonst
    der Tag des Verhaltens. `nachlass_cent` und `gepflegt` braucht nur § 102 SGB XII.
    """

    GRUNDLAGEN = [(g.value, f"{g.norm}: {g.titel}") for g in Grundlage]

    vorgang = models.OneToOneField("akte.Vorgang", on_delete=models.PROTECT, related_name="kostenersatz")
    grundlage = models.CharField("Grundlage", max_length=4, choices=GRUNDLAGEN)
    gegner = models.CharField("wer ersetzen soll", max_length=160)
    anschrift = models.CharField("Anschrift", max_length=200)
    von = models.DateField("von Monat")
    bis = models.DateField("bis Monat")
    ereignis_am = models.DateField("Tag des Ereignisses")
    nachlass_cent = models.BigIntegerField("Wert des Nachlasses in Cent", null=True)
    gepflegt = models.BooleanField("in häuslicher Gemeinschaft gepflegt", default=False)
    spaetestens = models.DateField("spätestens zu verlangen am")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Kostenersatz"
        verbose_name_plural = "Kostenersatz"
        ordering = ["spaetestens", "id"]
        constraints = [
            models.CheckConstraint(name="kostenersatz_beginnt_vor_ende", condition=Q(von__lte=F("bis"))),
            models.CheckConstraint(
                name="kostenersatz_erben_nennen_nachlass",
                condition=Q(grundlage="102", nachlass_cent__gte=0)
                | ~Q(grundlage="102") & Q(nachlass_cent__isnull=True, gepflegt=False),
            ),
            models.CheckConstraint(name="kostenersatz_nennt_wen_und_wo", condition=~Q(gegner="") & ~Q(anschrift="")),
        ]

    def __str__(self) -> str:
        return f"{self.gegner}: {Grundlage(self.grundlage).norm}"
