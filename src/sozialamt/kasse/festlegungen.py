"""Was jede Stadt selbst festlegt: Kontierung, Auftraggeberkonto, Stichprobe, Freigabegrenzen.

Mitgeliefert sind Beispiele. `SOZIALAMT_KASSE_ORDNER` nennt einen Ordner mit eigenen Dateien gleichen Namens.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.recht.laden import lies_yaml

DATEIEN = ("kontierung.yaml", "einstellungen.yaml")


@dataclass(frozen=True, slots=True)
class Kontierung:
    """Zwei Zuordnungen je Betrag: Produkt des Haushaltsplans und Gruppe der Finanzstatistik."""

    produkt: str
    statistikgruppe: str


@dataclass(frozen=True, slots=True)
class Auftraggeber:
    """Konto der Behörde."""

    name: str
    iban: str


@dataclass(frozen=True, slots=True)
class Stichprobe:
    """Schwellen der Risikostichprobe (Cent, Sekunden, Anzahl)."""

    hoher_betrag: int
    schnelle_freigabe_sekunden: int
    neue_iban_hoechstens: int


@cache
def _datei(name: str, ordner: str) -> dict[str, Any]:
    eigene = Path(ordner, name) if ordner else None
    if eigene and eigene.exists():
        text = eigene.read_text(encoding="utf-8")
    else:
        text = files("sozialamt.kasse").joinpath(name).read_text(encoding="utf-8")
    inhalt = lies_yaml(text)
    if not isinstance(inhalt, dict):
        raise ZustandFehler(f"{eigene or name} enthält keine Festlegungen. Vergleichen Sie mit dem Beispiel.")
    return inhalt


def _festlegungen(name: str) -> dict[str, Any]:
    return _datei(name, str(settings.KASSE_ORDNER or ""))


def kontierung(leistung: str, bestandteil: str) -> Kontierung:
    """Produkt und Statistikgruppe eines Bestandteils."""
    return _kontierung(leistung, bestandteil, str(settings.KASSE_ORDNER or ""))


@cache
def _kontierung(leistung: str, bestandteil: str, ordner: str) -> Kontierung:
    tafel = _datei("kontierung.yaml", ordner)
    eintrag = tafel["leistungen"].get(leistung, tafel["übrige"])
    eintrag = eintrag.get("bestandteile", {}).get(bestandteil, eintrag)
    return Kontierung(str(eintrag["produkt"]), str(eintrag["statistikgruppe"]))


def auftraggeber() -> Auftraggeber:
    return Auftraggeber(**_festlegungen("einstellungen.yaml")["auftraggeber"])


def stichprobe() -> Stichprobe:
    return Stichprobe(**_festlegungen("einstellungen.yaml")["stichprobe"])


def freigabegrenze(rollen: list[str]) -> int:
    """Höchster Einzelbetrag in Cent, den diese Rollen freigeben dürfen."""
    grenzen = _festlegungen("einstellungen.yaml")["freigabegrenzen"]
    return max((int(grenzen.get(rolle, 0)) for rolle in rollen), default=0)
