"""`sozialamt zahllauf`: Stand der Zahlläufe; eine Zahldatei herausgeben; einen Kontoauszug einlesen."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from sozialamt.cli import FEHLER

ANZAHL = 20


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    unter = parser.add_subparsers(metavar="WAS", required=True)
    unter.add_parser("liste", help="die letzten Zahlläufe mit Stand und Summe").set_defaults(tue=_mit_datenbank(_liste))
    datei = unter.add_parser("datei", help="schreibt die abgelegte Zahldatei eines Laufs")
    datei.add_argument("nummer", help="Nummer des Laufs, etwa Z202607-01")
    datei.add_argument("ziel", type=Path, help="Datei, die geschrieben wird")
    datei.set_defaults(tue=_mit_datenbank(_datei))
    auszug = unter.add_parser("auszug", help="liest einen Kontoauszug (camt.053 oder camt.054) ein")
    auszug.add_argument("datei", type=Path, help="XML-Datei der Bank")
    auszug.add_argument("--benutzer", required=True, help="Konto, in dessen Namen gebucht wird")
    auszug.set_defaults(tue=_mit_datenbank(_auszug))


def _mit_datenbank(was: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Loads Django first; a refusal of the domain becomes one line and exit code 2."""

    def tue(argumente: argparse.Namespace) -> int:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
        import django

        django.setup()
        from sozialamt.akte.fehler import Aktenfehler

        try:
            return was(argumente)
        except Aktenfehler as fehler:
            print(f"Fehler: {fehler}", file=sys.stderr)
            return FEHLER

    return tue


def _liste(argumente: argparse.Namespace) -> int:
    from sozialamt.kasse.models import Zahllauf
    from sozialamt.rechenkern.values import euro

    for lauf in Zahllauf.objects.all()[:ANZAHL]:
        print(f"{lauf.nummer}  {lauf.get_status_display():15} {lauf.anzahl:>7} Zahlungen  {euro(lauf.summe):>18}")
    return 0


def _datei(argumente: argparse.Namespace) -> int:
    from sozialamt.kasse.models import Zahldatei

    datei = Zahldatei.objects.filter(zahllauf__nummer=argumente.nummer).first()
    if datei is None:
        print(f"Fehler: Zu {argumente.nummer} gibt es keine Zahldatei.", file=sys.stderr)
        return FEHLER
    argumente.ziel.write_bytes(bytes(datei.inhalt))
    print(f"{argumente.ziel}: {datei.anzahl} Zahlungen, SHA-256 {datei.sha256}")
    return 0


def _auszug(argumente: argparse.Namespace) -> int:
    from sozialamt.akte.models import Benutzer
    from sozialamt.kasse.models import Kontobewegung
    from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen

    benutzer = Benutzer.objects.filter(username=argumente.benutzer).first()
    if benutzer is None:
        print(f"Fehler: Ein Konto „{argumente.benutzer}“ gibt es nicht.", file=sys.stderr)
        return FEHLER
    inhalt = argumente.datei.read_bytes()
    gelesen = kontoauszug_einlesen(benutzer=benutzer, inhalt=inhalt, dateiname=argumente.datei.name)
    offen = Kontobewegung.objects.zu_klaeren().count()
    print(f"{gelesen.bewegungen_gesamt} Bewegungen gelesen; zu klären sind insgesamt {offen}.")
    return 0
