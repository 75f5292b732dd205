"""Schutz im Browser: Passkey mit einem gedachten Schlüssel, Begründung, Upload."""

import re

from playwright.sync_api import expect
from tests.web.browser.conftest import Fenster
from tests.web.browser.pruefung import folge, pruefe

AKTE, FREMD, GESPERRT = "/haushalte/50-000001/", "/haushalte/50-000008/", "/haushalte/50-000013/"


def test_eine_fremde_akte_oeffnet_sich_nach_der_begruendung(breit: Fenster):
    seite = breit.melde_an()
    breit.oeffne(FREMD)
    breit.vergiss("403")
    pruefe(seite)
    seite.get_by_role("link", name="Akte mit Begründung öffnen").click()
    seite.get_by_label("Begründung").fill("Vertretung am Schalter, Bürger ist da")
    seite.get_by_role("button", name="Begründen und öffnen").click()
    expect(seite.get_by_role("heading", name="Haushalt 50-000008")).to_be_visible()
    expect(seite.get_by_role("link", name="Bescheid entwerfen")).to_have_count(0)


def test_eine_geschuetzte_anschrift_zeigt_sich_erst_auf_knopfdruck(breit: Fenster):
    seite = breit.melde_an("teamleitung")
    breit.oeffne(GESPERRT)
    expect(seite.get_by_text("Musterstadt", exact=True)).to_have_count(0)
    seite.get_by_role("button", name=re.compile("Anschrift aufdecken")).click()
    expect(seite.locator(".ergebnis")).to_contain_text("Musterstadt")
    pruefe(seite)


def test_vermerk_und_dokument_ohne_javascript(ohne_javascript: Fenster, tmp_path):
    seite = ohne_javascript.melde_an()
    ohne_javascript.oeffne(f"{AKTE}vermerke/")
    seite.get_by_label("Text").fill("Über den Mehrbedarf beraten")
    seite.get_by_role("button", name="Vermerk schreiben").click()
    expect(seite.get_by_text("Über den Mehrbedarf beraten")).to_be_visible()
    datei = tmp_path / "brief.txt"
    datei.write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    seite.get_by_label("Was ist es").fill("Schreiben vom 02.11.2026")
    seite.get_by_label("Datei").set_input_files(datei)
    seite.get_by_role("button", name="Ablegen").click()
    expect(seite.get_by_role("link", name="Schreiben vom 02.11.2026")).to_be_visible()


def test_die_auskunft_kommt_mit_einem_klick(breit: Fenster):
    seite = breit.melde_an("teamleitung")
    breit.oeffne(AKTE)
    folge(seite.get_by_role("link", name=re.compile("^Auskunft")).first)
    pruefe(seite)
    with seite.expect_download() as herunterladen:
        seite.get_by_role("button", name=re.compile("Auskunft als PDF")).click()
    assert herunterladen.value.suggested_filename.startswith("Auskunft-50-")
