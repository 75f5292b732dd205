"""Single rules: what the statute says in the words of a case."""

import pytest
from tests.leistungen.grundsicherung_arbeitsuchende.sgb2_faelle import anspruch, ergebnis, single

from sozialamt.leistungen.grundsicherung_arbeitsuchende import STECKBRIEF
from sozialamt.leistungen.grundsicherung_arbeitsuchende.auswahl import Sgb2Ablehnung
from sozialamt.leistungen.grundsicherung_arbeitsuchende.regeln_alleinerziehung import sgb2_alleinerziehung_prozent
from sozialamt.leistungen.grundsicherung_arbeitsuchende.regeln_anspruch import sgb2_anteil_gerundet


@pytest.mark.parametrize(
    ("monat", "name"),
    [
        ("2022-12", "Arbeitslosengeld II und Sozialgeld"), ("2023-01", "Bürgergeld"), ("2026-06", "Bürgergeld"),
        ("2026-07", "Grundsicherungsgeld"),
    ],
)  # fmt: skip
def test_die_leistung_heisst_je_nach_monat_anders(monat, name):
    assert STECKBRIEF.titel_am(monat) == name


@pytest.mark.parametrize(
    ("minderjaehrig", "unter_7", "unter_16", "prozent"),
    [
        (1, 0, 1, 12),
        (1, 1, 1, 36),
        (2, 0, 2, 36),
        (2, 0, 1, 24),
        (3, 0, 2, 36),
        (4, 0, 4, 48),
        (4, 1, 4, 48),
        (6, 2, 6, 60),
    ],
)
def test_alleinerziehende_bekommen_den_guenstigeren_satz(minderjaehrig, unter_7, unter_16, prozent):
    assert sgb2_alleinerziehung_prozent(minderjaehrig, unter_7, unter_16, (2, 3), 3_600, 1_200, 6_000) == prozent * 100


def test_wenige_cent_traegt_die_person_mit_dem_groessten_bedarf():
    assert sgb2_anteil_gerundet(5_000, 10_000, 3, 2) == 0
    assert sgb2_anteil_gerundet(5_000, 10_000, 9_997, 2) == 5_000


def test_volljaehriges_kind_hat_stufe_3_und_die_versicherungspauschale_vom_kindergeld():
    kind = {"geburtsdatum": 20040101, "elternteil_1": 0, "kindergeld": 25_500}
    e = ergebnis("2025-05", single() | {"k": kind}, ["sgb2_regelbedarf", "sgb2_kindergeld"])
    assert (e.wert("sgb2_regelbedarf", "k"), e.wert("sgb2_kindergeld", "k")) == (45_100, 22_500)


def test_ab_25_jahren_bildet_das_kind_eine_eigene_bedarfsgemeinschaft():
    kind = {"geburtsdatum": 19990101, "elternteil_1": 0}
    e = ergebnis("2025-05", single(arbeitslosengeld=300_000) | {"k": kind}, ["sgb2_regelbedarf", "sgb2_anspruch"])
    assert (e.wert("sgb2_regelbedarf", "k"), e.wert("sgb2_anspruch", "k")) == (56_300, 56_300)


def test_einkommen_des_kindes_mindert_den_bedarf_der_eltern_nicht():
    kind = {"geburtsdatum": 20150101, "elternteil_1": 0, "unterhalt": 500_000}
    assert anspruch("2025-05", single() | {"k": kind}, miete_bruttokalt=40_000) == 56_300 + 20_000


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ({"bezieht_altersrente": True}, Sgb2Ablehnung.ALTERSRENTE),
        ({"gewoehnlicher_aufenthalt_inland": False}, Sgb2Ablehnung.AUFENTHALT),
        ({"aufenthaltsstatus": 8}, Sgb2Ablehnung.ASYLBEWERBERLEISTUNGEN),
        ({"aufenthaltsstatus": 2}, Sgb2Ablehnung.AUSLAENDER),
        ({"in_ausbildung": True}, Sgb2Ablehnung.AUSBILDUNG),
        ({"sgb2_erreichbarkeit": 2}, Sgb2Ablehnung.NICHT_ERREICHBAR),
        ({"wohnform_abweichend": 1}, Sgb2Ablehnung.EINRICHTUNG),
        ({"voll_erwerbsgemindert_dauerhaft": True}, Sgb2Ablehnung.KAPITEL_4),
        ({"voll_erwerbsgemindert_befristet": True}, Sgb2Ablehnung.NICHT_ERWERBSFAEHIG),
        ({"arbeitslosengeld": 300_000}, Sgb2Ablehnung.EINKOMMEN),
        ({"vermoegen_geld": 9_000_000}, Sgb2Ablehnung.VERMOEGEN),
        ({"leistung_ab": 20251215}, Sgb2Ablehnung.ZEITRAUM),
    ],
)
def test_jede_ablehnung_hat_ihren_grund(angaben, grund):
    e = ergebnis("2025-11", single(**angaben), ["sgb2_ablehnung", "sgb2_anspruch"])
    assert (e.wert("sgb2_ablehnung", "a"), e.wert("sgb2_anspruch", "a")) == (grund, 0)


def test_auszubildende_behalten_den_mehrbedarf_nach_paragraf_27():
    personen = single(in_ausbildung=True, alleinerziehend=True) | {"k": {"geburtsdatum": 20210101, "elternteil_1": 0}}
    e = ergebnis("2025-11", personen, ["sgb2_anspruch", "sgb2_leistung"])
    assert e.wert("sgb2_anspruch", "a") == 20_268
    assert e.wert("sgb2_leistung", "k") == 35_700


