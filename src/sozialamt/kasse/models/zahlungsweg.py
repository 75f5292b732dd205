"""Wohin gezahlt wird: Konto, Inhaber, Empfänger; freigegeben von einer zweiten Person."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q


class Empfaengerart(models.TextChoices):
    """Wer das Geld bekommt."""

    HAUSHALT = "haushalt", "Haushalt selbst"
    VERMIETER = "vermieter", "Vermieter"
    ENERGIE = "energie", "Energieversorger"
    KRANKENKASSE = "krankenkasse", "Krankenkasse"
    HEIM = "heim", "Heim oder Einrichtung"
    BETREUUNG = "betreuung", "Betreuer oder andere Vertrauensperson"
    DRITTE = "dritte", "andere Dritte"


class Sperrgrund(models.TextChoices):
    """Warum auf einen Weg nicht mehr gezahlt wird."""

    RUECKLAEUFER = "ruecklaeufer", "Zahlung kam zurück"
    BEENDET = "beendet", "beendet"
    ABGELEHNT = "abgelehnt", "Freigabe abgelehnt"
    EMPFAENGER = "empfaenger", "Name passt laut Bank nicht"


class Pruefergebnis(models.TextChoices):
    """Antwort der Bank auf die Empfängerprüfung (VO (EU) 2024/886)."""

    STIMMT = "stimmt", "Name und IBAN passen"
    FAST = "fast", "Name passt beinahe"
    FALSCH = "falsch", "Name passt nicht"
    UNBEKANNT = "unbekannt", "nicht prüfbar"


ZWEIFEL = (Pruefergebnis.FAST, Pruefergebnis.FALSCH)
"""Ergebnisse, nach denen eine zweite Person entscheidet, ob trotzdem gezahlt wird."""


class ZahlungswegQuerySet(models.QuerySet["Zahlungsweg"]):
    def freigegeben(self) -> Self:
        return self.filter(freigabe__isnull=False, sperre__isnull=True)

    def gueltig(self, tag: date) -> Self:
        """Freigegebene, nicht gesperrte Wege, die an diesem Tag gelten."""
        return self.freigegeben().filter(Q(gilt_bis__isnull=True) | Q(gilt_bis__gte=tag), gilt_ab__lte=tag)

    def offen(self) -> Self:
        """Wege, die auf die zweite Person warten.

        „Gibt es nicht“ statt „ist leer“: Nur so ahnt PostgreSQL, wie wenige es sind.
        """
        freigaben = Zahlungswegfreigabe.objects.filter(zahlungsweg=OuterRef("pk"))
        return self.filter(~Exists(freigaben), sperre__isnull=True)


class Zahlungsweg(models.Model):
    """Ein Konto, auf das Leistungen eines Haushalts gehen. Eine Änderung ist eine neue Zeile.

    Von mehreren gültigen Wegen desselben Empfängers und desselben Zwecks gilt der zuletzt erfasste. Wege an Dritte
    gehen vor, jeder bis zu seinem Höchstbetrag je Leistungsmonat; der Rest geht an den Haushalt.
    """

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="zahlungswege")
    leistung = models.CharField("Leistung", max_length=80, blank=True, help_text="Leer: alle Leistungen.")
    bestandteil = models.CharField("Bestandteil", max_length=40, blank=True, help_text="Leer: alle Bestandteile.")
    empfaenger = models.CharField("Empfänger", max_length=20, choices=Empfaengerart.choices)
    kontoinhaber = models.CharField("Kontoinhaber", max_length=70)
    iban = models.CharField("IBAN", max_length=34)
    hoechstbetrag = models.BigIntegerField("Höchstbetrag im Monat in Cent", null=True, blank=True)
    verwendungszweck = models.CharField("Verwendungszweck", max_length=110, blank=True)
    gilt_ab = models.DateField("gilt ab")
    gilt_bis = models.DateField("gilt bis", null=True, blank=True)
    erzeugt = models.BooleanField("erzeugte Beispieldaten", default=False, editable=False)
    erfasst_am = models.DateTimeField("erfasst am")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = ZahlungswegQuerySet.as_manager()

    class Meta:
        verbose_name = "Zahlungsweg"
        verbose_name_plural = "Zahlungswege"
        ordering = ["-erfasst_am", "-id"]
        indexes = [models.Index(fields=["iban"], name="zahlungsweg_iban")]
        constraints = [
            models.CheckConstraint(name="zahlungsweg_nennt_inhaber", condition=~Q(kontoinhaber="") & ~Q(iban="")),
            models.CheckConstraint(
                name="zahlungsweg_hoechstbetrag_positiv",
                condition=Q(hoechstbetrag__isnull=True) | Q(hoechstbetrag__gt=0),
            ),
            models.CheckConstraint(
                name="zahlungsweg_beginnt_vor_ende",
                condition=Q(gilt_bis__isnull=True) | Q(gilt_ab__lte=F("gilt_bis")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_empfaenger_display()}: {self.kontoinhaber}"

    @property
    def platz(self) -> tuple[str, str, str, str]:
        """Wege auf demselben Platz ersetzen einander; Dritte unterscheidet zusätzlich der Name."""
        name = "" if self.empfaenger == Empfaengerart.HAUSHALT else self.kontoinhaber
        return (self.empfaenger, self.leistung, self.bestandteil, name)

    @property
    def iban_lesbar(self) -> str:
        """In Vierergruppen."""
        return " ".join(self.iban[i : i + 4] for i in range(0, len(self.iban), 4))

    @property
    def nimmt_alles(self) -> bool:
        """Ob jeder Posten in voller Höhe über diesen Weg gehen kann."""
        return not self.leistung and not self.bestandteil and self.hoechstbetrag is None

    def passt(self, leistung: str, bestandteil: str) -> bool:
        """Ob ein Posten über diesen Weg gezahlt werden darf."""
        return self.leistung in ("", leistung) and self.bestandteil in ("", bestandteil)


class Zahlungswegfreigabe(models.Model):
    """Eine zweite Person hat das Konto geprüft."""

    zahlungsweg = models.OneToOneField(Zahlungsweg, on_delete=models.PROTECT, related_name="freigabe")
    erfasst_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")
    freigegeben_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")
    freigegeben_am = models.DateTimeField("freigegeben am")

    class Meta:
        verbose_name = "Freigabe eines Zahlungswegs"
        verbose_name_plural = "Freigaben von Zahlungswegen"
        constraints = [
            models.CheckConstraint(
                name="zahlungsweg_vier_augen",
                condition=~Q(freigegeben_von=F("erfasst_von")),
                violation_error_message="Wer ein Konto erfasst, gibt es nicht selbst frei.",
            ),
        ]

    def __str__(self) -> str:
        return f"Freigabe {self.zahlungsweg}"


class Zahlungswegsperre(models.Model):
    """Auf diesen Weg wird nicht mehr gezahlt. Aufgehoben wird das nur durch einen neuen Weg."""

    zahlungsweg = models.OneToOneField(Zahlungsweg, on_delete=models.PROTECT, related_name="sperre")
    grund = models.CharField("Grund", max_length=20, choices=Sperrgrund.choices)
    gesperrt_am = models.DateTimeField("gesperrt am")
    gesperrt_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Sperre eines Zahlungswegs"
        verbose_name_plural = "Sperren von Zahlungswegen"

    def __str__(self) -> str:
        return f"Sperre {self.zahlungsweg}: {self.get_grund_display()}"


class EmpfaengerpruefungQuerySet(models.QuerySet["Empfaengerpruefung"]):
    def juengste(self) -> Self:
        """Je Zahlungsweg nur die letzte Antwort."""
        spaetere = Empfaengerpruefung.objects.filter(zahlungsweg=OuterRef("zahlungsweg"), pk__gt=OuterRef("pk"))
        return self.filter(~Exists(spaetere))

    def ungeklaert(self) -> Self:
        """Zweifel, über die noch niemand entschieden hat."""
        return self.juengste().filter(ergebnis__in=ZWEIFEL, entscheidung__isnull=True)


class Empfaengerpruefung(models.Model):
    """Was die Bank zu Name und IBAN sagt; über „fast“ und „falsch“ entscheidet eine zweite Person."""

    zahlungsweg = models.ForeignKey(Zahlungsweg, on_delete=models.PROTECT, related_name="pruefungen")
    ergebnis = models.CharField("Ergebnis", max_length=10, choices=Pruefergebnis.choices)
    bekannter_name = models.CharField("Name bei der Bank", max_length=140, blank=True)
    geprueft_am = models.DateTimeField("geprüft am")
    geprueft_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    objects = EmpfaengerpruefungQuerySet.as_manager()

    class Meta:
        verbose_name = "Empfängerprüfung"
        verbose_name_plural = "Empfängerprüfungen"
        ordering = ["-geprueft_am", "-id"]

    def __str__(self) -> str:
        return f"{self.zahlungsweg}: {self.get_ergebnis_display()}"


class Empfaengerentscheidung(models.Model):
    """Was nach einer zweifelhaften Antwort der Bank gilt: trotzdem zahlen oder den Zahlungsweg sperren."""

    pruefung = models.OneToOneField(Empfaengerpruefung, on_delete=models.PROTECT, related_name="entscheidung")
    trotzdem_zahlen = models.BooleanField("trotzdem zahlen")
    begruendung = models.CharField("Begründung", max_length=200)
    geprueft_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")
    entschieden_am = models.DateTimeField("entschieden am")
    entschieden_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Entscheidung zur Empfängerprüfung"
        verbose_name_plural = "Entscheidungen zur Empfängerprüfung"
        constraints = [
            models.CheckConstraint(
                name="empfaenger_vier_augen",
                condition=~Q(entschieden_von=F("geprueft_von")),
                violation_error_message="Wer die Antwort der Bank einträgt, entscheidet nicht selbst darüber.",
            ),
            models.CheckConstraint(name="empfaenger_begruendet", condition=~Q(begruendung="")),
        ]

    def __str__(self) -> str:
        return f"{self.pruefung}: {'trotzdem zahlen' if self.trotzdem_zahlen else 'gesperrt'}"
