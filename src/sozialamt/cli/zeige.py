"""`sozialamt zeige`: examination scheme, graph and parameters of a benefit or of any rule."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from sozialamt.cli.ausgabe import monat
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.rechenkern import Parameter, UnbekannterName, anzeige, plane, zeige, zeige_svg
from sozialamt.rechenkern.kalender import iso


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("ziel", metavar="LEISTUNG", nargs="?", help="Schlüssel einer Leistung oder Name einer Regel")
    parser.add_argument("--monat", type=monat, metavar="JJJJ-MM", help="Rechtsstand (sonst der laufende Monat)")
    parser.add_argument("--tiefe", type=int, metavar="N", help="zeigt nur so viele Stufen")
    parser.add_argument("--svg", type=Path, metavar="DATEI", help="schreibt den Graphen als SVG")
    parser.add_argument("--parameter", action="store_true", help="zeigt alle Werte mit Norm, Fundstelle und Quelle")
    parser.set_defaults(tue=zeige_befehl)


def zeige_befehl(argumente: argparse.Namespace) -> int:
    """Print what was asked for; without a target the list of benefits."""
    werk, alle = regelwerk(), steckbriefe()
    if argumente.ziel is None:
        print("\n\n".join(_parameter(p) for p in werk.parameter.values()) if argumente.parameter else _liste(alle))
        return 0
    steckbrief = alle.get(argumente.ziel)
    ziel = steckbrief.anspruch if steckbrief else argumente.ziel
    if ziel not in werk.regeln:
        raise UnbekannterName(ziel, None, [*alle, *werk.regeln])
    m = argumente.monat or int(datetime.now(tz=UTC).strftime("%Y%m01"))
    if argumente.svg:
        argumente.svg.write_text(zeige_svg(werk, ziel, m), encoding="utf-8")
        print(f"Geschrieben: {argumente.svg}")
    elif argumente.parameter:
        namen = plane(werk, steckbrief.regelnamen() if steckbrief else [ziel], m).parameter
        print("\n\n".join(_parameter(werk.parameter[n]) for n in namen))
    else:
        print((_kopf(steckbrief) if steckbrief else "") + zeige(werk, ziel, m, tiefe=argumente.tiefe))
    return 0


def _liste(alle: dict[str, Steckbrief]) -> str:
    breite = max(map(len, alle), default=0)
    return "\n".join(f"{schluessel:<{breite}}  {s.titel} ({s.rechtsgrundlage})" for schluessel, s in alle.items())


def _kopf(s: Steckbrief) -> str:
    zeilen = [
        f"{s.titel} ({s.kurz})",
        f"  Rechtsgrundlage  {s.rechtsgrundlage}",
        f"  zuständig        {s.zustaendig}",
        f"  Kostenträger     {s.kostentraeger}",
    ]
    if s.erstattung:
        zeilen.append(f"  Erstattung       {s.erstattung.von}, {s.erstattung.norm}")
    zeilen += [f"  ab {ab}    {name}" for ab, name in s.namen]
    return "\n".join(zeilen) + "\n\n"


def _parameter(p: Parameter) -> str:
    zeilen = [f"{p.titel} [{p.name}] – {p.norm}"]
    for f in p.fassungen:
        bekannt = f", bekannt ab {iso(f.bekannt_ab)}" if f.bekannt_ab != f.ab else ""
        zeilen.append(f"  {iso(f.ab)} bis {iso(f.bis)}{bekannt}: {anzeige(f.wert, p.einheit)}")
        zeilen.append(f"      Fundstelle: {f.norm}; Quelle: {f.quelle}; {f.beleg}; geprüft am {iso(f.geprueft_am)}")
        if f.hinweis:
            zeilen.append(f"      Hinweis: {f.hinweis}")
    return "\n".join(zeilen)
