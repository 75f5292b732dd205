"""`sozialamt rechenkern uebersetze`: compile the kernel of all entitlements ahead, so that no mass run waits for it."""

from __future__ import annotations

import argparse
import time
from datetime import date

from sozialamt.cli.ausgabe import monat
from sozialamt.cli.rechne import liste, standardziele
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.kern import store
from sozialamt.rechenkern.kern.run import Rechenauftrag, Rechner


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    taetigkeiten = parser.add_subparsers(required=True, metavar="TÄTIGKEIT", title="Tätigkeiten")
    text = "übersetzt die Regeln eines Monats und legt den Kern in den Zwischenspeicher"
    uebersetze = taetigkeiten.add_parser("uebersetze", help=text, description=text[0].upper() + text[1:] + ".")
    uebersetze.add_argument("--monat", type=monat, metavar="JJJJ-MM", help="Monat (sonst der laufende)")
    uebersetze.add_argument("--ziele", type=liste, help="Regeln, mit Komma getrennt (sonst alle Ansprüche)")
    uebersetze.add_argument("--wenn-frei", action="store_true", help="endet sofort, wenn schon eine Übersetzung läuft")
    uebersetze.set_defaults(tue=uebersetze_kern)


def uebersetze_kern(argumente: argparse.Namespace) -> int:
    """Compile, or find that a sound copy is there already."""
    with store.einziger_lauf("uebersetzung") as frei:
        return _uebersetze(argumente) if frei or not argumente.wenn_frei else 0


def _uebersetze(argumente: argparse.Namespace) -> int:
    beginn = time.monotonic()
    tag = argumente.monat or monat(f"{date.today():%Y-%m}")  # noqa: DTZ011 - the desk's calendar
    rechner = Rechner(regelwerk(), Rechenauftrag.fuer(argumente.ziele or standardziele(), tag))
    rechner.bereite_vor()
    print(f"{len(rechner.plan.schritte)} Regeln stehen bereit ({time.monotonic() - beginn:.1f} s).")
    return 0
