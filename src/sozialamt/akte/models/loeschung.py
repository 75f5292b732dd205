"""Was das Löschkonzept (DIN 66398) an Tabellen braucht: Sperre, Freigabe, Protokoll."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sozialamt.akte.models.schutz import DatierterEintrag


class Sperrgrund(models.TextChoices):
    """Warum eine Akte trotz abgelaufener Frist bleibt."""

    KLAGE = "klage", "Klage oder Widerspruch"
    PRUEFUNG = "pruefung", "laufende Prüfung"
    FORDERUNG = "forderung", "offene Forderung"


class Loeschsperre(DatierterEintrag):
    """Hält die Akte vom Löschen zurück, solange sie wirkt."""

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="loeschsperren")
    grund = models.CharField("Grund", max_length=20, choices=Sperrgrund.choices)

    class Meta:
        verbose_name = "Löschsperre"
        verbose_name_plural = "Löschsperren"
        ordering = ["-von", "-id"]
        constraints = [
            models.CheckConstraint(
                name="loeschsperre_beginnt_vor_ende", condition=Q(bis__isnull=True) | Q(von__lte=F("bis"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_grund_display()} ab {self.von:%d.%m.%Y}"


class Loeschfreigabe(models.Model):
    """Marke, die nur während eines Löschvorgangs in dessen Transaktion steht; ohne sie löscht die Datenbank nichts."""

    regel = models.CharField(max_length=80)

    class Meta:
        verbose_name = "Löschfreigabe"
        verbose_name_plural = "Löschfreigaben"

    def __str__(self) -> str:
        return self.regel


class Loeschprotokoll(models.Model):
    """Was gelöscht wurde: Regel, Datenart, Nummer und Zahl der Zeilen je Tabelle; nichts über Menschen."""

    zeitpunkt = models.DateTimeField("Zeitpunkt")
    regel = models.CharField("Regel", max_length=80)
    nummer = models.BigIntegerField("Nummer", null=True)
    zeilen = models.JSONField("Zeilen je Tabelle")

    class Meta:
        verbose_name = "Löschprotokoll"
        verbose_name_plural = "Löschprotokolle"
        ordering = ["-zeitpunkt", "-id"]

    def __str__(self) -> str:
        return f"{self.zeitpunkt:%d.%m.%Y}: {self.regel} {self.nummer or ''}".strip()
