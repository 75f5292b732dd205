"""Which law secures a person's subsistence: §§ 21 to 24, 41, 45 SGB XII, § 5 SGB II."""

import pytest

from sozialamt.recht.auswahl import AusschlussSozialhilfe, Kapitel
from tests.recht.sozialhilfe.bedarfsfall import (
    DAUERHAFT_ERWERBSGEMINDERT,
    ERWERBSGEMINDERT,
    RENTNERIN,
    eine_person,
    rechne,
)

WERKSTATT = {"geburtsdatum": "1990-04-04", "erwerbsfaehig": False}


@pytest.mark.parametrize(
    ("person", "kapitel"),
    [
        (RENTNERIN, Kapitel.KAPITEL_4),
        (DAUERHAFT_ERWERBSGEMINDERT, Kapitel.KAPITEL_4),
        (DAUERHAFT_ERWERBSGEMINDERT | {"feststellung_erwerbsminderung": "fachausschuss"}, Kapitel.KAPITEL_4),
        (DAUERHAFT_ERWERBSGEMINDERT | {"feststellung_erwerbsminderung": "ausstehend"}, Kapitel.KAPITEL_3),
        (DAUERHAFT_ERWERBSGEMINDERT | {"hilfebeduerftigkeit_herbeigefuehrt": True}, Kapitel.KAPITEL_3),
        (DAUERHAFT_ERWERBSGEMINDERT | {"geburtsdatum": "2010-02-10"}, Kapitel.KAPITEL_3),
        (ERWERBSGEMINDERT, Kapitel.KAPITEL_3),
        ({"geburtsdatum": "1985-02-10"}, Kapitel.SGB_2),
        ({"geburtsdatum": "1985-02-10", "wohnform_abweichend": "besondere_wohnform"}, Kapitel.KAPITEL_3),
        ({"geburtsdatum": "1962-02-10", "bezieht_altersrente": True}, Kapitel.KAPITEL_3),
        ({"geburtsdatum": "1985-02-10", "aufenthaltsstatus": "duldung"}, Kapitel.ASYLBLG),
        (RENTNERIN | {"aufenthaltsstatus": "aufenthaltsgestattung"}, Kapitel.ASYLBLG),
        (WERKSTATT | {"wfbm_bereich": "arbeitsbereich"}, Kapitel.KAPITEL_4),
    ],
)
def test_jede_person_hat_genau_ein_recht(person, kapitel):
    assert eine_person("2026-11", "kapitel", person) == kapitel


@pytest.mark.parametrize("bereich", ["eingangsverfahren", "berufsbildung"])
def test_berufliche_bildung_in_der_werkstatt_gehoert_seit_2020_zum_vierten_kapitel(bereich):
    person = WERKSTATT | {"wfbm_bereich": bereich}
    assert eine_person("2019-12", "kapitel", person) == Kapitel.KAPITEL_3
    assert eine_person("2020-01", "kapitel", person) == Kapitel.KAPITEL_4
    frueher = {"wfbm_berufsbildung_vor_2020": "ja"}
    assert eine_person("2019-12", "kapitel", person, einstellungen=frueher) == Kapitel.KAPITEL_4


def test_budget_fuer_ausbildung_gehoert_zum_vierten_kapitel():
    person = WERKSTATT | {"budget_fuer_ausbildung": True}
    assert eine_person("2022-06", "kapitel", person) == Kapitel.KAPITEL_4


def test_wer_aus_dem_sgb_2_kommt_beginnt_im_folgemonat_der_altersgrenze():
    person = {"geburtsdatum": "1960-07-20", "bezug_sgb2_vor_altersgrenze": True}
    assert eine_person("2026-11", "kapitel", person) == Kapitel.SGB_2
    assert eine_person("2026-12", "kapitel", person) == Kapitel.KAPITEL_4
    ohne = {"geburtsdatum": "1960-07-20"}
    assert eine_person("2026-10", "kapitel", ohne) == Kapitel.SGB_2
    assert eine_person("2026-11", "kapitel", ohne) == Kapitel.KAPITEL_4


def test_bis_2019_schliesst_reiches_kind_das_vierte_kapitel_aus():
    person = {"geburtsdatum": "1945-01-01", "unterhaltspflichtige_jahreseinkommen": 100_001}
    assert eine_person("2019-12", "kapitel", person) == Kapitel.KAPITEL_3
    assert eine_person("2020-01", "kapitel", person) == Kapitel.KAPITEL_4
    knapp = person | {"unterhaltspflichtige_jahreseinkommen": 100_000}
    assert eine_person("2019-12", "kapitel", knapp) == Kapitel.KAPITEL_4


