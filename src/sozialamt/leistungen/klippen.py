"""Die Klippen des Rechts: Stellen, an denen ein Cent mehr Einkommen den Betrag springen lässt, mit Namen und Norm.

Jede Leistung führt sie in `klippen.yaml` neben ihren Regeln. Ein Test fährt die Verläufe dort ab: Jeder gefundene
Sprung muss eine benannte Klippe sein, und jede benannte muss an ihrer Stelle stehen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from sozialamt.recht.laden import lies_yaml


@dataclass(frozen=True, slots=True)
class Verlauf:
    """Ein Haushalt, in dem eine Angabe von `von` bis `bis` steigt (Euro); `fall` wie in einer Falldatei.

    `stufe` ist der Schritt in Cent, um den der Betrag wegen Rundung oder einer Staffel springt, nach `stufe_norm`.
    """

    titel: str
    person: str
    merkmal: str
    von: int
    bis: int
    stufe: int
    stufe_norm: str
    fall: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Klippe:
    """Ein Sprung des Betrags, den das Recht will.

    * `kennzeichen` – Regel und Wert: Schlüssel einer Auswahl, der kommt oder geht; „ja“, wenn ihr Betrag dort beginnt
      oder endet; „springt“, wenn er sich dort um mehr als die Stufe ändert
    * `verlauf`, `bei`, `sprung` – Beispiel: letztes Einkommen vor dem Sprung und seine Höhe, in Cent
    """

    name: str
    norm: str
    grund: str
    kennzeichen: tuple[str, Any]
    verlauf: str
    bei: int
    sprung: int


@dataclass(frozen=True, slots=True)
class Klippenblatt:
    """Wie sich der Betrag einer Leistung mit dem Einkommen verändert.

    `steigt` nennt die Angaben, von denen mehr den Betrag auch außerhalb der Klippen erhöht (Elterngeld).
    """

    schluessel: str
    steigt: frozenset[str]
    verlaeufe: tuple[Verlauf, ...]
    klippen: tuple[Klippe, ...]


_CENT = 100
_FALL = ("monat", "haushalt", "personen", "einstellungen")


def klippenblatt(schluessel: str) -> Klippenblatt:
    """Klippen einer Leistung nach ihrem Ordnernamen."""
    datei = resources.files("sozialamt.leistungen").joinpath(schluessel, "klippen.yaml")
    daten = lies_yaml(datei.read_text(encoding="utf-8"))
    stufe = daten.get("stufe", {"betrag": 0, "norm": ""})
    return Klippenblatt(
        schluessel,
        frozenset(daten.get("steigt", ())),
        tuple(_verlauf(v, v.get("stufe", stufe)) for v in daten["verlaeufe"]),
        tuple(_klippe(k) for k in daten.get("klippen", ())),
    )


def _verlauf(v: Mapping[str, Any], stufe: Mapping[str, Any]) -> Verlauf:
    fall = {n: v[n] for n in _FALL if n in v}
    bereich = (int(v.get("von", 0)), int(v["bis"]))
    return Verlauf(v["titel"], v["person"], v["merkmal"], *bereich, int(stufe["betrag"] * _CENT), stufe["norm"], fall)


def _klippe(k: Mapping[str, Any]) -> Klippe:
    ((regel, wert),) = k["kennzeichen"].items()
    bei, sprung = int(k["bei"] * _CENT), int(k["sprung"] * _CENT)
    return Klippe(k["name"], k["norm"], k["grund"], (regel, wert), k["verlauf"], bei, sprung)
