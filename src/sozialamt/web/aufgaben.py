"""Aufgaben auf dem Bildschirm: wohin eine führt und wie ihre Zeilen aussehen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from sozialamt.akte.aufgabe import AUFGABEN, Aufgabe, Spalte, Stapel
from sozialamt.web.templatetags.anzeige import euro

EIGENE_LISTE = "aufgabe_"
"""Vorsilbe der Adresse einer Aufgabe ohne eigene Seite."""


@dataclass(frozen=True, slots=True)
class Karte:
    """Ein Stapel mit der Adresse seiner Liste."""

    stapel: Stapel
    adresse: str


def mit_liste() -> list[Aufgabe]:
    """Aufgaben, deren Liste aus ihren Spalten entsteht."""
    return [a for a in AUFGABEN.values() if not a.seite]


def karten(gezaehlt: Iterable[Stapel], heute: date) -> list[Karte]:
    """Jeder Stapel mit dem Weg zu genau den Zeilen, die er zählt."""
    return [Karte(s, adresse(s.aufgabe, heute, alle=s.alle)) for s in gezaehlt]


def adresse(aufgabe: Aufgabe, heute: date, *, alle: bool = False) -> str:
    """Die Liste der Aufgabe samt Filter; sie lässt sich verschicken und merken."""
    ziel = reverse(aufgabe.seite or EIGENE_LISTE + aufgabe.schluessel)
    werte = (aufgabe.filter(heute) if aufgabe.filter else {}) | ({"wessen": "alle"} if alle else {})
    return f"{ziel}?{urlencode(werte)}" if werte else ziel


def zeile(aufgabe: Aufgabe, eintrag: Any) -> tuple[str, list[tuple[Spalte, str]]]:
    """Adresse und beschriftete Felder eines Eintrags."""
    name, angaben = aufgabe.ziel(eintrag) if aufgabe.ziel else (aufgabe.seite, ())
    return reverse(name, args=angaben), [(s, _text(s, s.wert(eintrag))) for s in aufgabe.spalten]


def _text(spalte: Spalte, wert: object) -> str:
    if spalte.betrag and isinstance(wert, int):
        return euro(wert)
    if isinstance(wert, datetime):
        return f"{timezone.localtime(wert):%d.%m.%Y %H:%M}"
    return f"{wert:%d.%m.%Y}" if isinstance(wert, date) else str(wert)
