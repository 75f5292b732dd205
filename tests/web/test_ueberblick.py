"""Das ganze Bild des Haushalts auf dem Schirm: dasselbe, was der Befehl druckt."""

import re
from html import unescape

import pytest
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG, NOVEMBER, eintragen

from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.models import Lesezugriff
from sozialamt.akte.ueberblick import haushaltsbild
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.web.templatetags.anzeige import euro


@pytest.fixture
def bild(haushalt, rentnerin):
    return haushaltsbild(bilde_fall(haushalt, NOVEMBER), mit_gegenprobe=True).ueberblick


def seite(client, name, haushalt, **angaben):
    antwort = client.get(reverse(name, args=[haushalt.aktenzeichen, NOVEMBER]), angaben)
    assert antwort.status_code == 200
    return re.sub(r"[ \n]+", " ", unescape(antwort.content.decode()))


def test_die_seite_zeigt_summe_reihenfolge_vorrang_und_gruende(client, haushalt, bild):
    text = seite(client, "ueberblick", haushalt)
    assert euro(bild.summe) in text
    for schritt in bild.reihenfolge:
        for teil in (schritt.titel, schritt.verhaeltnis.value, schritt.begruendung, schritt.wirkung):
            assert teil in text
    for posten in bild.posten:
        assert posten.text in text
    for urteil in bild.urteile:
        assert urteil.text in text


def test_wohngeld_neben_grundsicherung_ist_als_ausgeschlossen_gezeigt_und_nicht_mitgezaehlt(client, haushalt, bild):
    assert bild.zu("wohngeld", "Anna Müller").betrag > 0
    uebersicht = client.get(reverse("haushalt", args=[haushalt.aktenzeichen]), {"monat": "2026-11"}).content.decode()
    for text in (seite(client, "ueberblick", haushalt), uebersicht):
        assert "ausgeschlossen" in text and "nicht mitgezählt" in text
        assert euro(bild.zu(GRUNDSICHERUNG, "Anna Müller").betrag) in text


def test_was_es_aendern_wuerde_kommt_auf_wunsch_mit_weg_zum_feld(client, haushalt, rentnerin, bild):
    ohne = seite(client, "ueberblick", haushalt)
    assert "Was würde es ändern?" in ohne and "statt 14.03.1955" not in ohne
    mit = seite(client, "was_wuerde_es_aendern", haushalt)
    assert "statt 14.03.1955" in mit and "Keine einzelne Angabe würde das ändern." in mit
    assert f"tatsachen/{rentnerin.pk}/?monat=2026-11#m-geburtsdatum" in mit
    for posten in bild.posten:
        for fund in posten.gegentatsachen:
            assert f"{fund.noetig} statt {fund.ist}" in mit


def test_fehlendes_steht_einmal_da_mit_allen_leistungen_die_es_brauchen(client, sachbearbeitung, haushalt, rentnerin):
    eintragen(sachbearbeitung, haushalt, Angabe("mietstufe", None, NOVEMBER))
    text = seite(client, "ueberblick", haushalt)
    assert text.count("#m-mietstufe") == 1 and "nötig für Kinderzuschlag, Wohngeld" in text
    assert "vorläufig" in text


def test_jedes_lesen_des_ueberblicks_ist_vermerkt(client, sachbearbeitung, haushalt, rentnerin):
    seite(client, "ueberblick", haushalt)
    seite(client, "was_wuerde_es_aendern", haushalt)
    assert Lesezugriff.objects.filter(person=rentnerin, benutzer=sachbearbeitung, anlass="Überblick").count() == 2


def test_der_wissensstand_bleibt_beim_blaettern(client, haushalt, rentnerin):
    assert "?stand=2026-05-01" in seite(client, "ueberblick", haushalt, stand="01.05.2026")
