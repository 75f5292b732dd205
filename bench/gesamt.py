"""The nation: 83 million persons from Parquet to Parquet, by the command a state office would use."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.gemeinsam import ARBEIT, KETTE, MONAT, STARTZAHL, STICHTAG
from sozialamt.demo.bevoelkerung import schreibe_parquet

DEUTSCHLAND = 83_000_000


def messe(personen: int = DEUTSCHLAND) -> dict[str, Any]:
    """Write the population (kept for the next run), calculate it in a process of its own."""
    eingabe, ausgabe = ARBEIT / f"bevoelkerung-{personen}", ARBEIT / "ausgabe"
    beginn = time.perf_counter()
    pfade = schreibe_parquet(eingabe, personen, STARTZAHL, je_datei=2_000_000, stichtag=STICHTAG)
    erzeugt = time.perf_counter() - beginn
    shutil.rmtree(ausgabe, ignore_errors=True)
    sozialamt = Path(sys.executable).with_name("sozialamt")
    befehl = [sozialamt, "rechne", eingabe, "--monat", MONAT, "--ziele", ",".join(KETTE)]
    vorher = resource.getrusage(resource.RUSAGE_CHILDREN)
    beginn = time.perf_counter()
    subprocess.run([*map(str, befehl), "--vorgaben", "alle", "--ausgabe", str(ausgabe)], check=True)
    dauer = time.perf_counter() - beginn
    nachher = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "personen": personen,
        "erzeugen_s": erzeugt,
        "eingabe_byte": sum(p.stat().st_size for p in pfade),
        "ausgabe_byte": sum(p.stat().st_size for p in ausgabe.glob("*.parquet")),
        "dauer_s": dauer,
        "rechenzeit_s": nachher.ru_utime + nachher.ru_stime - vorher.ru_utime - vorher.ru_stime,
        "spitze_byte": nachher.ru_maxrss * 1024,
    }


if __name__ == "__main__":
    print(json.dumps(messe(int(sys.argv[1]))))
