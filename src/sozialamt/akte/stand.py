"""Was nach den geltenden Bescheiden zusteht: je Monat, Person, Bestandteil und Kostenträger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sozialamt.akte.berechnung import Leistungsergebnis
from sozialamt.akte.models import Bescheid, Haushalt, Zahlanspruch


@dataclass(frozen=True, slots=True, order=True)
class Teil:
    """Woran ein zugesprochener Betrag hängt."""

    monat: date
    person_id: int
    bestandteil: str
    kostentraeger: str


def geltende_bescheide(haushalt: Haushalt, leistung: str, monate: Iterable[date]) -> dict[date, Bescheid]:
    """Je Monat der zuletzt erlassene verfügende Bescheid; Monate ohne Bescheid fehlen. Eine Abfrage."""
    bescheide = list(
        Bescheid.objects.verfuegend()
        .filter(haushalt=haushalt, leistung=leistung)
        .defer("rechenweg")
        .order_by("erlassen_am", "id")
    )
    geltend: dict[date, Bescheid] = {}
    for monat in monate:
        for bescheid in bescheide:
            if bescheid.beginn <= monat <= bescheid.ende:
                geltend[monat] = bescheid
    return geltend


def zugesprochen(haushalt: Haushalt, leistung: str, monate: Sequence[date]) -> dict[Teil, int]:
    """Cent je Teil nach den geltenden Bescheiden. Zwei Abfragen, gleich wie viele Monate."""
    return {
        Teil(z.monat, z.person_id, z.bestandteil, z.kostentraeger): z.cent
        for z in geltende_ansprueche(haushalt, leistung, monate)
    }


def geltende_ansprueche(haushalt: Haushalt, leistung: str, monate: Sequence[date]) -> list[Zahlanspruch]:
    """Was die geltenden Bescheide zusprechen, Zeile für Zeile."""
    geltend = geltende_bescheide(haushalt, leistung, monate)
    zeilen = Zahlanspruch.objects.filter(bescheid__in={b.pk for b in geltend.values()}, monat__in=monate)
    return [z for z in zeilen if geltend[z.monat].pk == z.bescheid_id]


def zugedacht(inhalt: Mapping[str, Any]) -> dict[Teil, int]:
    """Dasselbe aus dem Inhalt eines Entwurfs oder Bescheids."""
    personen = {schluessel: p["id"] for schluessel, p in inhalt["personen"].items()}
    return {
        Teil(
            date.fromisoformat(monat["monat"] + "-01"),
            personen[teil["person"]],
            teil["bestandteil"],
            teil["kostentraeger"],
        ): teil["cent"]
        for monat in inhalt["monate"]
        for teil in monat["teile"]
    }


def zustehend(ergebnis: Leistungsergebnis) -> dict[Teil, int]:
    """Teilbeträge eines Ergebnisses, wie sie der Bescheid zuspräche."""
    monat, personen = ergebnis.bild.monat, ergebnis.bild.personen
    return {
        Teil(monat, personen[teil.person].pk, teil.bestandteil, teil.kostentraeger.value): teil.cent
        for teil in ergebnis.teilbetraege
    }


def je_person(betraege: Mapping[Teil, int]) -> dict[tuple[date, int], int]:
    """Cent je Monat und Person."""
    summen: dict[tuple[date, int], int] = {}
    for teil, cent in betraege.items():
        summen[teil.monat, teil.person_id] = summen.get((teil.monat, teil.person_id), 0) + cent
    return summen
