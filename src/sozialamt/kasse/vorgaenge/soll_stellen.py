"""Sollstellung: das Kassenbuch an die Bescheide angleichen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from sozialamt.akte.massenablage import fuege_an
from sozialamt.akte.models import Benutzer, Bescheid
from sozialamt.kasse.abgleich import Satz, gleiche_ab
from sozialamt.kasse.festlegungen import kontierung
from sozialamt.kasse.konten import SAETZE
from sozialamt.kasse.massenbuchung import stelle_neues_soll
from sozialamt.kasse.models import Buchung
from sozialamt.kasse.sollstand import Gruppe, abweichende_gruppen
from sozialamt.kasse.sperre import sperre_kasse
from sozialamt.kasse.zeichen import kurz

SPALTEN = (
    "haushalt",
    "leistung",
    "monat",
    "person",
    "bestandteil",
    "kostentraeger",
    "wohnform",
    "grund",
    "art",
    "soll",
    "haben",
    "cent",
    "produkt",
    "statistikgruppe",
    "bescheid",
    "zahlung",
    "forderung",
    "bewegung",
    "buchungstag",
    "gebucht_am",
    "gebucht_von",
    "schluessel",
)


@dataclass(frozen=True, slots=True)
class Bezug:
    """Worauf eine Buchung beruht."""

    bescheid: int | None = None
    zahlung: int | None = None
    forderung: int | None = None
    bewegung: int | None = None


@dataclass(frozen=True, slots=True)
class Beleg:
    """Ein Satz mit seinem Bezug und dem Schlüssel, der ihn nur einmal zulässt."""

    satz: Satz
    bezug: Bezug
    schluessel: str


@transaction.atomic
def soll_stellen(
    *,
    benutzer: Benutzer,
    bis_monat: date,
    haushalt_ids: Sequence[int] | None = None,
    zeitpunkt: datetime | None = None,
) -> int:
    """Bucht je Schlüssel den Unterschied zwischen Bescheiden und Kassenbuch; gibt die Zahl der Buchungen zurück.

    Läuft in der Transaktion des Vorgangs, der den Anlass gab; ein zweiter Lauf bucht nichts. Ohne `haushalt_ids` über
    die ganze Stadt.
    """
    zeitpunkt = zeitpunkt or timezone.now()
    sperre_kasse(allein=haushalt_ids is None)
    neue = 0
    if haushalt_ids is None:
        neue = stelle_neues_soll(bis_monat=bis_monat, benutzer_id=benutzer.pk, zeitpunkt=zeitpunkt)
    gruppen = list(abweichende_gruppen(bis_monat, haushalt_ids))
    bescheide = _geltende([gruppe for gruppe, _, bescheid in gruppen if bescheid is None])
    vorher = _buchungszahl(haushalt_ids, gruppen)
    belege: list[Beleg] = []
    for gruppe, staende, bescheid in gruppen:
        bezug = Bezug(bescheid=bescheid or bescheide.get(gruppe))
        for nummer, satz in enumerate(gleiche_ab(staende), start=vorher.get(gruppe, 0)):
            belege.append(Beleg(satz, bezug, gruppenschluessel(gruppe, nummer)))
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
    return neue + len(belege)


def buche(belege: Iterable[Beleg], *, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    """Schreibt Belege ins Kassenbuch. Ein Schlüssel, den es schon gibt, ist ein Fehler der Datenbank."""
    tag = timezone.localdate(zeitpunkt)
    fuege_an(Buchung, SPALTEN, (_zeile(beleg, tag, zeitpunkt, benutzer.pk) for beleg in belege))


def gruppenschluessel(gruppe: Gruppe, nummer: int) -> str:
    """Die wievielte Buchung dieser Gruppe es ist; zwei gleichzeitige Läufe träfen auf dieselbe Nummer."""
    haushalt, leistung, monat = gruppe
    return f"s:{haushalt}:{kurz(leistung)}:{monat:%y%m}:{nummer}"


def _zeile(beleg: Beleg, tag: date, zeitpunkt: datetime, benutzer_id: int) -> tuple[Any, ...]:
    schluessel, art, cent = beleg.satz
    soll, haben = SAETZE[art]
    konto = kontierung(str(schluessel[1]), str(schluessel[4]))
    bezug = beleg.bezug
    return (
        *schluessel,
        art.value,
        soll.value,
        haben.value,
        cent,
        konto.produkt,
        konto.statistikgruppe,
        bezug.bescheid,
        bezug.zahlung,
        bezug.forderung,
        bezug.bewegung,
        tag,
        zeitpunkt,
        benutzer_id,
        beleg.schluessel,
    )


def _geltende(gruppen: Sequence[Gruppe]) -> dict[Gruppe, int]:
    """Geltender Bescheid der Gruppen, in denen nichts mehr zusteht."""
    gefunden: dict[Gruppe, int] = {}
    je_monat: dict[date, set[tuple[int, str]]] = {}
    for haushalt, leistung, monat in gruppen:
        je_monat.setdefault(monat, set()).add((haushalt, leistung))
    for monat, paare in je_monat.items():
        der_haushalte = Bescheid.objects.filter(haushalt__pk__eine_von={haushalt for haushalt, _ in paare})
        zeilen: Iterator[tuple[int, int, str]] = (
            der_haushalte.geltend(monat).values_list("pk", "haushalt_id", "leistung").iterator()
        )
        gefunden |= {(h, leistung, monat): pk for pk, h, leistung in zeilen if (h, leistung) in paare}
    return gefunden


def _buchungszahl(haushalt_ids: Sequence[int] | None, gruppen: Sequence[tuple[Gruppe, Any, Any]]) -> dict[Gruppe, int]:
    """Wie viele Abgleichsbuchungen es je Gruppe schon gibt."""
    if not gruppen:
        return {}
    abfrage = Buchung.objects.filter(schluessel__startswith="s:", monat__gte=min(g[2] for g, _, _ in gruppen))
    if haushalt_ids is not None:
        abfrage = abfrage.filter(haushalt_id__in=haushalt_ids)
    werte = abfrage.order_by().values_list("haushalt_id", "leistung", "monat").annotate(n=Count("pk"))
    return {(h, leistung, monat): n for h, leistung, monat, n in werte}
