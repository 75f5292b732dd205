"""Worked cases of the two benefits for subsistence of SGB XII: read from `beispiele.yaml`, computed, compared."""

from importlib import resources
from typing import Any

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import erklaere
from sozialamt.recht.fall import aus_dict
from sozialamt.recht.laden import lies_yaml


def beispiele(leistung: str) -> list[dict[str, Any]]:
    """Worked cases of a benefit."""
    datei = resources.files("sozialamt.leistungen").joinpath(leistung, "beispiele.yaml")
    return lies_yaml(datei.read_text(encoding="utf-8"))["beispiele"]


def berechnet(beispiel: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Results in cents for every name the case expects."""
    daten = {k: v for k, v in beispiel.items() if k not in ("erwartet", "kenntnis")}
    werk = regelwerk()
    fall = aus_dict(daten, werk)
    ziele = sorted({name for werte in beispiel["erwartet"].values() for name in werte})
    kenntnis = str(beispiel["kenntnis"]) if "kenntnis" in beispiel else None
    ergebnis = erklaere(fall.fall(), ziele, fall.monat, werk, kenntnis=kenntnis)
    return {
        person: {name: ergebnis.wert(name, person) for name in werte} for person, werte in beispiel["erwartet"].items()
    }


def erwartet(beispiel: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Expected results in cents."""
    return {
        person: {name: int(betrag * 100) for name, betrag in werte.items()}
        for person, werte in beispiel["erwartet"].items()
    }
