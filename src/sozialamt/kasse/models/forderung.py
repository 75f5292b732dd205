"""Was zurückzuzahlen ist: festgesetzte Forderungen, Raten, Einbehalt von laufenden Leistungen."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sozialamt.akte.bescheidart import Bescheidart


class Forderung(models.Model):
    """Eine mit Bescheid festgesetzte Erstattung (§ 50 Abs. 3 SGB X) oder ein Kostenersatz (§§ 102 ff. SGB XII).

    Wie viel noch offen ist, sagt das Kassenbuch: bei der Erstattung der Saldo des Kontos Forderung über Haushalt,
    Leistung und Monate, beim Kostenersatz der des Kontos Kostenersatzforderung über die Buchungen dieser Forderung.
    """

    nummer = models.CharField("Kassenzeichen", max_length=20, unique=True)
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="forderungen")
    leistung = models.CharField("Leistung", max_length=80)
    von = models.DateField("von Monat")
    bis = models.DateField("bis Monat")
    cent = models.BigIntegerField("festgesetzt, in Cent")
    bescheid = models.OneToOneField("akte.Bescheid", on_delete=models.PROTECT, related_name="forderung")
    bestandskraeftig_ab = models.DateField("durchsetzbar ab")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Forderung"
        verbose_name_plural = "Forderungen"
        ordering = ["-erfasst_am", "-id"]
        constraints = [
            models.CheckConstraint(name="forderung_ist_positiv", condition=Q(cent__gt=0)),
            models.CheckConstraint(name="forderung_beginnt_vor_ende", condition=Q(von__lte=F("bis"))),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}: {self.cent} Cent"

    @property
    def ist_ersatz(self) -> bool:
        return self.bescheid.art == Bescheidart.KOSTENERSATZ

    @property
    def schuldner(self) -> str:
        """Wer den Bescheid bekam; beim Kostenersatz muss es niemand aus dem Haushalt sein."""
        return str(self.bescheid.inhalt.get("empfaenger", {}).get("name", ""))


class Ratenplan(models.Model):
    """Vereinbarte Raten; der zuletzt erfasste Plan gilt."""

    forderung = models.ForeignKey(Forderung, on_delete=models.PROTECT, related_name="ratenplaene")
    rate = models.BigIntegerField("Rate im Monat in Cent")
    ab = models.DateField("erste Rate im Monat")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Ratenplan"
        verbose_name_plural = "Ratenpläne"
        ordering = ["-erfasst_am", "-id"]
        constraints = [models.CheckConstraint(name="rate_ist_positiv", condition=Q(rate__gt=0))]

    def __str__(self) -> str:
        return f"{self.forderung.nummer}: {self.rate} Cent ab {self.ab:%m.%Y}"


class Aufrechnung(models.Model):
    """Erklärter Einbehalt von der laufenden Leistung bis zur gesetzlichen Grenze; der zuletzt erfasste gilt."""

    forderung = models.ForeignKey(Forderung, on_delete=models.PROTECT, related_name="aufrechnungen")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, related_name="+")
    norm = models.CharField("Norm", max_length=60)
    cent = models.BigIntegerField("Einbehalt im Monat in Cent", help_text="0 beendet die Aufrechnung.")
    ab = models.DateField("ab Monat")
    bis = models.DateField("längstens bis Monat")
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Aufrechnung"
        verbose_name_plural = "Aufrechnungen"
        ordering = ["-erfasst_am", "-id"]
        constraints = [
            models.CheckConstraint(name="aufrechnung_nicht_negativ", condition=Q(cent__gte=0)),
            models.CheckConstraint(name="aufrechnung_beginnt_vor_ende", condition=Q(ab__lte=F("bis"))),
        ]

    def __str__(self) -> str:
        return f"{self.forderung.nummer}: {self.cent} Cent im Monat ({self.norm})"
