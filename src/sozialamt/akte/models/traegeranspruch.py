"""Ansprüche der Behörde gegen andere: Erstattung zwischen Trägern und übergeleitete Ansprüche."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class TraegeranspruchQuerySet(models.QuerySet["Traegeranspruch"]):
    def offen(self) -> Self:
        """Noch nicht geltend gemacht."""
        return self.filter(vorgang__zustand="offen")

    def bald_ausgeschlossen(self, bis: date) -> Self:
        """Noch nicht geltend gemacht, und die Ausschlussfrist endet bis zu diesem Tag."""
        return self.offen().filter(spaetestens__lte=bis)


class Traegeranspruch(models.Model):
    """Anspruch auf Erstattung (§§ 102 bis 105 SGB X) oder aus Übergang (§ 93 SGB XII) gegen einen anderen.

    Nur anfügbar: Der Stand ist der Vorgang, Beträge stehen in dessen Schritten. `spaetestens` ist der letzte Tag der
    Ausschlussfrist (§ 111 SGB X); übergeleitete Ansprüche haben keine.
    """

    GRUNDLAGEN = [
        ("102", "§ 102 SGB X: vorläufig geleistet"),
        ("103", "§ 103 SGB X: Leistungspflicht nachträglich entfallen"),
        ("104", "§ 104 SGB X: nachrangig verpflichtet"),
        ("105", "§ 105 SGB X: unzuständig geleistet"),
        ("93", "§ 93 SGB XII: Überleitung gegen einen, der kein Leistungsträger ist"),
    ]

    vorgang = models.OneToOneField("akte.Vorgang", on_delete=models.PROTECT, related_name="traegeranspruch")
    grundlage = models.CharField("Grundlage", max_length=4, choices=GRUNDLAGEN)
    gegner = models.CharField("gegen wen", max_length=160)
    anschrift = models.CharField("Anschrift", max_length=200)
    anspruch_auf = models.CharField("worauf der Mensch dort Anspruch hat", max_length=200)
    von = models.DateField("von Monat")
    bis = models.DateField("bis Monat")
    entscheidung_bekannt_am = models.DateField("Entscheidung des anderen Trägers bekannt seit", null=True)
    spaetestens = models.DateField("spätestens geltend zu machen am", null=True)
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = TraegeranspruchQuerySet.as_manager()

    class Meta:
        verbose_name = "Anspruch gegen einen anderen"
        verbose_name_plural = "Ansprüche gegen andere"
        ordering = ["spaetestens", "id"]
        constraints = [
            models.CheckConstraint(name="traegeranspruch_beginnt_vor_ende", condition=Q(von__lte=F("bis"))),
            models.CheckConstraint(
                name="traegeranspruch_frist_nur_unter_traegern",
                condition=Q(grundlage="93", spaetestens__isnull=True)
                | ~Q(grundlage="93") & Q(spaetestens__isnull=False),
            ),
            models.CheckConstraint(name="traegeranspruch_nennt_gegner", condition=~Q(gegner="")),
        ]

    def __str__(self) -> str:
        return f"{self.gegner}: {self.anspruch_auf}"
