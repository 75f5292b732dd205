"""Accommodation under § 42a SGB XII: relatives, shared flats, special housing form, other shelter."""

import pytest

from sozialamt.rechenkern import FehlendeAngaben
from tests.recht.sozialhilfe.bedarfsfall import (
    DAUERHAFT_ERWERBSGEMINDERT,
    ERWERBSGEMINDERT,
    RENTNERIN,
    eine_person,
    rechne,
)

MIETE = "bedarf_unterkunft"
HEIZUNG = "bedarf_heizung"
BEI_ELTERN = {
    "wohnverhaeltnis": "ohne_vertrag_bei_verwandten",
    "angemessene_miete_mit_person": 720,
    "angemessene_miete_ohne_person": 600,
}
ELTERNWOHNUNG = {"miete_bruttokalt": 810, "heizkosten": 150}


def bei_eltern(monat, person, haushalt=ELTERNWOHNUNG):
    ergebnis = rechne(
        monat,
        [MIETE, HEIZUNG],
        haushalt=haushalt,
        kind=person,
        mutter={"geburtsdatum": "1960-01-02", "partner": "vater"},
        vater={"geburtsdatum": "1960-01-02", "partner": "mutter"},
    )
    return ergebnis.wert(MIETE, "kind"), ergebnis.wert(HEIZUNG, "kind")


@pytest.mark.parametrize("monat", ["2019-01", "2020-01", "2023-01", "2026-11"])
def test_differenzmethode_bei_verwandten_ohne_vertrag(monat):
    # 720 − 600 = 120; 150 * 120 / 720 = 25
    assert bei_eltern(monat, DAUERHAFT_ERWERBSGEMINDERT | BEI_ELTERN) == (12000, 2500)


@pytest.mark.parametrize("ausnahme", ["mitbewohner_beduerftig", "bestandsschutz_unterkunft_2017"])
def test_kopfteil_bei_beduerftigen_verwandten_oder_bestandsschutz(ausnahme):
    assert bei_eltern("2026-11", DAUERHAFT_ERWERBSGEMINDERT | BEI_ELTERN | {ausnahme: True}) == (27000, 5000)


def test_im_dritten_kapitel_gilt_der_kopfteil():
    assert bei_eltern("2026-11", ERWERBSGEMINDERT | BEI_ELTERN) == (27000, 5000)


def test_ohne_die_beiden_grenzen_wird_gefragt():
    person = DAUERHAFT_ERWERBSGEMINDERT | {"wohnverhaeltnis": "ohne_vertrag_bei_verwandten"}
    with pytest.raises(FehlendeAngaben) as fehler:
        bei_eltern("2026-11", person)
    assert {f.merkmal for f in fehler.value.fragen} == {"angemessene_miete_mit_person", "angemessene_miete_ohne_person"}


WG = {"wohnverhaeltnis": "wohngemeinschaft", "unterkunft_eigener_anteil": 300, "heizung_eigener_anteil": 45}


def test_wohngemeinschaft_bis_zum_kopfteil_der_angemessenen_miete():
    haushalt = {"weitere_bewohner": 2, "angemessene_bruttokaltmiete": 750, "angemessene_heizkosten": 120}
    assert eine_person("2026-11", MIETE, DAUERHAFT_ERWERBSGEMINDERT | WG, haushalt=haushalt) == 25000
    assert eine_person("2026-11", HEIZUNG, DAUERHAFT_ERWERBSGEMINDERT | WG, haushalt=haushalt) == 4000
    karenz = haushalt | {"karenzzeit_beginn": "2026-08-01"}
    assert eine_person("2026-11", MIETE, DAUERHAFT_ERWERBSGEMINDERT | WG, haushalt=karenz) == 30000


def test_anteiliger_mietvertrag_bis_zur_grenze_fuer_eine_person():
    person = DAUERHAFT_ERWERBSGEMINDERT | {
        "wohnverhaeltnis": "anteiliger_mietvertrag",
        "unterkunft_eigener_anteil": 420,
        "heizung_eigener_anteil": 45,
        "angemessene_miete_einpersonenhaushalt": 400,
    }
    haushalt = {"weitere_bewohner": 2, "angemessene_bruttokaltmiete": 750}
    assert eine_person("2026-11", MIETE, person, haushalt=haushalt) == 40000
    geschuetzt = haushalt | {"karenzzeit_beginn": "2026-08-01"}
    assert eine_person("2026-11", MIETE, person | {"unterkunft_eigener_anteil": 700}, haushalt=geschuetzt) == 60000
    unverhaeltnismaessig = person | {"mietanteil_unverhaeltnismaessig": True}
    assert eine_person("2026-11", MIETE, unverhaeltnismaessig, haushalt=haushalt) == 25000


