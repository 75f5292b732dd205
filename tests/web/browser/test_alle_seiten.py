"""Jede Adresse der Konfiguration, die eine Seite liefert: breit und schmal, mit axe und mit der Tastatur.

Die Adressen kommen aus der URL-Konfiguration, ihre Werte legt der Testserver an: Eine neue Seite ist von selbst dabei.
Was eine Seite je nach Abfrage oder Akte anders zeigt, steht in `ZUSTAENDE`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from tests.web.adressen import argumente, muster
from tests.web.browser.conftest import BREIT, SCHMAL, Fenster
from tests.web.browser.pruefung import aufklappen, pruefe, pruefe_tastatur

from sozialamt.akte.rechte import ROLLEN

OK = 200
KONTEN = ("sachbearbeitung", "teamleitung", "kasse", "leitung", "administration", "revision")
"""Wer die Seiten ansieht; jede der Erste, dessen Rolle das Recht hat."""
AKTE, FREMD, GESPERRT = "/haushalte/50-000011/", "/haushalte/50-000008/", "/haushalte/50-000013/"
LAUF = "/kasse/laeufe/Z202607-01/"
ZUSTAENDE = {
    "sachbearbeitung": ["/", f"{FREMD}zugriff/", "/handbuch/parameter_wohngeld/", "/handbuch/streitfragen/"],
    "teamleitung": [
        "/",
        "/suche/?q=musterstadt",
        "/suche/?q=musterstadt&art=haushalte",
        "/suche/?q=meier",
        "/suche/?q=gibtesnicht",
        f"{AKTE}?monat=2026-11",
        f"{AKTE}?monat=unsinn",
        f"{AKTE}?monat=2026-11&stand=01.02.2026",
        f"{AKTE}tatsachen/?monat=2026-11",
        f"{AKTE}berechnung/grundsicherung_alter_erwerbsminderung/2026-11/",
        GESPERRT,
        "/fristen/?wessen=alle&bis=01.01.2090",
        "/ansprueche/",
        "/massenlaeufe/",
        "/notzugriffe/",
        "/kasse/konten/",
    ],
    "kasse": ["/", "/kasse/", LAUF, f"{LAUF}stichprobe/", "/kasse/kontoauszuege/"],
    "leitung": [
        "/",
        "/vergleich/",
        "/vergleich/profil/dortmund/2020/",
        "/vergleich/profil/duesseldorf/2021/",
        "/vergleich/bereich/sgb2/2023/",
        "/vergleich/faktenboard/sgb2/2023/",
        "/vergleich/monitoring/2023/",
        "/vergleich/aehnlich/?jahr=2020",
        "/vergleich/was-waere-wenn/?jahr=2023&stadt=dortmund&bereich=sgb2",
        "/vergleich/auffaelligkeiten/",
    ],
    "administration": ["/", "/verwaltung/benutzer/", "/verwaltung/loeschkonzept/"],
    "revision": ["/", "/ausgaben/"],
}
MIT_ZEILEN = {
    "/suche/?q=musterstadt",
    "/fristen/?wessen=alle&bis=01.01.2090",
    "/ansprueche/",
    "/massenlaeufe/",
    "/notzugriffe/",
    "/kasse/konten/",
    "/kasse/",
    LAUF,
    f"{LAUF}stichprobe/",
    "/kasse/kontoauszuege/",
    "/ausgaben/",
    "/vergleich/",
    "/vergleich/auffaelligkeiten/",
    "/verwaltung/benutzer/",
    "/verwaltung/loeschkonzept/",
}
"""Listen, die mit Zeilen geprüft sein müssen; eine leere passt immer auf das Telefon."""


def adressen(konto: str, werte: dict[str, Any]) -> Iterator[str]:
    """Pfade, die dieses Konto ansieht: die Zustände und jede Adresse, deren Recht es als Erster hat."""
    yield from ZUSTAENDE[konto]
    yield from _konfigurierte(konto, werte)


def _konfigurierte(konto: str, werte: dict[str, Any]) -> Iterator[str]:
    for eines in muster():
        angabe = eines.callback.rechtsangabe
        if angabe.recht:
            wer = next((k for k in KONTEN if angabe.recht in ROLLEN[k][1]), None)
        else:
            wer = None if angabe.ohne_anmeldung else KONTEN[0]
        if wer == konto:
            yield reverse(eines.name, kwargs=argumente(eines, werte))


@pytest.fixture(scope="module")
def werte(request, testdaten: Path) -> dict[str, Any]:
    """Was der Server für jeden Platzhalter angelegt hat; dass er dafür läuft, macht dies nicht zum Datenbanktest."""
    request.getfixturevalue("server")
    gelesen = json.loads((testdaten / "werte.json").read_text(encoding="utf-8"))
    return gelesen | {"monat": date.fromisoformat(gelesen["monat"])}


def test_jedes_recht_hat_jemanden_der_die_seite_ansieht():
    verlangt = {m.callback.rechtsangabe.recht for m in muster()} - {""}
    gesehen = set().union(*(ROLLEN[k][1] for k in KONTEN))
    assert verlangt <= gesehen


@pytest.mark.parametrize("konto", KONTEN)
def test_keine_seite_hat_hindernisse_und_jede_geht_mit_der_tastatur(request, konto, werte):
    fenster: Fenster = request.getfixturevalue("breit")
    seite = fenster.melde_an(konto)
    gesehen: set[str] = set()
    funde: list[str] = []
    for pfad in dict.fromkeys(adressen(konto, werte)):
        if _oeffne(fenster, pfad):
            gesehen.add(pfad)
            funde += _funde(seite, pfad)
    assert not funde, "\n".join(funde)
    assert set(ZUSTAENDE[konto]) <= gesehen
    konfigurierte = set(_konfigurierte(konto, werte))
    assert len(gesehen & konfigurierte) > len(konfigurierte) // 2


def test_die_anmeldung_hat_keine_hindernisse(request):
    fenster: Fenster = request.getfixturevalue("breit")
    assert _oeffne(fenster, "/konto/anmelden/")
    assert _funde(fenster.seite, "/konto/anmelden/") == []


def _oeffne(fenster: Fenster, pfad: str) -> bool:
    """Ob dort HTML steht. Dateien, Weiterleitungen und reine Eingaben prüfen andere Tests."""
    antwort = fenster.seite.context.request.get(fenster.adresse + pfad, max_redirects=0)
    try:
        if antwort.status != OK or not antwort.headers.get("content-type", "").startswith("text/html"):
            return False
    finally:
        antwort.dispose()
    fenster.oeffne(pfad)
    return True


def _funde(seite: Page, pfad: str) -> list[str]:
    """Was an dieser Seite nicht stimmt; die übrigen werden trotzdem angesehen."""
    funde = []
    if pfad in MIT_ZEILEN and not seite.locator("main tbody tr, main .vermerk").count():
        funde.append(f"{pfad} zeigt keine Zeile")
    aufklappen(seite)
    for groesse in (SCHMAL, BREIT):
        seite.set_viewport_size(groesse)
        funde += _fund(pruefe, seite)
        funde += _fund(pruefe_tastatur, seite)
    return funde


def _fund(pruefung: Callable[[Page], None], seite: Page) -> list[str]:
    try:
        pruefung(seite)
    except AssertionError as fund:
        return [f"{seite.viewport_size}: {str(fund)[:600]}"]
    return []
