"""Personen und die Wörter, unter denen man sie findet."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from sozialamt.akte import zugriff
from sozialamt.akte.phonetik import klang
from sozialamt.akte.suchwoerter import woerter

if TYPE_CHECKING:
    from sozialamt.akte.models.benutzer import Benutzer

LETZTES_ZEICHEN = "z" * 20
WORTLAENGE = 60


class PersonQuerySet(models.QuerySet["Person"]):
    def fuer(self, benutzer: Benutzer, recht: str = "akte_lesen") -> Self:
        """Personen, deren Akte der Benutzer mit diesem Recht öffnen darf."""
        return zugriff.filtere_personen(self, benutzer, recht)

    def suche(self, anfrage: str, tag: date) -> Self:
        """Personen, auf die jedes Wort der Anfrage passt: im Namen, Geburtsdatum oder laufenden Haushalt.

        Ein Wort passt als Wortanfang oder nach seinem Klang; was genau passt, steht voran (`rang` 0). Geschützte
        Anschriften findet niemand.
        """
        from sozialamt.akte import suchtreffer

        treffer = suchtreffer.suche(anfrage, tag)
        return self.treffer(treffer.genaue, treffer.personen)

    def treffer(self, genau: Iterable[int], alle: Iterable[int]) -> Self:
        """Diese Personen mit der Güte ihres Treffers."""
        rang = Case(When(pk__eine_von=genau, then=Value(0)), default=Value(1), output_field=IntegerField())
        return self.filter(pk__eine_von=alle).annotate(rang=rang)

    def moegliche_dubletten(self, *, vorname: str, nachname: str, geburtsdatum: date) -> Self:
        """Gleich klingender Name und gleiches Geburtsdatum, auch mit vertauschtem Tag und Monat."""
        tage = {geburtsdatum}
        with suppress(ValueError):
            tage.add(geburtsdatum.replace(month=geburtsdatum.day, day=geburtsdatum.month))
        return self.filter(name_klang=namensklang(vorname, nachname), geburtsdatum__in=tage)


def namensklang(vorname: str, nachname: str) -> str:
    """Klang des ganzen Namens, Nachname zuerst."""
    return " ".join(filter(None, (klang(wort) for wort in woerter(f"{nachname} {vorname}"))))


class Person(models.Model):
    """Ein Mensch, über den die Behörde eine Akte führt.

    `geburtsdatum` und `name_gefaltet` sind Suchmerkmale. Was gilt, steht in den Tatsachen; der Vorgang
    `tatsachen_eintragen` führt das Suchmerkmal nach.
    """

    vorname = models.CharField("Vorname", max_length=120)
    nachname = models.CharField("Nachname", max_length=120)
    geburtsdatum = models.DateField("Geburtsdatum")
    name_gefaltet = models.CharField(max_length=250, editable=False, db_index=True)
    name_klang = models.CharField(max_length=250, editable=False, db_index=True, default="")
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


class Wortart(models.TextChoices):
    """Woher ein Suchwort kommt; weitere Räume fügen ihre an (etwa IBAN)."""

    WORT = "wort", "Name, Geburtsdatum, Aktenzeichen"
    ANSCHRIFT = "anschrift", "Anschrift"
    KLANG = "klang", "Klang eines Namens"
    IBAN = "iban", "Bankverbindung"


KLANGZEICHEN = "~"
"""Vor Klangcodes, damit kein getipptes Wort mit ihnen beginnt."""
KUERZESTER_KLANG = KUERZESTER_ANFANG = 3
WENIGSTE_LAUTE = 2


def wortbereich(anfang: str) -> tuple[str, str]:
    """Zwischen welchen Wörtern liegt, was so beginnt.

    Sehr kurze Wörter müssen ganz passen: Mit „5“ begänne jede zweite Hausnummer der Stadt.
    """
    return anfang, anfang if len(anfang) < KUERZESTER_ANFANG else anfang + LETZTES_ZEICHEN


def klangwort(wort: str) -> str:
    """Wie der Klang dieses Worts unter den Suchwörtern steht.

    Leer bei Zahlen, sehr kurzen Wörtern und solchen mit einem einzigen Laut: „mei“ klänge sonst wie „Noah“.
    """
    if len(wort) < KUERZESTER_KLANG or not wort.isalpha():
        return ""
    code = klang(wort)
    return KLANGZEICHEN + code if len(code) >= WENIGSTE_LAUTE else ""


class SuchwortQuerySet(models.QuerySet["Suchwort"]):
    def zwischen(self, von: str, bis: str) -> Self:
        """Wörter in einem Bereich: nutzt den Index auf SQLite und PostgreSQL in jeder Sortierung, anders als LIKE."""
        return self.filter(wort__gte=von, wort__lte=bis)

    def klingt(self, klang: str) -> Self:
        """Namen mit diesem Klang; ohne Klang keine."""
        return self.filter(art=Wortart.KLANG, wort=klang)

    def auffindbar(self, tag: date) -> Self:
        """Ohne die Wörter geschützter Anschriften."""
        return self.filter(~Q(art=Wortart.ANSCHRIFT) | ~zugriff.anschrift_geschuetzt(tag, "haushalt_id"))


class Suchwort(models.Model):
    """Ein gefaltetes Wort oder ein Klang, der zu einer Person oder einem Haushalt führt."""

    wort = models.CharField(max_length=WORTLAENGE)
    art = models.CharField(max_length=20, choices=Wortart.choices, default=Wortart.WORT)
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


@lru_cache(maxsize=10_000)
def namensworte(vorname: str, nachname: str) -> tuple[tuple[str, str], ...]:
    """Art und Wort, unter denen ein Name zu finden ist: geschrieben und nach seinem Klang."""
    worte = woerter(f"{vorname} {nachname}")
    klaenge = sorted({KLANGZEICHEN + code for wort in worte if (code := klang(wort))})
    alle = [*((Wortart.WORT, wort) for wort in worte), *((Wortart.KLANG, code) for code in klaenge)]
    return tuple((art.value, wort[:WORTLAENGE]) for art, wort in alle)


def personenworte(vorname: str, nachname: str, geburtsdatum: date) -> list[tuple[str, str]]:
    """Art und Wort, unter denen eine Person zu finden ist: Namen mit ihrem Klang und Geburtsdatum."""
    return [*namensworte(vorname, nachname), (Wortart.WORT.value, f"{geburtsdatum:%Y%m%d}")]


def haushaltsworte(aktenzeichen: str, anschrift: str) -> list[tuple[str, str]]:
    """Art und Wort, unter denen ein Haushalt zu finden ist: Aktenzeichen, seine Nummer allein und Anschrift."""
    texte = {Wortart.WORT: f"{aktenzeichen} {aktenzeichen.rpartition('-')[2]}", Wortart.ANSCHRIFT: anschrift}
    return [(art.value, wort[:WORTLAENGE]) for art, text in texte.items() for wort in woerter(text)]
