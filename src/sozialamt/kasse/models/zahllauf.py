"""Der Zahllauf: gesammelte Zahlungen, ihre Prüfung, ihre Datei."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q, Sum

from sozialamt.kasse.models.buchung import Zuordnung


class Laufstatus(models.TextChoices):
    """Schritte eines Zahllaufs in ihrer Reihenfolge; verworfen werden kann bis zur Freigabe."""

    GESAMMELT = "gesammelt", "gesammelt"
    GEPRUEFT = "geprueft", "geprüft"
    FREIGEGEBEN = "freigegeben", "freigegeben"
    DATEI_ERSTELLT = "datei_erstellt", "Datei erstellt"
    GESENDET = "gesendet", "gesendet"
    ABGESCHLOSSEN = "abgeschlossen", "abgeschlossen"
    VERWORFEN = "verworfen", "verworfen"


VOR_FREIGABE = (Laufstatus.GESAMMELT, Laufstatus.GEPRUEFT)
RESERVIERT = (*VOR_FREIGABE, Laufstatus.FREIGEGEBEN, Laufstatus.DATEI_ERSTELLT)
"""In diesen Ständen ist das Geld verplant, aber noch nicht gebucht."""
GEBUCHT = (Laufstatus.GESENDET, Laufstatus.ABGESCHLOSSEN)


class ZahllaufQuerySet(models.QuerySet["Zahllauf"]):
    def laufend(self) -> Self:
        return self.exclude(status__in=(Laufstatus.ABGESCHLOSSEN, Laufstatus.VERWORFEN))


class Zahllauf(models.Model):
    """Ein Zahllauf mit höchstens einer Datei an die Bank."""

    nummer = models.CharField("Nummer", max_length=20, unique=True)
    monat = models.DateField("Monat")
    ausfuehrungstag = models.DateField("Ausführung am")
    status = models.CharField("Stand", max_length=20, choices=Laufstatus.choices, default=Laufstatus.GESAMMELT)
    anzahl = models.PositiveIntegerField("Zahlungen", default=0)
    summe = models.BigIntegerField("Summe in Cent", default=0)
    erzeugt = models.BooleanField("erzeugte Beispieldaten", default=False, editable=False)
    gesammelt_am = models.DateTimeField("gesammelt am")
    gesammelt_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")
    geprueft_am = models.DateTimeField("geprüft am", null=True)
    geprueft_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")
    freigegeben_am = models.DateTimeField("freigegeben am", null=True)
    freigegeben_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")
    gesendet_am = models.DateTimeField("gesendet am", null=True)
    gesendet_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, null=True, related_name="+")

    objects = ZahllaufQuerySet.as_manager()

    class Meta:
        verbose_name = "Zahllauf"
        verbose_name_plural = "Zahlläufe"
        ordering = ["-gesammelt_am", "-id"]
        constraints = [
            models.CheckConstraint(
                name="zahllauf_vier_augen",
                condition=Q(freigegeben_von__isnull=True) | ~Q(freigegeben_von=F("gesammelt_von")),
                violation_error_message="Wer den Zahllauf gesammelt hat, gibt ihn nicht frei.",
            ),
            models.CheckConstraint(
                name="zahllauf_freigabe_vor_datei",
                condition=Q(status__in=[*VOR_FREIGABE, Laufstatus.VERWORFEN]) | Q(freigegeben_von__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Zahllauf {self.nummer}"


class ZahlungQuerySet(models.QuerySet["Zahlung"]):
    def wirksam(self) -> Self:
        """Ohne herausgenommene Zeilen und verworfene Läufe."""
        return self.filter(ausschluss__isnull=True).exclude(zahllauf__status=Laufstatus.VERWORFEN)

    def summe(self) -> int:
        return int(self.aggregate(s=Sum("cent", default=0))["s"])


class Zahlung(models.Model):
    """Eine Überweisung: Abschrift von Konto und Inhaber, wie sie bei der Sammlung galten."""

    zahllauf = models.ForeignKey(Zahllauf, on_delete=models.PROTECT, related_name="zahlungen")
    schluessel = models.CharField("Ende-zu-Ende-Kennung", max_length=35, unique=True)
    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="zahlungen")
    zahlungsweg = models.ForeignKey("kasse.Zahlungsweg", on_delete=models.PROTECT, related_name="zahlungen")
    empfaenger = models.CharField("Empfänger", max_length=20)
    kontoinhaber = models.CharField("Kontoinhaber", max_length=70)
    iban = models.CharField("IBAN", max_length=34)
    verwendungszweck = models.CharField("Verwendungszweck", max_length=140)
    cent = models.BigIntegerField("Betrag in Cent")

    objects = ZahlungQuerySet.as_manager()

    class Meta:
        verbose_name = "Zahlung"
        verbose_name_plural = "Zahlungen"
        ordering = ["id"]
        indexes = [models.Index(fields=["iban"], name="zahlung_iban")]
        constraints = [models.CheckConstraint(name="zahlung_ist_positiv", condition=Q(cent__gt=0))]

    def __str__(self) -> str:
        return f"{self.schluessel}: {self.cent} Cent"

    @property
    def iban_lesbar(self) -> str:
        return " ".join(self.iban[i : i + 4] for i in range(0, len(self.iban), 4))


class Zahlungsposten(Zuordnung):
    """Welcher Teil welcher Verbindlichkeit mit einer Überweisung gezahlt wird."""

    zahlung = models.ForeignKey(Zahlung, on_delete=models.PROTECT, related_name="posten")
    cent = models.BigIntegerField("Betrag in Cent")

    class Meta:
        verbose_name = "Zahlungsposten"
        verbose_name_plural = "Zahlungsposten"
        ordering = ["id"]
        indexes = [models.Index(fields=["haushalt", "monat"], name="posten_haushalt")]
        constraints = [models.CheckConstraint(name="posten_ist_positiv", condition=Q(cent__gt=0))]

    def __str__(self) -> str:
        return f"{self.bestandteil} {self.monat:%m.%Y}: {self.cent} Cent"


class Zahlungsausschluss(models.Model):
    """Eine Zeile wurde vor der Freigabe aus dem Lauf genommen; der Betrag bleibt offen."""

    zahlung = models.OneToOneField(Zahlung, on_delete=models.PROTECT, related_name="ausschluss")
    begruendung = models.CharField("Begründung", max_length=200)
    ausgeschlossen_am = models.DateTimeField("herausgenommen am")
    ausgeschlossen_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Ausschluss einer Zahlung"
        verbose_name_plural = "Ausschlüsse von Zahlungen"

    def __str__(self) -> str:
        return f"ohne {self.zahlung}"


class Zahldatei(models.Model):
    """Die Datei an die Bank (pain.001.001.09), Byte für Byte, mit Prüfsumme."""

    zahllauf = models.OneToOneField(Zahllauf, on_delete=models.PROTECT, related_name="datei")
    inhalt = models.BinaryField("Inhalt")
    sha256 = models.CharField("SHA-256", max_length=64)
    anzahl = models.PositiveIntegerField("Zahlungen")
    summe = models.BigIntegerField("Summe in Cent")
    erstellt_am = models.DateTimeField("erstellt am")
    erstellt_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Zahldatei"
        verbose_name_plural = "Zahldateien"

    def __str__(self) -> str:
        return f"Datei zu {self.zahllauf}"


class Risiko(models.TextChoices):
    """Warum eine Zeile vor der Freigabe einzeln angesehen wird."""

    NEUE_IBAN = "neue_iban", "erste Zahlung auf dieses Konto"
    IBAN_MEHRFACH = "iban_mehrfach", "dasselbe Konto in mehreren Akten"
    HOHER_BETRAG = "hoher_betrag", "ungewöhnlich hoher Betrag"
    SCHNELLE_FREIGABE = "schnelle_freigabe", "Bescheid binnen einer Minute erlassen"
    EMPFAENGERPRUEFUNG = "empfaengerpruefung", "Name passt laut Bank nicht zum Konto"


class Auffaelligkeit(models.Model):
    """Eine Zeile der Risikostichprobe."""

    zahlung = models.ForeignKey(Zahlung, on_delete=models.PROTECT, related_name="auffaelligkeiten")
    risiko = models.CharField("Risiko", max_length=20, choices=Risiko.choices)
    erlaeuterung = models.CharField("Erläuterung", max_length=200)

    class Meta:
        verbose_name = "Auffälligkeit"
        verbose_name_plural = "Auffälligkeiten"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["zahlung", "risiko"], name="auffaelligkeit_einmal")]

    def __str__(self) -> str:
        return f"{self.zahlung}: {self.get_risiko_display()}"


class Sichtvermerk(models.Model):
    """Jemand hat die Auffälligkeit angesehen und für unbedenklich erklärt."""

    auffaelligkeit = models.OneToOneField(Auffaelligkeit, on_delete=models.PROTECT, related_name="sichtvermerk")
    bemerkung = models.CharField("Bemerkung", max_length=200, blank=True)
    gesehen_am = models.DateTimeField("gesehen am")
    gesehen_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "Sichtvermerk"
        verbose_name_plural = "Sichtvermerke"

    def __str__(self) -> str:
        return f"gesehen: {self.auffaelligkeit}"
