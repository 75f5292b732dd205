"""Run the suite: first what touches the database on PostgreSQL, then everything on SQLite.

A missing component is installed or named as an error; it is never a skip.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from postgres import cluster
from systempakete import stelle_bereit

WURZEL = Path(__file__).resolve().parent.parent
PROZESSE = "2"
KEINE_TESTS = 5


def pytest(ueberschrift: str, argumente: list[str], umgebung: dict[str, str]) -> int:
    print(f"\n=== {ueberschrift} ===", flush=True)
    befehl = [sys.executable, "-m", "pytest", "-n", PROZESSE, "--dist", "worksteal", *argumente]
    return subprocess.run(befehl, cwd=WURZEL, env=umgebung, check=False).returncode


def main() -> None:
    # A polite end, too, stops and deletes the cluster.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Abgebrochen."))
    auswahl = sys.argv[1:]
    if shutil.which("chromium") is None:
        stelle_bereit(["chromium"], "Chromium")
    umgebung = {name: wert for name, wert in os.environ.items() if not name.startswith("SOZIALAMT_")}
    with tempfile.TemporaryDirectory(prefix="sozialamt-test-") as daten, cluster() as adresse:
        umgebung["SOZIALAMT_DATEN"] = daten
        mit_postgres = umgebung | {"SOZIALAMT_DATABASE_URL": adresse}
        postgres = pytest("PostgreSQL: Tests mit Datenbank", ["--nur-datenbank", *auswahl], mit_postgres)
        sqlite = pytest("SQLite: alle Tests", auswahl, umgebung)
    if auswahl and postgres == KEINE_TESTS:
        postgres = 0
    sys.exit(postgres or sqlite)


if __name__ == "__main__":
    main()
