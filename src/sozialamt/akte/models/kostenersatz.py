"""Wer Kosten zu ersetzen hat und wofür (§§ 102 bis 104 SGB XII, §§ 34, 34a SGB II)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from sozialamt.akte.kostenersatz.grundlagen import Grundlage

if TYPE_CHECKING:
    from sozialamt.akte.models.bescheid import Bescheid


class KostenersatzQuerySet(models.QuerySet["Kostenersatz"]):
    def zu(self, bescheid: Bescheid) -> Kostenersatz | None:
        """Der Anspruch, den ein Bescheid festsetzt."""
        return self.filter(vorgang__schritte__bescheid=bescheid).select_related("vorgang").first()


class Kostenersatz(models.Model):
    """Ein Anspruch auf Kostenersatz. Nur anfügbar: Der Stand ist der Vorgang, der Betrag steht im Bescheid.

    `ereignis_am` ist bei Erben der Todestag, nach § 34a SGB II der Tag der Unanfechtbarkeit oder der Kenntnis, sonst
    der Tag des Verhaltens. `nachlass_cent` und `gepflegt` braucht nur § 102 SGB XII.

    Schuldet eine Person der Akte, ist sie `schuldner`; sonst ist der Schuldner `von_aussen`. Vor November 2026 stand
    beides nicht da: Ohne Person und nicht von außen ist er nur dem Namen nach bekannt.
    """

    GRUNDLAGEN = [(g.value, f"{g.norm}: {g.titel}") for g in Grundlage]

    vorgang = models.OneToOneField("akte.Vorgang", on_delete=models.PROTECT, related_name="kostenersatz")
    grundlage = models.CharField("Grundlage", max_length=4, choices=GRUNDLAGEN)
    schuldner = models.ForeignKey(
        "akte.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="geschuldeter_ersatz"
    )
    von_aussen = models.BooleanField("keine Person der Akte", default=False)
    mit = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mithaftende",
        help_text="Der erste Anspruch auf dieselben Kosten; alle zusammen haften als Gesamtschuldner (§ 421 BGB).",
    )
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

    objects = KostenersatzQuerySet.as_manager()

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
            models.CheckConstraint(
                name="kostenersatz_von_aussen_ist_niemand_der_akte",
                condition=Q(schuldner__isnull=True) | Q(von_aussen=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gegner}: {Grundlage(self.grundlage).norm}"

    @property
    def gesamtschuld(self) -> bool:
        """Ob noch jemand dieselben Kosten ersetzen soll."""
        return self.mit_id is not None or self.mithaftende.exists()