def test_nicht_erwerbsfaehiger_partner_erhaelt_leistungen_der_bedarfsgemeinschaft():
    partner = {"geburtsdatum": 19800101, "partner": 0, "voll_erwerbsgemindert_befristet": True, "merkzeichen_g": True}
    e = ergebnis("2025-11", single(partner=1) | {"b": partner}, ["sgb2_anspruch", "sgb2_mehrbedarf_merkzeichen_g"])
    assert e.wert("sgb2_mehrbedarf_merkzeichen_g", "b") == 8_602
    assert e.wert("sgb2_anspruch", "b") == 50_600 + 8_602


def test_ueberhang_des_kindergelds_wird_beim_elternteil_um_die_pauschale_bereinigt():
    kind = {
        "geburtsdatum": 20150101,
        "elternteil_1": 0,
        "kindergeld": 25_500,
        "kindergeld_empfaenger": 0,
        "unterhalt": 30_000,
    }
    e = ergebnis("2025-05", single() | {"k": kind}, ["sgb2_kindergeld_ueberhang", "sgb2_einkommen_bg"])
    assert e.wert("sgb2_kindergeld_ueberhang", "k") == 16_500
    assert e["sgb2_einkommen_bg"] == 13_500


@pytest.mark.parametrize(("tag", "bedarf"), [(1, 20_000), (16, 10_000), (30, 667)])
def test_neugeborene_haben_anteiligen_bedarf(tag, bedarf):
    kind = {"geburtsdatum": 20250600 + tag, "elternteil_1": 0}
    e = ergebnis("2025-06", single() | {"k": kind}, ["sgb2_bedarf_zeitraum", "sgb2_bedarf"], miete_bruttokalt=0)
    assert e.wert("sgb2_bedarf_zeitraum", "k") * 20_000 == pytest.approx(bedarf * e.wert("sgb2_bedarf", "k"), rel=0.01)


def test_elterngeld_bleibt_bis_300_euro_des_frueheren_lohns_frei():
    person = {"elterngeld_bezug": 50_000, "elterngeld_vorgeburtliches_einkommen": 20_000}
    assert ergebnis("2025-05", single(**person), ["sgb2_elterngeld"]).wert("sgb2_elterngeld", "a") == 30_000
    person["elterngeld_vorgeburtliches_einkommen"] = 200_000
    assert ergebnis("2025-05", single(**person), ["sgb2_elterngeld"]).wert("sgb2_elterngeld", "a") == 20_000


def test_hohe_fahrkosten_ersetzen_ueber_400_euro_den_grundabsetzbetrag():
    person = {"erwerbseinkommen_brutto": 150_000, "arbeitsweg_verkehrsmittel": 2, "arbeitsweg_kilometer": 30}
    e = ergebnis("2025-05", single(**person, sgb2_arbeitstage=19), ["sgb2_absetzbetrag_erwerb"])
    assert e.wert("sgb2_absetzbetrag_erwerb", "a") == 3_000 + 19 * 30 * 20
    person["erwerbseinkommen_brutto"] = 40_000
    e = ergebnis("2025-05", single(**person, sgb2_arbeitstage=19), ["sgb2_absetzbetrag_erwerb"])
    assert e.wert("sgb2_absetzbetrag_erwerb", "a") == 10_000


@pytest.mark.parametrize(("monat", "teil"), [("2023-05", 50_000), ("2023-10", 50_000), ("2023-11", 0)])
def test_nachzahlung_wird_auf_sechs_monate_verteilt(monat, teil):
    person = {
        "einmalige_einnahme_art": 1,
        "einmalige_einnahme": 300_000,
        "einmalige_einnahme_monat": 20230510,
        "arbeitslosengeld": 3_000,
        "einmalige_einnahme_verteilung": 1,
    }
    assert ergebnis(monat, single(**person), ["sgb2_einmalig"]).wert("sgb2_einmalig", "a") == teil


def test_guthaben_mindert_die_unterkunft_im_folgemonat():
    assert anspruch("2025-05", single(), miete_bruttokalt=40_000, sgb2_guthaben_unterkunft=15_000) == 56_300 + 25_000


def test_nicht_erreichbare_person_gibt_ihren_unterkunftsanteil_seit_juli_2026_ab():
    personen = single(partner=1) | {"b": {"geburtsdatum": 19800101, "partner": 0, "sgb2_erreichbarkeit": 2}}
    ziele = ["sgb2_unterkunft"]
    assert ergebnis("2026-06", personen, ziele, miete_bruttokalt=60_000).werte["sgb2_unterkunft"] == [30_000, 30_000]
    assert ergebnis("2026-07", personen, ziele, miete_bruttokalt=60_000).werte["sgb2_unterkunft"] == [60_000, 0]


def test_verpflegung_in_der_gemeinschaftsunterkunft_ist_sachleistung():
    person = {"vollverpflegung_gemeinschaftsunterkunft": True}
    e = ergebnis("2024-05", single(**person), ["sgb2_anspruch", "sgb2_auszahlung"], wohnform=2)
    assert (e.wert("sgb2_anspruch", "a"), e.wert("sgb2_auszahlung", "a")) == (56_300, 37_700)
