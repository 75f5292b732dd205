"""Community of means: §§ 19, 27 Abs. 2, 39, 43 SGB XII."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import (
    DAUERHAFT_ERWERBSGEMINDERT,
    ERWERBSGEMINDERT,
    RENTNERIN,
    eine_person,
    rechne,
)

MIETE = {"miete_bruttokalt": 600, "heizkosten": 150}
KIND = {"geburtsdatum": "2015-06-01", "elternteil_1": "anna", "elternteil_2": "bert"}
ZIELE = ["einkommen_der_gemeinschaft", "anspruch_lebensunterhalt", "ungedeckter_bedarf", "ueberschuss"]


def familie(verteilung="verhaeltnis", rente=1156, kind=None, anna=None):
    return rechne(
        "2026-03",
        ZIELE,
        haushalt=MIETE,
        einstellungen={"verteilung_ueberschuss": verteilung},
        anna=ERWERBSGEMINDERT | {"partner": "bert"} | (anna or {}),
        bert=ERWERBSGEMINDERT | {"partner": "anna", "rente_gesetzlich": rente},
        kind=KIND | (kind or {}),
    )


@pytest.mark.parametrize(
    ("verteilung", "anna", "kind"),
    [("verhaeltnis", 21662, 18338), ("partner_zuerst", 40000, 0), ("kinder_zuerst", 0, 40000)],
)
def test_ueberschuss_wird_nach_einstellung_verteilt(verteilung, anna, kind):
    e = familie(verteilung)
    assert e.wert("ueberschuss", "bert") == 40000
    assert e.wert("einkommen_der_gemeinschaft", "anna") == anna
    assert e.wert("einkommen_der_gemeinschaft", "kind") == kind
    assert e.wert("einkommen_der_gemeinschaft", "bert") == 0


@pytest.mark.parametrize("verteilung", ["verhaeltnis", "partner_zuerst", "kinder_zuerst"])
def test_reicht_der_ueberschuss_fuer_alle_bleibt_kein_anspruch(verteilung):
    e = familie(verteilung, rente=756 + 756 + 640)
    assert [e.wert("anspruch_lebensunterhalt", p) for p in ("anna", "bert", "kind")] == [0, 0, 0]
    e = familie(verteilung, rente=756 + 756 + 640 - 1)
    assert sum(e.wert("anspruch_lebensunterhalt", p) for p in ("anna", "bert", "kind")) == 100


def test_einkommen_des_kindes_kommt_den_eltern_nicht_zugute():
    e = familie(rente=0, kind={"unterhalt": 5000})
    assert e.wert("ueberschuss", "kind") == 500_000 - 64_000
    assert e.wert("anspruch_lebensunterhalt", "anna") == 75_600


def test_im_vierten_kapitel_zaehlt_nur_der_ueberschuss_des_partners():
    e = rechne(
        "2026-03",
        ZIELE,
        haushalt=MIETE,
        anna=DAUERHAFT_ERWERBSGEMINDERT | {"partner": "bert"},
        bert={
            "geburtsdatum": "1980-01-01",
            "partner": "anna",
            "erwerbseinkommen_brutto": 1500,
            "erwerbseinkommen_sozialversicherung": 300,
        },
    )
    assert e.wert("ueberschuss", "bert") == 120_000 - 28_150 - (50_600 + 37_500)
    assert e.wert("anspruch_lebensunterhalt", "anna") == 88_100 - 3_750


def test_eltern_setzen_fuer_volljaehriges_kind_nicht_ein():
    e = rechne(
        "2026-03",
        ZIELE,
        anna=RENTNERIN | {"rente_gesetzlich": 3000},
        kind={"geburtsdatum": "2000-01-01", "elternteil_1": "anna", "voll_erwerbsgemindert_dauerhaft": True},
    )
    assert e.wert("einkommen_der_gemeinschaft", "kind") == 0
    assert e.wert("anspruch_lebensunterhalt", "kind") > 0


def test_eltern_setzen_fuer_schwangere_minderjaehrige_nicht_ein():
    tochter = {"geburtsdatum": "2010-01-01", "erwerbsfaehig": False, "elternteil_1": "anna"}
    reich = RENTNERIN | {"rente_gesetzlich": 3000, "geburtsdatum": "1950-01-01", "vermoegen_geld": 50_000}
    e = rechne("2026-03", "anspruch_lebensunterhalt", anna=reich, tochter=tochter)
    assert e.wert("anspruch_lebensunterhalt", "tochter") == 0
    schwanger = tochter | {"entbindung_voraussichtlich": "2026-07-01"}
    e = rechne("2026-03", "anspruch_lebensunterhalt", anna=reich, tochter=schwanger)
    assert e.wert("anspruch_lebensunterhalt", "tochter") >= 47_100


@pytest.mark.parametrize(
    ("angaben", "angerechnet"),
    [
        ({}, 10_000),
        ({"haushaltsgemeinschaft_widerlegt": True}, 0),
        ({"haushaltsgemeinschaft_betreuung": True}, 0),
    ],
)
def test_vermutung_der_bedarfsdeckung_im_dritten_kapitel(angaben, angerechnet):
    person = ERWERBSGEMINDERT | {"haushaltsgemeinschaft_leistungen": 100} | angaben
    assert eine_person("2026-03", "haushaltsgemeinschaft_anzurechnen", person) == angerechnet


def test_die_vermutung_gilt_nicht_im_vierten_kapitel_und_nicht_fuer_eltern_kleiner_kinder():
    assert (
        eine_person(
            "2026-03", "haushaltsgemeinschaft_anzurechnen", RENTNERIN | {"haushaltsgemeinschaft_leistungen": 100}
        )
        == 0
    )
    personen = {
        "oma": ERWERBSGEMINDERT | {"geburtsdatum": "1970-01-01"},
        "mutter": ERWERBSGEMINDERT
        | {"geburtsdatum": "1998-01-01", "elternteil_1": "oma", "haushaltsgemeinschaft_leistungen": 100},
    }
    for geburt, erwartet in (("2020-04-01", 0), ("2020-02-20", 10_000)):
        e = rechne(
            "2026-03",
            "haushaltsgemeinschaft_anzurechnen",
            **personen,
            kind={"geburtsdatum": geburt, "elternteil_1": "mutter"},
        )
        assert e.wert("haushaltsgemeinschaft_anzurechnen", "mutter") == erwartet


def test_vermoegen_ueber_dem_schonbetrag_mindert_oder_schliesst_aus():
    person = RENTNERIN | {"vermoegen_geld": 10_200}
    assert eine_person("2026-03", "anspruch_lebensunterhalt", person) == 56_300 - 20_000
    streng = {"vermoegen_ueber_schonbetrag": "ausschluss"}
    assert eine_person("2026-03", "anspruch_lebensunterhalt", person, einstellungen=streng) == 0


def test_nicht_sofort_verwertbares_vermoegen_fuehrt_zum_darlehen():
    person = RENTNERIN | {"vermoegen_immobilie": 80_000, "vermoegen_sofort_verwertbar": False}
    e = rechne("2026-03", ["anspruch_lebensunterhalt", "darlehen_vermoegen"], anna=person)
    assert e.wert("anspruch_lebensunterhalt", "anna") == e.wert("darlehen_vermoegen", "anna") == 56_300


def test_gemeinsames_vermoegen_wird_nach_ungedecktem_bedarf_aufgeteilt():
    e = rechne(
        "2026-03",
        "vermoegen_einsatz",
        anna=RENTNERIN | {"partner": "bert", "vermoegen_geld": 20_300},
        bert=RENTNERIN | {"partner": "anna", "rente_gesetzlich": 253},
    )
    assert (e.wert("vermoegen_einsatz", "anna"), e.wert("vermoegen_einsatz", "bert")) == (20_000, 10_000)
