"""`sozialamt rechne EINGABE.parquet`: targets for every household of Parquet files, resumable, on all cores or many."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sozialamt.cli.ausgabe import monat
from sozialamt.cli.fortschritt import Anzeige
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.rechenkern import Mangel, UngueltigeAngaben
from sozialamt.rechenkern.kern.run import Rechenauftrag, Rechner
from sozialamt.rechenkern.kern.specialize import entbehrlich
from sozialamt.rechenkern.kern.streaming import Bilanz, Lauf, oeffne, stroeme, teile_von
from sozialamt.rechenkern.plan import plane
from sozialamt.rechenkern.values import Datum

if TYPE_CHECKING:
    from distributed import Client

STANDARD = "standard"
ALLE = "alle"
REGELWERK = "sozialamt.leistungen:regelwerk"
_GENANNT = 12


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument(
        "eingabe", type=Path, metavar="EINGABE.parquet", help="Datei oder Ordner, eine Zeile je Haushalt"
    )
    parser.add_argument("--monat", type=monat, required=True, metavar="JJJJ-MM", help="berechneter Monat")
    parser.add_argument(
        "--ausgabe", type=Path, required=True, help="Ordner für das Ergebnis; fertige Teile gelten weiter"
    )
    parser.add_argument(
        "--ziele", type=liste, default=(STANDARD,), help="Regeln, mit Komma getrennt; „standard“ sind alle Ansprüche"
    )
    parser.add_argument(
        "--vorgaben",
        type=liste,
        default=(),
        help="Merkmale ohne Spalte, für die die Vorgabe gilt; „alle“ sind alle solchen",
    )
    parser.add_argument(
        "--behalte", type=liste, default=(), help="Spalten, die unverändert ins Ergebnis kommen (Schlüssel)"
    )
    parser.add_argument("--faeden", type=_faeden, default=None, help="Rechenfäden (sonst alle Kerne)")
    parser.add_argument(
        "--cluster", metavar="ADRESSE", help="Adresse eines dask-Schedulers, tcp://…; braucht das Extra verteilt"
    )
    parser.set_defaults(tue=rechne)


def rechne(argumente: argparse.Namespace) -> int:
    """Calculate, with progress on standard error and the balance on standard output."""
    beginn = time.monotonic()
    lauf = Lauf.aus(argumente.eingabe, argumente.ausgabe, argumente.behalte)
    auftrag = _auftrag(argumente, lauf)
    with Anzeige(sum(t.personen for t in teile_von(lauf))) as anzeige:
        if argumente.cluster:
            bilanz = _rechne_verteilt(argumente.cluster, auftrag, lauf, anzeige)
        else:
            bilanz = stroeme(Rechner(regelwerk(), auftrag), lauf, argumente.faeden, anzeige.weiter)
    print(_schluss(bilanz, time.monotonic() - beginn, argumente.ausgabe))
    return 0


def liste(text: str) -> tuple[str, ...]:
    """Argument type: names separated by commas."""
    return tuple(teil for teil in (t.strip() for t in text.split(",")) if teil)


def standardziele() -> tuple[str, ...]:
    """The entitlement of every benefit with a formula."""
    return tuple(dict.fromkeys(s.anspruch for s in steckbriefe().values() if s.anspruch))


def _faeden(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} ist keine Zahl ab 1.")
    return int(text)


def _auftrag(argumente: argparse.Namespace, lauf: Lauf) -> Rechenauftrag:
    ziele = standardziele() if argumente.ziele == (STANDARD,) else argumente.ziele
    vorgaben = argumente.vorgaben
    if vorgaben == (ALLE,):
        vorgaben = _ohne_spalte(ziele, argumente.monat, lauf)
    return Rechenauftrag.fuer(ziele, argumente.monat, vorgaben=frozenset(vorgaben))


def _ohne_spalte(ziele: Sequence[str], tag: Datum, lauf: Lauf) -> Sequence[str]:
    """Facts the targets need that have a documented default and no column in any of the input files."""
    spalten = set[str]().union(*(oeffne(d).schema_arrow.names for d in lauf.eingabe))
    return entbehrlich(plane(regelwerk(), ziele, tag), spalten)


def _rechne_verteilt(adresse: str, auftrag: Rechenauftrag, lauf: Lauf, anzeige: Anzeige) -> Bilanz:
    with _verbinde(adresse) as client:
        from sozialamt.rechenkern.kern.cluster import stroeme_verteilt

        return stroeme_verteilt(client, REGELWERK, auftrag, lauf, anzeige.weiter)


def _verbinde(adresse: str) -> Client:
    try:
        from distributed import Client
    except ImportError as fehler:
        mangel = Mangel("--cluster", adresse, "dafür fehlt das Paket distributed", "Installiere das Extra „verteilt“.")
        raise UngueltigeAngaben([mangel]) from fehler
    try:
        return Client(adresse, timeout="10s")
    except (OSError, ValueError) as fehler:
        mangel = Mangel("--cluster", adresse, "dort antwortet kein Scheduler", "Starte ihn mit „dask scheduler“.")
        raise UngueltigeAngaben([mangel]) from fehler


def _schluss(bilanz: Bilanz, dauer: float, ausgabe: Path) -> str:
    zeilen = [
        f"{_zahl(bilanz.personen)} Personen in {_zahl(bilanz.haushalte)} Haushalten, {bilanz.teile} Teile "
        f"({bilanz.uebernommen} schon fertig), {dauer:.0f} s. Ergebnis: {ausgabe}"
    ]
    haeufig = sorted(bilanz.ergaenzt.items(), key=lambda eintrag: (-eintrag[1], eintrag[0]))[:_GENANNT]
    zeilen += [f"  Vorgabe eingesetzt: {name} ({_zahl(anzahl)}-mal)" for name, anzahl in haeufig if anzahl]
    return "\n".join(zeilen)


def _zahl(wert: int) -> str:
    return f"{wert:,}".replace(",", ".")
