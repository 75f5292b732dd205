"""The benefits, one folder each, and the law as one object.

`regelwerk()` finds everything by itself: every module below `recht` and `leistungen` for rules, every YAML file
for parameters, facts and settings. Adding a benefit is adding a folder.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from types import ModuleType

from sozialamt import leistungen, recht
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.leistungen.vorgangsart import Vorgangsart
from sozialamt.rechenkern import Regelwerk, regeln_aus
from sozialamt.recht.ebenen import EBENEN
from sozialamt.recht.laden import lies_einstellungen, lies_merkmale, lies_parameter


@cache
def regelwerk() -> Regelwerk:
    """All law in the house. Read once per process."""
    module = [m for paket in (recht, leistungen) for m in _module(paket)]
    dateien = [d for paket in (recht, leistungen) for d in _yaml(resources.files(paket), "")]
    return Regelwerk.aus(
        regeln=[r for m in module for r in regeln_aus(m)],
        parameter=[p for ort, d in dateien if ort.startswith("parameter") for p in lies_parameter(d)],
        merkmale=lies_merkmale([d for ort, d in dateien if ort.startswith("merkmale")]),
        einstellungen=[s for ort, d in dateien if ort.startswith("einstellungen") for s in lies_einstellungen(d)],
        ebenen=EBENEN,
    )


@cache
def steckbriefe() -> dict[str, Steckbrief]:
    """Steckbrief of every benefit by its key, in the order of the folders."""
    ordner = [m for m in _module(leistungen) if hasattr(m, "STECKBRIEF")]
    return {m.STECKBRIEF.schluessel: m.STECKBRIEF for m in ordner}


@cache
def vorgangsarten() -> dict[str, Vorgangsart]:
    """Every kind of proceeding by its key; two of the same key are an error."""
    gefunden = [art for m in _module(leistungen) for art in getattr(m, "VORGANGSARTEN", ())]
    schluessel = [art.schluessel for art in gefunden]
    if len(schluessel) != len(set(schluessel)):
        raise ValueError(f"Vorgangsart doppelt: {sorted(schluessel)}")
    return {art.schluessel: art for art in gefunden}


def _module(paket: ModuleType) -> list[ModuleType]:
    gefunden = pkgutil.walk_packages(paket.__path__, paket.__name__ + ".")
    return [import_module(m.name) for m in sorted(gefunden, key=lambda m: m.name)]


def _yaml(ordner: Traversable, oberordner: str) -> Iterator[tuple[str, Traversable]]:
    """YAML files with what they hold: the name of the folder (`merkmale/`, `parameter/`) or of the file itself."""
    for eintrag in sorted(ordner.iterdir(), key=lambda e: e.name):
        if eintrag.is_dir():
            yield from _yaml(eintrag, eintrag.name)
        elif eintrag.name.endswith(".yaml"):
            yield (oberordner if oberordner in ("merkmale", "parameter") else eintrag.name), eintrag
