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
from bench.gettsim_eingabe import aus_brutto, gettsim_eingabe
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


def bereite_vor(tabelle: pa.Table, einzeln: pa.Table) -> None:
    """Environment, and the households in GETTSIM's names and units."""
    richte_ein()
    for name, personen in (("gettsim", tabelle), ("einzelfall", einzeln)):
        daten = gettsim_eingabe(personen)
        np.savez(ARBEIT / f"{name}.npz", **daten)
        np.savez(ARBEIT / f"{name}_brutto.npz", **aus_brutto(daten))


def messe() -> dict[str, Any]:
    """One run of GETTSIM over what was prepared."""
    lauf = subprocess.run(
        [richte_ein(), WURZEL / "bench" / "gettsim_lauf.py", ARBEIT],
        check=True,
        env=PROZESSUMGEBUNG,
        stdout=subprocess.PIPE,
        text=True,
    )
    return dict(json.loads(lauf.stdout.strip().splitlines()[-1]))


def stelle_gegenueber(tabelle: pa.Table, unser: dict[str, Any], ihre: dict[str, Any]) -> dict[str, Any]:
    """Ratios of the measurements of both, and where their results differ."""
    with np.load(ARBEIT / "unser_ergebnis.npz") as a, np.load(ARBEIT / "gettsim_ergebnis.npz") as b:
        unterschiede = vergleiche(tabelle, dict(a), dict(b), ZIELE)
    verhaeltnisse = {v: verhaeltnis(unser, ihre[v]) for v in ("gegeben", "brutto")}
    return {"messung": ihre, "verhaeltnis": verhaeltnisse, "unterschiede": unterschiede}


def verhaeltnis(unser: dict[str, Any], ihre: dict[str, Any]) -> dict[str, float]:
    """How many times less this project needs than one way of calling GETTSIM, for what both know."""
    wir = unser["gemeinsam"]
    return {
        "rechnen": ihre["rechnen_s"] / min(wir["rechnen_s"].values()),
        "ganzer_aufruf": ihre["ganzer_aufruf_s"] / wir["ganzer_aufruf_s"],
        "einzelfall": ihre["einzelfall_s"] / unser["einzelfall_s"],
        "einzelfall_json": ihre["einzelfall_s"] / unser["einzelfall_json_s"],
        "speicher": ihre["spitze_byte"] / wir["spitze_byte"],
    }
