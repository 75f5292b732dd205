"""Jede Adresse der Konfiguration, die eine Seite liefert: breit und schmal, mit axe und mit der Tastatur.

Die Adressen kommen aus der URL-Konfiguration, ihre Werte legt der Testserver an: Eine neue Seite ist von selbst dabei.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from tests.web.adressen import argumente, muster
from tests.web.browser.conftest import Fenster
from tests.web.browser.test_zugang import aufklappen, pruefe

from sozialamt.akte.rechte import ROLLEN

OK = 200
KONTEN = ("sachbearbeitung", "teamleitung", "kasse", "leitung", "administration", "revision")
"""Wer die Seiten ansieht; jede der Erste, dessen Rolle das Recht hat."""
LANG = {"/handbuch/parameter/": "Tausende gleich gebauter Tabellenzeilen; axe prüft die übrigen Seiten des Handbuchs."}
FOKUS = """() => {
    const sichtbar = e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0;
    const bedienbar = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const funde = [];
    for (const e of [...document.querySelectorAll(bedienbar)].slice(0, 400)) {
        if (!sichtbar(e) || e.disabled) continue;
        e.focus();
        const stil = getComputedStyle(e);
        const ring = stil.outlineStyle !== 'none' && parseFloat(stil.outlineWidth) > 0 || stil.boxShadow !== 'none';
        const html = e.outerHTML.slice(0, 120);
        if (document.activeElement !== e || e.tabIndex !== 0) funde.push('nicht erreichbar: ' + html);
        else if (!ring) funde.push('Fokus unsichtbar: ' + html);
    }
    return funde;
}"""


def adressen(werte: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Konto und Pfad jeder Adresse, die nichts Eigenes verlangt."""
    for eines in muster():
        angabe = eines.callback.rechtsangabe
        if angabe.recht and (wer := next((k for k in KONTEN if angabe.recht in ROLLEN[k][1]), None)):
            yield wer, reverse(eines.name, kwargs=argumente(eines, werte))
        elif not angabe.recht and not angabe.ohne_anmeldung:
            yield KONTEN[0], reverse(eines.name, kwargs=argumente(eines, werte))


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


@pytest.mark.parametrize("groesse", ["breit", "schmal"])
def test_keine_seite_hat_hindernisse_und_jede_geht_mit_der_tastatur(request, groesse, werte):
    fenster: Fenster = request.getfixturevalue(groesse)
    seiten, funde = 0, []
    for konto in KONTEN:
        seite = fenster.melde_an(konto)
        for wer, pfad in adressen(werte):
            if wer == konto and _ist_seite(seite, fenster.adresse + pfad):
                funde += _funde(fenster, seite, pfad)
                seiten += 1
        seite.context.clear_cookies()
    assert not funde, "\n".join(funde)
    assert seiten > len(list(muster())) // 2


def _funde(fenster: Fenster, seite: Page, pfad: str) -> list[str]:
    """Was an dieser Seite nicht stimmt; die übrigen werden trotzdem angesehen."""
    fenster.oeffne(pfad)
    aufklappen(seite)
    try:
        if pfad not in LANG:
            pruefe(seite)
        _tastatur(seite)
    except AssertionError as fund:
        return [str(fund)[:600]]
    return []


def _ist_seite(seite: Page, adresse: str) -> bool:
    """Ob dort HTML steht; Dateien, Weiterleitungen und reine Eingaben prüfen andere Tests."""
    antwort = seite.context.request.get(adresse, max_redirects=0)
    try:
        return antwort.status == OK and antwort.headers.get("content-type", "").startswith("text/html")
    finally:
        antwort.dispose()


def _tastatur(seite: Page) -> None:
    """Tab setzt den Fokus sichtbar, und jedes bedienbare Element lässt sich so erreichen."""
    seite.keyboard.press("Tab")
    funde = seite.evaluate(FOKUS)
    assert funde == [], f"{seite.url}: {funde[:5]}"
