"""Was eine Akte vor den eigenen Leuten schützt: Schutzvermerke, Befangenheit, begründete Zugriffe. Nur anfügbar."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q


class DatierterEintragQuerySet(models.QuerySet[Any]):
    def geltende(self) -> Self:
        """Ohne die Zeilen, die eine spätere ersetzt."""
        return self.filter(ersetzt_durch__isnull=True)

    def wirksam_am(self, tag: date) -> Self:
        return self.geltende().filter(Q(bis__isnull=True) | Q(bis__gte=tag), von__lte=tag)


class DatierterEintrag(models.Model):
    """Gilt von–bis (Tage, einschließlich). Wer ihn beendet, fügt eine Zeile an, die diese ersetzt."""

    von = models.DateField("von")
    bis = models.DateField("bis", null=True, blank=True)
    ersetzt = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="ersetzt_durch"
    )
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = DatierterEintragQuerySet.as_manager()

    class Meta:
        abstract = True


class Schutzart(models.TextChoices):
    """Wovor der Vermerk schützt."""

    AUSKUNFTSSPERRE = "auskunftssperre", "Auskunftssperre (§ 51 BMG)"
    SCHUTZEINRICHTUNG = "schutzeinrichtung", "Frauenhaus oder andere Schutzeinrichtung"
    BESONDERE_AKTE = "besondere_akte", "besonders geschützte Akte (etwa Beschäftigte der Behörde)"


ANSCHRIFTSCHUTZ = (Schutzart.AUSKUNFTSSPERRE, Schutzart.SCHUTZEINRICHTUNG)
"""Diese Arten verbergen die Anschrift."""


class Schutzvermerk(DatierterEintrag):
    """Schützt eine Person in jedem ihrer Haushalte oder einen ganzen Haushalt."""

    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, related_name="schutzvermerke")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, null=True, related_name="schutzvermerke")
    art = models.CharField("Art", max_length=30, choices=Schutzart.choices)
    grund = models.CharField("Grund oder Nachweis", max_length=200)

    class Meta:
        verbose_name = "Schutzvermerk"
        verbose_name_plural = "Schutzvermerke"
        ordering = ["-von", "-id"]
        constraints = [
            models.CheckConstraint(
                name="schutzvermerk_person_oder_haushalt",
                condition=Q(person__isnull=False, haushalt__isnull=True)
                | Q(person__isnull=True, haushalt__isnull=False),
            ),
            models.CheckConstraint(
                name="schutzvermerk_beginnt_vor_ende", condition=Q(bis__isnull=True) | Q(von__lte=F("bis"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()} ab {self.von:%d.%m.%Y}"


class Befangenheit(DatierterEintrag):
    """Der Benutzer darf im Verfahren dieser Person nicht tätig werden und ihre Akte nicht lesen (§ 16 SGB X)."""

    benutzer = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="befangenheiten")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, related_name="befangenheiten")
    grund = models.CharField("Grund", max_length=200)

    class Meta:
        verbose_name = "Befangenheit"
        verbose_name_plural = "Befangenheiten"
        ordering = ["-von", "-id"]
        constraints = [
            models.CheckConstraint(
                name="befangenheit_beginnt_vor_ende", condition=Q(bis__isnull=True) | Q(von__lte=F("bis"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.benutzer_id} befangen gegenüber {self.person_id}"


class NotzugriffQuerySet(models.QuerySet["Notzugriff"]):
    def laufende(self, zeitpunkt: datetime) -> Self:
        return self.filter(zeitpunkt__lte=zeitpunkt, laeuft_ab__gt=zeitpunkt)


class Notzugriff(models.Model):
    """Jemand hat eine fremde Akte mit Begründung geöffnet: nur zum Lesen, nur auf Zeit, sichtbar für die Revision."""

    benutzer = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="notzugriffe")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="notzugriffe")
    begruendung = models.CharField("Begründung", max_length=500)
    zeitpunkt = models.DateTimeField("geöffnet am")
    laeuft_ab = models.DateTimeField("läuft ab am")

    objects = NotzugriffQuerySet.as_manager()

    class Meta:
        verbose_name = "Zugriff mit Begründung"
        verbose_name_plural = "Zugriffe mit Begründung"
        ordering = ["-zeitpunkt", "-id"]
        indexes = [models.Index(fields=["haushalt", "benutzer", "laeuft_ab"], name="notzugriff_haushalt")]
        constraints = [
            models.CheckConstraint(name="notzugriff_endet", condition=Q(zeitpunkt__lt=F("laeuft_ab"))),
        ]

    def __str__(self) -> str:
        return f"{self.benutzer_id} öffnete {self.haushalt_id} am {self.zeitpunkt:%d.%m.%Y %H:%M}"
