"""Das Kassenbuch: eine Zeile je Buchungssatz, nur anfügbar."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Case, F, Q, Sum, When

from sozialamt.kasse.konten import ARTEN_DES_ERSATZES, ARTENAUSWAHL, KONTENAUSWAHL, SAETZE, Konto
from sozialamt.leistungen.zahlung import Kostentraeger

SCHLUESSELFELDER = (
    "haushalt_id",
    "leistung",
    "monat",
    "person_id",
    "bestandteil",
    "kostentraeger",
    "wohnform",
    "grund",
)
"""Wonach jede Buchung zugeordnet ist: wem, wofür, für welchen Monat, zu wessen Lasten."""

_ERLAUBT = reduce(or_, (Q(art=art.value, soll=s.value, haben=h.value) for art, (s, h) in SAETZE.items()))


def stand(konto: Konto, *, haben: bool = False) -> Sum:
    """Saldo eines Kontos als Aggregat: Soll minus Haben, mit `haben=True` umgekehrt (für Verbindlichkeiten)."""
    vorzeichen = -1 if haben else 1
    return Sum(
        Case(
            When(soll=konto.value, then=F("cent") * vorzeichen),
            When(haben=konto.value, then=F("cent") * -vorzeichen),
            default=0,
        ),
        default=0,
    )


class Zuordnung(models.Model):
    """Schlüssel einer Buchung oder eines Zahlungspostens."""

    haushalt = models.ForeignKey("akte.Haushalt", on_delete=models.PROTECT, related_name="+", db_index=False)
    leistung = models.CharField("Leistung", max_length=80)
    monat = models.DateField("Leistungsmonat")
    person = models.ForeignKey("akte.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    bestandteil = models.CharField("Bestandteil", max_length=40)
    kostentraeger = models.CharField("Kostenträger", max_length=20, choices=[(t.value, t.titel) for t in Kostentraeger])
    wohnform = models.CharField("Wohnform im Nachweis", max_length=40, blank=True)
    grund = models.CharField("Grund im Nachweis", max_length=40, blank=True)

    class Meta:
        abstract = True


class BuchungQuerySet(models.QuerySet["Buchung"]):
    def offen(self) -> int:
        """Was noch zu zahlen ist, in Cent."""
        return int(self.aggregate(s=stand(Konto.VERBINDLICHKEIT, haben=True))["s"])

    def forderung(self) -> int:
        """Was zu Unrecht gezahlt und noch nicht zurück ist, in Cent."""
        return int(self.aggregate(s=stand(Konto.FORDERUNG))["s"])

    def kostenersatz(self) -> int:
        """Was an Kostenersatz festgesetzt und noch nicht gezahlt ist, in Cent."""
        return int(self.aggregate(s=stand(Konto.ERSATZFORDERUNG))["s"])

    def ersatzguthaben(self) -> int:
        """Was auf aufgehobenen Kostenersatz gezahlt und noch nicht zurückgezahlt ist, in Cent."""
        return int(self.aggregate(s=stand(Konto.ERSATZGUTHABEN, haben=True))["s"])

    def ohne_ersatz(self) -> BuchungQuerySet:
        """Was zwischen Haushalt und Amt geschah, ohne das, was jemand an Kosten ersetzt."""
        return self.exclude(art__in=[art.value for art in ARTEN_DES_ERSATZES])

    def gezahlt(self) -> int:
        """Was über die Bank hinausging, Rückläufer und Rückzahlungen abgezogen, in Cent; ohne Kostenersatz."""
        return int(self.ohne_ersatz().aggregate(s=stand(Konto.BANK, haben=True))["s"])


class Buchung(Zuordnung):
    """Ein Buchungssatz. Berichtigt wird durch eine neue Buchung, nie durch Ändern."""

    art = models.CharField("Art", max_length=20, choices=ARTENAUSWAHL)
    soll = models.CharField("Soll", max_length=20, choices=KONTENAUSWAHL)
    haben = models.CharField("Haben", max_length=20, choices=KONTENAUSWAHL)
    cent = models.BigIntegerField("Betrag in Cent")
    produkt = models.CharField("Produkt des Haushaltsplans", max_length=20)
    statistikgruppe = models.CharField("Gruppe der Finanzstatistik", max_length=20)
    bescheid = models.ForeignKey(
        "akte.Bescheid", on_delete=models.PROTECT, null=True, related_name="buchungen", db_index=False
    )
    zahlung = models.ForeignKey(
        "kasse.Zahlung", on_delete=models.PROTECT, null=True, related_name="buchungen", db_index=False
    )
    forderung = models.ForeignKey(
        "kasse.Forderung", on_delete=models.PROTECT, null=True, related_name="buchungen", db_index=False
    )
    bewegung = models.ForeignKey(
        "kasse.Kontobewegung", on_delete=models.PROTECT, null=True, related_name="buchungen", db_index=False
    )
    buchungstag = models.DateField("Buchungstag")
    gebucht_am = models.DateTimeField("gebucht am")
    gebucht_von = models.ForeignKey("akte.Benutzer", on_delete=models.PROTECT, related_name="+", db_index=False)
    schluessel = models.CharField("Schlüssel gegen doppeltes Buchen", max_length=64, unique=True)

    objects = BuchungQuerySet.as_manager()

    class Meta:
        verbose_name = "Buchung"
        verbose_name_plural = "Buchungen"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["haushalt", "monat"], name="buchung_haushalt"),
            models.Index(fields=["zahlung"], name="buchung_zahlung", condition=Q(zahlung__isnull=False)),
            models.Index(fields=["forderung"], name="buchung_forderung", condition=Q(forderung__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(name="buchung_ist_positiv", condition=Q(cent__gt=0)),
            models.CheckConstraint(name="buchung_erlaubter_satz", condition=_ERLAUBT),
            models.CheckConstraint(
                name="buchung_nennt_zuordnung",
                condition=~Q(leistung="") & ~Q(bestandteil="") & ~Q(kostentraeger="") & ~Q(produkt=""),
            ),
            models.CheckConstraint(
                name="buchung_zahlung_nennt_zeile",
                condition=~Q(art__in=["zahlung", "ruecklaeufer"]) | Q(zahlung__isnull=False),
            ),
            models.CheckConstraint(
                name="buchung_ersatz_nennt_forderung",
                condition=~Q(art__in=[art.value for art in ARTEN_DES_ERSATZES]) | Q(forderung__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()} {self.monat:%m.%Y}: {self.cent} Cent"
