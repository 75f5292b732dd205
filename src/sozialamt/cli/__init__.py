"""The command `sozialamt`. One module per subcommand; each is imported only when it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

BEFEHLE = {
    "berechne": "rechnet einen Fall und druckt den Berechnungsbogen",
    "pruefe": "prüft einen Fall, die Parameter oder die Kasse, ohne zu rechnen",
    "zeige": "zeigt Prüfschema, Graph oder Parameter einer Leistung",
    "merkmale": "listet die Angaben, nach denen Regeln fragen",
    "schema": "druckt das JSON-Schema der Fälle, der Spur oder des Rechenwegs",
    "rechne": "rechnet viele Haushalte aus Parquet-Dateien",
    "rechenkern": "übersetzt den Rechenkern im Voraus",
    "loesche": "löscht nach dem Löschkonzept, was fällig ist",
    "massenlauf": "rechnet alle laufenden Fälle neu, mit Vorschau und Freigabe",
    "refinanzierung": "zählt, was andere Kostenträger erstatten",
    "zahllauf": "zeigt Zahlläufe, gibt Zahldateien heraus, liest Kontoauszüge ein",
    "demo": "erzeugt eine ganze Stadt mit erfundenen Menschen",
    "start": "startet das Beispielamt auf diesem Rechner",
}
FEHLER = 2
"""Exit code of every refused input."""


def main(argv: Sequence[str] | None = None) -> int:
    """Entry point; returns the exit code: 0 done, 2 input refused."""
    argumente = sys.argv[1:] if argv is None else list(argv)
    parser = _parser(argumente[0] if argumente else "")
    gewaehlt = parser.parse_args(argumente)
    if not hasattr(gewaehlt, "tue"):
        parser.print_help()
        return FEHLER
    from sozialamt.cli.ausgabe import melde_fehler

    with melde_fehler() as stand:
        stand.code = gewaehlt.tue(gewaehlt) or 0
    return stand.code


def _parser(befehl: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sozialamt", description="Fachverfahren für Sozialämter.")
    unter = parser.add_subparsers(metavar="BEFEHL", title="Befehle")
    for name, hilfe in BEFEHLE.items():
        teil = unter.add_parser(name, help=hilfe, description=hilfe[0].upper() + hilfe[1:] + ".")
        if name == befehl:
            import_module(f"sozialamt.cli.{name}").ergaenze(teil)
    return parser