def test_partner_eines_erwerbsfaehigen_gehoert_zum_sgb_2_ausser_im_vierten_kapitel():
    ergebnis = rechne(
        "2026-11",
        "kapitel",
        anna={"geburtsdatum": "1990-01-01", "partner": "bert"},
        bert=ERWERBSGEMINDERT | {"partner": "anna"},
        kind={"geburtsdatum": "2018-01-01", "elternteil_1": "anna"},
    )
    assert {p: ergebnis.wert("kapitel", p) for p in ("anna", "bert", "kind")} == {
        "anna": Kapitel.SGB_2,
        "bert": Kapitel.SGB_2,
        "kind": Kapitel.SGB_2,
    }
    gemischt = rechne(
        "2026-11",
        "kapitel",
        anna={"geburtsdatum": "1990-01-01", "partner": "bert"},
        bert=DAUERHAFT_ERWERBSGEMINDERT | {"partner": "anna"},
    )
    assert gemischt.wert("kapitel", "bert") == Kapitel.KAPITEL_4


def test_kind_zweier_nicht_erwerbsfaehiger_eltern_erhaelt_hilfe_zum_lebensunterhalt():
    ergebnis = rechne(
        "2026-11",
        "kapitel",
        vater=RENTNERIN | {"geburtsdatum": "1955-01-01"},
        kind={"geburtsdatum": "2014-01-01", "elternteil_1": "vater"},
    )
    assert ergebnis.wert("kapitel", "kind") == Kapitel.KAPITEL_3


def test_aufenthalt_nach_paragraf_24_wechselt_im_juni_2022_in_die_sozialhilfe():
    person = RENTNERIN | {"aufenthaltsstatus": "aufenthalt_24"}
    assert eine_person("2022-05", "kapitel", person) == Kapitel.ASYLBLG
    assert eine_person("2022-06", "kapitel", person) == Kapitel.KAPITEL_4


@pytest.mark.parametrize(
    ("angaben", "ausschluss"),
    [
        ({}, AusschlussSozialhilfe.KEINER),
        ({"aufenthaltsstatus": "duldung"}, AusschlussSozialhilfe.ASYLBLG),
        ({"aufenthaltsstatus": "eu_arbeitsuche"}, AusschlussSozialhilfe.AUFENTHALTSRECHT),
        ({"aufenthaltsstatus": "eu_arbeitsuche", "aufenthalt_fuenf_jahre": True}, AusschlussSozialhilfe.KEINER),
        (
            {"aufenthaltsstatus": "eu_freizuegig", "aufenthalt_erste_drei_monate": True},
            AusschlussSozialhilfe.DREI_MONATE,
        ),
        (
            {"aufenthaltsstatus": "aufenthaltserlaubnis", "aufenthaltsrecht_nur_arbeitsuche": True},
            AusschlussSozialhilfe.AUFENTHALTSRECHT,
        ),
        ({"aufenthaltsstatus": "eu_freizuegig", "einreise_wegen_sozialhilfe": True}, AusschlussSozialhilfe.EINREISE),
        ({"in_ausbildung": True}, AusschlussSozialhilfe.AUSBILDUNG),
        ({"in_ausbildung": True, "ausbildung_ausnahme": True}, AusschlussSozialhilfe.KEINER),
        ({"in_ausbildung": True, "ausbildung_haertefall": True}, AusschlussSozialhilfe.KEINER),
        ({"gewoehnlicher_aufenthalt_inland": False}, AusschlussSozialhilfe.AUSLAND),
    ],
)
def test_ausschluesse_der_paragrafen_22_bis_24(angaben, ausschluss):
    assert eine_person("2026-11", "ausschluss_sozialhilfe", ERWERBSGEMINDERT | angaben) == ausschluss


def test_vor_der_feststellung_ist_der_rentenversicherungstraeger_zu_ersuchen():
    offen = DAUERHAFT_ERWERBSGEMINDERT | {"feststellung_erwerbsminderung": "ausstehend"}
    assert eine_person("2026-11", "ersuchen_rentenversicherung", offen) is True
    assert eine_person("2026-11", "ersuchen_rentenversicherung", DAUERHAFT_ERWERBSGEMINDERT) is False
    werkstatt = offen | {"wfbm_bereich": "arbeitsbereich"}
    assert eine_person("2026-11", "ersuchen_rentenversicherung", werkstatt) is False
