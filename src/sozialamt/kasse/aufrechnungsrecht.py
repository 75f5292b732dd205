"""Wie viel von einer laufenden Leistung einbehalten werden darf, und wie lange."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.monat import als_datum, monat_weiter
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Parameter
from sozialamt.rechenkern.errors import KeinWert
from sozialamt.recht.laden import lies_parameter

BASISPUNKTE = 10_000
STUFE_1 = 1
MONATE_IM_JAHR = 12
SGB_XII = ("hilfe_zum_lebensunterhalt", "grundsicherung_alter_erwerbsminderung")
SGB_II = ("grundsicherung_arbeitsuchende",)


@dataclass(frozen=True, slots=True)
class Aufrechnungsnorm:
    """Eine Grundlage der Aufrechnung: Höhe als Anteil einer Regelbedarfsstufe, Leistungen, von denen sie abgeht.

    `stufe` 0 heißt: die für die Person maßgebende. `zusammen` nennt den Parameter, den alle Aufrechnungen der Person
    zusammen nicht überschreiten, `ersatz` die Normen, deren Kostenersatz aufgerechnet werden darf.
    """

    schluessel: str
    norm: str
    titel: str
    parameter: str
    leistungen: tuple[str, ...]
    stufe: int = 0
    zusammen: str = ""
    ersatz: tuple[str, ...] = ()


NORMEN = (
    Aufrechnungsnorm(
        "sgb12_26",
        "§ 26 Abs. 2 SGB XII",
        "verschuldete Überzahlung oder Kostenersatz (Sozialhilfe)",
        "aufrechnung_pflichtverletzung",
        SGB_XII,
        stufe=STUFE_1,
        ersatz=(Grundlage.VERSCHULDEN.norm, Grundlage.ZU_UNRECHT.norm),
    ),
    Aufrechnungsnorm(
        "sgb12_44b",
        "§ 44b SGB XII",
        "nach endgültiger Festsetzung (Grundsicherung)",
        "aufrechnung_endgueltige_festsetzung",
        ("grundsicherung_alter_erwerbsminderung",),
    ),
    Aufrechnungsnorm(
        "sgb2_43_30",
        "§ 43 Abs. 2 SGB II (30 Prozent)",
        "Erstattung oder Ersatzanspruch (SGB II)",
        "aufrechnung_sgb2_regel",
        SGB_II,
        zusammen="aufrechnung_sgb2_regel",
        ersatz=(Grundlage.SOZIALWIDRIG.norm, Grundlage.RECHTSWIDRIG.norm),
    ),
    Aufrechnungsnorm(
        "sgb2_43_10",
        "§ 43 Abs. 2 SGB II (10 Prozent)",
        "vorläufige Entscheidung oder nachträgliches Einkommen (SGB II)",
        "aufrechnung_sgb2_ohne_verschulden",
        SGB_II,
        zusammen="aufrechnung_sgb2_regel",
    ),
    Aufrechnungsnorm(
        "sgb2_42a",
        "§ 42a Abs. 2 SGB II",
        "Tilgung eines Darlehens (SGB II)",
        "aufrechnung_sgb2_darlehen",
        SGB_II,
        zusammen="aufrechnung_sgb2_regel",
    ),
)
_NACH_SCHLUESSEL = {norm.schluessel: norm for norm in NORMEN}


@cache
def parameter() -> dict[str, Parameter]:
    """Datierte Grenzen mit Norm und Quelle."""
    return {p.name: p for p in lies_parameter(files("sozialamt.kasse").joinpath("parameter.yaml"))}


def aufrechnungsnorm(schluessel: str) -> Aufrechnungsnorm:
    """Die Norm zu ihrem Schlüssel; eine unbekannte ist eine unbrauchbare Angabe."""
    if schluessel not in _NACH_SCHLUESSEL:
        raise AngabenFehler([Mangel("Grundlage", schluessel or "(leer)", "gibt es nicht", "Wählen Sie eine Norm.")])
    return _NACH_SCHLUESSEL[schluessel]


def hoechstbetrag(norm: Aufrechnungsnorm, regelbedarfsstufe: int, monat: date) -> int:
    """Höchster Einbehalt im Monat in Cent, abgerundet."""
    return _anteil(norm.parameter, norm.stufe or regelbedarfsstufe, monat)


def hoechstens_zusammen(norm: Aufrechnungsnorm, regelbedarfsstufe: int, monat: date) -> int | None:
    """Grenze aller Aufrechnungen einer Person zusammen in Cent; ohne: keine."""
    return _anteil(norm.zusammen, regelbedarfsstufe, monat) if norm.zusammen else None


def laengstens_bis(bestandskraeftig_ab: date) -> date:
    """Letzter Monat: drei Jahre nach dem Monat der Bestandskraft."""
    jahre = _wert("aufrechnung_hoechstdauer", bestandskraeftig_ab)
    return monat_weiter(bestandskraeftig_ab, jahre * MONATE_IM_JAHR)


def _anteil(name: str, stufe: int, monat: date) -> int:
    try:
        stufen = regelwerk().parameter["regelbedarfsstufe"].fassung(als_datum(monat)).wert
    except KeinWert as fehler:
        raise ZustandFehler(f"Für {monat:%m.%Y} ist kein Regelbedarf bekannt: {fehler}") from fehler
    assert isinstance(stufen, tuple)  # noqa: S101 - a table by level
    if not 1 <= stufe < len(stufen):
        raise AngabenFehler([Mangel("Regelbedarfsstufe", str(stufe), "gibt es nicht", "Wählen Sie 1 bis 6.")])
    return stufen[stufe] * _wert(name, monat) // BASISPUNKTE


def _wert(name: str, tag: date) -> int:
    try:
        wert = parameter()[name].fassung(als_datum(tag)).wert
    except KeinWert as fehler:
        raise ZustandFehler(str(fehler)) from fehler
    assert isinstance(wert, int)  # noqa: S101 - no table
    return wert
