"""Freigaben: Was eine Stadt liefert, sehen andere erst, wenn sie es freigibt."""

from __future__ import annotations

from django.db import models


class Reichweite(models.TextChoices):
    STAEDTE = "staedte", "für die teilnehmenden Städte"
    OEFFENTLICH = "oeffentlich", "für alle (Open Data)"


class Freigabe(models.Model):
    """Freigabe einer Größe einer Stadt, bis zu einer Lieferung. Nur anfügbar; die jüngste Zeile je Reichweite gilt.

    Eine spätere Lieferung ist nicht mit freigegeben: Andere sehen den alten Wert, bis die Stadt neu freigibt.
    """

    stadt = models.ForeignKey("vergleich.Stadt", on_delete=models.PROTECT, related_name="freigaben")
    groesse = models.ForeignKey("vergleich.Basisgroesse", on_delete=models.PROTECT, related_name="freigaben")
    reichweite = models.CharField("Reichweite", max_length=20, choices=Reichweite.choices)
    bis_lieferung = models.ForeignKey(
        "vergleich.Lieferung", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="bis Lieferung"
    )
    am = models.DateTimeField("am")
    von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Freigabe"
        verbose_name_plural = "Freigaben"
        ordering = ["-id"]
        indexes = [models.Index(fields=["stadt", "groesse", "reichweite"], name="freigabe_schluessel")]

    def __str__(self) -> str:
        was = "freigegeben" if self.bis_lieferung_id else "zurückgenommen"
        return f"{self.stadt} {self.groesse} {self.get_reichweite_display()}: {was}"
