"""`python -m tests.kasse.absturz ANZAHL SAAT`: so oft mit SIGKILL abbrechen, neu beginnen, nachrechnen."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from random import Random
from typing import NoReturn

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


def brich_ab(anzahl: int, saat: int, schritt: Schritt, pruefe: Callable[[], Sequence[object]]) -> None:
    """Lässt so viele Prozesse arbeiten, tötet jeden an einem zufälligen Punkt und prüft danach alle Regeln."""
    zufall = Random(saat)
    frist = max(HOECHSTENS_SEKUNDEN, 2 * _dauer(schritt, Random(saat)))
    for nummer in range(anzahl):
        kind = _spalte_ab(schritt, Random(saat * 1_000 + nummer), endlos=True)
        time.sleep(zufall.uniform(0, frist))
        os.kill(kind, signal.SIGKILL)
        _, stand = os.waitpid(kind, 0)
        assert os.WIFSIGNALED(stand), f"Abbruch {nummer}: der Prozess endete von selbst mit {stand}"
        assert not (verstoesse := pruefe()), f"Abbruch {nummer}: {verstoesse}"


def _dauer(schritt: Schritt, zufall: Random) -> float:
    """Sekunden, die ein Schritt auf dieser Maschine gerade braucht, vom Abspalten an."""
    beginn = time.monotonic()
    _, stand = os.waitpid(_spalte_ab(schritt, zufall, endlos=False), 0)
    assert stand == 0, "Schon der ungestörte Schritt scheitert."
    return time.monotonic() - beginn


def _spalte_ab(schritt: Schritt, zufall: Random, *, endlos: bool) -> int:
    from django.db import connections

    connections.close_all()
    kind = os.fork()
    if kind == 0:
        _arbeite(schritt, zufall, endlos=endlos)
    return kind


def _arbeite(schritt: Schritt, zufall: Random, *, endlos: bool) -> NoReturn:
    """Im Kind: arbeiten, bis es getötet wird; ein Fehler beendet es und fällt dadurch auf."""
    try:
        schritt(zufall)
        while endlos:
            schritt(zufall)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
