"""`python -m tests.kasse.absturz ANZAHL SAAT`: so oft mit SIGKILL abbrechen, neu beginnen, nachrechnen."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from random import Random

import django

HOECHSTENS_SEKUNDEN = 0.35
Schritt = Callable[[Random], None]


def main() -> None:
    django.setup()
    from django.core.management import call_command
    from tests.kasse import amtsbetrieb

    from sozialamt.kasse.invarianten import pruefe_kasse
    from sozialamt.kasse.models import Buchung, Zahllauf

    anzahl, saat = int(sys.argv[1]), int(sys.argv[2])
    call_command("migrate", verbosity=0)
    amtsbetrieb.richte_ein()
    brich_ab(anzahl, saat, amtsbetrieb.arbeite, pruefe_kasse)
    amtsbetrieb.schliesse_ab()
    assert pruefe_kasse() == []
    amtsbetrieb.gegenrechnung()
    print(f"{anzahl} Abbrüche, {Zahllauf.objects.count()} Läufe, {Buchung.objects.count()} Buchungen")


def brich_ab(
    anzahl: int,
    saat: int,
    schritt: Schritt,
    pruefe: Callable[[], Sequence[object]],
    hoechstens: float = HOECHSTENS_SEKUNDEN,
) -> None:
    """Lässt so viele Prozesse arbeiten, tötet jeden an einem zufälligen Punkt und prüft danach alle Regeln."""
    from django.db import connections

    zufall = Random(saat)
    for nummer in range(anzahl):
        connections.close_all()
        kind = os.fork()
        if kind == 0:
            arbeite_endlos(schritt, Random(saat * 1_000 + nummer))
        time.sleep(zufall.uniform(0, hoechstens))
        os.kill(kind, signal.SIGKILL)
        _, stand = os.waitpid(kind, 0)
        assert os.WIFSIGNALED(stand), f"Abbruch {nummer}: der Prozess endete von selbst mit {stand}"
        assert not (verstoesse := pruefe()), f"Abbruch {nummer}: {verstoesse}"


def arbeite_endlos(schritt: Schritt, zufall: Random) -> None:
    """Im Kind: arbeiten, bis es getötet wird; ein Fehler beendet es und fällt dadurch auf."""
    try:
        while True:
            schritt(zufall)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    main()
