"""`make orakel`: GETTSIM and this project on the same households, month by month; writes record and page."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator

import numpy as np

from bench.orakel.aufzeichnung import zeichne_auf
from bench.orakel.gemeinsam import BERICHT, JE_MONAT, ORDNER, SEITE, kurz, monate
from bench.orakel.messung import EINSTELLUNGEN, TEILE, Vergleich, eingabe, ihre, vergleiche
from bench.orakel.seite import seite
from bench.vergleich import WURZEL, richte_ein


def main() -> int:
    """Exit code 1 if a difference belongs to no class."""
    parser = argparse.ArgumentParser(prog="make orakel", description="Mit GETTSIM vergleichen")
    parser.add_argument("--ohne-lauf", action="store_true", help="vorhandene Ergebnisse von GETTSIM auswerten")
    if not parser.parse_args().ohne_lauf:
        rechne_gettsim()
    ergebnis = {
        "gettsim": fassung(),
        "monate": [kurz(m) for m in monate()],
        "je_monat": JE_MONAT,
        "einstellungen": EINSTELLUNGEN,
        "vergleiche": zeichne_auf(alle_vergleiche()),
    }
    BERICHT.write_text(json.dumps(ergebnis, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    SEITE.write_text(seite(ergebnis), encoding="utf-8")
    offen = [(v["wert"], k["anzahl"]) for v in ergebnis["vergleiche"] for k in v["klassen"] if k["norm"] == "–"]
    for wert, anzahl in offen:
        print(f"nicht zugeordnet: {anzahl} × {wert}", file=sys.stderr)
    return 1 if offen else 0


def fassung() -> str:
    """Version pinned in the requirements."""
    return (WURZEL / "bench" / "requirements-gettsim.in").read_text(encoding="utf-8").strip().partition("==")[2]


def rechne_gettsim() -> None:
    """Write the households and let GETTSIM calculate all months (some minutes)."""
    python = richte_ein()
    ORDNER.mkdir(parents=True, exist_ok=True)
    for alt in ORDNER.iterdir():
        alt.unlink()
    for monat in monate():
        for teil, erzeuge in TEILE.items():
            datei = ORDNER / f"{kurz(monat)}.{teil}.npz"
            np.savez(datei, **eingabe(teil, erzeuge(monat, JE_MONAT[teil]), monat))  # type: ignore[arg-type]
            datei.with_suffix(".ziele").write_text("\n".join(ihre(teil, monat)), encoding="utf-8")
    subprocess.run([python, WURZEL / "bench" / "orakel" / "gettsim_monate.py", ORDNER], check=True)


def alle_vergleiche() -> Iterator[Vergleich]:
    """Both results of every household in every month."""
    for monat in monate():
        for teil, erzeuge in TEILE.items():
            yield from vergleiche(teil, monat, erzeuge(monat, JE_MONAT[teil]), ORDNER)


if __name__ == "__main__":
    sys.exit(main())
