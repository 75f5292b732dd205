"""Ein Fall von der Anmeldung bis zum PDF: mit Maus, ohne JavaScript, nur mit der Tastatur."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import pypdf
from playwright.sync_api import Page, expect
from tests.web.browser.conftest import WURZEL, Fenster

from sozialamt.demo.konten import PASSWORT

MONAT = "2026-11"
AKTE = "50-000010"
BILDER = WURZEL / "docs" / "bilder"
HOECHSTENS_TABS = 400
FOKUS_SICHTBAR = """() => {
    const ort = document.activeElement.getBoundingClientRect();
    const stil = getComputedStyle(document.activeElement);
    const rand = stil.outlineStyle !== "none" || stil.boxShadow !== "none";
    return ort.width > 0 && ort.top >= -1 && ort.bottom <= innerHeight + 1 && rand;
}"""


def _haushalt_oeffnen(seite: Page) -> None:
    seite.get_by_label("Person oder Haushalt suchen").fill(AKTE)
    seite.get_by_role("button", name="Suchen").click()
    seite.locator("#treffer tbody a").first.click()
    expect(seite.get_by_role("heading", name=f"Haushalt {AKTE}")).to_be_visible()


def _bis_zum_bescheid(fenster: Fenster) -> None:
    """Vom Haushalt über Berechnung und Rechenweg zum Bescheid, den eine zweite Person freigibt."""
    seite = fenster.seite
    seite.get_by_role("link", name="Warum dieser Betrag? Grundsicherung im Alter").click()
    expect(seite.get_by_role("heading", name="Warum dieser Betrag?")).to_be_visible()
    schritt = seite.locator("details:not([open]) > summary.schritt").first
    titel = schritt.inner_text()
    schritt.click()
    expect(
        seite.locator("details[open] > summary.schritt", has_text=titel.split("\n")[0].strip()).first
    ).to_be_visible()
    seite.get_by_role("link", name="Bescheid entwerfen").click()
    seite.get_by_label("von Monat").fill("08.2026")
    seite.get_by_label("bis Monat").fill("12.2026")
    seite.get_by_role("button", name="Entwurf berechnen").click()
    expect(seite.get_by_text("Ein Entwurf wirkt nicht nach außen.")).to_be_visible()
    _freigeben(fenster)
    expect(seite.get_by_role("heading", name=re.compile(f"Bescheid {AKTE}-"))).to_be_visible()


def _freigeben(fenster: Fenster) -> None:
    """Bewegt der Entwurf Geld, gibt ihn die Teamleitung frei; sonst, wer ihn entworfen hat."""
    seite = fenster.seite
    vorlegen = seite.get_by_role("button", name="Zur Freigabe vorlegen")
    if vorlegen.count():
        expect(seite.get_by_role("button", name="Bescheid erlassen")).to_have_count(0)
        vorlegen.click()
        expect(seite.get_by_text("Der Entwurf liegt zur Freigabe vor.")).to_be_visible()
        entwurf = urlsplit(seite.url).path
        seite.get_by_role("button", name="Abmelden").click()
        fenster.melde_an("teamleitung")
        fenster.oeffne(entwurf)
    seite.get_by_role("button", name="Bescheid erlassen").click()


def _pdf(seite: Page, ordner: Path) -> str:
    with seite.expect_download() as herunterladen:
        seite.get_by_role("link", name="Bescheid als PDF").click()
    ziel = ordner / "bescheid.pdf"
    herunterladen.value.save_as(ziel)
    return "".join(blatt.extract_text() for blatt in pypdf.PdfReader(ziel).pages)


def test_von_der_anmeldung_bis_zum_bescheid(breit: Fenster, tmp_path):
    seite = breit.melde_an()
    _haushalt_oeffnen(seite)
    seite.get_by_label("Monat", exact=True).fill("11.2026")
    seite.get_by_role("button", name="Zeigen").click()
    expect(seite.get_by_role("heading", name="Leistungen im November 2026")).to_be_visible()
    bilder = BILDER if os.environ.get("BILDER") else tmp_path
    bilder.mkdir(exist_ok=True)
    seite.screenshot(path=bilder / "haushalt.png")
    _bis_zum_bescheid(breit)
    text = _pdf(seite, tmp_path)
    assert AKTE in text
    assert "Rechtsbehelfsbelehrung" in text
    assert "Berechnungsbogen" in text


def test_derselbe_weg_ohne_javascript(ohne_javascript: Fenster, tmp_path):
    seite = ohne_javascript.melde_an()
    _haushalt_oeffnen(seite)
    _bis_zum_bescheid(ohne_javascript)
    assert "Rechtsbehelfsbelehrung" in _pdf(seite, tmp_path)


def _springe(seite: Page, bedingung: str) -> None:
    """Tabulator, bis das Element mit dem Fokus passt; der Fokus muss dabei immer sichtbar sein."""
    for _ in range(HOECHSTENS_TABS):
        seite.keyboard.press("Tab")
        if seite.evaluate(f"document.activeElement.matches({bedingung!r})"):
            seite.wait_for_function(FOKUS_SICHTBAR, timeout=5_000)
            return
    raise AssertionError(f"Mit der Tastatur nicht erreichbar: {bedingung}")


def test_der_ganze_weg_nur_mit_der_tastatur(breit: Fenster):
    seite = breit.oeffne("/")
    _springe(seite, "[name=login]")
    seite.keyboard.type("sachbearbeitung")
    _springe(seite, "[name=password]")
    seite.keyboard.type(PASSWORT)
    seite.keyboard.press("Enter")
    seite.get_by_role("heading", name="Guten Tag").wait_for()
    _springe(seite, "#q")
    seite.keyboard.type(AKTE)
    seite.keyboard.press("Enter")
    seite.locator("#treffer table").wait_for()
    _springe(seite, "#treffer tbody a")
    seite.keyboard.press("Enter")
    seite.get_by_role("heading", name=f"Haushalt {AKTE}").wait_for()
    _springe(seite, "a[href*='/berechnung/grundsicherung_alter']")
    seite.keyboard.press("Enter")
    seite.get_by_role("heading", name="Warum dieser Betrag?").wait_for()
    _springe(seite, "details:not([open]) > summary.schritt")
    seite.keyboard.press("Enter")
    assert seite.evaluate("document.activeElement.parentElement.open")
    seite.goto(seite.url)
    _springe(seite, "a[href*='/bescheide/neu/']")
    seite.keyboard.press("Enter")
    seite.get_by_role("heading", name="Bescheid entwerfen").wait_for()
    _springe(seite, "main button[type=submit]")
    seite.keyboard.press("Enter")
    seite.get_by_text("Ein Entwurf wirkt nicht nach außen.").wait_for()
    _springe(seite, "button[name=verwerfen]")
    seite.keyboard.press("Enter")
    seite.get_by_text("Der Entwurf ist verworfen.").wait_for()


def test_sprunglink_ist_der_erste_halt_und_fuehrt_zum_inhalt(breit: Fenster):
    seite = breit.melde_an()
    breit.oeffne("/suche/")
    seite.keyboard.press("Tab")
    assert seite.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    seite.keyboard.press("Enter")
    assert seite.evaluate("document.activeElement.id") == "inhalt"


def test_die_suche_findet_schon_beim_tippen(breit: Fenster):
    seite = breit.melde_an()
    breit.oeffne("/suche/")
    seite.get_by_label("Person oder Haushalt suchen").press_sequentially("musterstadt", delay=20)
    expect(seite.locator("#treffer table tbody tr").first).to_be_visible()


def test_eine_aenderung_eintragen_und_den_neuen_betrag_sehen(breit: Fenster):
    seite = breit.melde_an()
    breit.oeffne(f"/haushalte/{AKTE}/?monat={MONAT}")
    seite.get_by_role("link", name="Tatsachen eintragen für den Haushalt").click()
    seite.get_by_label("Gilt ab Monat").fill("11.2026")
    seite.get_by_label("Heizkosten in Euro", exact=True).fill("viel")
    seite.get_by_role("button", name="Eintragen").click()
    expect(seite.get_by_role("heading", name="Das wurde nicht gespeichert")).to_be_visible()
    breit.vergiss("422")
    seite.get_by_label("Heizkosten in Euro", exact=True).fill("123,45")
    seite.get_by_role("button", name="Eintragen").click()
    expect(seite.get_by_text("1 Angabe(n) ab 11.2026 eingetragen.")).to_be_visible()
    expect(seite.get_by_role("cell", name="123,45")).to_be_visible()
