"""A private PostgreSQL cluster in a temporary folder: no service, no fixed port, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from systempakete import fehler, stelle_bereit

NUTZER = "postgres"
# The cluster lives for one test run; a crash may lose it, so nothing waits for the disk.
SCHNELL = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


def _programme() -> Path | None:
    """Folder of the newest server that Debian has installed."""
    gefunden = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda datei: int(datei.parts[-3]))
    return gefunden[-1].parent if gefunden else None


def programme() -> Path:
    if _programme() is None:
        stelle_bereit(["postgresql"], "PostgreSQL")
    return _programme() or fehler("PostgreSQL ist eingerichtet, aber initdb ist nicht zu finden.")


def _freier_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _als_nutzer() -> list[str]:
    """The server refuses to run as root; then it runs as the user of Debian's package."""
    return ["runuser", "-u", NUTZER, "--"] if os.geteuid() == 0 else []


def _rufe(ordner: Path, *befehl: str) -> None:
    lauf = subprocess.run(
        [*_als_nutzer(), *befehl],
        cwd=ordner,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if lauf.returncode:
        fehler(f"PostgreSQL: {Path(befehl[0]).name} ist gescheitert.\n{lauf.stderr[-2000:]}")


def _beende(pg_ctl: str, ordner: Path, daten: str) -> None:
    if Path(daten, "postmaster.pid").exists():
        _rufe(ordner, pg_ctl, "-D", daten, "-m", "immediate", "-w", "stop")
    shutil.rmtree(ordner, ignore_errors=True)


@contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster and give its database address; stop and delete it in the end."""
    bin_ordner = programme()
    ordner = Path(tempfile.mkdtemp(prefix="sozialamt-pg-"))
    if os.geteuid() == 0:
        konto = pwd.getpwnam(NUTZER)
        os.chown(ordner, konto.pw_uid, konto.pw_gid)
    daten, port, pg_ctl = str(ordner / "daten"), _freier_port(), str(bin_ordner / "pg_ctl")
    try:
        neu = ("-U", NUTZER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        _rufe(ordner, str(bin_ordner / "initdb"), "-D", daten, *neu)
        optionen = " ".join((*SCHNELL, "-h", "127.0.0.1", "-p", str(port), "-k", str(ordner)))
        _rufe(ordner, pg_ctl, "-D", daten, "-l", str(ordner / "log"), "-o", optionen, "-w", "start")
        yield f"postgres://{NUTZER}@127.0.0.1:{port}/{NUTZER}"
    finally:
        _beende(pg_ctl, ordner, daten)
