"""Haushalte und ihre Mitglieder über die Zeit."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from sozialamt.akte import zugriff

if TYPE_CHECKING:
    from sozialamt.akte.models.benutzer import Benutzer


class HaushaltQuerySet(models.QuerySet["Haushalt"]):
    def fuer(self, benutzer: Benutzer, recht: str = "akte_lesen") -> Self:
        """Haushalte, an denen der Benutzer das Recht hat."""
        return zugriff.filtere_haushalte(self, benutzer, recht)

    def mit_schutz(self, tag: date) -> Self:
        """Mit `geschuetzt`: Die Anschrift ist an diesem Tag zu verbergen."""
        return self.annotate(geschuetzt=zugriff.anschrift_geschuetzt(tag))

    def suche(self, anfrage: str, tag: date) -> Self:
        """Haushalte, auf die jedes Wort passt: Aktenzeichen, sichtbare Anschrift oder ein Mitglied."""
        from sozialamt.akte import suchtreffer

        return self.filter(pk__eine_von=suchtreffer.suche(anfrage, tag).haushalte)


class Haushalt(models.Model):
    """Menschen, die zusammen wohnen und wirtschaften; Arbeitseinheit der Behörde."""

    aktenzeichen = models.CharField("Aktenzeichen", max_length=30, unique=True)
    strasse = models.CharField("Straße und Hausnummer", max_length=120)
    plz = models.CharField("Postleitzahl", max_length=5)
    ort = models.CharField("Ort", max_length=80)
    erzeugt = models.BooleanField("erzeugte Beispieldaten", default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = HaushaltQuerySet.as_manager()

    class Meta:
        verbose_name = "Haushalt"
        verbose_name_plural = "Haushalte"
        ordering = ["aktenzeichen"]

    def __str__(self) -> str:
        return self.aktenzeichen

    @property
    def anschrift(self) -> str:
        return f"{self.strasse}, {self.plz} {self.ort}"


class MitgliedschaftQuerySet(models.QuerySet["Mitgliedschaft"]):
    def im_monat(self, monat: date) -> Self:
        return self.filter(Q(bis__isnull=True) | Q(bis__gte=monat), von__lte=monat)

    def gewusst_am(self, zeitpunkt: datetime | None) -> Self:
        """Was zu diesem Zeitpunkt eingetragen und noch nicht ersetzt war; ohne Zeitpunkt: jetzt."""
        if zeitpunkt is None:
            # "Does not exist" instead of "is empty": only then PostgreSQL expects that nearly all rows remain.
            return self.filter(~Exists(Mitgliedschaft.objects.filter(ersetzt=OuterRef("pk"))))
        # A join to the replacing row makes SQLite scan the table for each row: nearly all replace nothing.
        ersetzte = Mitgliedschaft.objects.filter(ersetzt__isnull=False, erfasst_am__lte=zeitpunkt).values("ersetzt")
        return self.filter(erfasst_am__lte=zeitpunkt).exclude(pk__in=ersetzte)


class Mitgliedschaft(models.Model):
    """Person gehört von–bis zum Haushalt. Eine Änderung ist eine neue Zeile, die die alte ersetzt."""

    haushalt = models.ForeignKey(Haushalt, on_delete=models.PROTECT, related_name="mitgliedschaften")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, related_name="mitgliedschaften")
    von = models.DateField("von Monat")
    bis = models.DateField("bis Monat", null=True, blank=True)
    reihenfolge = models.PositiveSmallIntegerField("Reihenfolge")
    ersetzt = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="ersetzt_durch"
    )
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = MitgliedschaftQuerySet.as_manager()

    class Meta:
        verbose_name = "Mitgliedschaft"
        verbose_name_plural = "Mitgliedschaften"
        ordering = ["reihenfolge", "id"]
        constraints = [
            models.CheckConstraint(
                name="mitgliedschaft_beginnt_vor_ende",
                condition=Q(bis__isnull=True) | Q(von__lte=F("bis")),
                violation_error_message="Die Mitgliedschaft endet vor ihrem Beginn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.haushalt.aktenzeichen}"
