"""Quoten und Pauschalen der Erstattung, mit beiden Zeitachsen: für welche Zeit sie gelten, seit wann man sie kennt."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from sozialamt.akte.fehler import Aktenfehler
from sozialamt.recht.laden import lies_yaml


class SatzFehlt(Aktenfehler):
    """Für diese Zeit und dieses Land ist kein Satz bekannt; es wird nie der letzte fortgeschrieben."""


@cache
def _eintraege(datei: str) -> list[dict[str, Any]]:
    text = files("sozialamt.kasse.refinanzierung").joinpath(f"{datei}.yaml").read_text(encoding="utf-8")
    inhalt: list[dict[str, Any]] = lies_yaml(text)[datei]
    return inhalt


def quoten() -> list[dict[str, Any]]:
    """Alle Fassungen der Beteiligungsquote, wie sie in `quoten.yaml` stehen."""
    return _eintraege("quoten")


def quote_unterkunft(land: str, jahr: int, kenntnis: date) -> tuple[int, str]:
    """Quote des Landes für ein Jahr in Basispunkten, wie man sie an einem Tag kannte, und ihre Fundstelle."""
    fassungen = [q for q in quoten() if q["jahr"] == jahr and q["bekannt_ab"] <= kenntnis]
    if not fassungen or land not in fassungen[-1]["wert"]:
        raise SatzFehlt(f"Für {land} ist am {kenntnis:%d.%m.%Y} keine Quote für das Jahr {jahr} bekannt (BBFestV).")
    letzte = max(fassungen, key=lambda q: q["bekannt_ab"])
    return int(letzte["wert"][land]), str(letzte["norm"])


def kopfpauschale(land: str, monat: date) -> tuple[int, str]:
    """Pauschale je Person und Monat in Cent und ihre Fundstelle."""
    schluessel = f"{monat:%Y-%m}"
    for eintrag in _eintraege("pauschalen"):
        if eintrag["land"] == land and str(eintrag["ab"]) <= schluessel <= str(eintrag.get("bis", "9999-12")):
            return int(eintrag["betrag"]) * 100, str(eintrag["norm"])
    raise SatzFehlt(f"Für {land} ist im {monat:%m.%Y} keine Pauschale je Person bekannt.")
