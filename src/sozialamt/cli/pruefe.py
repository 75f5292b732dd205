"""`sozialamt pruefe`: a case file without calculating it, the age of the parameters, or the ledger."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime

from sozialamt.cli import FEHLER
from sozialamt.cli.ausgabe import monat
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.kalender import iso, monate_bis
from sozialamt.rechenkern.values import Datum
from sozialamt.recht.fall import lies_fall

VERALTET_NACH_MONATEN = 12


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument(
        "was", metavar="FALL.yaml | parameter | kasse", help="Fall als YAML-Datei, „parameter“ oder „kasse“"
    )
    parser.add_argument("--monat", type=monat, metavar="JJJJ-MM", help="Monat (sonst der im Fall genannte oder heute)")
    parser.set_defaults(tue=pruefe)


def pruefe(argumente: argparse.Namespace) -> int:
    """Check and say what was found."""
    heute = int(datetime.now(tz=UTC).strftime("%Y%m%d"))
    if argumente.was == "parameter":
        return _pruefe_parameter(argumente.monat or heute)
    if argumente.was == "kasse":
        return _pruefe_kasse()
    fall = lies_fall(argumente.was, regelwerk())
    m = argumente.monat or fall.monat or heute // 100 * 100 + 1
    personen = len(fall.fall(m).personen)
    wer = "1 Person" if personen == 1 else f"{personen} Personen"
    print(f"In Ordnung: {fall.titel or argumente.was} – {wer} im Monat {iso(m)[:7]}.")
    return 0


def _pruefe_kasse() -> int:
    """Every rule of the ledger on the whole database; nothing is changed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
    import django

    django.setup()
    from sozialamt.kasse.invarianten import REGELN

    gesamt = 0
    for regel in REGELN:
        verstoesse = list(regel.pruefe())
        gesamt += len(verstoesse)
        print(f"{'in Ordnung' if not verstoesse else 'VERLETZT  '}  {regel.satz}")
        for stelle in verstoesse:
            print(f"            {stelle}")
    print(f"{len(REGELN)} Regeln, {gesamt} Verstöße.")
    return FEHLER if gesamt else 0


def _pruefe_parameter(heute: Datum) -> int:
    """List every value that was last checked more than twelve months ago."""
    alt = [
        (p.name, f)
        for p in regelwerk().parameter.values()
        for f in p.fassungen
        if monate_bis(f.geprueft_am, heute) > VERALTET_NACH_MONATEN
    ]
    for name, f in alt:
        print(f"{name} ab {iso(f.ab)}: zuletzt geprüft am {iso(f.geprueft_am)} – {f.quelle}")
    gesamt = sum(len(p.fassungen) for p in regelwerk().parameter.values())
    print(f"{gesamt} Werte, davon {len(alt)} seit mehr als {VERALTET_NACH_MONATEN} Monaten ungeprüft.")
    return FEHLER if alt else 0
