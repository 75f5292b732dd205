"""Eine fertig eingerichtete Datenbank, einmal gemacht und für jeden Testprozess kopiert.

Alle Migrationen zu durchlaufen kostet jeden Prozess mehr Rechenzeit als die meisten Testordner. Die Vorlage entsteht
durch `migrate` in einem eigenen Prozess und gilt, solange sich an Migrationen und an dem, was sie einbinden, nichts
ändert. Für SQLite ist sie eine Datei, für PostgreSQL eine Datenbank desselben Servers, von der kopiert wird.
"""

import fcntl
import hashlib
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection
from django.db.backends.signals import connection_created

WURZEL = Path(__file__).resolve().parent.parent
QUELLEN = WURZEL / "src"
ORDNER = WURZEL / ".pytest_cache" / "datenbank"
EINBINDUNG = re.compile(r"^\s*(?:from|import) (sozialamt(?:\.\w+)+)", re.MULTILINE)


def pruefsumme() -> str:
    """Woran man erkennt, dass eine Vorlage noch gilt."""
    migrationen = sorted(QUELLEN.glob("sozialamt/*/migrations/*.py"))
    eingebunden = {name for datei in migrationen for name in EINBINDUNG.findall(datei.read_text(encoding="utf-8"))}
    module = sorted(QUELLEN / f"{name.replace('.', '/')}.py" for name in eingebunden)
    summe = hashlib.sha256((WURZEL / "requirements.lock").read_bytes())
    for datei in (*migrationen, *module):
        summe.update(datei.name.encode() + datei.read_bytes())
    return summe.hexdigest()[:12]


def bereite_vor() -> None:
    """Sorgt dafür, dass die Testdatenbank dieses Prozesses aus der Vorlage entsteht."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = postgres(os.environ["SOZIALAMT_DATABASE_URL"])
        return
    vorlage = sqlite()
    connection_created.connect(lambda connection, **_: _fuelle(connection, vorlage), weak=False)


def sqlite() -> Path:
    """Die Vorlage als Datei; sie entsteht, wenn es sie noch nicht gibt."""
    with _gesperrt():
        vorlage = ORDNER / f"{_name()}.sqlite3"
        if not vorlage.exists():
            for alte in ORDNER.glob("*.sqlite3*"):
                alte.unlink()
            neu = ORDNER / "neu.sqlite3"
            _richte_ein(f"sqlite:///{neu}")
            neu.replace(vorlage)
        return vorlage


def postgres(adresse: str) -> str:
    """Der Name der Vorlage auf dem Server dieser Adresse; sie entsteht, wenn es sie noch nicht gibt."""
    name = _name()
    with _gesperrt(), psycopg.connect(adresse, autocommit=True) as server:
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
            server.execute(f'CREATE DATABASE "{name}_neu"')
            _richte_ein(urlunsplit(urlsplit(adresse)._replace(path=f"/{name}_neu")))
            server.execute(f'ALTER DATABASE "{name}_neu" RENAME TO "{name}"')
    return name


def _name() -> str:
    return f"vorlage_{pruefsumme()}"


@contextmanager
def _gesperrt() -> Iterator[None]:
    ORDNER.mkdir(parents=True, exist_ok=True)
    with (ORDNER / "sperre").open("w") as sperre:
        fcntl.flock(sperre, fcntl.LOCK_EX)
        yield


def _richte_ein(adresse: str) -> None:
    umgebung = os.environ | {"SOZIALAMT_DATABASE_URL": adresse, "DJANGO_SETTINGS_MODULE": "sozialamt.config.settings"}
    befehl = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    lauf = subprocess.run(befehl, env=umgebung, capture_output=True, text=True, check=False)
    if lauf.returncode:
        raise RuntimeError(f"Die Vorlage der Testdatenbank ist nicht entstanden.\n{lauf.stderr[-4000:]}")


def _fuelle(verbindung, vorlage: Path) -> None:
    """Kopiert die Vorlage in die noch leere Datenbank im Speicher."""
    if not verbindung.is_in_memory_db():
        return
    leer = verbindung.connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone() == (0,)
    if leer:
        with sqlite3.connect(vorlage) as quelle:
            quelle.backup(verbindung.connection)
        quelle.close()
