"""Unsinn an jeder Adresse: Keine Abfrage und keine Eingabe bringt eine Seite zu Fall.

Die Namen der Abfragen stehen im Quelltext der Ansichten, die der Eingaben in den Formularen der Seite selbst.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from tests.akte.bausteine_schutz import benutzer_in, einheit, zustaendig
from tests.web.adressen import argumente, beispielwerte, muster
from tests.web.conftest import angemeldet

from sozialamt import web
from sozialamt.akte.rechte import ROLLEN

ANSICHTEN = Path(str(web.__file__)).parent
KONTEN = ("teamleitung", "sachbearbeitung", "kasse", "leitung", "administration", "revision")
"""Wer die Adressen besucht; jede der Erste, dessen Rolle das Recht hat."""
ABFRAGE = re.compile(r"GET(?:\.get|\.getlist)?[(\[]\"(\w+)\"")
UNSINN = ("unsinn", "-1", "9" * 30, "2026-13", "\x00", "\ud7ff\U0001f600 ' OR 1=1; --", "x" * 5_000)


class _Felder(HTMLParser):
    """Namen aller Eingaben einer Seite, je Ziel eines Formulars."""

    def __init__(self) -> None:
        super().__init__()
        self.formulare: dict[str, set[str]] = {}
        self._ziel: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        angaben = dict(attrs)
        if tag == "form" and (angaben.get("method") or "").lower() == "post":
            self._ziel = angaben.get("action") or ""
        elif tag in ("input", "select", "textarea", "button") and self._ziel is not None and angaben.get("name"):
            self.formulare.setdefault(self._ziel, set()).add(str(angaben["name"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._ziel = None


def abfragen() -> list[str]:
    """Jeder Name, den eine Ansicht aus der Abfrage liest."""
    return sorted({n for datei in ANSICHTEN.rglob("*.py") for n in ABFRAGE.findall(datei.read_text())})


@pytest.fixture
def besuche(sachbearbeitung, rentnerin, haushalt) -> list[tuple[Client, str]]:
    """Jede Adresse mit dem ersten Konto, das sie sehen darf."""
    werte = beispielwerte(sachbearbeitung, rentnerin)
    nord = einheit("Nord", einheit("Amt"))
    zustaendig(haushalt, nord, sachbearbeitung)
    clients = {rolle: angemeldet(benutzer_in(f"{rolle}_u", rolle, nord)) for rolle in KONTEN}
    ziele = []
    for eines in muster():
        angabe = eines.callback.rechtsangabe
        wer = next((r for r in KONTEN if not angabe.recht or angabe.recht in ROLLEN[r][1]), None)
        if wer:
            ziele.append((clients[wer], reverse(eines.name, kwargs=argumente(eines, werte))))
    return ziele


def _versuche(client: Client, art: str, pfad: str, angaben: dict[str, str]) -> Iterator[str]:
    """Was dabei umfällt; nichts bleibt stehen."""
    try:
        with transaction.atomic():
            antwort = getattr(client, art)(pfad, angaben)
            stand = antwort.status_code
            antwort.getvalue()
            transaction.set_rollback(True)
    except Exception as fehler:
        yield f"{art} {pfad} {str(angaben)[:120]!r}: {type(fehler).__name__}: {str(fehler)[:200]}"
    else:
        if stand >= 500:
            yield f"{art} {pfad} {str(angaben)[:120]!r}: {stand}"


def test_keine_abfrage_bringt_eine_seite_zu_fall(besuche):
    namen = abfragen()
    assert {"seite", "q", "monat"} <= set(namen)
    funde = []
    for client, pfad in besuche:
        for wert in UNSINN:
            funde += _versuche(client, "get", pfad, dict.fromkeys(namen, wert))
    assert funde == []


def test_keine_eingabe_bringt_eine_seite_zu_fall(besuche):
    funde, gesehen = [], 0
    for client, pfad in besuche:
        antwort = client.get(pfad)
        if antwort.status_code != 200 or not antwort.get("content-type", "").startswith("text/html"):
            continue
        leser = _Felder()
        leser.feed(antwort.content.decode())
        for ziel, namen in leser.formulare.items():
            if "abmelden" in ziel:
                continue
            gesehen += 1
            for wert in UNSINN:
                funde += _versuche(client, "post", ziel or pfad, dict.fromkeys(namen, wert))
    assert gesehen > 20
    assert funde == []
