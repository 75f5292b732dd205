"""Der Antragsbogen fragt nur, was die Leistung braucht, führt Blatt für Blatt und nennt, was zu belegen ist."""

from datetime import date

import pytest
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG, MAI
from tests.web.test_tatsachen import felder

from sozialamt.akte.models import Tatsache, Vorgangsschreiben
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen


def antrag(benutzer, haushalt, leistung: str) -> str:
    neu = antrag_aufnehmen(benutzer=benutzer, haushalt=haushalt, leistung=leistung, eingang=date(2026, 5, 4))
    return reverse("vorgang_angaben", args=[neu.pk])


@pytest.fixture
def bogen(sachbearbeitung, haushalt, rentnerin) -> str:
    return antrag(sachbearbeitung, haushalt, GRUNDSICHERUNG)


def test_fuer_kindergeld_fragt_niemand_nach_der_miete(client, sachbearbeitung, haushalt, rentnerin):
    adresse = antrag(sachbearbeitung, haushalt, "kindergeld")
    seite = client.get(f"{adresse}?blatt={rentnerin.pk}").content.decode()
    gefragt = felder(seite)
    assert "schulbesuch" in gefragt
    assert gefragt.isdisjoint({"miete_bruttokalt", "rente_gesetzlich", "barvermoegen"})
    assert "?blatt=haushalt" not in seite


def test_eine_antwort_oeffnet_die_folgefrage_und_das_blatt_bleibt(client, sachbearbeitung, haushalt, rentnerin):
    adresse = f"{antrag(sachbearbeitung, haushalt, 'kindergeld')}?blatt={rentnerin.pk}"
    folgefrage = "kindergeld_arbeit_ueber_20_stunden"
    assert folgefrage not in felder(client.get(adresse).content.decode())
    antwort = {"gilt_ab": "05.2026", "nachweis": "", "m-kindergeld_erste_ausbildung_abgeschlossen": "ja"}
    weiter = client.post(adresse, antwort)["Location"]
    assert weiter == adresse
    assert folgefrage in felder(client.get(weiter).content.decode())


def test_blatt_fuer_blatt_bis_zum_ergebnis(client, bogen, rentnerin):
    eins = client.post(f"{bogen}?blatt=haushalt", {"gilt_ab": "05.2026", "nachweis": "", "m-heizkosten": "65,00"})
    assert eins["Location"] == f"{bogen}?blatt={rentnerin.pk}"
    assert Tatsache.objects.filter(merkmal="heizkosten", wert=6500, gilt_ab=MAI).exists()
    zwei = client.post(eins["Location"], {"gilt_ab": "05.2026", "nachweis": ""})
    assert zwei["Location"] == f"{bogen}?blatt=fertig"
    ende = client.get(zwei["Location"]).content.decode()
    assert "im Mai 2026" in ende
    assert "€" in ende
    assert "Mietvertrag" in ende


def test_was_die_akte_nicht_belegt_steht_im_schreiben(client, bogen, haushalt):
    vorgang = haushalt.vorgaenge.get()
    seite = client.get(reverse("vorgang", args=[vorgang.pk]) + "?mitwirkung=ja").content.decode()
    assert "Rentenbescheid, Rentenanpassungsmitteilung" in seite
    angaben = {"handlung": "mitwirkung_anfordern", "version": vorgang.version, "pflicht": "60-1-3", "tage": "14"}
    unterlagen = "Rentenbescheid\nMietvertrag"
    assert client.post(reverse("vorgang", args=[vorgang.pk]), angaben | {"unterlagen": unterlagen}).status_code == 302
    assert Vorgangsschreiben.objects.filter(vorgang=vorgang).count() == 1


def test_ein_belegtes_merkmal_wird_nicht_noch_einmal_verlangt(client, bogen, rentnerin):
    ende = f"{bogen}?blatt=fertig"
    assert "Rentenbescheid" in client.get(ende).content.decode()
    beleg = {"gilt_ab": "05.2026", "nachweis": "Rentenbescheid vom 01.07.2025", "m-rente_gesetzlich": "510,00"}
    client.post(f"{bogen}?blatt={rentnerin.pk}", beleg)
    assert "Rentenbescheid, Rentenanpassungsmitteilung" not in client.get(ende).content.decode()


def test_eine_falsche_antwort_wird_gezeigt_und_nichts_gespeichert(client, bogen):
    vorher = Tatsache.objects.count()
    for falsch in ({"gilt_ab": "05.2026", "m-heizkosten": "viel"}, {"gilt_ab": "bald"}):
        antwort = client.post(f"{bogen}?blatt=haushalt", falsch)
        assert antwort.status_code == 422
        assert "Das wurde nicht gespeichert" in antwort.content.decode()
    assert Tatsache.objects.count() == vorher
