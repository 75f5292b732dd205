"""Worked cases of a benefit: read from `beispiele.yaml`, computed, compared."""

from importlib import resources
from typing import Any

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Einheit, erklaere
from sozialamt.recht.fall import aus_dict
from sozialamt.recht.laden import lies_yaml


def beispiele(leistung: str) -> list[dict[str, Any]]:
    """Worked cases of the benefit with this folder name."""
    datei = resources.files("sozialamt.leistungen").joinpath(leistung, "beispiele.yaml")
    return lies_yaml(datei.read_text(encoding="utf-8"))["beispiele"]


def berechnet(beispiel: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Results in internal units for every name the case expects."""
    werk = regelwerk()
    fall = aus_dict({k: v for k, v in beispiel.items() if k != "erwartet"}, werk)
    ziele = sorted({name for werte in beispiel["erwartet"].values() for name in werte})
    ergebnis = erklaere(fall.fall(), ziele, fall.monat, werk)
    return {p: {n: int(ergebnis.wert(n, p)) for n in werte} for p, werte in beispiel["erwartet"].items()}


def erwartet(beispiel: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Expected results: euro to cents, option keys to their number."""
    return {p: {n: _intern(n, w) for n, w in werte.items()} for p, werte in beispiel["erwartet"].items()}


def _intern(name: str, wert: Any) -> int:
    regel = regelwerk().regeln[name][0]
    if regel.auswahl:
        return int(regel.auswahl.aus_schluessel(wert))
    return int(wert * 100) if regel.einheit is Einheit.CENT else int(wert)
