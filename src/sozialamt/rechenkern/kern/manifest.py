"""Which partitions of a run are finished: a folder `_stand` beside the results, one small file per partition.

`auftrag.json` names the order the folder belongs to. A partition counts only if its note names this order and the
checksum of the file that is there; whatever else lies around – half-written, damaged, from another order – does not.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from sozialamt.rechenkern.errors import Eingabefehler

STAND = "_stand"
AUFTRAG = "auftrag.json"
VORLAEUFIG = ".neu"
_FUSSLAENGE = 8
_STUECK = 1 << 20
_GENANNT = ("monat", "ziele", "regeln", "parameter", "merkmale", "ohne_spalte", "behalte", "eingabe", "teile")
_TITEL = {
    "monat": "der Monat",
    "ziele": "die Ziele",
    "regeln": "die Regeln",
    "parameter": "die Parameter oder Einstellungen",
    "merkmale": "die Merkmale",
    "ohne_spalte": "die Vorgaben ohne Spalte",
    "behalte": "die übernommenen Spalten",
    "eingabe": "die Eingabedateien",
    "teile": "die Aufteilung",
}


class AndererAuftrag(Eingabefehler):
    """The output folder belongs to another order, or another process works in it."""


@dataclass(frozen=True)
class Stand:
    """Note of one finished partition."""

    auftrag: str
    pruefsumme: str
    haushalte: int
    personen: int
    ergaenzt: Mapping[str, int]


class Manifest:
    """The notes of one order in one output folder."""

    def __init__(self, ordner: Path, schluessel: str) -> None:
        self.ordner, self.schluessel = ordner, schluessel

    @classmethod
    @contextmanager
    def oeffne(cls, ordner: Path, bild: Mapping[str, Any]) -> Iterator[Manifest]:
        """Claim a folder for an order: alone, and only if it is new or belongs to the same order."""
        (ordner / STAND).mkdir(parents=True, exist_ok=True)
        with (ordner / STAND / "sperre").open("w") as sperre:
            try:
                fcntl.flock(sperre, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fehler:
                raise AndererAuftrag(
                    f"In {ordner} rechnet gerade ein anderer Lauf. Warte, bis er fertig ist."
                ) from fehler
            _pruefe_auftrag(ordner, bild)
            for rest in (*ordner.glob(f".*{VORLAEUFIG}"), *(ordner / STAND).glob(f".*{VORLAEUFIG}")):
                rest.unlink()
            yield cls(ordner, schluessel_von(bild))

    def fertig(self, name: str) -> Stand | None:
        """Note of a partition that is complete and undamaged, else None."""
        try:
            stand = Stand(**json.loads((self.ordner / STAND / f"{name}.json").read_text()))
        except (OSError, ValueError, TypeError):
            return None
        if stand.auftrag != self.schluessel or stand.pruefsumme != _pruefsumme(self.ordner / name):
            return None
        return stand

    @staticmethod
    def vermerke(
        ordner: Path, schluessel: str, name: str, haushalte: int, personen: int, ergaenzt: Mapping[str, int]
    ) -> Stand:
        """Note a partition whose file is durably there under its name."""
        stand = Stand(schluessel, _pruefsumme(ordner / name), haushalte, personen, dict(ergaenzt))
        with fluechtig(ordner / STAND / f"{name}.json") as datei:
            datei.write(json.dumps(asdict(stand)).encode())
        return stand


def schluessel_von(bild: Mapping[str, Any]) -> str:
    """Hash that names an order."""
    return hashlib.sha256(json.dumps(bild, sort_keys=True).encode()).hexdigest()


def kennung_der_datei(pfad: Path) -> list[Any]:
    """Identity of an input file: name, size, time of change and the hash of its Parquet footer."""
    angaben = pfad.stat()
    with pfad.open("rb") as datei:
        datei.seek(max(0, angaben.st_size - _FUSSLAENGE))
        laenge = int.from_bytes(datei.read(4), "little")
        datei.seek(max(0, angaben.st_size - _FUSSLAENGE - laenge))
        fuss = hashlib.sha256(datei.read()).hexdigest()
    return [pfad.name, angaben.st_size, angaben.st_mtime_ns, fuss]


@contextmanager
def fluechtig(pfad: Path) -> Iterator[IO[bytes]]:
    """File that gets its name only when it is complete and on disk; nothing stays behind after an error."""
    vorlaeufig = pfad.with_name(f".{pfad.name}.{os.getpid()}{VORLAEUFIG}")
    try:
        with vorlaeufig.open("wb") as datei:
            yield datei
            datei.flush()
            os.fsync(datei.fileno())
        vorlaeufig.replace(pfad)
    except BaseException:
        vorlaeufig.unlink(missing_ok=True)
        raise
    _sichere_ordner(pfad.parent)


def _sichere_ordner(ordner: Path) -> None:
    nummer = os.open(ordner, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


def _pruefe_auftrag(ordner: Path, bild: Mapping[str, Any]) -> None:
    datei = ordner / STAND / AUFTRAG
    neu = json.loads(json.dumps(bild))
    if datei.exists():
        alt = _lies(datei)
        if alt == neu:
            return
        anders = [_TITEL[n] for n in _GENANNT if alt.get(n) != neu.get(n)]
        raise AndererAuftrag(
            f"In {ordner} liegt schon ein Lauf mit anderem Auftrag; anders sind {', '.join(anders)}. "
            "Wähle einen anderen Ordner für --ausgabe oder lösche diesen."
        )
    if any(ordner.glob("*.parquet")):
        raise AndererAuftrag(f"In {ordner} liegen fremde Parquet-Dateien. Wähle einen leeren Ordner für --ausgabe.")
    with fluechtig(datei) as ausgabe:
        ausgabe.write(json.dumps(neu, ensure_ascii=False, indent=1).encode())


def _lies(datei: Path) -> dict[str, Any]:
    try:
        inhalt = json.loads(datei.read_text())
    except ValueError:
        inhalt = None
    return inhalt if isinstance(inhalt, dict) else {}


def _pruefsumme(pfad: Path) -> str:
    summe = hashlib.sha256()
    try:
        with pfad.open("rb") as datei:
            while stueck := datei.read(_STUECK):
                summe.update(stueck)
    except OSError:
        return ""
    return summe.hexdigest()
