"""One part of `python -m bench kasse` in a process of its own: `python -m bench.kasse_lauf PART CASES`.

Prints one line of JSON: seconds, CPU seconds (this process; the database server's are not in it) and peak memory.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import django

from bench.kasse_bestand import MONATE, lege_an
from bench.kern_lauf import spitze

Zeiten = dict[str, dict[str, float]]
RENTENERHOEHUNG = 1.0374
AUSGEFUEHRT = 200
"""So many cases of the mass run are executed to measure one."""


def main(teil: str, faelle: int) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "sozialamt.config.settings"
    django.setup()
    ergebnis = {"anlegen": anlegen, "vorschau": vorschau, "zahllauf": zahllauf, "massenlauf": massenlauf}[teil](faelle)
    ergebnis["mib"] = spitze() >> 20
    print(json.dumps(ergebnis))
    return 0


@contextmanager
def uhr(zeiten: Zeiten, name: str) -> Iterator[None]:
    """Seconds on the wall and of this process."""
    beginn, cpu = time.perf_counter(), time.process_time()
    yield
    zeiten[name] = {"s": round(time.perf_counter() - beginn, 2), "cpu": round(time.process_time() - cpu, 2)}
    print(f"  {name}: {zeiten[name]}", file=sys.stderr, flush=True)


def anlegen(faelle: int) -> dict[str, Any]:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    zeiten: Zeiten = {}
    with uhr(zeiten, "anlegen"):
        stand = lege_an(faelle)
    return {"zeiten": zeiten, "stand": stand}


def renten():
    """A pension file: every statutory pension rises."""
    import polars as pl

    from sozialamt.akte.massenlauf.rentendatei import RENTE
    from sozialamt.akte.models import Tatsache

    alte = Tatsache.objects.filter(merkmal=RENTE).values_list("person_id", "wert")
    zeilen = [(person, RENTE, round(wert * RENTENERHOEHUNG)) for person, wert in alte]
    return pl.DataFrame(zeilen, schema={"person": pl.Int64, "merkmal": pl.String, "wert": pl.Int64}, orient="row")


def vorschau(_faelle: int) -> dict[str, Any]:
    """The preview as the command makes it; the compiled kernel of the month is in the cache."""
    from sozialamt.akte.massenlauf.vorschau import vergleiche

    zeiten: Zeiten = {}
    neue = renten()
    with uhr(zeiten, "vorschau"):
        posten, geprueft = vergleiche(MONATE[0], angaben=neue)
    unveraendert, _ = vergleiche(MONATE[0])
    return {"zeiten": zeiten, "geprueft": geprueft, "geaendert": len(posten), "ohne_anlass": len(unveraendert)}


def zahllauf(_faelle: int) -> dict[str, Any]:
    """Two months: the second run meets a ledger that is already there. The invariants hold after each."""
    zeiten: Zeiten = {}
    for monat in MONATE:
        zeiten = zahle(monat)
    return {"zeiten": zeiten}


def zahle(monat: date) -> Zeiten:
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
    zeiten: Zeiten = {}
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


def massenlauf(_faelle: int) -> dict[str, Any]:
    """Prepare a run over all cases, release it, execute some as the command does; then set their letters again."""
    from sozialamt.akte.massenlauf.rentendatei import Rentenangabe
    from sozialamt.akte.models import Benutzer, Bescheid, Mitgliedschaft
    from sozialamt.akte.models.massenlauf import Postenstand
    from sozialamt.akte.vorgaenge.massenlauf_freigeben import massenlauf_freigeben
    from sozialamt.akte.vorgaenge.massenlauf_vorbereiten import massenlauf_vorbereiten
    from sozialamt.akte.vorgaenge.massenlaufposten_ausfuehren import massenlaufposten_ausfuehren
    from sozialamt.akte.vorgaenge.renten_eintragen import renten_eintragen
    from sozialamt.leistungen.speicher import geladenes_bleibt

    zeiten: Zeiten = {}
    akte_von = dict(Mitgliedschaft.objects.values_list("person_id", "haushalt_id"))
    angaben = [Rentenangabe(akte_von[p], p, cent, "Rentendatei") for p, _, cent in renten().iter_rows()]
    team, zweite = (Benutzer.objects.get(username=name) for name in ("team", "zweite"))
    with uhr(zeiten, "vorbereiten"):
        lauf = massenlauf_vorbereiten(benutzer=team, monat=MONATE[0], anlass="Rentenanpassung", renten=angaben)
    lauf = massenlauf_freigeben(benutzer=zweite, lauf=lauf)
    geladenes_bleibt()
    posten = list(lauf.posten.all().wartend().order_by("pk")[: AUSGEFUEHRT + 5])
    for einer in posten:
        renten_eintragen(lauf=lauf, haushalt_id=einer.haushalt_id)
    for einer in posten[:5]:
        massenlaufposten_ausfuehren(posten=einer)
    with uhr(zeiten, "ausfuehren"):
        fertig = [massenlaufposten_ausfuehren(posten=einer) for einer in posten[5:]]
    erlassen = [p.bescheid_id for p in fertig if p.stand == Postenstand.ERLASSEN]
    bescheide = list(Bescheid.objects.filter(pk__in=erlassen).select_related("created_by"))
    zeiten |= briefe(bescheide)
    return {"zeiten": zeiten, "posten": lauf.posten.count(), "ausgefuehrt": len(fertig), "briefe": len(erlassen)}


def briefe(bescheide: list[Any]) -> Zeiten:
    """Each letter whole before the next, as in a run: what belongs in it, then the file. Both are added up."""
    from sozialamt.akte.bescheidschreiben import bescheiddaten
    from sozialamt.akte.schreiben import rendere_bescheid

    stellen = []
    while bescheide:
        bescheid = bescheide.pop(0)
        stellen.append((time.perf_counter(), time.process_time()))
        daten = bescheiddaten(bescheid)
        stellen.append((time.perf_counter(), time.process_time()))
        rendere_bescheid(daten)
    stellen.append((time.perf_counter(), time.process_time()))
    dauern = [(bis[0] - von[0], bis[1] - von[1]) for von, bis in pairwise(stellen)]
    return {
        name: {"s": round(sum(s for s, _ in teil), 2), "cpu": round(sum(cpu for _, cpu in teil), 2)}
        for name, teil in (("zusammenstellen", dauern[::2]), ("setzen", dauern[1::2]))
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
