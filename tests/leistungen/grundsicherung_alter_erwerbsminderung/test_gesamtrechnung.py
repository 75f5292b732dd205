"""The whole calculation of Grundsicherung im Alter und bei Erwerbsminderung (chapter 4)."""

import pytest
from tests.recht.sozialhilfe.bedarfsfall import (
    DAUERHAFT_ERWERBSGEMINDERT,
    ERWERBSGEMINDERT,
    RENTNERIN,
    eine_person,
    rechne,
)

from sozialamt.recht.auswahl import AblehnungSozialhilfe

MIETE = {"miete_bruttokalt": 400, "heizkosten": 80}


@pytest.mark.parametrize(
    ("monat", "anspruch"),
    [("2019-01", 40400), ("2020-12", 41200), ("2022-12", 42900), ("2023-01", 48200), ("2026-12", 54300)],
)
def test_alleinstehend_mit_rente(monat, anspruch):
    assert eine_person(monat, "gsiae_anspruch", RENTNERIN | {"rente_gesetzlich": 500}, haushalt=MIETE) == anspruch


@pytest.mark.parametrize(
    ("monat", "person", "grund"),
    [
        ("2026-03", RENTNERIN, AblehnungSozialhilfe.KEINE),
        ("2026-03", ERWERBSGEMINDERT, AblehnungSozialhilfe.KAPITEL_3),
        ("2026-03", {"geburtsdatum": "1985-01-01"}, AblehnungSozialhilfe.SGB_2),
        ("2026-03", RENTNERIN | {"hilfebeduerftigkeit_herbeigefuehrt": True}, AblehnungSozialhilfe.HERBEIGEFUEHRT),
        (
            "2019-12",
            RENTNERIN | {"unterhaltspflichtige_jahreseinkommen": 150_000},
            AblehnungSozialhilfe.UNTERHALTSPFLICHTIGE,
        ),
        ("2026-03", RENTNERIN | {"ausland_ab": "2026-01-01"}, AblehnungSozialhilfe.AUSLANDSAUFENTHALT),
        ("2026-03", RENTNERIN | {"antrag_am": "2026-04-01"}, AblehnungSozialhilfe.ZEITRAUM),
        ("2026-03", RENTNERIN | {"gewoehnlicher_aufenthalt_inland": False}, AblehnungSozialhilfe.KEIN_AUFENTHALT),
        ("2026-03", RENTNERIN | {"aufenthaltsstatus": "duldung"}, AblehnungSozialhilfe.ASYLBLG),
        ("2026-03", RENTNERIN | {"aufenthaltsstatus": "eu_arbeitsuche"}, AblehnungSozialhilfe.AUSLAENDER),
        ("2026-03", DAUERHAFT_ERWERBSGEMINDERT | {"in_ausbildung": True}, AblehnungSozialhilfe.AUSZUBILDENDE),
        ("2026-03", RENTNERIN | {"rente_gesetzlich": 1043}, AblehnungSozialhilfe.EINKOMMEN),
        ("2026-03", RENTNERIN | {"rente_gesetzlich": 1042.99}, AblehnungSozialhilfe.KEINE),
        ("2026-03", RENTNERIN | {"vermoegen_geld": 11_043}, AblehnungSozialhilfe.VERMOEGEN),
    ],
)
def test_jede_ablehnung_nennt_den_ersten_zutreffenden_grund(monat, person, grund):
    e = rechne(monat, ["gsiae_ablehnung", "gsiae_anspruch"], haushalt=MIETE, anna=person)
    assert e.wert("gsiae_ablehnung", "anna") == grund
    assert (e.wert("gsiae_anspruch", "anna") > 0) is (grund == AblehnungSozialhilfe.KEINE)


def test_paar_mit_einer_rente():
    e = rechne(
        "2026-03",
        "gsiae_anspruch",
        haushalt={"miete_bruttokalt": 500, "heizkosten": 100},
        anna=RENTNERIN | {"partner": "bert"},
        bert=RENTNERIN | {"partner": "anna", "rente_gesetzlich": 1000},
    )
    assert e.wert("gsiae_anspruch", "bert") == 0
    assert e.wert("gsiae_anspruch", "anna") == 80_600 - 19_400


