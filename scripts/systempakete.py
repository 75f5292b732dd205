"""Debian packages that pip cannot bring: installed when missing, a clear German error when that is not allowed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import NoReturn

WARTEN_AUF_SPERRE = "DPkg::Lock::Timeout=300"


def fehler(meldung: str) -> NoReturn:
    sys.exit(f"Fehler: {meldung}")


def _als_root() -> list[str]:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False).returncode == 0:
        return ["sudo", "-n"]
    return ["nicht-erlaubt"]


def stelle_bereit(pakete: Sequence[str], wofuer: str) -> None:
    """Install the packages with apt-get, as root or with a password-free sudo."""
    liste = " ".join(pakete)
    root = _als_root()
    if shutil.which("apt-get") is None or root == ["nicht-erlaubt"]:
        fehler(f"{wofuer} fehlt. Bitte als root einrichten: apt-get install --no-install-recommends {liste}")
    print(f"{wofuer} fehlt, wird eingerichtet: {liste}", flush=True)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", WARTEN_AUF_SPERRE]
    for befehl in (["update"], ["install", "--no-install-recommends", *pakete]):
        lauf = subprocess.run([*apt, *befehl], capture_output=True, text=True, check=False)
        if lauf.returncode:
            print(lauf.stdout[-2000:], lauf.stderr[-2000:], sep="\n", file=sys.stderr)
            fehler(f"apt-get {befehl[0]} ist gescheitert; {wofuer} konnte nicht eingerichtet werden ({liste}).")
