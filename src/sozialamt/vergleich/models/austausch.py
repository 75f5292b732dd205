"""Andere Installationen, deren Pakete angenommen werden."""

from __future__ import annotations

from django.db import models


class Partner(models.Model):
    """Eine andere Installation: ihr öffentlicher Schlüssel (Ed25519, hexadezimal) und für welche Städte sie spricht."""

    name = models.CharField("Name", max_length=120, unique=True)
    schluessel = models.CharField("öffentlicher Schlüssel", max_length=64, unique=True)
    staedte = models.ManyToManyField("vergleich.Stadt", related_name="partner")

    class Meta:
        verbose_name = "Partner"
        verbose_name_plural = "Partner"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Austauschpaket(models.Model):
    """Ein angenommenes Paket. Dasselbe Paket zweimal ändert nichts; ein älteres als das letzte wird abgewiesen."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="pakete")
    stadt = models.ForeignKey("vergleich.Stadt", on_delete=models.PROTECT, related_name="+")
    laufnummer = models.PositiveIntegerField("Laufnummer")
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    lieferung = models.OneToOneField("vergleich.Lieferung", on_delete=models.PROTECT, related_name="paket")

    class Meta:
        verbose_name = "Austauschpaket"
        verbose_name_plural = "Austauschpakete"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "stadt", "laufnummer"], name="paket_laufnummer_einmal"),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.stadt} Nr. {self.laufnummer}"
