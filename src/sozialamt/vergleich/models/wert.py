"""Werte und ihre Herkunft. Nur anfügbar: Eine neue Lieferung ersetzt durch eine neuere Zeile."""

from __future__ import annotations

import zlib
from typing import Any

from django.db import models
from django.db.models import Q


class Lieferungsart(models.TextChoices):
    OEFFENTLICH = "oeffentlich", "Veröffentlichung"
    DATEI = "datei", "Datei"
    AKTE = "akte", "eigene Akten"
    AUSTAUSCH = "austausch", "andere Installation"


class Fehlgrund(models.TextChoices):
    KEINE_LIEFERUNG = "keine_lieferung", "keine Lieferung"
    NICHT_ZUSTAENDIG = "nicht_zustaendig", "nicht zuständig"


class Quelle(models.Model):
    """Woher ein Wert kommt, so genau, dass man dort nachlesen kann."""

    titel = models.CharField("Quelle", max_length=400, unique=True)
    lizenz = models.CharField("Lizenz", max_length=80, blank=True)

    class Meta:
        verbose_name = "Quelle"
        verbose_name_plural = "Quellen"
        ordering = ["titel"]

    def __str__(self) -> str:
        return self.titel


class Lieferung(models.Model):
    """Ein angenommener Satz Werte, ganz oder gar nicht. `stadt` fehlt bei Veröffentlichungen über viele Städte."""

    stadt = models.ForeignKey("vergleich.Stadt", on_delete=models.PROTECT, null=True, related_name="lieferungen")
    art = models.CharField("Art", max_length=20, choices=Lieferungsart.choices)
    titel = models.CharField("Titel", max_length=200)
    sha256 = models.CharField("SHA-256 der Datei", max_length=64, blank=True)
    eingegangen_am = models.DateTimeField("eingegangen am")
    von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")
    erzeugt = models.BooleanField("aus erzeugten Beispieldaten", default=False)
    zeilen = models.PositiveIntegerField("Zeilen")
    neu = models.PositiveIntegerField("neue Werte")
    ersetzt = models.PositiveIntegerField("ersetzte Werte")
    gleich = models.PositiveIntegerField("unveränderte Werte")
    bericht = models.BinaryField("Bericht je Zeile", editable=False)

    class Meta:
        verbose_name = "Lieferung"
        verbose_name_plural = "Lieferungen"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="lieferung_nennt_stadt", condition=Q(art=Lieferungsart.OEFFENTLICH) ^ Q(stadt__isnull=False)
            ),
            models.CheckConstraint(
                name="lieferung_zaehlt_zeilen",
                condition=Q(zeilen=models.F("neu") + models.F("ersetzt") + models.F("gleich")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} vom {self.eingegangen_am:%d.%m.%Y}"

    def berichtszeilen(self) -> list[dict[str, Any]]:
        """Je Zeile der Lieferung: Zeilennummer, Stadt, Größe, Jahr und ob der Wert neu, ersetzt oder gleich war."""
        import polars as pl

        if not self.bericht:
            return []
        return pl.read_csv(zlib.decompress(bytes(self.bericht)), schema_overrides={"jahr": pl.Int32}).to_dicts()


class Wert(models.Model):
    """Ein Wert einer Stadt. Ganzzahlig in der Nachkommastelle der Größe; ohne Wert steht, warum er fehlt.

    Für Stadt, Größe, Jahr, Stichtag, Definitionsstand und Quelle gilt die neueste Zeile. `jahr` fehlt nur, wo eine
    Veröffentlichung keines nennt; ein solcher Wert wird nie verglichen. Indexe gibt es nur zwei, nach Stadt,
    Jahr und Größe und nach Lieferung: Geschrieben wird in großen Sätzen einer Stadt.
    """

    stadt = models.ForeignKey("vergleich.Stadt", on_delete=models.PROTECT, db_index=False, related_name="werte")
    groesse = models.ForeignKey(
        "vergleich.Basisgroesse", on_delete=models.PROTECT, db_index=False, related_name="werte"
    )
    jahr = models.PositiveSmallIntegerField("Jahr", null=True)
    stichtag = models.CharField("Stichtag oder Zeitraum", max_length=100, blank=True)
    definition = models.PositiveSmallIntegerField("Definitionsstand", default=1)
    wert = models.BigIntegerField("Wert", null=True)
    fehlt = models.CharField("fehlt, weil", max_length=20, blank=True, choices=Fehlgrund.choices)
    hinweis = models.CharField("Hinweis", max_length=300, blank=True)
    quelle = models.ForeignKey(Quelle, on_delete=models.PROTECT, db_index=False, related_name="+")
    lieferung = models.ForeignKey(Lieferung, on_delete=models.PROTECT, db_index=False, related_name="werte")

    class Meta:
        verbose_name = "Wert"
        verbose_name_plural = "Werte"
        indexes = [
            models.Index(fields=["stadt", "jahr", "groesse"], name="wert_stadt_jahr_groesse"),
            models.Index(fields=["lieferung"], name="wert_lieferung"),
        ]
        constraints = [
            models.CheckConstraint(
                name="wert_oder_grund",
                condition=(Q(wert__isnull=False) & Q(fehlt="")) | (Q(wert__isnull=True) & ~Q(fehlt="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.groesse_id} {self.jahr}: {self.fehlt or self.wert}"
