"""Register der Löschregeln und Sperren. Jeder Raum meldet seine in `<raum>/loeschregeln.py` an.

melde_regel("kasse.Buchung", Loeschregel("Buchungen", Loeschklasse.AUFBEWAHRUNG, grund="…"))
melde_sperre("offene Forderung", pruefe)     # pruefe(haushalt, heute) -> Grund oder ""
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

VORGABEN = Path(__file__).with_name("fristen.yaml")
ORTSDATEI = "loeschfristen.yaml"


class Loeschklasse(StrEnum):
    """Wann eine Tabelle gelöscht wird."""

    AKTE = "eigene Frist nach Ende der Akte"
    MIT_AKTE = "mit der Akte"
    EIGENE_FRIST = "nach eigener Frist, spätestens mit der Akte"
    AUFBEWAHRUNG = "hält die Akte fest, solange Zeilen da sind"
    STAMMDATEN = "Stammdaten ohne Frist"


@dataclass(frozen=True, slots=True)
class Loeschregel:
    """Regel einer Tabelle: Datenart, Klasse, Frist (Name aus fristen.yaml) mit dem Zeitfeld, an dem sie beginnt."""

    datenart: str
    klasse: Loeschklasse
    frist: str = ""
    feld: str = ""
    grund: str = ""


@dataclass(frozen=True, slots=True)
class Frist:
    """Regelfrist in Monaten mit Startereignis und Grund; `oertlich`: die Stadt hat sie selbst gesetzt."""

    name: str
    titel: str
    monate: int
    beginn: str
    grund: str
    oertlich: bool = False


Sperrpruefung = Callable[[Any, date], str]
_REGELN: dict[str, Loeschregel] = {}
_SPERREN: dict[str, Sperrpruefung] = {}


def melde_regel(modell: str, regel: Loeschregel) -> None:
    """Meldet die Regel einer Tabelle an (`raum.Modell`); eine zweite Regel ist ein Fehler."""
    if modell in _REGELN:
        raise ValueError(f"{modell} hat schon eine Löschregel.")
    if (regel.klasse is Loeschklasse.EIGENE_FRIST) != bool(regel.frist and regel.feld):
        raise ValueError(f"{modell}: Eine eigene Frist braucht Frist und Zeitfeld, andere Klassen brauchen keine.")
    _REGELN[modell] = regel


def melde_sperre(name: str, pruefe: Sperrpruefung) -> None:
    """Meldet einen Grund an, aus dem eine Akte nicht gelöscht wird."""
    if name in _SPERREN:
        raise ValueError(f"Die Sperre „{name}“ gibt es schon.")
    _SPERREN[name] = pruefe


def regeln() -> Mapping[str, Loeschregel]:
    return MappingProxyType(_REGELN)


def sperren() -> Mapping[str, Sperrpruefung]:
    return MappingProxyType(_SPERREN)


def fristen() -> dict[str, Frist]:
    """Vorgaben, ersetzt durch die Monate aus `loeschfristen.yaml` im Datenordner, wo die Stadt sie gesetzt hat."""
    vorgaben = yaml.safe_load(VORGABEN.read_text(encoding="utf-8"))
    datei = settings.DATENORDNER / ORTSDATEI
    oertlich = (yaml.safe_load(datei.read_text(encoding="utf-8")) or {}) if datei.exists() else {}
    for name, monate in oertlich.items():
        if name not in vorgaben or isinstance(monate, bool) or not isinstance(monate, int) or monate < 0:
            raise ImproperlyConfigured(
                f"{ORTSDATEI}: „{name}: {monate}“ geht nicht. Erlaubt sind volle Monate für: {', '.join(vorgaben)}."
            )
    return {
        name: Frist(name, **(angaben | ({"monate": oertlich[name], "oertlich": True} if name in oertlich else {})))
        for name, angaben in vorgaben.items()
    }
