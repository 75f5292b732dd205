"""Risikostichprobe eines Zahllaufs: was vor der Freigabe ein Mensch einzeln ansieht."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from sozialamt.akte.models import Bescheid
from sozialamt.kasse.festlegungen import stichprobe
from sozialamt.kasse.models import (
    GEBUCHT,
    Auffaelligkeit,
    Empfaengerart,
    Empfaengerpruefung,
    Risiko,
    Zahllauf,
    Zahlung,
)
from sozialamt.rechenkern.values import euro


def ziehe(lauf: Zahllauf) -> Iterator[Auffaelligkeit]:
    """Alle Auffälligkeiten; von ersten Zahlungen auf ein Konto höchstens die festgelegte Zahl, fest gewählt."""
    zeilen = Zahlung.objects.wirksam().filter(zahllauf=lauf)
    yield from _hohe_betraege(zeilen)
    yield from _mehrfache_ibans(zeilen)
    yield from _neue_ibans(lauf, zeilen)
    yield from _schnell_erlassen(zeilen)
    yield from _empfaengerpruefung(zeilen)


def _merke(zahlung_id: int, risiko: Risiko, text: str) -> Auffaelligkeit:
    return Auffaelligkeit(zahlung_id=zahlung_id, risiko=risiko, erlaeuterung=text)


def _hohe_betraege(zeilen: QuerySet[Zahlung]) -> Iterator[Auffaelligkeit]:
    grenze = stichprobe().hoher_betrag
    for pk, cent in zeilen.filter(cent__gte=grenze).values_list("pk", "cent"):
        yield _merke(pk, Risiko.HOHER_BETRAG, f"{euro(cent)}, Schwelle {euro(grenze)}")


def _mehrfache_ibans(zeilen: QuerySet[Zahlung]) -> Iterator[Auffaelligkeit]:
    """Dasselbe Konto in mehreren Akten, wenn wenigstens eine es als Konto des Haushalts selbst führt."""
    mehrfach = (
        zeilen.order_by()
        .values("iban")
        .annotate(
            akten=Count("haushalt", distinct=True), eigene=Count("pk", filter=Q(empfaenger=Empfaengerart.HAUSHALT))
        )
        .filter(akten__gt=1, eigene__gt=0)
    )
    akten = {m["iban"]: m["akten"] for m in mehrfach}
    if not akten:
        return
    for pk, iban in zeilen.filter(iban__in=list(akten)).values_list("pk", "iban"):
        yield _merke(pk, Risiko.IBAN_MEHRFACH, f"Konto in {akten[iban]} Akten")


def _neue_ibans(lauf: Zahllauf, zeilen: QuerySet[Zahlung]) -> Iterator[Auffaelligkeit]:
    frueher = Zahlung.objects.filter(
        haushalt_id=OuterRef("haushalt_id"), iban=OuterRef("iban"), zahllauf__status__in=GEBUCHT
    )
    neue = zeilen.filter(~Exists(frueher)).values_list("pk", "schluessel")
    gemischt = sorted(neue, key=lambda z: hashlib.sha256(f"{lauf.nummer}{z[1]}".encode()).digest())
    hoechstens = stichprobe().neue_iban_hoechstens
    text = f"Stichprobe {min(len(gemischt), hoechstens)} von {len(gemischt)}"
    for pk, _ in gemischt[:hoechstens]:
        yield _merke(pk, Risiko.NEUE_IBAN, text)


def _schnell_erlassen(zeilen: QuerySet[Zahlung]) -> Iterator[Auffaelligkeit]:
    """Zwischen Berechnung und Erlass lag kaum Zeit zum Prüfen."""
    grenze = timedelta(seconds=stichprobe().schnelle_freigabe_sekunden)
    schnell = Bescheid.objects.filter(erlassen_am__lt=F("gewusst_am") + grenze)
    buchungen = schnell.filter(
        buchungen__haushalt_id=OuterRef("haushalt_id"), buchungen__monat=OuterRef("zahllauf__monat")
    )
    betroffen = zeilen.filter(Exists(buchungen)).values_list("pk", flat=True)
    for pk in betroffen:
        yield _merke(pk, Risiko.SCHNELLE_FREIGABE, f"binnen {grenze.seconds} Sekunden nach der Berechnung")


def _empfaengerpruefung(zeilen: QuerySet[Zahlung]) -> Iterator[Auffaelligkeit]:
    betroffen = Empfaengerpruefung.objects.ungeklaert().filter(zahlungsweg=OuterRef("zahlungsweg"))
    for pk in zeilen.filter(Exists(betroffen)).values_list("pk", flat=True):
        yield _merke(pk, Risiko.EMPFAENGERPRUEFUNG, "Antwort der Bank ansehen")
