"""`python -m bench kasse`: a payment run over 60,000 running cases, from collecting to the file and the postings.

On SQLite in a temporary file; with SOZIALAMT_DATABASE_URL set, on that (empty) database. The cases are made in bulk:
one decision of six months with four parts per household. Prints seconds per step and the peak memory as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import django

FAELLE = 60_000
MONATE = [date(2026, m, 1) for m in range(6, 12)]
VORMONATE = 1
TEILE = (("lebensunterhalt", 41_300), ("unterkunft", 45_000), ("heizung", 8_000), ("kranken_pflege", 12_100))
BANK = "10000000"  # its account numbers carry no check digit
ENTSCHIEDEN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
HOECHSTENS_SEKUNDEN, HOECHSTENS_MIB = 120, 1_536


def main(faelle: int = FAELLE) -> int:
    with tempfile.TemporaryDirectory(prefix="sozialamt-bench-") as ordner:
        os.environ.setdefault("SOZIALAMT_DATABASE_URL", f"sqlite:///{ordner}/kasse.sqlite3")
        os.environ.setdefault("SOZIALAMT_DATEN", ordner)
        os.environ["DJANGO_SETTINGS_MODULE"] = "sozialamt.config.settings"
        django.setup()
        ergebnis = messe(faelle)
    print(json.dumps(ergebnis, ensure_ascii=False))
    return 0 if ergebnis["gesamt"] <= HOECHSTENS_SEKUNDEN and ergebnis["mib"] <= HOECHSTENS_MIB else 1


def messe(faelle: int) -> dict[str, float | str | int]:
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    zeiten: dict[str, float] = {}
    with uhr(zeiten, "anlegen"), transaction.atomic():
        lege_an(faelle)
    for nummer in range(VORMONATE, -1, -1):
        zeiten = {"anlegen": zeiten["anlegen"]} | zahle(MONATE[VORMONATE - nummer])
    gesamt = sum(sekunden for name, sekunden in zeiten.items() if name not in ("anlegen", "regeln"))
    mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"datenbank": connection.vendor, "faelle": faelle, **zeiten, "gesamt": round(gesamt, 1), "mib": mib}


@contextmanager
def uhr(zeiten: dict[str, float], name: str) -> Iterator[None]:
    beginn, cpu = time.perf_counter(), time.process_time()
    yield
    zeiten[name] = round(time.perf_counter() - beginn, 1)
    print(f"{name}: {zeiten[name]} s ({time.process_time() - cpu:.1f} s CPU)", file=sys.stderr, flush=True)


def lege_an(faelle: int) -> None:
    from django.db import connection
    from schwifty import IBAN

    from sozialamt.akte.massenablage import fuege_an
    from sozialamt.akte.models import Benutzer, Bescheid, Haushalt, Person, Rollenzuweisung, Zahlanspruch
    from sozialamt.kasse.models import Zahlungsweg, Zahlungswegfreigabe

    konten = [Benutzer.objects.create(username=name) for name in ("sach", "kasse", "team")]
    for konto, rolle in zip(konten, ("sachbearbeitung", "kasse", "teamleitung"), strict=True):
        Rollenzuweisung.objects.create(benutzer=konto, rolle=rolle)
    sach, _, team = konten
    nummern = range(1, faelle + 1)
    fuege_an(
        Haushalt,
        ("id", "aktenzeichen", "strasse", "plz", "ort", "erzeugt", "created_at"),
        ((n, f"50-{n:06d}", "Weg 1", "12345", "Musterstadt", True, ENTSCHIEDEN) for n in nummern),
    )
    fuege_an(
        Person,
        ("id", "vorname", "nachname", "geburtsdatum", "name_gefaltet", "name_klang", "erzeugt", "created_at"),
        ((n, "Jörg", f"Müller {n}", date(1950, 1, 1), f"muller {n}", "", True, ENTSCHIEDEN) for n in nummern),
    )
    Bescheid.objects.bulk_create(
        (
            Bescheid(
                id=n,
                haushalt_id=n,
                nummer=f"50-{n:06d}-001",
                art="bewilligung",
                leistung="grundsicherung_alter_erwerbsminderung",
                beginn=MONATE[0],
                ende=MONATE[-1],
                gewusst_am=ENTSCHIEDEN - timedelta(days=1),
                inhalt={},
                rechenweg=b"",
                rechtsstand=MONATE[-1],
                erlassen_am=ENTSCHIEDEN,
                created_by=sach,
            )
            for n in nummern
        ),
        batch_size=5_000,
    )
    fuege_an(
        Zahlanspruch,
        ("bescheid", "monat", "person", "bestandteil", "kostentraeger", "wohnform", "grund", "cent"),
        (
            (n, monat, n, teil, "bund", "wohnung", "alter", cent + n % 977)
            for n in nummern
            for monat in MONATE
            for teil, cent in TEILE
        ),
    )
    fuege_an(
        Zahlungsweg,
        ("id", "haushalt", "leistung", "bestandteil", "empfaenger", "kontoinhaber", "iban", "verwendungszweck")
        + ("gilt_ab", "erzeugt", "erfasst_am", "erfasst_von"),
        (
            (n, n, "", "", "haushalt", f"Jörg Müller {n}", str(IBAN.generate("DE", BANK, f"{n:010d}")), "")
            + (MONATE[0], True, ENTSCHIEDEN, sach.pk)
            for n in nummern
        ),
    )
    fuege_an(
        Zahlungswegfreigabe,
        ("zahlungsweg", "erfasst_von", "freigegeben_von", "freigegeben_am"),
        ((n, sach.pk, team.pk, ENTSCHIEDEN) for n in nummern),
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def zahle(monat: date) -> dict[str, float]:
    from sozialamt.akte.models import Benutzer
    from sozialamt.kasse.invarianten import pruefe_kasse
    from sozialamt.kasse.models import Auffaelligkeit
    from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
    from sozialamt.kasse.vorgaenge.zahllauf_pruefen import auffaelligkeit_abhaken, zahllauf_pruefen
    from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
    from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden

    kasse, team = Benutzer.objects.get(username="kasse"), Benutzer.objects.get(username="team")
    jetzt = datetime(monat.year, monat.month, 1, 6, 0, tzinfo=UTC)
    tag = jetzt.date() + timedelta(days=2)
    zeiten: dict[str, float] = {}
    with uhr(zeiten, "sammeln"):
        lauf = zahllauf_sammeln(benutzer=kasse, monat=monat, ausfuehrungstag=tag, zeitpunkt=jetzt)
    with uhr(zeiten, "pruefen"):
        zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=jetzt)
    for eine in Auffaelligkeit.objects.filter(zahlung__zahllauf=lauf):
        auffaelligkeit_abhaken(benutzer=team, auffaelligkeit=eine, zeitpunkt=jetzt)
    with uhr(zeiten, "freigeben"):
        zahllauf_freigeben(benutzer=team, zahllauf=lauf, zeitpunkt=jetzt)
    with uhr(zeiten, "datei"):
        zahldatei_erstellen(benutzer=kasse, zahllauf=lauf, zeitpunkt=jetzt)
    with uhr(zeiten, "senden"):
        zahllauf_senden(benutzer=kasse, zahllauf=lauf, zeitpunkt=jetzt)
    with uhr(zeiten, "regeln"):
        verstoesse = pruefe_kasse()
    if verstoesse:
        raise SystemExit(f"Die Bücher gehen nicht auf: {verstoesse[:5]}")
    return zeiten


if __name__ == "__main__":
    sys.exit(main(*(int(a) for a in sys.argv[1:])))
