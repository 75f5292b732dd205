"""`sozialamt merkmale`: the vocabulary of facts, for whoever writes a case file."""

from __future__ import annotations

import argparse

from sozialamt.cli.ausgabe import bedingung
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Merkmal, anzeige


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("suche", metavar="WORT", nargs="?", default="", help="nur Merkmale, die dieses Wort enthalten")
    parser.add_argument("--pflicht", action="store_true", help="nur Merkmale ohne Vorgabe")
    parser.set_defaults(tue=merkmale)


def merkmale(argumente: argparse.Namespace) -> int:
    """Print the facts that fit."""
    wort = argumente.suche.lower()
    passend = [
        m
        for m in regelwerk().merkmale.values()
        if wort in f"{m.name} {m.titel} {m.hilfe} {m.norm}".lower() and (m.pflicht or not argumente.pflicht)
    ]
    print("\n\n".join(map(_text, sorted(passend, key=lambda m: (m.ebene, m.gruppe, m.name)))) or "Kein Merkmal passt.")
    return 0


def _text(m: Merkmal) -> str:
    art = m.art.value
    if m.auswahl:
        art = " | ".join(o.schluessel for o in m.auswahl)
    vorgabe = "muss angegeben werden" if m.vorgabe is None else f"Vorgabe {anzeige(m.vorgabe, m.einheit, m.auswahl)}"
    zeilen = [f"{m.name} – {m.titel} ({m.ebene}, {m.norm})", f"    {art}; {vorgabe}. {m.vorgabe_grund}".rstrip()]
    if m.wenn:
        zeilen.append("    nur wenn " + " und ".join(bedingung(name, werte) for name, werte in m.wenn.items()))
    return "\n".join([*zeilen, f"    {m.hilfe}"])
