"""Massenläufe: was sie ändern würden, wer sie freigab und was aus jedem Fall wurde."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Case, Count, F, Q, Sum, Value, When
from django.db.models.functions import Coalesce


class Laufart(models.TextChoices):
    """Was aus den Fällen eines Laufs wird."""

    ANPASSUNG = "anpassung", "Anpassung"
    NEUBERECHNUNG = "neuberechnung", "Neuberechnung"


class Laufstand(models.TextChoices):
    """Stand eines Massenlaufs."""

    VORSCHAU = "vorschau", "Vorschau"
    FREIGEGEBEN = "freigegeben", "freigegeben"
    AUSGEFUEHRT = "ausgefuehrt", "ausgeführt"
    VERWORFEN = "verworfen", "verworfen"


class Wirkung(models.TextChoices):
    """Was der Lauf in einem Fall bewirkt."""

    MEHR = "mehr", "bekommt mehr"
    WENIGER = "weniger", "bekommt weniger"
    ENTFAELLT = "entfaellt", "fällt heraus"
    VERSCHOBEN = "verschoben", "gleicher Betrag, andere Aufteilung"
    OFFEN = "offen", "Angaben fehlen"


class Postenstand(models.TextChoices):
    """Was aus einem Posten wurde."""

    WARTET = "wartet", "wartet"
    ERLASSEN = "erlassen", "Bescheid erlassen"
    VORGANG = "vorgang", "Vorgang begonnen"
    UEBERGANGEN = "uebergangen", "übergangen"


class Massenlauf(models.Model):
    """Ein Lauf über alle laufenden Fälle ab einem Monat.

    Die Vorschau steht in den Posten. Eine Anpassung gibt eine zweite Person frei; erst danach entstehen Bescheide. Eine
    Neuberechnung sieht zurückliegende Monate bis `bis` durch und macht nur Vorschläge: Aus jedem wird auf Wunsch ein
    Vorgang, über den einzeln entschieden wird (§§ 44, 45, 48 SGB X).
    """

    art = models.CharField("Art", max_length=20, choices=Laufart, default=Laufart.ANPASSUNG)
    monat = models.DateField("ab Monat")
    bis = models.DateField("bis Monat", null=True)
    anlass = models.CharField("Anlass", max_length=200)
    stand = models.CharField("Stand", max_length=20, choices=Laufstand, default=Laufstand.VORSCHAU)
    gewusst_am = models.DateTimeField("Stand der Tatsachen")
    geprueft = models.PositiveIntegerField("geprüfte Fälle", default=0)
    created_at = models.DateTimeField("vorbereitet am")
    created_by = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")
    freigegeben_am = models.DateTimeField("freigegeben am", null=True)
    freigegeben_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "Massenlauf"
        verbose_name_plural = "Massenläufe"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="massenlauf_freigabe_durch_zweite_person",
                condition=Q(freigegeben_von__isnull=True) | ~Q(freigegeben_von=F("created_by")),
            ),
            models.CheckConstraint(
                name="massenlauf_laeuft_nur_freigegeben",
                condition=Q(freigegeben_von__isnull=False) | Q(stand__in=[Laufstand.VORSCHAU, Laufstand.VERWORFEN]),
            ),
            models.CheckConstraint(
                name="massenlauf_neuberechnung_nennt_ende",
                condition=Q(art=Laufart.ANPASSUNG, bis__isnull=True)
                | Q(art=Laufart.NEUBERECHNUNG, bis__gte=F("monat"), freigegeben_von__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anlass} ab {self.monat:%m.%Y}" + (f" bis {self.bis:%m.%Y}" if self.bis else "")

    @property
    def macht_vorschlaege(self) -> bool:
        return self.art == Laufart.NEUBERECHNUNG


class PostenQuerySet(models.QuerySet["Massenlaufposten"]):
    def wartend(self) -> Self:
        """Was noch zu erlassen ist."""
        return self.filter(stand=Postenstand.WARTET).exclude(wirkung=Wirkung.OFFEN)

    def zusammengefasst(self) -> list[dict[str, object]]:
        """Je Leistung und Wirkung: Fälle, bisherige und neue Summe des Monats in Cent."""
        reihenfolge = Case(*(When(wirkung=w, then=Value(i)) for i, w in enumerate(Wirkung)))
        return list(
            self.order_by()
            .values("leistung", "wirkung")
            .annotate(faelle=Count("id"), alt=Coalesce(Sum("alt_cent"), 0), neu=Coalesce(Sum("neu_cent"), 0))
            .order_by("leistung", reihenfolge)
        )


class Massenlaufposten(models.Model):
    """Ein Fall, den der Lauf ändert oder nicht berechnen kann; Beträge in Cent.

    Bei einer Anpassung sind es die des ersten Monats, bei einer Neuberechnung die Summen der Monate `von` bis `bis`, in
    denen sich etwas ändert.
    """

    massenlauf = models.ForeignKey(Massenlauf, on_delete=models.CASCADE, related_name="posten")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="massenlaufposten")
    leistung = models.CharField("Leistung", max_length=80)
    wirkung = models.CharField("Wirkung", max_length=20, choices=Wirkung)
    alt_cent = models.BigIntegerField("bisher in Cent")
    neu_cent = models.BigIntegerField("künftig in Cent", null=True)
    von = models.DateField("erster Monat, der sich ändert", null=True)
    bis = models.DateField("letzter Monat, der sich ändert", null=True)
    stand = models.CharField("Stand", max_length=20, choices=Postenstand, default=Postenstand.WARTET)
    hinweis = models.CharField("Hinweis", max_length=400, blank=True)
    bescheid = models.OneToOneField(
        "akte.Bescheid", on_delete=models.PROTECT, null=True, related_name="massenlaufposten"
    )

    vorgang = models.ForeignKey("akte.Vorgang", on_delete=models.PROTECT, null=True, related_name="massenlaufposten")

    objects = PostenQuerySet.as_manager()

    class Meta:
        verbose_name = "Massenlaufposten"
        verbose_name_plural = "Massenlaufposten"
        ordering = ["id"]
        indexes = [models.Index(fields=["massenlauf", "stand", "wirkung"], name="posten_stand")]
        constraints = [
            models.UniqueConstraint(fields=["massenlauf", "haushalt", "leistung"], name="posten_einmal_je_fall"),
            models.CheckConstraint(
                name="posten_erlassen_nennt_bescheid",
                condition=Q(bescheid__isnull=False) | ~Q(stand=Postenstand.ERLASSEN),
            ),
            models.CheckConstraint(
                name="posten_nennt_vorgang",
                condition=Q(vorgang__isnull=False, stand=Postenstand.VORGANG)
                | Q(vorgang__isnull=True) & ~Q(stand=Postenstand.VORGANG),
            ),
            models.CheckConstraint(
                name="posten_betrag_ausser_offen", condition=Q(neu_cent__isnull=False) | Q(wirkung=Wirkung.OFFEN)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.haushalt_id} {self.leistung}: {self.get_wirkung_display()}"


class Massenlaufangabe(models.Model):
    """Eine neue Tatsache aus einer Datei (Rentenanpassung), die mit dem Lauf eingetragen wird."""

    massenlauf = models.ForeignKey(Massenlauf, on_delete=models.CASCADE, related_name="angaben")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, related_name="+")
    merkmal = models.CharField("Merkmal", max_length=80)
    wert = models.BigIntegerField("Wert")
    nachweis = models.CharField("Nachweis", max_length=200)
    eingetragen = models.BooleanField("eingetragen", default=False)

    class Meta:
        verbose_name = "Angabe eines Massenlaufs"
        verbose_name_plural = "Angaben eines Massenlaufs"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["massenlauf", "person", "merkmal"], name="angabe_einmal_je_person"),
        ]

    def __str__(self) -> str:
        return f"{self.merkmal} = {self.wert}"
