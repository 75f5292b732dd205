"""Tatsachen: was von wann bis wann galt und seit wann die Behörde es weiß."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from sozialamt.akte.models.haushalt import Mitgliedschaft


class TatsacheQuerySet(models.QuerySet["Tatsache"]):
    def gewusst_am(self, zeitpunkt: datetime | None) -> Self:
        """Nur was zu diesem Zeitpunkt schon eingetragen war; ohne Zeitpunkt: alles."""
        return self if zeitpunkt is None else self.filter(erfasst_am__lte=zeitpunkt)

    def im_monat(self, monat: date) -> Self:
        return self.filter(Q(gilt_bis__isnull=True) | Q(gilt_bis__gte=monat), gilt_ab__lte=monat)

    def von(self, *, haushalt_id: int, personen: Iterable[int]) -> Self:
        """Tatsachen eines Haushalts und der genannten Personen."""
        return self.filter(Q(haushalt_id=haushalt_id) | Q(person_id__in=list(personen)))

    def der_akte(self, haushalt_id: int, gewusst_am: datetime | None = None) -> tuple[Self, Self]:
        """Tatsachen eines Haushalts und, getrennt, aller, die nach dem Wissen dieses Tages dazugehören.

        Zwei Abfragen zum Vereinigen: Mit einem „oder“ zwischen beiden liest die Datenbank die ganze Tabelle.
        """
        mitglieder = Mitgliedschaft.objects.filter(haushalt_id=haushalt_id).gewusst_am(gewusst_am).values("person_id")
        bekannt = self.gewusst_am(gewusst_am)
        return bekannt.filter(haushalt_id=haushalt_id), bekannt.filter(person_id__in=mitglieder)

    def massgeblich(self) -> Self:
        """Je Person oder Haushalt und Merkmal die zuletzt eingetragene."""
        rang = Window(
            RowNumber(),
            partition_by=[F("person_id"), F("haushalt_id"), F("merkmal")],
            order_by=[F("erfasst_am").desc(), F("id").desc()],
        )
        return self.alias(rang=rang).filter(rang=1)


class Tatsache(models.Model):
    """Eine Tatsache über eine Person oder einen Haushalt; nie geändert, nie gelöscht.

    Zwei Zeitachsen: `gilt_ab`–`gilt_bis` (Monate, je ihr erster Tag, einschließlich) und `erfasst_am`. Für einen
    Monat gilt die zuletzt eingetragene Tatsache, die ihn umfasst. `wert` steht in den Einheiten des Rechenkerns
    (Cent, jjjjmmtt, 0/1, Nummer der Auswahl, bei Verweisen die Person); ohne Wert heißt: ab hier nichts mehr
    bekannt.
    """

    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, related_name="tatsachen")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, null=True, related_name="tatsachen")
    merkmal = models.CharField("Merkmal", max_length=80)
    wert = models.BigIntegerField("Wert", null=True)
    gilt_ab = models.DateField("gilt ab Monat")
    gilt_bis = models.DateField("gilt bis Monat", null=True)
    nachweis = models.CharField("Nachweis", max_length=200, blank=True)
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = TatsacheQuerySet.as_manager()

    class Meta:
        verbose_name = "Tatsache"
        verbose_name_plural = "Tatsachen"
        ordering = ["erfasst_am", "id"]
        indexes = [
            models.Index(fields=["person", "merkmal", "erfasst_am"], name="tatsache_person"),
            models.Index(fields=["haushalt", "merkmal", "erfasst_am"], name="tatsache_haushalt"),
        ]
        constraints = [
            models.CheckConstraint(
                name="tatsache_person_oder_haushalt",
                condition=Q(person__isnull=False, haushalt__isnull=True)
                | Q(person__isnull=True, haushalt__isnull=False),
            ),
            models.CheckConstraint(
                name="tatsache_beginnt_vor_ende",
                condition=Q(gilt_bis__isnull=True) | Q(gilt_ab__lte=F("gilt_bis")),
            ),
            models.CheckConstraint(name="tatsache_nennt_merkmal", condition=~Q(merkmal="")),
        ]

    def __str__(self) -> str:
        return f"{self.merkmal} = {self.wert} ab {self.gilt_ab:%m.%Y}"