def test_wohngemeinschaft_im_dritten_kapitel_bis_zur_grenze_fuer_eine_person():
    person = ERWERBSGEMINDERT | WG | {"angemessene_miete_einpersonenhaushalt": 280}
    haushalt = {"weitere_bewohner": 2}
    assert eine_person("2026-11", MIETE, person, haushalt=haushalt) == 28000
    karenz = haushalt | {"karenzzeit_beginn": "2026-01-01"}
    teuer = person | {"unterkunft_eigener_anteil": 500}
    assert eine_person("2026-06", MIETE, teuer, haushalt=karenz) == 50000
    assert eine_person("2026-07", MIETE, teuer, haushalt=karenz) == 42000


BESONDERE = {
    "bw_wohnraum": 280,
    "bw_moeblierung": 20,
    "bw_gemeinschaftsraeume": 600,
    "bw_gemeinschaftsraeume_nutzer": 8,
    "bw_heizung": 55,
}
BW_HAUSHALT = {"wohnform": "besondere_wohnform", "durchschnittliche_warmmiete": 450}


def besondere(person, monat="2026-11", **haushalt):
    ergebnis = rechne(
        monat,
        [MIETE, HEIZUNG, "bw_eingliederungshilfe"],
        haushalt=BW_HAUSHALT | haushalt,
        anna=DAUERHAFT_ERWERBSGEMINDERT | person,
    )
    return [ergebnis.wert(z, "anna") for z in (MIETE, HEIZUNG, "bw_eingliederungshilfe")]


def test_besondere_wohnform_bis_zur_warmmiete_tatsaechlich():
    # 280 + 20 + 600/8 + 55 = 430
    assert besondere(BESONDERE) == [37500, 5500, 0]
    assert besondere(BESONDERE | {"bw_zu_zweit": True}) == [23500, 5500, 0]


def test_besondere_wohnform_bis_25_prozent_mehr_nur_fuer_ausgewiesene_zuschlaege():
    # 500 + 60 = 560; Grenze 450 + min(80, 112,50) = 530
    assert besondere(BESONDERE | {"bw_wohnraum": 350, "bw_zusatzkosten": 60}) == [47500, 5500, 0]
    # 430 + 400 = 830; Grenze 450 + 112,50; 267,50 trägt die Eingliederungshilfe
    assert besondere(BESONDERE | {"bw_zusatzkosten": 400}) == [50750, 5500, 26750]
    # ohne Zuschläge bleibt es bei der Warmmiete
    assert besondere({"bw_wohnraum": 600}) == [45000, 0, 3750]


def test_besondere_wohnform_gilt_auch_im_dritten_kapitel():
    haushalt = BW_HAUSHALT
    assert eine_person("2026-11", MIETE, ERWERBSGEMINDERT | BESONDERE, haushalt=haushalt) == 37500


def test_bis_2019_war_die_besondere_wohnform_eine_einrichtung():
    assert besondere(BESONDERE, monat="2019-12") == [45000, 0, 0]
    assert besondere(BESONDERE, monat="2020-01") == [37500, 5500, 0]


def test_sonstige_unterkunft_allein_bis_zur_warmmiete():
    haushalt = {
        "wohnform": "sonstige_unterkunft",
        "durchschnittliche_warmmiete": 450,
        "miete_bruttokalt": 600,
        "heizkosten": 40,
    }
    ergebnis = rechne("2026-11", [MIETE, HEIZUNG], haushalt=haushalt, anna=RENTNERIN)
    assert (ergebnis.wert(MIETE, "anna"), ergebnis.wert(HEIZUNG, "anna")) == (41000, 4000)
    hoeher = haushalt | {"sonstige_unterkunft_hoehere_kosten": True}
    assert eine_person("2026-11", MIETE, RENTNERIN, haushalt=hoeher) == 60000
    assert eine_person("2019-01", MIETE, RENTNERIN, haushalt=haushalt) == 41000


def test_sonstige_unterkunft_mit_anderen_bis_zum_kopfteil_des_mehrpersonenhaushalts():
    haushalt = {
        "wohnform": "sonstige_unterkunft",
        "durchschnittliche_warmmiete": 450,
        "miete_bruttokalt": 900,
        "weitere_bewohner": 1,
        "angemessene_bruttokaltmiete": 560,
        "angemessene_heizkosten": 100,
    }
    assert eine_person("2026-11", MIETE, ERWERBSGEMINDERT, haushalt=haushalt) == 33000


def test_ohne_durchschnittliche_warmmiete_wird_gefragt():
    with pytest.raises(FehlendeAngaben) as fehler:
        eine_person("2026-11", MIETE, RENTNERIN, haushalt={"wohnform": "stationaere_einrichtung"})
    assert [f.merkmal for f in fehler.value.fragen] == ["durchschnittliche_warmmiete"]


def test_sind_die_verwandten_selbst_beduerftig_wird_nach_der_differenz_nicht_gefragt():
    person = DAUERHAFT_ERWERBSGEMINDERT | {
        "wohnverhaeltnis": "ohne_vertrag_bei_verwandten",
        "mitbewohner_beduerftig": True,
    }
    haushalt = {"miete_bruttokalt": 600, "weitere_bewohner": 2}
    assert eine_person("2025-05", "bedarf_unterkunft", person, haushalt=haushalt) == 20000
