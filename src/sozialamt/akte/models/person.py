"""Personen und die Wörter, unter denen man sie findet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from sozialamt.akte import zugriff
from sozialamt.akte.suchwoerter import falte, woerter

if TYPE_CHECKING:
    from sozialamt.akte.models.benutzer import Benutzer

LETZTES_ZEICHEN = "z" * 20


class PersonQuerySet(models.QuerySet["Person"]):
    def fuer(self, benutzer: Benutzer, recht: str = "akte_lesen") -> Self:
        """Personen, deren Akte der Benutzer mit diesem Recht öffnen darf."""
        return zugriff.filtere_personen(self, benutzer, recht)

    def suche(self, anfrage: str) -> Self:
        """Personen, bei denen jedes Wort der Anfrage ein Wortanfang ist: im Namen, Geburtsdatum oder Haushalt."""
        treffer = self
        for anfang in woerter(anfrage):
            treffer = treffer.filter(
                Exists(Suchwort.objects.beginnt_mit(anfang).filter(person=OuterRef("pk")))
                | Exists(
                    Suchwort.objects.beginnt_mit(anfang).filter(
                        haushalt__mitgliedschaften__person=OuterRef("pk"),
                        haushalt__mitgliedschaften__bis__isnull=True,
                    )
                )
            )
        return treffer if woerter(anfrage) else self.none()

    def moegliche_dubletten(self, *, vorname: str, nachname: str, geburtsdatum: object) -> Self:
        """Gleicher gefalteter Name und gleiches Geburtsdatum."""
        return self.filter(name_gefaltet=falte(f"{nachname} {vorname}"), geburtsdatum=geburtsdatum)


class Person(models.Model):
    """Ein Mensch, über den die Behörde eine Akte führt.

    `geburtsdatum` und `name_gefaltet` sind Suchmerkmale. Was gilt, steht in den Tatsachen; der Vorgang
    `tatsachen_eintragen` führt das Suchmerkmal nach.
    """

    vorname = models.CharField("Vorname", max_length=120)
    nachname = models.CharField("Nachname", max_length=120)
    geburtsdatum = models.DateField("Geburtsdatum")
    name_gefaltet = models.CharField(max_length=250, editable=False, db_index=True)
    erzeugt = models.BooleanField("erzeugte Beispieldaten", default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Personen"
        ordering = ["name_gefaltet", "id"]
        constraints = [
            models.CheckConstraint(name="person_hat_namen", condition=~Q(nachname="") & ~Q(vorname="")),
        ]

    def __str__(self) -> str:
        return f"{self.nachname}, {self.vorname}"

    @property
    def rufname(self) -> str:
        return f"{self.vorname} {self.nachname}"


class SuchwortQuerySet(models.QuerySet["Suchwort"]):
    def beginnt_mit(self, anfang: str) -> Self:
        """Bereichssuche statt LIKE: nutzt den Index auf SQLite und PostgreSQL in jeder Sortierung."""
        return self.filter(wort__gte=anfang, wort__lte=anfang + LETZTES_ZEICHEN)


class Suchwort(models.Model):
    """Ein gefaltetes Wort, das zu einer Person oder einem Haushalt führt."""

    wort = models.CharField(max_length=60)
    person = models.ForeignKey("akte.Person", on_delete=models.CASCADE, null=True, related_name="suchwoerter")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.CASCADE, null=True, related_name="suchwoerter")

    objects = SuchwortQuerySet.as_manager()

    class Meta:
        verbose_name = "Suchwort"
        verbose_name_plural = "Suchwörter"
        indexes = [
            models.Index(fields=["wort", "person"], name="suchwort_person"),
            models.Index(fields=["wort", "haushalt"], name="suchwort_haushalt"),
        ]
        constraints = [
            models.CheckConstraint(
                name="suchwort_genau_ein_ziel",
                condition=Q(person__isnull=False, haushalt__isnull=True)
                | Q(person__isnull=True, haushalt__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.wort
