"""Wie eine Forderung steht: offen, getilgt, Raten fällig. Alles aus dem Kassenbuch gezählt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from sozialamt.akte.models import Haushalt
from sozialamt.akte.monat import MONATE_IM_JAHR
from sozialamt.kasse.abgleich import Stand
from sozialamt.kasse.einbehalt import geschuldete
from sozialamt.kasse.konten import AUFHEBEND, ERSATZARTEN, Buchungsart
from sozialamt.kasse.models import Buchung, Forderung
from sozialamt.kasse.sollstand import staende

TILGENDE = (*ERSATZARTEN, *ERSATZARTEN.values())
"""Rückzahlung, Tilgung und Niederschlagung, der Erstattung wie des Kostenersatzes."""


@dataclass(frozen=True, slots=True)
class Forderungsstand:
    """Beträge in Cent; `rueckstand` ist, was nach dem Ratenplan bis heute fehlt.

    Aufgehoben werden kann nur Kostenersatz; `guthaben` ist, was davon schon gezahlt war und zurückzuzahlen ist,
    `mitgetilgt`, was andere zahlten, die dieselben Kosten ersetzen.
    """

    offen: int
    getilgt: int
    rate: int
    rueckstand: int
    aufgehoben: int = 0
    guthaben: int = 0
    mitgetilgt: int = 0


def offene_schluessel(forderung: Forderung) -> list[Stand]:
    """Schlüssel mit offener Forderung, die ältesten zuerst."""
    return geschuldete(forderung, staende([forderung.haushalt_id], forderung.bis))


def forderungsstand(forderung: Forderung, heute: date) -> Forderungsstand:
    """Stand am Tag `heute`."""
    offen = sum(stand.forderung for stand in offene_schluessel(forderung))
    buchungen = Buchung.objects.filter(forderung=forderung)
    je_art = dict(buchungen.order_by().values_list("art").annotate(s=Sum("cent")))
    getilgt = sum(je_art.get(art.value, 0) for art in TILGENDE) - je_art.get(Buchungsart.ERSATZAUFGRIFF.value, 0)
    aufgehoben = sum(je_art.get(art.value, 0) for art in AUFHEBEND)
    guthaben = buchungen.ersatzguthaben() if aufgehoben else 0
    mit = je_art.get(Buchungsart.ERSATZMITTILGUNG.value, 0) - je_art.get(Buchungsart.ERSATZMITAUFGRIFF.value, 0)
    plan = forderung.ratenplaene.first()
    if plan is None:
        return Forderungsstand(offen, getilgt, 0, 0, aufgehoben, guthaben, mit)
    faellig = min(plan.rate * max(_monate_seit(plan.ab, heute), 0), forderung.cent - aufgehoben - mit)
    rueckstand = max(faellig - getilgt, 0) if offen else 0
    return Forderungsstand(offen, getilgt, plan.rate, rueckstand, aufgehoben, guthaben, mit)


def ueberzahlt(haushalt: Haushalt, leistung: str, von: date, bis: date) -> int:
    """Was von `von` bis `bis` zu viel gezahlt und noch nicht zurück ist, in Cent."""
    monate = {"monat__gte": von, "monat__lte": bis}
    return Buchung.objects.filter(haushalt=haushalt, leistung=leistung, **monate).forderung()


def verteile_auf(schluessel: Sequence[Stand], cent: int) -> list[tuple[Stand, int]]:
    """Einen Betrag auf offene Schlüssel verteilen, die ältesten zuerst."""
    ergebnis = []
    for stand in schluessel:
        if teil := min(cent, stand.forderung):
            ergebnis.append((stand, teil))
            cent -= teil
    return ergebnis


def _monate_seit(ab: date, heute: date) -> int:
    return (heute.year - ab.year) * MONATE_IM_JAHR + heute.month - ab.month + 1
