"""The whole calculation of Hilfe zum Lebensunterhalt (chapter 3)."""

import pytest
from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person, rechne

from sozialamt.recht.auswahl import AblehnungSozialhilfe

MIETE = {"miete_bruttokalt": 400, "heizkosten": 80}
KIND = {"geburtsdatum": "2014-05-05", "elternteil_1": "oma"}


@pytest.mark.parametrize(
    ("monat", "anspruch"),
    [("2019-01", 90400), ("2021-12", 92600), ("2023-01", 98200), ("2024-01", 104300), ("2026-12", 104300)],
)
def test_alleinstehend_ohne_einkommen(monat, anspruch):
    assert eine_person(monat, "hlu_anspruch", ERWERBSGEMINDERT, haushalt=MIETE) == anspruch


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ({}, AblehnungSozialhilfe.KEINE),
        ({"voll_erwerbsgemindert_befristet": False, "erwerbsfaehig": True}, AblehnungSozialhilfe.SGB_2),
        ({"geburtsdatum": "1940-01-01"}, AblehnungSozialhilfe.KAPITEL_4),
        ({"aufenthaltsstatus": "duldung"}, AblehnungSozialhilfe.ASYLBLG),
        ({"aufenthaltsstatus": "eu_arbeitsuche"}, AblehnungSozialhilfe.AUSLAENDER),
        ({"in_ausbildung": True}, AblehnungSozialhilfe.AUSZUBILDENDE),
        ({"gewoehnlicher_aufenthalt_inland": False}, AblehnungSozialhilfe.KEIN_AUFENTHALT),
        ({"kenntnis_am": "2026-04-01"}, AblehnungSozialhilfe.ZEITRAUM),
        ({"rente_gesetzlich": 2000}, AblehnungSozialhilfe.EINKOMMEN),
        ({"vermoegen_geld": 20_000}, AblehnungSozialhilfe.VERMOEGEN),
    ],
)
def test_jede_ablehnung_nennt_den_ersten_zutreffenden_grund(angaben, grund):
    e = rechne("2026-03", ["hlu_ablehnung", "hlu_anspruch"], haushalt=MIETE, anna=ERWERBSGEMINDERT | angaben)
    assert e.wert("hlu_ablehnung", "anna") == grund
    assert (e.wert("hlu_anspruch", "anna") > 0) is (grund == AblehnungSozialhilfe.KEINE)


@pytest.mark.parametrize(
    ("monat", "zuschlag"), [("2022-06", 0), ("2022-07", 2000), ("2024-12", 2000), ("2025-01", 2500), ("2026-12", 2500)]
)
def test_sofortzuschlag_neben_der_hilfe_fuer_ein_kind(monat, zuschlag):
    e = rechne(monat, ["hlu_sofortzuschlag", "hlu_leistung", "hlu_anspruch"], oma=RENTNERIN, kind=KIND)
    assert e.wert("hlu_sofortzuschlag", "kind") == zuschlag
    assert e.wert("hlu_anspruch", "kind") == e.wert("hlu_leistung", "kind") + zuschlag
    assert e.wert("hlu_sofortzuschlag", "oma") == 0


@pytest.mark.parametrize(
    ("angaben", "zuschlag"),
    [
        ({"kindergeld": 259, "unterhalt": 300}, 2500),
        ({"unterhalt": 559}, 0),
        ({"unterhalt": 559, "bildung_und_teilhabe_anspruch": True}, 2500),
        ({"kindergeld": 259, "unterhalt": 390}, 0),
    ],
)
def test_sofortzuschlag_auch_wenn_nur_das_kindergeld_den_anspruch_ausschliesst(angaben, zuschlag):
    e = rechne("2026-03", ["hlu_leistung", "hlu_sofortzuschlag"], oma=RENTNERIN, kind=KIND | angaben)
    assert e.wert("hlu_leistung", "kind") == 0
    assert e.wert("hlu_sofortzuschlag", "kind") == zuschlag


def test_reiche_eltern_schliessen_den_sofortzuschlag_aus():
    e = rechne(
        "2026-03",
        ["hlu_anspruch"],
        oma=RENTNERIN | {"rente_gesetzlich": 3000},
        kind=KIND | {"kindergeld": 259, "kindergeld_empfaenger": "oma"},
    )
    assert e.wert("hlu_anspruch", "kind") == 0


def test_einmalzahlung_nur_mit_leistung_im_monat():
    assert eine_person("2021-05", "hlu_anspruch", ERWERBSGEMINDERT) == 44600 + 15000
    assert eine_person("2022-07", "hlu_anspruch", ERWERBSGEMINDERT) == 44900 + 20000
    assert eine_person("2022-08", "hlu_anspruch", ERWERBSGEMINDERT) == 44900
    assert eine_person("2022-07", "hlu_anspruch", ERWERBSGEMINDERT | {"rente_gesetzlich": 2000}) == 0


def test_teilmonat_nach_tagen_und_einmalige_bedarfe_ungeteilt():
    person = ERWERBSGEMINDERT | {"kenntnis_am": "2026-03-16", "erstausstattung_wohnung": 300}
    e = rechne("2026-03", ["hlu_laufend", "hlu_einmalig", "hlu_leistung"], haushalt=MIETE, anna=person)
    assert e.wert("hlu_laufend", "anna") == 104_300 - 52_150
    assert e.wert("hlu_einmalig", "anna") == 30_000
    kalender = {"teilmonat_berechnung": "kalendertage"}
    e = rechne("2026-03", "hlu_laufend", haushalt=MIETE, einstellungen=kalender, anna=person)
    assert e.wert("hlu_laufend", "anna") == 104_300 - 50_468


def test_darlehen_wird_ausgewiesen():
    person = ERWERBSGEMINDERT | {"vermoegen_immobilie": 90_000, "vermoegen_sofort_verwertbar": False}
    e = rechne("2026-03", ["hlu_anspruch", "hlu_darlehen"], haushalt=MIETE, anna=person)
    assert e.wert("hlu_anspruch", "anna") == e.wert("hlu_darlehen", "anna") == 104_300


def test_die_einmalzahlung_erhaelt_auch_wer_nur_den_barbetrag_bezieht():
    haushalt = {"wohnform": "stationaere_einrichtung", "durchschnittliche_warmmiete": 400}
    ziele = ["hlu_einmalzahlung", "gsiae_einmalzahlung"]
    for rente, hlu, gsiae in ((800, 20_000, 0), (700, 0, 20_000), (2_000, 0, 0)):
        e = rechne("2022-07", ziele, haushalt=haushalt, anna={"geburtsdatum": "1945-03-14", "rente_gesetzlich": rente})
        assert [e.wert(z, "anna") for z in ziele] == [hlu, gsiae]
