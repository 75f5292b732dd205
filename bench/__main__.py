"""`make bench`: measure everything, write `docs/leistung/`, check the requirements. Exit code 1 if one is missed."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from typing import Any

import pyarrow as pa

from bench import bericht, kasse, maschine, staedte, vergleich
from bench.gemeinsam import ARBEIT, UMGEBUNG, WURZEL, bevoelkerung, guenstigste
from bench.gesamt import DEUTSCHLAND
from bench.muss import melde

RUNDEN = 3
"""Rounds in which the kernel and GETTSIM are measured in turn."""
GROESSEN = (10_000, 100_000, 1_000_000, 10_000_000)


def main() -> int:
    """Run the parts one after the other, each in a process of its own; `kasse` and `buero` are their own."""
    if sys.argv[1:2] == ["kasse"]:
        return kasse.main()
    if sys.argv[1:2] == ["buero"]:
        return subprocess.run([sys.executable, "-m", "bench.buero", *sys.argv[2:]], cwd=WURZEL, check=False).returncode
    wahl = argumente().parse_args()
    if wahl.teil == "vergleich":
        return staedte.main()
    ARBEIT.mkdir(parents=True, exist_ok=True)
    ergebnis: dict[str, Any] = maschine.stempel()
    kernordner = ARBEIT / "kern"
    shutil.rmtree(kernordner, ignore_errors=True)
    ergebnis["start"] = lauf("Übersetzen", "bench.kern_lauf", "uebersetze", kernordner)
    ergebnis["start"] |= lauf("Laden", "bench.kern_lauf", "lade", kernordner)
    tabelle = bevoelkerung(wahl.personen)
    with pa.OSFile(str(ARBEIT / "haushalte.arrow"), "wb") as datei, pa.ipc.new_file(datei, tabelle.schema) as schreiber:
        schreiber.write_table(tabelle)
    ergebnis["runden"] = RUNDEN
    ergebnis["kern"], gettsim = messe_im_wechsel(tabelle, mit_gettsim=not wahl.ohne_gettsim)
    ergebnis["wachstum"] = lauf("Wachstum", "bench.kern_lauf", "skaliere", *GROESSEN)
    if gettsim:
        ergebnis["gettsim"] = vergleich.stelle_gegenueber(tabelle, ergebnis["kern"], gettsim)
    if wahl.voll:
        ergebnis["gesamt"] = lauf("Gesamt", "bench.gesamt", DEUTSCHLAND)
    muss = bericht.schreibe(ergebnis)
    return melde(muss)


def messe_im_wechsel(tabelle: pa.Table, mit_gettsim: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """The kernel and GETTSIM in turn, each with its best round: a shared machine is now fast, now slow."""
    kern: dict[str, Any] = {}
    gettsim: dict[str, Any] = {}
    if mit_gettsim:
        vergleich.bereite_vor(tabelle, bevoelkerung(3))
    for runde in range(1, RUNDEN + 1):
        messung = lauf(f"Rechnen {runde}/{RUNDEN}", "bench.kern_lauf", "messe", ARBEIT)
        kern = guenstigste(kern, messung) if kern else messung
        if mit_gettsim:
            print(f"GETTSIM {runde}/{RUNDEN} …", file=sys.stderr, flush=True)
            ihre = vergleich.messe()
            gettsim = guenstigste(gettsim, ihre) if gettsim else ihre
    return kern, gettsim


def argumente() -> argparse.ArgumentParser:
    """Options of the run."""
    parser = argparse.ArgumentParser(prog="make bench", description="Den Rechenkern messen")
    parser.add_argument("teil", nargs="?", choices=["vergleich"], help="nur den Städtevergleich messen")
    parser.add_argument("--personen", type=int, default=1_000_000, help="Personen des Vergleichs")
    parser.add_argument("--ohne-gettsim", action="store_true", help="ohne den Vergleich mit GETTSIM")
    parser.add_argument("--voll", action="store_true", help="auch 83 Mio. Personen (einige GB Platz, einige Minuten)")
    return parser


def lauf(titel: str, modul: str, *argumente: object) -> dict[str, Any]:
    """One part in a fresh process; its last line is the result."""
    print(f"{titel} …", file=sys.stderr, flush=True)
    befehl = [sys.executable, "-m", modul, *map(str, argumente)]
    fertig = subprocess.run(befehl, cwd=WURZEL, env=UMGEBUNG, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(fertig.stdout.strip().splitlines()[-1]))


if __name__ == "__main__":
    sys.exit(main())
