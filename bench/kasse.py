"""`python -m bench kasse`: mass run, payment run and letters over 60,000 running cases, on SQLite and PostgreSQL.

Each part runs in a process of its own. Writes `docs/leistung/kasse.json` and `kasse.md`; exit code 1 if a requirement
is missed on either database.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import maschine
from bench.bericht import ORT, RUHIG, tabelle
from bench.gemeinsam import ARBEIT, UMGEBUNG, WURZEL
from bench.muss import Muss, melde, zahl

FAELLE = 60_000
TEILE = ("anlegen", "vorschau", "zahllauf", "massenlauf")
SCHRITTE = ("sammeln", "pruefen", "freigeben", "datei", "senden")
VORSCHAU_S, ZAHLLAUF_S, MIB, BRIEFE_JE_S, FALL_MS = 30, 120, 1_536, 30, 20
NAMEN = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def main() -> int:
    """Measure, write, check."""
    ARBEIT.mkdir(parents=True, exist_ok=True)
    parser = argparse.ArgumentParser(prog="python -m bench kasse", description="Massenlauf und Zahllauf messen")
    parser.add_argument("--faelle", type=int, default=FAELLE)
    parser.add_argument("--nur", choices=list(NAMEN), help="nur diese Datenbank")
    wahl = parser.parse_args(sys.argv[2:])
    for name in NAMEN if wahl.nur is None else (wahl.nur,):
        gemessen = maschine.stempel()
        gemessen |= messe(name, wahl.faelle) | {"last_am_ende": os.getloadavg()[0]}
        _ablage(name, wahl.faelle).write_text(json.dumps(gemessen, ensure_ascii=False))
    da = [name for name in NAMEN if _ablage(name, wahl.faelle).exists()]
    ergebnis = {name: json.loads(_ablage(name, wahl.faelle).read_text()) for name in da}
    muss = [x for name in da for x in pruefe(NAMEN[name], ergebnis[name])]
    if len(da) == len(NAMEN) and wahl.faelle >= FAELLE:
        ORT.mkdir(parents=True, exist_ok=True)
        (ORT / "kasse.json").write_text(json.dumps(ergebnis, ensure_ascii=False, indent=1) + "\n")
        (ORT / "kasse.md").write_text("\n".join(seite(ergebnis, muss)).rstrip() + "\n")
    return melde(muss)


def _ablage(name: str, faelle: int) -> Path:
    """Measured last; a second call with the other database completes the page."""
    return ARBEIT / f"kasse-{name}-{faelle}.json"


def messe(name: str, faelle: int) -> dict[str, Any]:
    """All parts on one fresh database."""
    ordner = ARBEIT / f"kasse-{name}"
    shutil.rmtree(ordner, ignore_errors=True)
    ordner.mkdir(parents=True)
    if name == "sqlite":
        return {teil: lauf(teil, faelle, f"sqlite:///{ordner / 'kasse.sqlite3'}", str(ordner)) for teil in TEILE}
    sys.path.insert(0, str(WURZEL / "scripts"))
    from postgres import cluster

    with cluster() as adresse:
        return {teil: lauf(teil, faelle, adresse, str(ordner)) for teil in TEILE}


def lauf(teil: str, faelle: int, adresse: str, ordner: str) -> dict[str, Any]:
    """One part; its last line is the result."""
    print(f"{adresse.split(':', 1)[0]}: {teil} …", file=sys.stderr, flush=True)
    umgebung = UMGEBUNG | {"SOZIALAMT_DATABASE_URL": adresse, "SOZIALAMT_DATEN": ordner}
    befehl = [sys.executable, "-m", "bench.kasse_lauf", teil, str(faelle)]
    fertig = subprocess.run(befehl, cwd=WURZEL, env=umgebung, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(fertig.stdout.strip().splitlines()[-1]))


def pruefe(datenbank: str, e: dict[str, Any]) -> Iterator[Muss]:
    """What the requirements say about this database; judged by the clock on the wall."""
    vorschau = e["vorschau"]["zeiten"]["vorschau"]
    yield Muss(f"{datenbank}: Vorschau höchstens {VORSCHAU_S} s", _dauer(vorschau), vorschau["s"] <= VORSCHAU_S)
    gesamt = summe(e, "s")
    text = _dauer({"s": gesamt, "cpu": summe(e, "cpu")})
    yield Muss(f"{datenbank}: Zahllauf mit Datei höchstens {ZAHLLAUF_S} s", text, gesamt <= ZAHLLAUF_S)
    mib = max(e["vorschau"]["mib"], e["zahllauf"]["mib"])
    yield Muss(f"{datenbank}: höchstens 1,5 GiB Arbeitsspeicher", f"{mib} MiB", mib <= MIB)
    zeiten = e["massenlauf"]["zeiten"]
    briefe = e["massenlauf"]["briefe"] / (zeiten["zusammenstellen"]["cpu"] + zeiten["setzen"]["cpu"])
    yield Muss(
        f"{datenbank}: mindestens {BRIEFE_JE_S} Schreiben je Sekunde und Kern", f"{zahl(briefe)}", briefe >= BRIEFE_JE_S
    )
    fall = 1000 * e["massenlauf"]["zeiten"]["ausfuehren"]["cpu"] / e["massenlauf"]["ausgefuehrt"]
    titel = f"{datenbank}: ein Fall des Massenlaufs in höchstens {FALL_MS} ms"
    yield Muss(titel, f"{zahl(fall)} ms", fall <= FALL_MS, gefordert=False)


def summe(e: dict[str, Any], was: str) -> float:
    """Steps of the payment run that a person waits for, without the check of the invariants."""
    return sum(e["zahllauf"]["zeiten"][schritt][was] for schritt in SCHRITTE)


def _dauer(zeit: dict[str, float]) -> str:
    return f"{zahl(zeit['s'])} s ({zahl(zeit['cpu'])} s Rechenzeit)"


def seite(e: dict[str, Any], muss: list[Muss]) -> Iterator[str]:
    """The page people read."""
    da = [name for name in NAMEN if name in e]
    erste, stand = e[da[0]], e[da[0]]["anlegen"]["stand"]
    m = erste["maschine"]
    last = max(max(e[d]["maschine"]["last"], e[d]["last_am_ende"]) for d in da)
    yield "# Leistung von Massenlauf und Zahllauf\n"
    yield (
        f"Erzeugt von `python -m bench kasse` am {erste['am']}: {zahl(stand['faelle'], 0)} laufende Fälle in "
        f"{zahl(stand['haushalte'], 0)} erfundenen Haushalten mit {zahl(stand['tatsachen'], 0)} Tatsachen, "
        f"{m['kerne']} Kerne ({m['prozessor']}), {m['speicher']} Speicher, Python {m['python']}."
    )
    if last > RUHIG:
        yield (
            f"\nDie Maschine war dabei mit anderem belegt (Last {zahl(last)}); die Zeiten der Uhr sind darum zu hoch, "
            "die Rechenzeiten des Programms etwas. Die Rechenzeit des PostgreSQL-Servers ist nicht darin."
        )
    yield "\n## Anforderungen\n"
    yield from tabelle(("", "gemessen", ""), [x.zeile for x in muss])
    yield "\n## Schritte\n"
    zeilen: list[tuple[str, ...]] = []
    for teil, namen in (
        ("vorschau", ("vorschau",)),
        ("zahllauf", (*SCHRITTE, "regeln")),
        ("massenlauf", ("vorbereiten", "ausfuehren", "zusammenstellen", "setzen")),
    ):
        zeilen += [(f"{teil}: {n}", *(_dauer(e[d][teil]["zeiten"][n]) for d in da)) for n in namen]
        zeilen.append((f"{teil}: Speicher, Spitze", *(f"{e[d][teil]['mib']} MiB" for d in da)))
    yield from tabelle(("", *(NAMEN[d] for d in da)), zeilen)
    lauf = erste["massenlauf"]
    yield (
        f"\nDer Zahllauf ist der zweite; das Kassenbuch enthält schon einen Monat. Vom Massenlauf (Rentenanpassung, "
        f"{zahl(lauf['posten'], 0)} Posten) werden {lauf['ausgefuehrt']} Fälle ausgeführt, jeder mit zwei Monaten, "
        f"Rechenweg und Schreiben; {lauf['briefe']} Schreiben werden danach noch einmal zusammengestellt und gesetzt."
    )


if __name__ == "__main__":
    sys.exit(main())
