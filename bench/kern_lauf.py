"""Measurements of the kernel, each in a process of its own so that times and memory are its own. Prints JSON.

`uebersetze ORDNER` compiles into an empty folder; `lade` starts from the cache; `messe ORDNER` works on the households
in `haushalte.arrow` there; `skaliere N…` measures growth.
"""

from __future__ import annotations

import itertools
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from bench.gemeinsam import GEMEINSAM, KETTE, MONAT, bevoelkerung, rechner
from sozialamt.cli.rechne import standardziele
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Fall, erklaere
from sozialamt.rechenkern.facts import Merkmalsart
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner, store
from sozialamt.rechenkern.levels import HAUSHALT

KERNE = os.cpu_count() or 1
FAELLE = 50
"""Single households calculated one after the other."""


def dauer(fn: Callable[[], Any], mal: int = 7) -> float:
    """Median wall time of repeated calls after one that warms up."""
    fn()
    zeiten = []
    for _ in range(mal):
        beginn = time.perf_counter()
        fn()
        zeiten.append(time.perf_counter() - beginn)
    return statistics.median(zeiten)


def spitze() -> int:
    """Peak memory of this program in bytes; what the kernel counts per process includes the parent before it began."""
    zeilen = Path("/proc/self/status").read_text().splitlines()
    return next(int(z.split()[1]) * 1024 for z in zeilen if z.startswith("VmHWM:"))


def uebersetze(ordner: str) -> dict[str, Any]:
    """Compile from nothing the chain for the columns of the population, and all entitlements with the wide kernel."""
    os.environ[store.UMGEBUNG] = ordner
    regelwerk()
    spalten = bevoelkerung(10).schema.names
    beginn = time.perf_counter()
    kette = rechner(spalten)
    mitte = time.perf_counter()
    alle = Rechner(regelwerk(), Rechenauftrag.fuer(standardziele(), MONAT))
    alle.bereite_vor()
    return {
        "kette_regeln": len(kette.plan.schritte),
        "kette_s": mitte - beginn,
        "alle_regeln": len(alle.plan.schritte),
        "alle_s": time.perf_counter() - mitte,
    }


def lade(ordner: str) -> dict[str, Any]:
    """Start of a fresh process: reading the law, then the compiled kernel from the cache (LLVM's import included)."""
    os.environ[store.UMGEBUNG] = ordner
    beginn = time.perf_counter()
    regelwerk()
    mitte = time.perf_counter()
    rechner(bevoelkerung(10).schema.names)
    return {"regelwerk_s": mitte - beginn, "kern_s": time.perf_counter() - mitte}


def messe(ordner: str) -> dict[str, Any]:
    """Arithmetic, whole call and memory of what GETTSIM knows, too, and of the whole chain; the single traced case."""
    ort = Path(ordner)
    with pa.OSFile(str(ort / "haushalte.arrow")) as datei, pa.ipc.open_file(datei) as leser:
        tabelle = leser.read_all()
    gemeinsam = _gemessen(rechner(tabelle.schema.names, GEMEINSAM), tabelle)
    r = rechner(tabelle.schema.names)
    messung = _gemessen(r, tabelle)
    satz = r.lies(tabelle)
    np.savez(ort / "unser_ergebnis.npz", **r.rechne_satz(satz, KERNE))
    gelesen = sum(s.byte for s in satz.spalten.values()) + satz.grenzen.nbytes
    geschrieben = sum(8 * r._laenge(z, satz) for z in KETTE)
    return {
        "personen": satz.personen,
        "haushalte": satz.haushalte,
        "spalten": len(r.spalten),
        **messung,
        "gemeinsam": gemeinsam,
        "byte_je_person": (gelesen + geschrieben) / satz.personen,
        **einzelfall(tabelle, r),
    }


def _gemessen(r: Rechner, tabelle: pa.Table) -> dict[str, Any]:
    ganz = dauer(lambda: r.rechne(tabelle, KERNE), 5)
    hoechststand = spitze()
    satz = r.lies(tabelle)
    faeden = {str(n): dauer(lambda n=n: r.rechne_satz(satz, n)) for n in (1, KERNE)}
    return {"rechnen_s": faeden, "ganzer_aufruf_s": ganz, "spitze_byte": hoechststand}


def einzelfall(tabelle: pa.Table, r: Rechner) -> dict[str, float]:
    """Single households with trace, as the desk asks for them, another one each time: values kept; written as JSON."""
    groessen = [len(p) for p in tabelle["partner"].slice(0, 2_000).to_pylist()]
    faelle = [_fall(tabelle, r, i) for i, n in enumerate(groessen) if n == 3][:FAELLE]  # noqa: PLR2004
    folge = itertools.cycle(faelle)

    def rechne() -> Any:
        return erklaere(next(folge), KETTE, MONAT, regelwerk()).spur

    return {"einzelfall_s": dauer(rechne, 2 * FAELLE), "einzelfall_json_s": dauer(lambda: rechne().als_json(), FAELLE)}


def _fall(tabelle: pa.Table, r: Rechner, nummer: int) -> Fall:
    zeile = {n: tabelle[n][nummer].as_py() for n in tabelle.schema.names}
    haushalt: dict[str, int] = {}
    personen: list[dict[str, int]] = [{} for _ in zeile["partner"]]
    for m in r.spalten:
        if m.ebene == HAUSHALT:
            haushalt[m.name] = int(zeile[m.name])
            continue
        for person, wert in zip(personen, zeile[m.name], strict=True):
            person[m.name] = int(f"{wert:%Y%m%d}") if m.art is Merkmalsart.DATUM else int(wert)
    return Fall(haushalt, {str(i): p for i, p in enumerate(personen)})


def skaliere(*groessen: str) -> dict[str, Any]:
    """Time per person for growing tables, on all cores."""
    ergebnis = {}
    for groesse in map(int, groessen):
        tabelle = bevoelkerung(groesse)
        r = rechner(tabelle.schema.names)
        satz = r.lies(tabelle)
        ergebnis[str(groesse)] = dauer(lambda r=r, s=satz: r.rechne_satz(s, KERNE), 3)
    return ergebnis


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
