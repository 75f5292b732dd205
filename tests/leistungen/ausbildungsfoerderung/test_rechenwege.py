"""Single questions of the law, one answer each."""

import pytest
from tests.leistungen.ausbildungsfoerderung.bafoeg_faelle import mit_eltern, schueler, teilnehmer, wert

from sozialamt.leistungen.ausbildungsfoerderung.auswahl import (
    AfbgAblehnung,
    AusbildungsfoerderungAblehnung,
    BafoegAblehnung,
)

MAERZ = "2025-03"


@pytest.mark.parametrize(
    ("schule", "bei_eltern", "auswaerts"),
    [
        ("berufsfachschule", 276, 666),
        ("fachoberschule_mit_ausbildung", 498, 775),
        ("fachschule_mit_ausbildung", 501, 822),
        ("abendgymnasium_kolleg", 501, 822),
    ],
)
def test_bedarf_nach_schule_und_wohnung(schule, bei_eltern, auswaerts):
    assert wert(MAERZ, schueler(schule=schule), "bafoeg_bedarf") == auswaerts * 100
    assert wert(MAERZ, schueler(schule=schule, bafoeg_wohnraum_der_eltern=True), "bafoeg_bedarf") == bei_eltern * 100


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ({"ausbildungsfoerderung_art": "keine"}, BafoegAblehnung.NICHT_BEANTRAGT),
        ({"bafoeg_bwz_beginn": "2025-08-01"}, BafoegAblehnung.AUSSERHALB),
        ({"bafoeg_antrag_am": "2025-04-02"}, BafoegAblehnung.AUSSERHALB),
        ({"bafoeg_ausbildung": "keine"}, BafoegAblehnung.KEINE_FOERDERUNGSFAEHIGE_SCHULE),
        ({"bafoeg_ausbildung": "allgemeinbildend"}, BafoegAblehnung.WOHNEN_BEI_ELTERN),
        ({"bafoeg_dem_grunde_nach": False}, BafoegAblehnung.DEM_GRUNDE_NACH),
        ({"aufenthaltsstatus": "duldung", "bafoeg_auslaender_berechtigt": False}, BafoegAblehnung.STAATSANGEHOERIGKEIT),
        ({"bafoeg_vermoegen": 60_000}, BafoegAblehnung.EIGENE_MITTEL),
        ({"bafoeg_voll_anzurechnen": 660}, BafoegAblehnung.MINDESTBETRAG),
    ],
)
def test_ablehnungsgruende(angaben, grund):
    assert wert(MAERZ, schueler() | angaben, "bafoeg_ablehnung") == grund


def test_hohes_einkommen_der_eltern_deckt_den_bedarf():
    assert wert(MAERZ, mit_eltern(120_000), "bafoeg_ablehnung") == BafoegAblehnung.EINKOMMEN_ANGEHOERIGER


def test_geduldete_koennen_berechtigt_sein():
    person = schueler(aufenthaltsstatus="duldung", bafoeg_auslaender_berechtigt=True)
    assert wert(MAERZ, person, "bafoeg_anspruch") == 66_600


def test_ausbildungsverguetung_hat_keinen_freibetrag():
    lohn = wert(MAERZ, schueler(bafoeg_lohn=6_600), "bafoeg_eigenes_anrechnung")
    verguetung = wert(MAERZ, schueler(bafoeg_verguetung=6_600), "bafoeg_eigenes_anrechnung")
    assert (lohn, verguetung) == (0, 34_771)


def test_ein_minijob_bleibt_2025_frei():
    assert wert(MAERZ, schueler(bafoeg_lohn=556 * 12), "bafoeg_eigenes_anrechnung") == 0


def test_die_sozialpauschale_hat_einen_hoechstbetrag():
    assert wert(MAERZ, mit_eltern(200_000), "bafoeg_elternteil_1_sozialpauschale") == 1_720_000


def test_getrennte_eltern_haben_je_einen_eigenen_freibetrag():
    angaben = {
        "bafoeg_eltern": "getrennt",
        "bafoeg_elternteil_1_einkuenfte": 36_000,
        "bafoeg_elternteil_2_einkuenfte": 36_000,
    }
    je_elternteil = wert(MAERZ, schueler(**angaben), "bafoeg_elternteil_1_anrechnung")
    assert je_elternteil == 32_050
    assert wert(MAERZ, schueler(**angaben), "bafoeg_eltern_anrechnung") == 2 * je_elternteil


def test_einkommen_des_ehegatten_wird_vor_dem_der_eltern_angerechnet():
    person = schueler(partner="p", verheiratet=True, bafoeg_ehegatte_einkuenfte=36_000)
    partner = {"geburtsdatum": "1999-01-01", "partner": "k", "verheiratet": True}
    assert wert(MAERZ, person, "bafoeg_ehegatte_anrechnung", p=partner) == 32_050


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ({"afbg_massnahme": "teilzeit"}, AfbgAblehnung.KEIN_BEDARF),
        ({"afbg_letzter_unterricht": "2025-02-20"}, AfbgAblehnung.NACH_ENDE),
        ({"afbg_foerderfaehig": False}, AfbgAblehnung.NICHT_FOERDERFAEHIG),
        ({"afbg_ausschluss": True}, AfbgAblehnung.AUSSCHLUSS),
        ({"bafoeg_bwz_beginn": "2025-04-01"}, AfbgAblehnung.AUSSERHALB),
        ({}, AfbgAblehnung.KEIN_GRUND),
    ],
)
def test_ablehnungsgruende_des_afbg(angaben, grund):
    assert wert(MAERZ, teilnehmer() | angaben, "afbg_ablehnung") == grund


def test_in_der_pruefungsphase_gibt_es_drei_monate_darlehen():
    person = teilnehmer(afbg_letzter_unterricht="2025-02-20")
    assert [wert(m, person, "afbg_darlehen") > 0 for m in ("2025-03", "2025-05", "2025-06")] == [True, True, False]


def test_gebuehren_sind_auf_15000_und_das_meisterstueck_auf_2000_euro_begrenzt():
    angaben = {"afbg_massnahme": "teilzeit", "afbg_lehrgang_faellig": 9_000, "afbg_lehrgang_bisher": 10_000}
    person = teilnehmer(**angaben, afbg_meisterstueck_kosten=6_000)
    assert wert(MAERZ, person, "afbg_massnahmebeitrag") == 500_000 + 200_000
    assert wert(MAERZ, person, "afbg_anspruch") == 350_000


def test_alleinerziehende_erhalten_den_zuschlag_auch_in_teilzeit():
    person = teilnehmer(afbg_massnahme="teilzeit", alleinerziehend=True)
    kind = {"geburtsdatum": "2018-05-05", "elternteil_1": "k"}
    assert wert(MAERZ, person, "afbg_anspruch", c=kind) == 15_000


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ({"geburtsdatum": "1955-01-01"}, AusbildungsfoerderungAblehnung.KEINE_AUSBILDUNG),
        ({"geburtsdatum": "2015-01-01", "schulbesuch": True}, AusbildungsfoerderungAblehnung.KEINE_AUSBILDUNG),
        ({"geburtsdatum": "2008-01-01", "schulbesuch": True}, AusbildungsfoerderungAblehnung.NICHT_BEANTRAGT),
        ({"geburtsdatum": "2003-01-01", "in_ausbildung": True}, AusbildungsfoerderungAblehnung.NICHT_BEANTRAGT),
    ],
)
def test_nicht_beantragt_hoert_nur_wer_beantragen_koennte(angaben, grund):
    assert wert(MAERZ, angaben, "ausbildungsfoerderung_ablehnung") == grund