def test_gemischtes_paar_im_dritten_und_vierten_kapitel():
    e = rechne(
        "2026-03",
        ["gsiae_anspruch", "hlu_anspruch"],
        haushalt=MIETE,
        anna=RENTNERIN | {"partner": "bert", "rente_gesetzlich": 900},
        bert=ERWERBSGEMINDERT | {"partner": "anna", "rente_gesetzlich": 100},
    )
    assert (e.wert("gsiae_anspruch", "anna"), e.wert("hlu_anspruch", "anna")) == (0, 0)
    assert (e.wert("gsiae_anspruch", "bert"), e.wert("hlu_anspruch", "bert")) == (0, 74_600 - 10_000 - 15_400)


def test_gemischte_gemeinschaft_mit_sgb_2():
    """Bedarf und Einkommen der Partnerin mit Leistungen des Jobcenters werden nach dem SGB XII bemessen."""
    e = rechne(
        "2026-03",
        ["gsiae_anspruch", "einkommen_der_gemeinschaft", "hlu_anspruch"],
        haushalt=MIETE,
        anna=RENTNERIN | {"partner": "birgit", "rente_gesetzlich": 300},
        birgit={
            "geburtsdatum": "1975-01-01",
            "partner": "anna",
            "erwerbseinkommen_brutto": 1200,
            "erwerbseinkommen_sozialversicherung": 250,
        },
    )
    ueberschuss = 95_000 - 28_150 - 74_600
    assert ueberschuss < 0
    assert e.wert("einkommen_der_gemeinschaft", "anna") == 0
    assert e.wert("gsiae_anspruch", "anna") == 74_600 - 30_000
    assert e.wert("hlu_anspruch", "birgit") == 0


def test_werkstattbeschaeftigter_mit_rente():
    person = {
        "geburtsdatum": "1985-02-10",
        "wfbm_bereich": "arbeitsbereich",
        "wfbm_entgelt": 180,
        "rente_gesetzlich": 400,
    }
    assert eine_person("2026-03", "gsiae_anspruch", person, haushalt=MIETE) == 104_300 - 40_000 - (18_000 - 12_519)


def test_auslandsaufenthalt_kuerzt_den_monat():
    person = RENTNERIN | {"ausland_ab": "2026-06-01", "ausland_bis": "2026-07-11"}
    assert eine_person("2026-06", "gsiae_anspruch", person) == 56_300 - (56_300 - 54_423)
    assert eine_person("2026-07", "gsiae_anspruch", person) == 56_300 - 18_767


def test_in_der_einrichtung_zahlt_das_dritte_kapitel_barbetrag_und_bekleidung():
    haushalt = {"wohnform": "stationaere_einrichtung", "durchschnittliche_warmmiete": 450}
    person = RENTNERIN | {"durchschnittliche_warmmiete_einrichtung": 450, "bekleidungspauschale": 30}
    e = rechne(
        "2026-03", ["gsiae_anspruch", "hlu_anspruch", "gsiae_bedarf", "hlu_bedarf"], haushalt=haushalt, anna=person
    )
    assert e.wert("gsiae_anspruch", "anna") == e.wert("gsiae_bedarf", "anna") == 45_100 + 45_000
    assert e.wert("hlu_anspruch", "anna") == e.wert("hlu_bedarf", "anna") == 15_201 + 3_000
    e = rechne(
        "2026-03", ["gsiae_anspruch", "hlu_anspruch"], haushalt=haushalt, anna=person | {"rente_gesetzlich": 1000}
    )
    assert (e.wert("gsiae_anspruch", "anna"), e.wert("hlu_anspruch", "anna")) == (0, 90_100 + 18_201 - 100_000)


def test_altersgrenze_wirkt_auf_den_ersten_des_monats():
    person = {"geburtsdatum": "1960-07-20"}
    assert eine_person("2026-10", "gsiae_anspruch", person) == 0
    assert eine_person("2026-11", "gsiae_anspruch", person) == 56_300


def test_einmalzahlungen_der_pandemie():
    assert eine_person("2021-05", "gsiae_anspruch", RENTNERIN) == 44_600 + 15_000
    assert eine_person("2022-07", "gsiae_anspruch", RENTNERIN) == 44_900 + 20_000
