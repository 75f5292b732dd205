"""Was die Bank zurückmeldet (camt.053, camt.054)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q


class Bewegungsart(models.TextChoices):
    """Wie eine Kontobewegung erkannt wurde."""

    AUSFUEHRUNG = "ausfuehrung", "Ausführung eines Zahllaufs"
    RUECKLAEUFER = "ruecklaeufer", "Rückläufer"
    RUECKZAHLUNG = "rueckzahlung", "Zahlung auf eine Forderung"
    UNGEKLAERT = "ungeklaert", "ungeklärt"


class Kontoauszug(models.Model):
    """Eine eingelesene Datei; dieselbe Datei wird kein zweites Mal eingelesen."""

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    dateiname = models.CharField("Dateiname", max_length=200)
    art = models.CharField("Art", max_length=20)
    bewegungen_gesamt = models.PositiveIntegerField("Bewegungen")
    eingelesen_am = models.DateTimeField("eingelesen am")
    eingelesen_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Kontoauszug"
        verbose_name_plural = "Kontoauszüge"
        ordering = ["-eingelesen_am", "-id"]

    def __str__(self) -> str:
        return f"{self.art} {self.dateiname}"


class KontobewegungQuerySet(models.QuerySet["Kontobewegung"]):
    def zu_klaeren(self) -> Self:
        """Arbeitsliste: nicht erkannt und noch von niemandem geklärt."""
        return self.filter(art=Bewegungsart.UNGEKLAERT, klaerung__isnull=True)


class Kontobewegung(models.Model):
    """Ein Umsatz auf dem Konto der Behörde; `cent` ist negativ, wenn Geld abging."""

    auszug = models.ForeignKey(Kontoauszug, on_delete=models.PROTECT, related_name="bewegungen")
    schluessel = models.CharField("Schlüssel der Bank", max_length=64, unique=True)
    art = models.CharField("erkannt als", max_length=20, choices=Bewegungsart.choices)
    hinweis = models.CharField("Hinweis", max_length=200, blank=True)
    cent = models.BigIntegerField("Betrag in Cent")
    buchungstag = models.DateField("Buchungstag")
    ende_zu_ende = models.CharField("Ende-zu-Ende-Kennung", max_length=35, blank=True)
    rueckgabegrund = models.CharField("Rückgabegrund", max_length=35, blank=True)
    name = models.CharField("Name", max_length=140, blank=True)
    iban = models.CharField("IBAN", max_length=34, blank=True)
    verwendungszweck = models.TextField("Verwendungszweck", blank=True)
    zahlung = models.ForeignKey("kasse.Zahlung", on_delete=models.PROTECT, null=True, related_name="bewegungen")
    forderung = models.ForeignKey("kasse.Forderung", on_delete=models.PROTECT, null=True, related_name="bewegungen")
    zahllauf = models.ForeignKey("kasse.Zahllauf", on_delete=models.PROTECT, null=True, related_name="bewegungen")

    objects = KontobewegungQuerySet.as_manager()

    class Meta:
        verbose_name = "Kontobewegung"
        verbose_name_plural = "Kontobewegungen"
        ordering = ["-buchungstag", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["zahlung"], name="zahlung_kommt_einmal_zurueck", condition=Q(art=Bewegungsart.RUECKLAEUFER)
            ),
            models.CheckConstraint(
                name="ruecklaeufer_nennt_zahlung",
                condition=~Q(art=Bewegungsart.RUECKLAEUFER) | Q(zahlung__isnull=False, cent__gt=0),
            ),
            models.CheckConstraint(
                name="rueckzahlung_nennt_forderung",
                condition=~Q(art=Bewegungsart.RUECKZAHLUNG) | Q(forderung__isnull=False, cent__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.buchungstag:%d.%m.%Y} {self.cent} Cent ({self.get_art_display()})"


class Klaerung(models.Model):
    """Was aus einer ungeklärten Bewegung wurde."""

    bewegung = models.OneToOneField(Kontobewegung, on_delete=models.PROTECT, related_name="klaerung")
    forderung = models.ForeignKey("kasse.Forderung", on_delete=models.PROTECT, null=True, related_name="+")
    begruendung = models.CharField("Begründung", max_length=200)
    geklaert_am = models.DateTimeField("geklärt am")
    geklaert_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Klärung"
        verbose_name_plural = "Klärungen"

    def __str__(self) -> str:
        return f"Klärung {self.bewegung_id}"
