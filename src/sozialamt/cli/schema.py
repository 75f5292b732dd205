"""`sozialamt schema`: JSON schemas of case files, of the trace and of what lies in a letter."""

from __future__ import annotations

import argparse
import json
from importlib import resources

from sozialamt.leistungen import regelwerk
from sozialamt.recht.fallschema import fallschema

DATEIEN = {
    "spur": ("sozialamt.rechenkern", "spur-1.schema.json"),
    "rechenweg": ("sozialamt.akte", "rechenweg-2.schema.json"),
}


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument(
        "was",
        choices=["fall", *DATEIEN],
        help="Schema der Falldateien, der Spur oder des Rechenwegs, der einem Bescheid beiliegt",
    )
    parser.set_defaults(tue=schema)


def schema(argumente: argparse.Namespace) -> int:
    """Print the schema."""
    if argumente.was in DATEIEN:
        paket, datei = DATEIEN[argumente.was]
        print(resources.files(paket).joinpath(datei).read_text(encoding="utf-8"), end="")
    else:
        print(json.dumps(fallschema(regelwerk()), ensure_ascii=False, indent=2))
    return 0
