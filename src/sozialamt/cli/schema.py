"""`sozialamt schema`: JSON schemas of case files and of the trace."""

from __future__ import annotations

import argparse
import json
from importlib import resources

from sozialamt.leistungen import regelwerk
from sozialamt.recht.fallschema import fallschema


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("was", choices=["fall", "spur"], help="Schema der Falldateien oder der Spur")
    parser.set_defaults(tue=schema)


def schema(argumente: argparse.Namespace) -> int:
    """Print the schema."""
    if argumente.was == "spur":
        print(
            resources.files("sozialamt.rechenkern").joinpath("spur-1.schema.json").read_text(encoding="utf-8"), end=""
        )
    else:
        print(json.dumps(fallschema(regelwerk()), ensure_ascii=False, indent=2))
    return 0
