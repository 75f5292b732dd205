"""`sozialamt start`: Datenbank einrichten, kleine Stadt erzeugen, Server auf diesem Rechner starten."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import NoReturn

ADRESSE, PORT = "127.0.0.1", 8000
ARBEITER, FAEDEN = 1, 4
JAHR, MASSSTAB = 2026, 0.01
"""Die Stadt, die in einer leeren Datenbank entsteht."""


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"Port auf diesem Rechner (sonst {PORT})")
    parser.set_defaults(tue=lambda argumente: starte(port=argumente.port))


def starte(*, adresse: str = ADRESSE, port: int = PORT) -> NoReturn:
    """Bereitet vor, was fehlt, nennt Adresse und Anmeldung und bedient bis Strg+C."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
    import django

    django.setup()
    bereite_vor()
    _uebersetze_im_hintergrund()
    print(f"\n  Sozialamt läuft: http://{adresse}:{port}/", flush=True)
    print("  Beenden mit Strg+C\n", flush=True)
    bediene(adresse, port)


def bereite_vor() -> None:
    """Migrationen und, in einer leeren Datenbank, die erzeugte Stadt im kleinen Maßstab."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from sozialamt.demo import konten

    vollzieher = MigrationExecutor(connection)
    if vollzieher.migration_plan(vollzieher.loader.graph.leaf_nodes()):
        print("Datenbank wird eingerichtet …", flush=True)
        call_command("migrate", verbosity=0)
    if konten.ist_leer():
        from sozialamt.demo.stadt import baue

        print("Sozialamt Musterstadt wird erzeugt …", flush=True)
        stadt = baue(jahr=JAHR, massstab=MASSSTAB)
        print(f"{stadt.haushalte} Haushalte, {stadt.personen} Personen, {stadt.faelle} laufende Fälle (alles erfunden)")
    _lade_staedte(konten.vorhandene())
    if namen := konten.vorhandene():
        print(f"\n  Anmeldung: {', '.join(namen)}\n  Passwort:  {konten.PASSWORT}", flush=True)
    connection.close()


def _lade_staedte(beispielkonten: list[str]) -> None:
    """Öffentliche Werte der Städte; der zweite Start erkennt, dass nichts zu tun ist."""
    from sozialamt.vergleich.pool.beispiel import lege_beispielstadt_an
    from sozialamt.vergleich.pool.oeffentlich import lade

    if neu := lade():
        print(f"{sum(lieferung.neu for lieferung in neu)} öffentliche Werte der Städte geladen", flush=True)
    lege_beispielstadt_an(beispielkonten)


def _uebersetze_im_hintergrund() -> None:
    """The kernel for mass runs is compiled beside the server, at low priority; found ready, it takes a second."""
    befehl = [sys.executable, "-m", "sozialamt.cli", "rechenkern", "uebersetze", "--wenn-frei"]
    still = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    subprocess.Popen(["nice", "-n", "19", *befehl], **still)  # noqa: S603, S607 - our own command


def bediene(adresse: str, port: int) -> NoReturn:
    """Ersetzt diesen Prozess durch Granian mit dem WSGI-Eingang.

    Kein Abzweigen: Wer hier schon Bescheide gedruckt hat, hält Fäden des Satzprogramms, die ein abgezweigter
    Arbeiter nicht erbt; dort bliebe der erste Druck für immer stehen.
    """
    befehl = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", adresse, "--port", str(port)]
    befehl += ["--workers", str(ARBEITER), "--blocking-threads", str(FAEDEN), "--no-ws", "--log-level", "warning"]
    sys.stdout.flush()
    os.execv(sys.executable, [*befehl, "sozialamt.config.wsgi:application"])  # noqa: S606 - no shell, fixed words
