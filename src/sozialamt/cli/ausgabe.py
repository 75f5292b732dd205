"""What all commands share: messages, months, colours none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sozialamt.akte.fehler import Aktenfehler, AngabenFehler
from sozialamt.cli import FEHLER
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import FehlendeAngaben, Rechenfehler, UngueltigeAngaben, anzeige
from sozialamt.rechenkern.kalender import datum_aus_iso, monat_plus
from sozialamt.rechenkern.values import Datum
from sozialamt.recht.laden import Dateifehler


@dataclass
class Stand:
    """Exit code of the command that ran."""

    code: int = 0


@contextmanager
def melde_fehler() -> Iterator[Stand]:
    """Turn refused input into one German message per fault on standard error and exit code 2."""
    stand = Stand()
    try:
        yield stand
    except UngueltigeAngaben as fehler:
        for mangel in fehler.maengel:
            print(f"Fehler: {mangel}", file=sys.stderr)
        stand.code = FEHLER
    except FehlendeAngaben as fehler:
        for frage in fehler.fragen:
            print(f"Frage: {frage} {frage.hilfe}", file=sys.stderr)
        stand.code = FEHLER
    except AngabenFehler as fehler:
        for mangel in fehler.maengel:
            print(f"Fehler: {mangel}", file=sys.stderr)
        stand.code = FEHLER
    except (Rechenfehler, Dateifehler, Aktenfehler) as fehler:
        print(f"Fehler: {fehler}", file=sys.stderr)
        stand.code = FEHLER
    except BrokenPipeError:
        sys.stderr.close()


def monat(text: str) -> Datum:
    """Argument type: '2026-11' (or a day of it) as the first of the month."""
    try:
        return datum_aus_iso(text) // 100 * 100 + 1
    except ValueError as fehler:
        raise argparse.ArgumentTypeError(f"{text!r} ist kein Monat. Schreibe ihn als JJJJ-MM.") from fehler


def monate(von: Datum, bis: Datum) -> list[Datum]:
    """All months from one to another, both included."""
    ergebnis = [von]
    while ergebnis[-1] < bis:
        ergebnis.append(monat_plus(ergebnis[-1], 1))
    return ergebnis


def bedingung(name: str, werte: Iterable[int]) -> str:
    """'wohnform = wohnung | sonstige_unterkunft', in the words of a case file."""
    m = regelwerk().merkmale[name]
    worte = (m.auswahl(w).schluessel if m.auswahl else anzeige(w, m.einheit, m.auswahl) for w in sorted(werte))
    return f"{name} = " + " | ".join(worte)
