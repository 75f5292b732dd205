"""Kernel sources on disk, so that a fresh process need not take the law apart again.

A source depends on the text of all modules the rules come from, on the facts, on the order and on the kernel builder
itself; the name of its file is the hash of all that. What is damaged is made anew.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import astuple, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from sozialamt.rechenkern.kern import store
from sozialamt.rechenkern.kern.source import Kernquelle, Parameterplatz
from sozialamt.rechenkern.plan import Plan
from sozialamt.rechenkern.regelwerk import Regelwerk

_SCHLUESSEL = "fingerabdruck"
_MERKMALE = ("spalten", "bedingte")


def quelle(plan: Plan, ohne_spalte: Collection[str], form: Any, baue: Callable[[], Kernquelle]) -> Kernquelle:
    """Source for an order: from disk if it is there and sound, else built and kept.

    `form` is whatever else the source depends on: lengths and bounds of the parameters, size of a block.
    """
    fassungen = [(s.name, s.ersatz, s.regel.ab) for s in plan.schritte]
    auftrag = [plan.ziele, fassungen, [m.name for m in plan.merkmale], sorted(ohne_spalte), form]
    name = hashlib.sha256(f"{fingerabdruck(plan.regelwerk)}{auftrag}".encode()).hexdigest()[:24]
    datei = store.ordner() / f"quelle_{name}.json"
    gefunden = _lies(datei, plan.regelwerk)
    if gefunden is None:
        gefunden = baue()
        store.schreibe(datei, _als_text(gefunden).encode())
    return gefunden


def fingerabdruck(werk: Regelwerk) -> str:
    """Hash of everything a kernel source may depend on apart from the order; made once per law."""
    if _SCHLUESSEL not in werk.plaene:
        summe = hashlib.sha256()
        for modul in sorted(_module(werk), key=lambda m: m.__name__):
            summe.update(Path(inspect.getfile(modul)).read_bytes())
        for datei in sorted(Path(__file__).parent.glob("*.py")):
            summe.update(datei.read_bytes())
        for m in werk.merkmale.values():
            bedingung = sorted((n, sorted(w)) for n, w in m.wenn.items())
            summe.update(repr((m.name, m.ebene, m.art, m.min, m.vorgabe, bedingung)).encode())
        einheiten = [(n, p.einheit) for n, p in werk.parameter.items()]
        einheiten += [(n, s.einheit) for n, s in werk.einstellungen.items()]
        summe.update(repr((einheiten, list(werk.ebenen.values()))).encode())
        werk.plaene[_SCHLUESSEL] = summe.hexdigest()
    return str(werk.plaene[_SCHLUESSEL])


def _module(werk: Regelwerk) -> set[ModuleType]:
    """Modules of the rules and of everything they call or read."""
    offen = {sys.modules[r.fn.__module__] for fassungen in werk.regeln.values() for r in fassungen}
    gefunden: set[ModuleType] = set()
    while offen:
        modul = offen.pop()
        gefunden.add(modul)
        offen |= set(_benutzt(modul)) - gefunden
    return gefunden


def _benutzt(modul: ModuleType) -> Iterator[ModuleType]:
    eigenes = modul.__name__.partition(".")[0]
    for ding in vars(modul).values():
        if inspect.isfunction(ding) or inspect.isclass(ding):
            name = ding.__module__
            if name.partition(".")[0] in (eigenes, __name__.partition(".")[0]) and name in sys.modules:
                yield sys.modules[name]


def _als_text(q: Kernquelle) -> str:
    inhalt = {n: getattr(q, n) for n in q.__dataclass_fields__}
    inhalt["spalten"] = [m.name for m in q.spalten]
    inhalt["bedingte"] = list(q.bedingte)
    inhalt["parameter"] = [astuple(p) for p in q.parameter]
    text = json.dumps(inhalt)
    return f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}"


def _lies(datei: Path, werk: Regelwerk) -> Kernquelle | None:
    try:
        pruefsumme, _, text = datei.read_text().partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if hashlib.sha256(text.encode()).hexdigest() != pruefsumme:
        return None
    inhalt: dict[str, Any] = json.loads(text)
    spalten, bedingte = ([werk.merkmale[n] for n in inhalt.pop(feld)] for feld in _MERKMALE)
    return replace(
        Kernquelle(**inhalt, spalten=tuple(spalten), bedingte={m.name: m for m in bedingte}),
        parameter=tuple(Parameterplatz(*p) for p in inhalt["parameter"]),
        ziele=tuple(inhalt["ziele"]),
        geprueft=tuple(inhalt["geprueft"]),
        abgeleitete=tuple((n, t, tuple(a)) for n, t, a in inhalt["abgeleitete"]),
    )
