"""Ein echter Server mit Beispielamt und Debians Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.eigene_datenbank import eigene_datenbank

from sozialamt.demo.konten import PASSWORT

WURZEL = Path(__file__).resolve().parents[3]
BREIT, SCHMAL = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
WARTEZEIT = 300
expect.set_options(timeout=30_000)
SCHALTER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def testdaten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Datenordner des Servers; dort legt er auch ab, welche Werte seine Adressen haben (werte.json)."""
    return tmp_path_factory.mktemp("browser")


@pytest.fixture(scope="session")
def server(django_db_setup: None, testdaten: Path) -> Iterator[str]:
    """Adresse des Servers; eigene Datenbank auf demselben System wie die übrigen Tests.

    `django_db_setup` steht hier, damit die Testdatenbank eingerichtet ist, bevor Playwright seine Schleife startet.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    befehl = [sys.executable, "-m", "tests.web.browser.server", str(port)]
    with eigene_datenbank(testdaten) as datenbank, (testdaten / "server.log").open("w") as protokoll:
        umgebung = os.environ | {"SOZIALAMT_DATEN": str(testdaten), "SOZIALAMT_DATABASE_URL": datenbank}
        prozess = subprocess.Popen(befehl, cwd=WURZEL, env=umgebung, stdout=protokoll, stderr=subprocess.STDOUT)
        try:
            yield _bereit(port, prozess, testdaten / "server.log")
        finally:
            prozess.terminate()
            prozess.wait(20)


def _bereit(port: int, prozess: subprocess.Popen, protokoll: Path) -> str:
    adresse = f"http://127.0.0.1:{port}"
    ende = time.monotonic() + WARTEZEIT
    while time.monotonic() < ende and prozess.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                return adresse
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"Der Server startet nicht:\n{protokoll.read_text()[-3000:]}", pytrace=False)


@pytest.fixture(scope="module")
def browser(server: str, chromium_pfad: str) -> Iterator[Browser]:
    """Je Datei ein Browser; danach endet die Schleife, die Djangos Datenbank sonst stört."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_pfad, args=SCHALTER)
        yield chromium
        chromium.close()


class Fenster:
    """Eine Seite, die sich merkt, was nicht sein darf: Fehler in der Konsole und Anfragen nach außen."""

    def __init__(self, umfeld: BrowserContext, adresse: str) -> None:
        self.seite: Page = umfeld.new_page()
        self.adresse = adresse
        self.vorfaelle: list[str] = []
        self.seite.on("console", lambda m: self.vorfaelle.append(m.text) if m.type == "error" else None)
        self.seite.on("pageerror", lambda fehler: self.vorfaelle.append(str(fehler)))
        self.seite.on("request", self._anfrage)

    def _anfrage(self, anfrage) -> None:
        if not anfrage.url.startswith((self.adresse, "data:", "blob:")):
            self.vorfaelle.append(f"Anfrage nach außen: {anfrage.url}")

    def vergiss(self, *antworten: str) -> None:
        """Meldungen über Antworten, die der Test selbst herbeigeführt hat."""
        self.vorfaelle[:] = [v for v in self.vorfaelle if not any(f"status of {a}" in v for a in antworten)]

    def oeffne(self, pfad: str) -> Page:
        self.seite.goto(self.adresse + pfad)
        return self.seite

    def melde_an(self, benutzer: str = "sachbearbeitung") -> Page:
        self.oeffne("/")
        self.seite.get_by_label("Benutzername").fill(benutzer)
        self.seite.get_by_label("Passwort").fill(PASSWORT)
        self.seite.get_by_role("button", name="Anmelden", exact=True).click()
        self.seite.get_by_role("heading", name="Guten Tag").wait_for()
        return self.seite


def fenster(browser: Browser, server: str, **umfeld) -> Iterator[Fenster]:
    kontext = browser.new_context(locale="de-DE", accept_downloads=True, **umfeld)
    kontext.set_default_timeout(60_000)
    offen = Fenster(kontext, server)
    yield offen
    kontext.close()
    assert offen.vorfaelle == []


@pytest.fixture
def breit(browser: Browser, server: str) -> Iterator[Fenster]:
    yield from fenster(browser, server, viewport=BREIT)


@pytest.fixture
def schmal(browser: Browser, server: str) -> Iterator[Fenster]:
    yield from fenster(browser, server, viewport=SCHMAL, has_touch=True)


@pytest.fixture
def ohne_javascript(browser: Browser, server: str) -> Iterator[Fenster]:
    yield from fenster(browser, server, viewport=BREIT, java_script_enabled=False)
