"""Der Inhalt eines Bescheids als JSON: die vollständige, unveränderliche Abschrift der Entscheidung.

Form `bescheid/2`: Kopf (Leistung, Empfänger, Personen), je Monat Betrag und Teilbeträge, dazu unter `entscheidung`
Gründe und Bezug (`entscheidung.py`). Die Spuren
aller Monate stehen daneben im Feld `rechenweg`, gepackt von `spurspeicher`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sozialamt.akte.berechnung import Leistungsergebnis
from sozialamt.akte.fallbildung import personenschluessel
from sozialamt.akte.models import Haushalt, Person
from sozialamt.akte.monat import monatsschluessel
from sozialamt.leistungen.steckbrief import Steckbrief

SCHEMA = "bescheid/2"


def inhalt(haushalt: Haushalt, ergebnisse: Sequence[Leistungsergebnis]) -> dict[str, Any]:
    """Abschrift der Berechnung aller Monate."""
    erstes = ergebnisse[0]
    personen = {schluessel: p for e in ergebnisse for schluessel, p in e.bild.personen.items()}
    return {
        "schema": SCHEMA,
        "leistung": erstes.steckbrief.schluessel,
        "titel": erstes.titel,
        "rechtsgrundlage": erstes.steckbrief.rechtsgrundlage,
        "aktenzeichen": haushalt.aktenzeichen,
        "empfaenger": _empfaenger(haushalt, next(iter(personen.values()))),
        "personen": {schluessel: _person(person) for schluessel, person in personen.items()},
        "monate": [monat(e) for e in ergebnisse],
        "ablehnungsgruende": list(dict.fromkeys(grund for e in ergebnisse for grund in e.ablehnungsgruende)),
        "erzeugt": haushalt.erzeugt,
        "berechnet": True,
    }


def ohne_rechnung(
    haushalt: Haushalt, steckbrief: Steckbrief, personen: Sequence[Person], monate: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """Inhalt einer Entscheidung, der keine Rechnung zugrunde liegt; `monate` wie von `monat`."""
    return {
        "schema": SCHEMA,
        "leistung": steckbrief.schluessel,
        "titel": steckbrief.titel_am(monate[0]["monat"]),
        "rechtsgrundlage": steckbrief.rechtsgrundlage,
        "aktenzeichen": haushalt.aktenzeichen,
        "empfaenger": _empfaenger(haushalt, personen[0]),
        "personen": {personenschluessel(person.pk): _person(person) for person in personen},
        "monate": list(monate),
        "ablehnungsgruende": [],
        "erzeugt": haushalt.erzeugt,
        "berechnet": False,
    }


def monat(ergebnis: Leistungsergebnis) -> dict[str, Any]:
    """Ein Monat der Entscheidung: Betrag und die Teilbeträge, aus denen gebucht wird, beides in Cent."""
    return {
        "monat": monatsschluessel(ergebnis.bild.monat),
        "cent": ergebnis.cent,
        "teile": [asdict(teil) for teil in ergebnis.teilbetraege],
    }


def rechtsstand(inhalt_json: dict[str, Any]) -> date:
    """Letzter Monat, dessen Recht angewandt wurde."""
    return date.fromisoformat(inhalt_json["monate"][-1]["monat"] + "-01")


def _empfaenger(haushalt: Haushalt, person: Person) -> dict[str, str]:
    return {"name": person.rufname, "strasse": haushalt.strasse, "plz": haushalt.plz, "ort": haushalt.ort}


def _person(person: Person) -> dict[str, Any]:
    return {"id": person.pk, "name": person.rufname, "geburtsdatum": person.geburtsdatum.isoformat()}
