"""`sozialamt demo dortmund`: eine ganze Stadt erzeugen, um das Verfahren unter Last zu sehen."""

from __future__ import annotations

import argparse
import os
import time

STAEDTE = ("dortmund",)


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("stadt", choices=STAEDTE, help="Vorbild der Größe; alle Menschen sind erfunden")
    parser.add_argument(
        "--jahr", type=int, default=2026, metavar="JJJJ", help="Jahr der Bescheide und Zahlungen (sonst 2026)"
    )
    parser.add_argument(
        "--massstab", type=_massstab, default=1.0, metavar="X", help="1 sind 60.000 laufende Fälle (sonst 1)"
    )
    parser.set_defaults(tue=erzeuge)


def _massstab(text: str) -> float:
    try:
        wert = float(text.replace(",", "."))
    except ValueError:
        wert = 0.0
    if not 0 < wert <= 2:  # noqa: PLR2004 - two Dortmunds are enough
        raise argparse.ArgumentTypeError(f"{text!r} liegt nicht zwischen 0 und 2.")
    return wert


def erzeuge(argumente: argparse.Namespace) -> int:
    """Into the database the settings name; an existing office is added to."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from sozialamt.cli.fortschritt import Anzeige
    from sozialamt.demo.stadt import FAELLE, baue

    call_command("migrate", verbosity=0)
    beginn = time.monotonic()
    fertig = 0
    with Anzeige(max(1, round(FAELLE * argumente.massstab)), was="Fälle") as anzeige:

        def weiter(_: str, jetzt: int, __: int) -> None:
            nonlocal fertig
            anzeige.weiter(jetzt - fertig)
            fertig = jetzt

        stadt = baue(jahr=argumente.jahr, massstab=argumente.massstab, fortschritt=weiter)
    zahlen = {
        "Haushalte": stadt.haushalte,
        "Personen": stadt.personen,
        "Tatsachen": stadt.tatsachen,
        "laufende Fälle": stadt.faelle,
        "Zahlansprüche": stadt.zahlansprueche,
        "Buchungen": stadt.buchungen,
    }
    print(", ".join(f"{zahl:,} {was}".replace(",", ".") for was, zahl in zahlen.items()), end="")
    print(f" in {time.monotonic() - beginn:.0f} s. Alles erfunden.")
    return 0
