"""Build the working environment: venv, pinned packages, the package itself, front-end assets.

Runs on a bare system Python with the standard library only. Every step keeps a stamp of what it read and is repeated
only when that changes, so a second call costs milliseconds.
"""

import argparse
import fcntl
import hashlib
import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from systempakete import fehler, stelle_bereit

WURZEL = Path(__file__).resolve().parent.parent
VENV = WURZEL / ".venv"
PYTHON = VENV / "bin" / "python"
STAND = VENV / ".stand"
MINDESTENS = (3, 11)


@dataclass(frozen=True)
class Schritt:
    name: str
    titel: str
    tue: Callable[[], None]
    quellen: tuple[str, ...] = ()
    ergebnisse: tuple[str, ...] = ()
    zusatz: str = ""

    def stempel(self) -> str:
        pruefsumme = hashlib.sha256(self.zusatz.encode())
        for quelle in self.quellen:
            pruefsumme.update((WURZEL / quelle).read_bytes())
        return pruefsumme.hexdigest()

    def ist_aktuell(self, stempel: str) -> bool:
        datei = STAND / self.name
        if not datei.is_file() or datei.read_text() != stempel:
            return False
        return all((WURZEL / ergebnis).exists() for ergebnis in self.ergebnisse)


def rufe(*befehl: str | Path) -> None:
    lauf = subprocess.run([str(teil) for teil in befehl], cwd=WURZEL, check=False)
    if lauf.returncode:
        fehler(f"Der Schritt „{' '.join(str(teil) for teil in befehl[:4])} …“ ist gescheitert.")


def baue_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        stelle_bereit([f"python3.{sys.version_info.minor}-venv"], "Das Python-Modul venv")
    rufe(sys.executable, "-m", "venv", "--clear", VENV)


def installiere_werkzeug() -> None:
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    rufe(*pip, "--require-hashes", "--requirement", "requirements-bau.lock")


def uv_pip_install(*argumente: str) -> None:
    rufe(VENV / "bin" / "uv", "pip", "install", "--quiet", "--python", PYTHON, *argumente)


def installiere(sperrdatei: str) -> None:
    uv_pip_install("--require-hashes", "--requirement", sperrdatei)


def installiere_paket() -> None:
    uv_pip_install("--no-deps", "--no-build-isolation", "--editable", ".")


def hole_oberflaeche() -> None:
    rufe(PYTHON, "scripts/frontend.py")


def schritte(mit_test: bool) -> list[Schritt]:
    ort = f"{sys.version} {VENV}"
    liste = [
        Schritt("venv", "Python-Umgebung", baue_venv, zusatz=ort, ergebnisse=(".venv/bin/python",)),
        Schritt("bau", "Installationswerkzeuge", installiere_werkzeug, ("requirements-bau.lock",)),
        Schritt("laufzeit", "Pakete", lambda: installiere("requirements.lock"), ("requirements.lock",)),
    ]
    if mit_test:
        sperrdatei = "requirements-test.lock"
        liste.append(Schritt("test", "Pakete für Tests", lambda: installiere(sperrdatei), (sperrdatei,)))
    paket = Schritt("paket", "Befehl sozialamt", installiere_paket, ("pyproject.toml", "requirements.in"))
    quellen = ("package-lock.json", "scripts/frontend.py")
    vendor = ("src/sozialamt/web/static/vendor", "node_modules")
    return [*liste, paket, Schritt("oberflaeche", "Oberfläche (KERN UX)", hole_oberflaeche, quellen, vendor)]


@contextmanager
def allein():
    """Two calls at once wait for each other instead of writing over each other."""
    with (WURZEL / "pyproject.toml").open() as datei:
        fcntl.flock(datei, fcntl.LOCK_EX)
        yield


def richte_ein(mit_test: bool) -> None:
    for schritt in schritte(mit_test):
        stempel = schritt.stempel()
        if schritt.ist_aktuell(stempel):
            continue
        beginn = time.monotonic()
        print(f"  {schritt.titel} …", end=" ", flush=True)
        schritt.tue()
        STAND.mkdir(parents=True, exist_ok=True)
        (STAND / schritt.name).write_text(stempel)
        print(f"fertig ({time.monotonic() - beginn:.0f} s)", flush=True)


def main() -> None:
    argumente = argparse.ArgumentParser(description="Arbeitsumgebung aufbauen oder auffrischen")
    argumente.add_argument("--test", action="store_true", help="auch, was Tests und Prüfungen brauchen")
    wahl = argumente.parse_args()
    if sys.version_info < MINDESTENS:
        fehler(f"Python 3.11 oder neuer wird gebraucht, dies ist {sys.version.split()[0]}.")
    with allein():
        richte_ein(wahl.test)


if __name__ == "__main__":
    main()
