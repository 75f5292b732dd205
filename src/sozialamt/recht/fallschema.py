"""JSON schema of case files, made from the vocabulary so that it can never lag behind."""

from __future__ import annotations

from typing import Any

from sozialamt.rechenkern import Merkmal, Merkmalsart, Regelwerk
from sozialamt.recht.fall import IM_HAUSHALT, NACHRICHTLICH

MONAT = {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$", "description": "JJJJ-MM oder JJJJ-MM-TT"}
ZEITRAUM = {"type": "object", "properties": {"ab": MONAT, "bis": MONAT}, "additionalProperties": False}


def fallschema(werk: Regelwerk) -> dict[str, Any]:
    """Schema (draft 2020-12) of one household as `sozialamt berechne` reads it; amounts in euro."""
    einstellungen = {
        s.name: {"title": s.titel, "description": s.hinweis, "enum": _optionen(list(s.optionen))}
        for s in werk.einstellungen.values()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fall",
        "description": "Ein Haushalt mit seinen Angaben. Beträge in Euro, je Monat, wenn nichts anderes gesagt ist.",
        "type": "object",
        "required": ["personen"],
        "additionalProperties": False,
        "properties": {
            "titel": {"type": "string"},
            "monat": MONAT,
            "haushalt": _angaben(werk, "haushalt", {}),
            "personen": {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": _angaben(werk, "person", {IM_HAUSHALT: ZEITRAUM}),
            },
            "einstellungen": {"type": "object", "properties": einstellungen, "additionalProperties": False},
            "erwartet": {"type": "object", "description": "Erwartete Ergebnisse: Regel → Betrag oder je Person."},
            **{name: {} for name in sorted(NACHRICHTLICH)},
        },
    }


def _optionen(namen: list[str]) -> list[Any]:
    return [True, False, *namen] if set(namen) == {"ja", "nein"} else [*namen]


def _angaben(werk: Regelwerk, ebene: str, zusatz: dict[str, Any]) -> dict[str, Any]:
    merkmale = {m.name: _merkmal(m) for m in werk.merkmale.values() if m.ebene == ebene}
    return {"type": "object", "properties": merkmale | zusatz, "additionalProperties": False}


def _merkmal(m: Merkmal) -> dict[str, Any]:
    wert = _wert(m)
    kopf = {"title": m.titel, "description": f"{m.hilfe} ({m.norm})"}
    if m.art is Merkmalsart.VERWEIS:
        return kopf | wert
    dated = {
        "type": "object",
        "required": ["wert"],
        "properties": {"ab": MONAT, "bis": MONAT, "wert": wert},
        "additionalProperties": False,
    }
    return kopf | {"anyOf": [wert, {"type": "array", "items": dated}]}


def _wert(m: Merkmal) -> dict[str, Any]:
    match m.art:
        case Merkmalsart.BETRAG:
            return {"type": "number"} | _grenzen(m, 100)
        case Merkmalsart.GANZZAHL:
            return {"type": "integer"} | _grenzen(m, 1)
        case Merkmalsart.JA_NEIN:
            return {"type": "boolean"}
        case Merkmalsart.DATUM:
            return MONAT
        case Merkmalsart.AUSWAHL:
            return {"enum": [o.schluessel for o in m.auswahl or ()]}
    return {"type": ["string", "null"], "description": "Kennung einer anderen Person des Falls"}


def _grenzen(m: Merkmal, faktor: int) -> dict[str, Any]:
    grenzen = {}
    if m.min is not None:
        grenzen["minimum"] = m.min / faktor if m.min % faktor else m.min // faktor
    if m.max is not None:
        grenzen["maximum"] = m.max / faktor if m.max % faktor else m.max // faktor
    return grenzen
