"""GETTSIM side by side: its own environment, the same households, the same run."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from bench.gemeinsam import ARBEIT, WURZEL
from bench.gemeinsam import UMGEBUNG as PROZESSUMGEBUNG
from bench.gettsim_eingabe import gettsim_eingabe
from bench.gettsim_lauf import ZIELE
from bench.unterschiede import vergleiche

UMGEBUNG = WURZEL / "build" / "bench-venv"
SPERRDATEI = WURZEL / "bench" / "requirements-gettsim.lock"


def richte_ein() -> Path:
    """Python of the environment with GETTSIM, made once per lock file."""
    python = UMGEBUNG / "bin" / "python"
    stempel = UMGEBUNG / "stand"
    soll = hashlib.sha256(SPERRDATEI.read_bytes() + sys.version.encode()).hexdigest()
    if not python.exists() or not stempel.exists() or stempel.read_text() != soll:
        venv.EnvBuilder(clear=True, with_pip=False).create(UMGEBUNG)
        uv = Path(sys.executable).with_name("uv")
        befehl = [uv, "pip", "install", "--quiet", "--python", python, "--require-hashes", "--requirement", SPERRDATEI]
        subprocess.run(befehl, check=True)
        stempel.write_text(soll)
    return python


def messe(tabelle: pa.Table, einzeln: pa.Table, unser: dict[str, Any]) -> dict[str, Any]:
    """Run GETTSIM on a table (`unser` are our measurements of the same); measurements, ratios and differences."""
    python = richte_ein()
    np.savez(ARBEIT / "gettsim.npz", **gettsim_eingabe(tabelle))
    np.savez(ARBEIT / "einzelfall.npz", **gettsim_eingabe(einzeln))
    lauf = subprocess.run(
        [python, WURZEL / "bench" / "gettsim_lauf.py", ARBEIT],
        check=True,
        env=PROZESSUMGEBUNG,
        stdout=subprocess.PIPE,
        text=True,
    )
    ihre = json.loads(lauf.stdout.strip().splitlines()[-1])
    with np.load(ARBEIT / "unser_ergebnis.npz") as a, np.load(ARBEIT / "gettsim_ergebnis.npz") as b:
        unterschiede = vergleiche(tabelle, dict(a), dict(b), ZIELE)
    return {"messung": ihre, "verhaeltnis": verhaeltnis(unser, ihre), "unterschiede": unterschiede}


def verhaeltnis(unser: dict[str, Any], ihre: dict[str, Any]) -> dict[str, float]:
    """How many times less this project needs."""
    return {
        "rechnen": ihre["rechnen_s"] / min(unser["rechnen_s"].values()),
        "ganzer_aufruf": ihre["ganzer_aufruf_s"] / unser["ganzer_aufruf_s"],
        "einzelfall": ihre["einzelfall_s"] / unser["einzelfall_s"],
        "speicher": ihre["spitze_byte"] / unser["spitze_byte"],
    }
