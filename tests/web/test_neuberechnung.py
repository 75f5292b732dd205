"""Vorschläge aus Neuberechnung am Bildschirm: Arbeitsliste, ein Fall, ein Vorgang daraus."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG, MAI, NOVEMBER, eintragen
from tests.akte.vorgaenge.bausteine import erlasse, im
from tests.kasse.bausteine import konto
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Massenlauf, Massenlaufposten, Vorgang
from sozialamt.akte.models.massenlauf import Laufart, Postenstand, Wirkung
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

HEUTE = datetime(2026, 10, 20, tzinfo=UTC)


@pytest.fixture
def bewilligt(sachbearbeitung, haushalt, rentnerin):
    zeitraum = {"leistung": GRUNDSICHERUNG, "beginn": MAI, "ende": NOVEMBER, "zeitpunkt": im(12, 6)}
    entwurf = bescheid_entwerfen(benutzer=sachbearbeitung, haushalt=haushalt, **zeitraum)
    return erlasse(entwurf, im(12, 6))


@pytest.fixture
def posten(bewilligt, haushalt):
    lauf = Massenlauf.objects.create(
        art=Laufart.NEUBERECHNUNG,
        monat=MAI,
        bis=NOVEMBER,
        anlass="Neue Sätze",
        gewusst_am=HEUTE,
        created_at=HEUTE,
        created_by=konto("erste", "teamleitung"),
    )
    return Massenlaufposten.objects.create(
        massenlauf=lauf,
        haushalt=haushalt,
        leistung=GRUNDSICHERUNG,
        wirkung=Wirkung.MEHR,
        alt_cent=40_000,
        neu_cent=41_250,
        von=MAI,
        bis=NOVEMBER,
    )


def text(antwort):
    assert antwort.status_code == 200
    return antwort.content.decode()


def test_die_arbeitsliste_zaehlt_filtert_und_fuehrt_zum_fall(posten, sachbearbeitung, haushalt):
    browser, ort = angemeldet(sachbearbeitung), reverse("vorschlaege")
    seite = text(browser.get(ort))
    assert "1 Vorschlag<" in seite
    assert reverse("neuberechnung", args=[haushalt.aktenzeichen]) in seite
    assert "05.2026 bis 11.2026" in seite
    assert "Kein Vorschlag ist offen" in text(browser.get(ort, {"wirkung": "entfaellt"}))
    assert "1 Vorschlag<" in text(browser.get(ort, {"massenlauf": "kein Lauf"}))


def test_der_fall_zeigt_alt_und_neu_und_beginnt_den_vorgang(posten, sachbearbeitung, haushalt):
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 7000, MAI), zeitpunkt=im(1, 9))
    browser, ort = angemeldet(sachbearbeitung), reverse("neuberechnung", args=[haushalt.aktenzeichen])
    seite = text(browser.get(ort))
    assert "10,00" in seite and "§ 44 Abs. 1 SGB X" in seite
    antwort = browser.post(ort, {"leistung": GRUNDSICHERUNG})
    vorgang = Vorgang.objects.get(art="aenderung")
    assert antwort.url == reverse("vorgang", args=[vorgang.pk])
    posten.refresh_from_db()
    assert (posten.stand, posten.vorgang) == (Postenstand.VORGANG, vorgang)
    assert "Darüber läuft schon" in text(browser.get(ort))
    assert "Kein Vorschlag ist offen" in text(browser.get(reverse("vorschlaege")))
    browser.post(ort, {"leistung": GRUNDSICHERUNG})
    assert Vorgang.objects.filter(art="aenderung").count() == 1


def test_wo_nichts_abweicht_beginnt_kein_vorgang(bewilligt, sachbearbeitung, haushalt):
    browser, ort = angemeldet(sachbearbeitung), reverse("neuberechnung", args=[haushalt.aktenzeichen])
    assert "stimmen überein" in text(browser.get(ort))
    assert browser.post(ort, {"leistung": GRUNDSICHERUNG}).status_code == 422
    assert browser.post(ort, {"leistung": "gibt_es_nicht"}).status_code == 422
    assert not Vorgang.objects.exists()
