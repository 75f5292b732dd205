"""`sozialamt loesche`: der nächtliche Löschlauf nach dem Löschkonzept, oder seine Vorschau."""

from __future__ import annotations

import argparse
import os
from typing import Any


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--vorschau", action="store_true", help="nur zeigen, was fällig ist; nichts löschen")
    parser.set_defaults(tue=loesche)


def loesche(argumente: argparse.Namespace) -> int:
    """Run or preview, and print one line per item."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
    import django

    django.setup()
    from django.utils import timezone

    from sozialamt.akte.loeschung import lauf

    zeitpunkt = timezone.now()
    posten = lauf.vorschau(zeitpunkt) if argumente.vorschau else lauf.loesche(zeitpunkt)
    for eines in posten:
        print(_zeile(eines, vorschau=argumente.vorschau))
    gesperrt = sum(bool(p.sperren) for p in posten)
    was = "fällig" if argumente.vorschau else "gelöscht"
    print(f"{len(posten) - gesperrt} Posten {was}, {gesperrt} gesperrt.")
    return 0


def _zeile(posten: Any, *, vorschau: bool) -> str:
    ziel = f"{posten.regel} {posten.nummer}" if posten.nummer else posten.regel
    if posten.sperren:
        return f"{ziel}: gesperrt ({'; '.join(posten.sperren)})"
    zeilen = sum(posten.zeilen.values())
    return f"{ziel}: {zeilen} Zeilen {'wären zu löschen' if vorschau else 'gelöscht'}"
