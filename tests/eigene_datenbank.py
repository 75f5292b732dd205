"""Eine frische, eingerichtete Datenbank für einen eigenen Prozess: Datei oder Datenbank im PostgreSQL des Laufs.

Abgebrochene und gleichzeitige Prozesse brauchen Transaktionen, die wirklich festgeschrieben werden; die Datenbank der
übrigen Tests nimmt alles zurück.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests import datenbankvorlage

WURZEL = Path(__file__).resolve().parents[1]
FRIST_SEKUNDEN = 1_800


@contextmanager
def eigene_datenbank(ordner: Path) -> Iterator[str]:
    """Adresse der Datenbank; danach ist sie weg."""
    adresse = os.environ.get("SOZIALAMT_DATABASE_URL", "")
    if not adresse.startswith("postgres"):
        datei = ordner / "eigene.sqlite3"
        shutil.copyfile(datenbankvorlage.sqlite(), datei)
        yield f"sqlite:///{datei}"
        return
    name = f"eigene_{uuid.uuid4().hex[:12]}"
    vorlage = datenbankvorlage.postgres(adresse)
    with psycopg.connect(adresse, autocommit=True) as verbindung:
        verbindung.execute(f'CREATE DATABASE "{name}" TEMPLATE "{vorlage}"')
    try:
        yield urlunsplit(urlsplit(adresse)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(adresse, autocommit=True) as verbindung:
            verbindung.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def rufe(modul: str, ordner: Path, *argumente: str) -> str:
    """Führt ein Modul gegen eine eigene Datenbank aus; seine Ausgabe, wenn es gelingt."""
    with eigene_datenbank(ordner) as adresse:
        umgebung = os.environ | {
            "SOZIALAMT_DATABASE_URL": adresse,
            "SOZIALAMT_DATEN": str(ordner),
            "DJANGO_SETTINGS_MODULE": "sozialamt.config.settings",
            "PYTHONPATH": os.pathsep.join([str(WURZEL / "src"), str(WURZEL)]),
        }
        lauf = subprocess.run(
            [sys.executable, "-m", modul, *argumente],
            cwd=WURZEL,
            env=umgebung,
            capture_output=True,
            text=True,
            timeout=FRIST_SEKUNDEN,
            check=False,
        )
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    return lauf.stdout
