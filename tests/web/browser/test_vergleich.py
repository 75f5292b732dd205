"""Der Vergleich im Browser: Profil, Lieferung und Freigabe; breit und schmal, mit Tastatur, ohne JavaScript."""

import os
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.web.browser.conftest import WURZEL, Fenster
from tests.web.browser.pruefung import folge, pruefe_beide_groessen
from tests.web.browser.test_arbeitstag import _springe

BILDER = WURZEL / "docs" / "bilder"
PROFIL = "/vergleich/profil/dortmund/2020/"


def _bilder_da(seite: Page) -> None:
    """Jedes Bild ist geladen; die faulen werden dafür herbeigerollt."""
    for bild in seite.locator("figure img").all():
        bild.scroll_into_view_if_needed()
        expect(bild).to_be_visible()
    seite.wait_for_function("() => [...document.images].every(b => b.complete && b.naturalWidth > 0)")


def test_das_profil_zeigt_vier_bilder_und_laedt_pdf_und_zahlen(breit: Fenster, tmp_path):
    seite = breit.melde_an("leitung")
    breit.oeffne(PROFIL)
    _bilder_da(seite)
    assert seite.locator("figure img").count() == 4
    expect(seite.get_by_text("Die größte Gruppe sind Personen")).to_be_visible()
    bilder = BILDER if os.environ.get("BILDER") else tmp_path
    seite.evaluate("scrollTo(0, 0)")
    seite.screenshot(
        path=bilder / "stadtprofil.png", full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": 940}
    )
    for name, anfang in (("PDF herunterladen", b"%PDF"), ("Zahlen als CSV", b"\xef\xbb\xbf")):
        with seite.expect_download() as herunterladen:
            seite.get_by_role("link", name=name).click()
        ziel = tmp_path / "datei"
        herunterladen.value.save_as(ziel)
        assert ziel.read_bytes().startswith(anfang)


def test_das_profil_steht_auch_ohne_javascript(ohne_javascript: Fenster):
    seite = ohne_javascript.melde_an("leitung")
    ohne_javascript.oeffne("/vergleich/profil/duesseldorf/2020/")
    expect(seite.get_by_role("heading", name="Stadtprofil Düsseldorf 2020")).to_be_visible()
    seite.get_by_text("Zahlen und genaue Quellen").first.click()
    expect(seite.get_by_role("region", name="Düsseldorf 2020: Dichten der Leistungsbeziehenden").first).to_be_visible()


def _ausgefuellt(seite: Page, ordner: Path) -> Path:
    """Die Vorlage laden und eine Zahl eintragen."""
    with seite.expect_download() as herunterladen:
        seite.get_by_role("button", name="Vorlage als CSV").click()
    datei = ordner / "lieferung.csv"
    herunterladen.value.save_as(datei)
    text = datei.read_text(encoding="utf-8")
    zeile = next(z for z in text.splitlines() if ",lb_hzg,Personen,,keine_lieferung," in z)
    datei.write_text(text.replace(zeile, zeile.replace(",,keine_lieferung,", ",412,,")), encoding="utf-8")
    return datei


def test_liefern_und_freigeben(breit: Fenster, tmp_path):
    seite = breit.melde_an("leitung")
    breit.oeffne("/vergleich/lieferung/")
    seite.get_by_label("Vorlage für das Jahr").fill("2025")
    datei = _ausgefuellt(seite, tmp_path)
    kaputt = tmp_path / "kaputt.csv"
    kaputt.write_text(datei.read_text(encoding="utf-8").replace(",412,", ",viele,"), encoding="utf-8")
    seite.get_by_label("Ausgefüllte Vorlage").set_input_files(kaputt)
    seite.get_by_role("button", name="Datei prüfen und liefern").click()
    expect(seite.get_by_role("heading", name="Das wurde nicht gespeichert")).to_be_visible()
    breit.vergiss("422")
    pruefe_beide_groessen(seite)
    seite.get_by_label("Ausgefüllte Vorlage").set_input_files(datei)
    seite.get_by_role("button", name="Datei prüfen und liefern").click()
    expect(seite.get_by_text("Angenommen:")).to_be_visible()
    pruefe_beide_groessen(seite)
    folge(seite.get_by_role("link", name="Zur Freigabe"))
    pruefe_beide_groessen(seite)
    seite.get_by_label("Leistungsbeziehende Hilfen zur Gesundheit").check()
    seite.get_by_role("button", name="Freigeben", exact=True).click()
    expect(seite.get_by_text("1 Größen freigegeben")).to_be_visible()
    zeile = seite.get_by_role("row", name="Leistungsbeziehende Hilfen zur Gesundheit")
    expect(zeile.get_by_text("nicht freigegeben")).to_have_count(1)


def test_zaehlen_und_freigeben_nur_mit_der_tastatur(breit: Fenster):
    seite = breit.melde_an("leitung")
    breit.oeffne("/vergleich/lieferung/")
    _springe(seite, "#aktenjahr")
    seite.keyboard.press("Control+A")
    seite.keyboard.type("2026")
    _springe(seite, "button[name=akte]")
    seite.keyboard.press("Enter")
    seite.get_by_text("Angenommen:").wait_for()
    breit.oeffne("/vergleich/freigabe/")
    _springe(seite, "input[type=checkbox]")
    seite.keyboard.press("Space")
    _springe(seite, "button[name=freigeben]")
    seite.keyboard.press("Enter")
    seite.get_by_text("1 Größen freigegeben").wait_for()
