"""`python -m tests.kasse.absturz ANZAHL SAAT`: so oft mit SIGKILL abbrechen, neu beginnen, nachrechnen."""

from __future__ import annotations

import os
import signal
import sys
import time
from random import Random

import django

HOECHSTENS_SEKUNDEN = 0.35


def main() -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import connections
    from tests.kasse import amtsbetrieb

    from sozialamt.kasse.invarianten import pruefe_kasse
    from sozialamt.kasse.models import Buchung, Zahllauf

    anzahl, saat = int(sys.argv[1]), int(sys.argv[2])
    zufall = Random(saat)
    call_command("migrate", verbosity=0)
    amtsbetrieb.richte_ein()
    for nummer in range(anzahl):
        connections.close_all()
        kind = os.fork()
        if kind == 0:
            arbeite_endlos(Random(saat * 1_000 + nummer))
        time.sleep(zufall.uniform(0, HOECHSTENS_SEKUNDEN))
        os.kill(kind, signal.SIGKILL)
        _, stand = os.waitpid(kind, 0)
        assert os.WIFSIGNALED(stand), f"Abbruch {nummer}: der Prozess endete von selbst mit {stand}"
        assert not (verstoesse := pruefe_kasse()), f"Abbruch {nummer}: {verstoesse}"
    amtsbetrieb.schliesse_ab()
    assert pruefe_kasse() == []
    amtsbetrieb.gegenrechnung()
    print(f"{anzahl} Abbrüche, {Zahllauf.objects.count()} Läufe, {Buchung.objects.count()} Buchungen")


def arbeite_endlos(zufall: Random) -> None:
    """Im Kind: arbeiten, bis es getötet wird; ein Fehler beendet es und fällt dadurch auf."""
    from tests.kasse import amtsbetrieb

    try:
        while True:
            amtsbetrieb.arbeite(zufall)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    main()
