"""Wer was getan und wer was gelesen hat (§ 67 SGB X, Art. 15 DSGVO). Nur anfügbar."""

from __future__ import annotations

from django.db import models


class Lesezugriff(models.Model):
    """Jemand hat Daten einer Person gesehen."""

    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, related_name="lesezugriffe")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, null=True, related_name="lesezugriffe")
    benutzer = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="lesezugriffe")
    zeitpunkt = models.DateTimeField("Zeitpunkt")
    anlass = models.CharField("Anlass", max_length=60)

    class Meta:
        verbose_name = "Lesezugriff"
        verbose_name_plural = "Lesezugriffe"
        ordering = ["-zeitpunkt", "-id"]
        indexes = [
            models.Index(fields=["person", "zeitpunkt"], name="lesezugriff_person"),
            models.Index(fields=["benutzer", "zeitpunkt"], name="lesezugriff_benutzer"),
        ]

    def __str__(self) -> str:
        return f"{self.benutzer_id} las {self.person_id} am {self.zeitpunkt:%d.%m.%Y %H:%M}"


class Protokolleintrag(models.Model):
    """Ein ausgeführter Vorgang. `angaben` enthält Nummern und Namen von Merkmalen, keine Werte über Menschen."""

    zeitpunkt = models.DateTimeField("Zeitpunkt")
    benutzer = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")
    vorgang = models.CharField("Vorgang", max_length=60)
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, null=True, related_name="protokoll")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, related_name="protokoll")
    angaben = models.JSONField("Angaben", default=dict)

    class Meta:
        verbose_name = "Protokolleintrag"
        verbose_name_plural = "Protokolleinträge"
        ordering = ["-zeitpunkt", "-id"]

    def __str__(self) -> str:
        return f"{self.zeitpunkt:%d.%m.%Y %H:%M} {self.vorgang}"


class Ausgabe(models.Model):
    """Personenbezogene Daten haben das Programm verlassen (Auskunft, Liste, Datei): wer, was, wozu. Nur anfügbar."""

    zeitpunkt = models.DateTimeField("Zeitpunkt")
    benutzer = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="ausgaben")
    art = models.CharField("Art", max_length=60)
    zweck = models.CharField("Zweck", max_length=300)
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, null=True, related_name="ausgaben")
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, null=True, related_name="ausgaben")
    anzahl = models.PositiveIntegerField("Zahl der Datensätze")

    class Meta:
        verbose_name = "Ausgabe"
        verbose_name_plural = "Ausgaben"
        ordering = ["-zeitpunkt", "-id"]
        constraints = [models.CheckConstraint(name="ausgabe_nennt_zweck", condition=~models.Q(zweck=""))]

    def __str__(self) -> str:
        return f"{self.art} am {self.zeitpunkt:%d.%m.%Y}"
