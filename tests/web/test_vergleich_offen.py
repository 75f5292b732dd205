"""Offene Daten und Lese-API: ohne Anmeldung, nur Öffentliches, seitenweise, mit Beschreibung."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from tests.vergleich.bausteine import grundbestand, liefere, nutzer_fuer, stadt

from sozialamt.vergleich.vorgaenge.freigeben import freigeben
from sozialamt.web.ansichten.vergleich.api import FILTER

__all__ = ["grundbestand"]

JAHR = 2023


@pytest.fixture(autouse=True)
def ablage(settings, tmp_path):
    settings.DATENORDNER = tmp_path


@pytest.fixture
def daten(grundbestand):
    leitung = nutzer_fuer(stadt("essen"), "leitung")
    for jahr in range(2018, 2024):
        liefere(stadt("essen"), jahr, {"lb_hlu": 4000 + jahr, "lb_hzp": 1234, "einwohner": 580_000}, leitung)
    freigeben(benutzer=leitung, stadt=stadt("essen"), groessen=["lb_hlu", "einwohner"], reichweite="oeffentlich")
    freigeben(benutzer=leitung, stadt=stadt("essen"), groessen=["lb_hzp"], reichweite="staedte")


def hole(name: str, **angaben) -> dict:
    antwort = Client().get(reverse("api_vergleich", args=[name]), angaben)
    assert antwort.status_code == 200
    return antwort.json()


def test_die_seite_nennt_dateien_lizenz_und_was_zur_anlieferung_fehlt(daten):
    text = Client().get(reverse("offene_daten")).content.decode()
    assert "werte.parquet" in text
    assert "Datenlizenz Deutschland" in text
    assert "Kennung des Datenbereitstellers" in text


def test_mit_kennung_sind_die_metadaten_gueltig(daten, settings):
    settings.OFFENE_DATEN = settings.OFFENE_DATEN | {"bereitsteller": "http://dcat-ap.de/def/contributors/essen"}
    assert "Die Metadaten erfüllen" in Client().get(reverse("offene_daten")).content.decode()


def test_jede_datei_und_die_metadaten_lassen_sich_ohne_anmeldung_laden(daten):
    for name in ("werte.csv", "kennzahlen.parquet", "datapackage.json", "paket.zip", "katalog.ttl"):
        antwort = Client().get(reverse("offene_datei", args=name.split(".")))
        assert antwort.status_code == 200
        assert antwort.content
    assert Client().get("/offene-daten/geheim.csv").status_code == 404


def test_nur_oeffentlich_freigegebenes_kommt_aus_der_api(daten):
    namen = {zeile["groesse"] for zeile in hole("werte")["daten"]}
    assert namen == {"lb_hlu", "einwohner"}


def test_filter_und_seiten(daten):
    erste = hole("werte", groesse="lb_hlu", je_seite="4")
    assert (erste["anzahl"], erste["seite"], len(erste["daten"])) == (6, 1, 4)
    zweite = Client().get(erste["weiter"]).json()
    assert len(zweite["daten"]) == 2
    assert zweite["weiter"] is None
    assert {z["jahr"] for z in erste["daten"]} | {z["jahr"] for z in zweite["daten"]} == set(range(2018, 2024))
    assert [z["wert"] for z in hole("werte", groesse="lb_hlu", jahr="2020")["daten"]] == [6020.0]
    assert hole("kennzahlen", stadt="essen", kennzahl="dichte_hlu")["anzahl"] == 6
    assert hole("staedte", schluessel="essen")["daten"][0]["ags"] == "05113"


@pytest.mark.parametrize("angaben", [{"farbe": "rot"}, {"jahr": "bald"}, {"seite": "0"}, {"je_seite": "-1"}])
def test_unbekannte_und_unsinnige_filter_werden_abgewiesen(daten, angaben):
    antwort = Client().get(reverse("api_vergleich", args=["werte"]), angaben)
    assert antwort.status_code == 400
    assert antwort.json()["fehler"]


def test_die_api_liest_nur(daten):
    assert Client().post(reverse("api_vergleich", args=["werte"])).status_code == 405
    assert Client().get("/api/vergleich/benutzer/").status_code == 404


def test_die_beschreibung_nennt_jede_tabelle_und_jeden_filter(daten):
    beschreibung = json.loads(Client().get(reverse("api_vergleich_openapi")).content)
    assert set(beschreibung["paths"]) == {f"/api/vergleich/{name}/" for name in FILTER}
    for name, filter_ in FILTER.items():
        genannt = {p["name"] for p in beschreibung["paths"][f"/api/vergleich/{name}/"]["get"]["parameters"]}
        assert genannt == {*filter_, "seite", "je_seite"}
