"""Städte, Mitgliedschaften und Basisgrößen aus den mitgelieferten Dateien in die Datenbank; mehrfach ausführbar."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from sozialamt.vergleich.kennzahlen.katalog import Groesse, katalog
from sozialamt.vergleich.models import Basisgroesse, Mitgliedschaft, Stadt

DATEI = Path(__file__).parent / "staedte.yaml"
_FELDER = ("nummer", "titel", "einheit", "stellen", "bereich", "lieferbar")


@cache
def _staedte() -> dict[str, Any]:
    return dict(yaml.safe_load(DATEI.read_text(encoding="utf-8")))


@transaction.atomic
def gleiche_ab() -> None:
    """Legt an, was fehlt, und führt Titel nach. Nachkommastellen einer Größe ändern sich nie."""
    _gleiche_groessen_ab()
    _gleiche_staedte_ab()


def _gleiche_groessen_ab() -> None:
    vorhanden = {g.schluessel: g for g in Basisgroesse.objects.all()}
    neu, geaendert = [], []
    for groesse in katalog().groessen.values():
        if groesse.aus:
            continue
        soll = {feld: getattr(groesse, feld) for feld in _FELDER}
        ist = vorhanden.get(groesse.schluessel)
        if ist is None:
            neu.append(Basisgroesse(schluessel=groesse.schluessel, **soll))
        elif ist.stellen != groesse.stellen:
            raise ValueError(f"{groesse.schluessel}: gespeichert mit {ist.stellen} Nachkommastellen")
        elif any(getattr(ist, feld) != wert for feld, wert in soll.items()):
            for feld, wert in soll.items():
                setattr(ist, feld, wert)
            geaendert.append(ist)
    Basisgroesse.objects.bulk_create(neu)
    Basisgroesse.objects.bulk_update(geaendert, _FELDER)


def _gleiche_staedte_ab() -> None:
    roh = _staedte()
    vorhanden = {s.schluessel: s for s in Stadt.objects.all()}
    for schluessel, eintrag in roh["staedte"].items():
        if schluessel in vorhanden:
            continue
        mitglied = eintrag.get("mitglied")
        felder = {k: v for k, v in eintrag.items() if k != "mitglied"}
        stadt = Stadt.objects.create(schluessel=schluessel, **felder)
        if mitglied is not None:
            Mitgliedschaft.objects.create(
                stadt=stadt,
                von_jahr=mitglied.get("von"),
                ausgeschieden=mitglied.get("ausgeschieden"),
                quelle=roh["quelle"],
            )


def alle_groessen() -> dict[str, Groesse]:
    """Der Katalog und dazu Größen, die nur in dieser Datenbank stehen."""
    bekannt = dict(katalog().groessen)
    felder = ("schluessel", *_FELDER)
    for schluessel, nummer, titel, einheit, stellen, bereich, lieferbar in Basisgroesse.objects.values_list(*felder):
        if schluessel not in bekannt:
            bekannt[schluessel] = Groesse(schluessel, nummer, titel, einheit, stellen, bereich, lieferbar)
    return bekannt
