"""Running cases for `python -m bench kasse`: invented people, real rules, always the same.

Written in bulk. A household is a case because the compiled kernel grants it something; its claims are what the kernel
computes, so a preview without changes finds none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import numpy as np
import polars as pl

SEED = 50
BLOCK = 30_000
MONATE = (date(2026, 11, 1), date(2026, 12, 1))
BEKANNT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
VERMIETER, MIETE = 9_000_001, 35_000
JEDER_WIEVIELTE_AN_VERMIETER = 5
KONTEN = {"sach": "sachbearbeitung", "kasse": "kasse", "team": "teamleitung", "zweite": "teamleitung"}


def lege_an(faelle: int) -> dict[str, int]:
    """Write at least that many cases in one transaction; how many rows of what there are."""
    from django.db import connection, transaction

    from sozialamt.akte.massenablage import zaehle_weiter
    from sozialamt.akte.models import Benutzer, Bescheid, Haushalt, Person, Rollenzuweisung

    for name, rolle in KONTEN.items():
        Rollenzuweisung.objects.create(benutzer=Benutzer.objects.create(username=name), rolle=rolle)
    stand = {"faelle": 0, "haushalte": 0, "personen": 0, "tatsachen": 0, "ansprueche": 0}
    nummer = 0
    with transaction.atomic():
        while stand["faelle"] < faelle:
            _block(nummer, min(BLOCK, 4 * faelle), stand)
            nummer += 1
        zaehle_weiter([Haushalt, Person, Bescheid])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return stand


def _block(nummer: int, personen: int, stand: dict[str, int]) -> None:
    from sozialamt.akte.massenlauf.rechnung import rechne
    from sozialamt.demo.bevoelkerung import haushaltsblock
    from sozialamt.demo.stadt_faelle import als_bestand

    alle = als_bestand(haushaltsblock(nummer, personen, SEED, stichtag=MONATE[0].isoformat()), MONATE[0])
    teile = rechne(alle).teile
    bestand = alle.auswahl(np.isin(alle.haushalte, teile["haushalt"].unique().to_numpy()))
    haushalt = dict(zip(bestand.haushalte.tolist(), range(stand["haushalte"] + 1, 10**9), strict=False))
    person = dict(zip(bestand.personen.tolist(), range(stand["personen"] + 1, 10**9), strict=False))
    _menschen(bestand, haushalt, person)
    stand["tatsachen"] += _tatsachen(bestand, list(haushalt.values()), list(person.values()))
    stand["faelle"] += _bescheide(teile, haushalt, person, stand["faelle"])
    _wege(list(haushalt.values()))
    stand["haushalte"] += len(haushalt)
    stand["personen"] += len(person)
    stand["ansprueche"] += len(teile) * len(MONATE)


@cache
def _konto(name: str) -> int:
    from sozialamt.akte.models import Benutzer

    return Benutzer.objects.get(username=name).pk


def _menschen(bestand: Any, haushalt: dict[int, int], person: dict[int, int]) -> None:
    from sozialamt.akte.massenablage import fuege_an
    from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person

    fuege_an(
        Haushalt,
        ("id", "aktenzeichen", "strasse", "plz", "ort", "erzeugt", "created_at"),
        ((n, f"50-{n:06d}", "Weg 1", "12345", "Musterstadt", True, BEKANNT) for n in haushalt.values()),
    )
    geboren = bestand.angaben["geburtsdatum"][1].tolist()
    fuege_an(
        Person,
        ("id", "vorname", "nachname", "geburtsdatum", "name_gefaltet", "name_klang", "erzeugt", "created_at"),
        (
            (n, "Jörg", f"Müller {n}", date(t // 10_000, t // 100 % 100, t % 100), f"muller {n}", "", True, BEKANNT)
            for n, t in zip(person.values(), geboren, strict=True)
        ),
    )
    akten = list(haushalt.values())
    fuege_an(
        Mitgliedschaft,
        ("haushalt", "person", "von", "reihenfolge", "erfasst_am", "erfasst_von"),
        (
            (akten[stelle], n, MONATE[0], i - int(bestand.grenzen[stelle]), BEKANNT, _konto("sach"))
            for i, (n, stelle) in enumerate(zip(person.values(), bestand.haushalt_der_person.tolist(), strict=True))
        ),
    )


def _tatsachen(bestand: Any, haushalte: list[int], personen: list[int]) -> int:
    from sozialamt.akte.massenablage import fuege_an
    from sozialamt.akte.models import Tatsache
    from sozialamt.leistungen import regelwerk
    from sozialamt.rechenkern import Merkmalsart
    from sozialamt.rechenkern.levels import HAUSHALT

    def zeilen() -> Iterator[tuple[Any, ...]]:
        for name, (stellen, werte) in bestand.angaben.items():
            merkmal = regelwerk().merkmale[name]
            for stelle, wert in zip(stellen.tolist(), werte.tolist(), strict=True):
                if merkmal.ebene == HAUSHALT:
                    wem, cent = (haushalte[stelle], None), wert
                else:
                    anfang = int(bestand.grenzen[bestand.haushalt_der_person[stelle]])
                    cent = personen[anfang + wert] if merkmal.art is Merkmalsart.VERWEIS else wert
                    wem = (None, personen[stelle])
                yield (*wem, name, cent, MONATE[0], BEKANNT, _konto("sach"), "erzeugt")

    spalten = ("haushalt", "person", "merkmal", "wert", "gilt_ab", "erfasst_am", "erfasst_von", "nachweis")
    fuege_an(Tatsache, spalten, zeilen())
    return sum(len(stellen) for stellen, _ in bestand.angaben.values())


def _bescheide(teile: pl.DataFrame, haushalt: dict[int, int], person: dict[int, int], bisher: int) -> int:
    from sozialamt.akte.massenablage import fuege_an
    from sozialamt.akte.models import Bescheid, Zahlanspruch

    je_fall = teile.select("haushalt", "leistung").unique().sort(pl.all()).rows()
    faelle = {fall: bisher + i for i, fall in enumerate(je_fall, start=1)}
    gewusst = BEKANNT - timedelta(days=1)
    kopf = ("bewilligung", False, "", MONATE[0], MONATE[-1], gewusst, {}, b"", MONATE[-1], BEKANNT, _konto("sach"))
    fuege_an(
        Bescheid,
        ("id", "haushalt", "leistung", "nummer", "art", "vorlaeufig", "norm", "beginn", "ende", "gewusst_am")
        + ("inhalt", "rechenweg", "rechtsstand", "erlassen_am", "created_by"),
        ((n, haushalt[h], leistung, f"50-{n:06d}-001", *kopf) for (h, leistung), n in faelle.items()),
    )
    spalten = ("person", "bestandteil", "kostentraeger", "wohnform", "grund", "cent")
    zeilen = teile.select("haushalt", "leistung", *spalten).rows()
    fuege_an(
        Zahlanspruch,
        ("bescheid", "monat", *spalten),
        ((faelle[h, leistung], monat, person[p], *rest) for h, leistung, p, *rest in zeilen for monat in MONATE),
    )
    return len(faelle)


def _wege(haushalte: list[int]) -> None:
    from sozialamt.akte.massenablage import fuege_an
    from sozialamt.demo.zahlungen import erfundene_iban
    from sozialamt.kasse.models import Zahlungsweg, Zahlungswegfreigabe

    sach, team = _konto("sach"), _konto("team")
    vermieter = erfundene_iban(VERMIETER)
    wege = []
    for n in haushalte:
        wege.append((2 * n, n, "haushalt", f"Jörg Müller {n}", erfundene_iban(n), None))
        if n % JEDER_WIEVIELTE_AN_VERMIETER == 0:
            wege.append((2 * n + 1, n, "vermieter", "Wohnungsbau Musterstadt eG", vermieter, MIETE))
    fuege_an(
        Zahlungsweg,
        ("id", "haushalt", "empfaenger", "kontoinhaber", "iban", "hoechstbetrag")
        + ("leistung", "bestandteil", "verwendungszweck", "gilt_ab", "erzeugt", "erfasst_am", "erfasst_von"),
        ((*weg, "", "", "", MONATE[0], True, BEKANNT, sach) for weg in wege),
    )
    fuege_an(
        Zahlungswegfreigabe,
        ("zahlungsweg", "erfasst_von", "freigegeben_von", "freigegeben_am"),
        ((weg[0], sach, team, BEKANNT) for weg in wege),
    )
