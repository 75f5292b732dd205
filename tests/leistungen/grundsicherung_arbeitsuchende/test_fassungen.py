"""Boundary months: what changes with each version of the law, and only then."""

import pytest
from tests.leistungen.grundsicherung_arbeitsuchende.sgb2_faelle import anspruch, ergebnis, single


def wert(name, monat, person=None, **haushalt):
    return ergebnis(monat, single(**(person or {})), [name], **haushalt).wert(name, "a")


@pytest.mark.parametrize(
    ("monat", "stufe_1"),
    [("2019-12", 424), ("2020-01", 432), ("2021-01", 446), ("2022-12", 449), ("2023-01", 502), ("2024-01", 563)],
)
def test_regelbedarf_wechselt_mit_dem_jahr(monat, stufe_1):
    assert wert("sgb2_regelbedarf", monat) == stufe_1 * 100


@pytest.mark.parametrize(
    ("monat", "freibetrag"), [("2019-01", 14_000), ("2023-06", 14_000), ("2023-07", 16_800), ("2026-12", 16_800)]
)
def test_erwerbsfreibetrag_fuer_800_euro_in_alter_und_neuer_staffel(monat, freibetrag):
    assert wert("sgb2_erwerbsfreibetrag", monat, {"erwerbseinkommen_brutto": 80_000}) == freibetrag


@pytest.mark.parametrize(
    ("monat", "frei"), [("2023-06", 10_000), ("2023-07", 52_000), ("2024-01", 53_800), ("2025-01", 55_600)]
)
def test_schueler_behalten_die_geringfuegigkeitsgrenze(monat, frei):
    person = {"geburtsdatum": 20030101, "erwerbseinkommen_brutto": 40_000, "junge_erwerbstaetige": 3}
    assert wert("sgb2_absetzbetrag_erwerb", monat, person) == frei


@pytest.mark.parametrize(("geburt", "frei"), [(20011130, 10_000), (20011201, 60_300)])
def test_ab_25_jahren_gilt_der_allgemeine_grundabsetzbetrag(geburt, frei):
    person = {"geburtsdatum": geburt, "erwerbseinkommen_brutto": 40_000, "junge_erwerbstaetige": 2}
    assert wert("sgb2_absetzbetrag_erwerb", "2026-11", person) == frei


@pytest.mark.parametrize(("monat", "frei"), [("2020-12", 20_000), ("2021-01", 25_000), ("2023-06", 25_000)])
def test_ehrenamt_erhoeht_bis_juni_2023_den_grundabsetzbetrag(monat, frei):
    person = {"erwerbseinkommen_brutto": 20_000, "nebentaetigkeit_steuerfrei": 18_000}
    assert wert("sgb2_absetzbetrag_erwerb", monat, person) == frei


def test_ehrenamt_ist_ab_juli_2023_bis_zum_jahresbetrag_kein_einkommen():
    person = {"nebentaetigkeit_steuerfrei": 25_000, "nebentaetigkeit_steuerfrei_bisher": 290_000}
    assert wert("sgb2_erwerb_brutto", "2023-07", person) == 15_000
    assert wert("sgb2_erwerb_brutto", "2023-07", person | {"nebentaetigkeit_steuerfrei_bisher": 0}) == 0


@pytest.mark.parametrize(
    ("monat", "stufe", "prozent"),
    [
        ("2019-10", 1, 30), ("2019-10", 2, 60), ("2019-11", 2, 30), ("2022-06", 3, 30), ("2022-07", 1, 0),
        ("2022-12", 3, 0), ("2023-01", 1, 10), ("2023-01", 2, 20), ("2026-06", 3, 30), ("2026-07", 1, 30),
    ],
)  # fmt: skip
def test_minderung_je_fassung(monat, stufe, prozent):
    regelbedarf = wert("sgb2_regelbedarf", monat)
    minderung = wert("sgb2_minderung", monat, {"sgb2_minderung_stufe": stufe}, miete_bruttokalt=40_000)
    assert minderung * 100 == regelbedarf * prozent


def test_dritte_stufe_liess_bis_oktober_2019_alles_entfallen():
    assert anspruch("2019-10", single(sgb2_minderung_stufe=3), miete_bruttokalt=40_000) == 0
    assert anspruch("2019-11", single(sgb2_minderung_stufe=3), miete_bruttokalt=40_000) == 42_400 - 12_720 + 40_000


def test_unter_25_jahren_blieb_bis_oktober_2019_nur_die_unterkunft():
    person = single(geburtsdatum=19980101, sgb2_minderung_stufe=1)
    assert anspruch("2019-10", person, miete_bruttokalt=40_000) == 40_000


@pytest.mark.parametrize(
    ("monat", "bleibt"), [("2024-03", 96_300), ("2024-04", 40_000), ("2026-03", 40_000), ("2026-04", 96_300)]
)
def test_regelbedarf_entfaellt_bei_arbeitsverweigerung(monat, bleibt):
    assert anspruch(monat, single(sgb2_arbeitsverweigerung=True), miete_bruttokalt=40_000) == bleibt


def test_seit_juli_2026_bleibt_mindestens_ein_euro():
    person = single(sgb2_arbeitsverweigerung=True)
    assert anspruch("2026-06", person) == 0
    assert anspruch("2026-07", person) == 100


def test_pflichtverletzung_vor_juli_2026_behaelt_die_alten_saetze():
    person = {"sgb2_minderung_stufe": 1, "sgb2_pflichtverletzung_vor_juli_2026": True}
    assert wert("sgb2_minderung", "2026-08", person, miete_bruttokalt=40_000) == 5_630


@pytest.mark.parametrize(
    ("monat", "betrag"), [("2022-06", 0), ("2022-07", 2_000), ("2024-12", 2_000), ("2025-01", 2_500)]
)
def test_sofortzuschlag_gibt_es_seit_juli_2022(monat, betrag):
    personen = single(alleinerziehend=True) | {"k": {"geburtsdatum": 20150101, "elternteil_1": 0}}
    assert ergebnis(monat, personen, ["sgb2_sofortzuschlag"]).wert("sgb2_sofortzuschlag", "k") == betrag


def test_sofortzuschlag_auch_wenn_nur_kindergeld_den_anspruch_verdraengt():
    kind = {"geburtsdatum": 20150101, "elternteil_1": 0, "kindergeld": 25_000, "unterhalt": 20_000}
    personen = single(arbeitslosengeld=200_000) | {"k": kind}
    ziele = ["sgb2_sofortzuschlag", "sgb2_leistung"]
    assert ergebnis("2024-05", personen, ziele).wert("sgb2_sofortzuschlag", "k") == 0
    personen = single(arbeitslosengeld=59_300) | {"k": kind}
    e = ergebnis("2024-05", personen, ziele)
    assert (e.wert("sgb2_leistung", "k"), e.wert("sgb2_sofortzuschlag", "k")) == (0, 2_000)


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [("2021-04", 0), ("2021-05", 15_000), ("2021-06", 0), ("2021-08", 0), ("2022-07", 20_000), ("2022-08", 0)],
)
def test_einmalzahlungen_fuer_erwachsene(monat, betrag):
    assert wert("sgb2_einmalzahlung", monat) == betrag


def test_kinderfreizeitbonus_im_august_2021():
    personen = single(alleinerziehend=True) | {"k": {"geburtsdatum": 20150101, "elternteil_1": 0}}
    assert ergebnis("2021-08", personen, ["sgb2_einmalzahlung"]).wert("sgb2_einmalzahlung", "k") == 10_000


@pytest.mark.parametrize(
    ("monat", "geburt", "frei"),
    [
        ("2022-12", 19800720, 42 * 15_000 + 75_000),
        ("2022-12", 19571220, 975_000 + 75_000),
        ("2022-12", 20040720, 310_000 + 75_000),
        ("2023-01", 19800720, 1_500_000),
        ("2026-06", 19800720, 1_500_000),
        ("2026-07", 19960731, 1_000_000),
        ("2026-07", 19960801, 500_000),
        ("2026-07", 19860731, 1_250_000),
        ("2026-07", 19760731, 2_000_000),
    ],
)
def test_vermoegensfreibetrag_je_fassung_und_alter(monat, geburt, frei):
    assert wert("sgb2_vermoegensfreibetrag", monat, {"geburtsdatum": geburt}) == frei


@pytest.mark.parametrize(("monat", "einsatz"), [("2024-05", 0), ("2025-05", 2_500_000)])
def test_karenzzeit_schont_40_000_euro(monat, einsatz):
    e = wert("sgb2_vermoegenseinsatz", monat, {"vermoegen_geld": 4_000_000}, karenzzeit_beginn=20240501)
    assert e == einsatz


@pytest.mark.parametrize(
    ("monat", "einsatz"), [("2020-02", 275_000), ("2020-03", 0), ("2020-08", 0), ("2020-09", 275_000)]
)
def test_vermoegen_bleibt_in_der_pandemie_sechs_monate_ausser_betracht(monat, einsatz):
    beginn = 20200301 if monat >= "2020-03" else 20200201
    person = {"vermoegen_geld": (39 + (monat >= "2020-07")) * 15_000 + 350_000}
    assert wert("sgb2_vermoegenseinsatz", monat, person, bewilligungszeitraum_beginn=beginn) == einsatz


@pytest.mark.parametrize(
    ("monat", "unterkunft"),
    [("2025-04", 90_000), ("2025-10", 90_000), ("2025-11", 50_000)],
)
def test_nach_der_karenzzeit_laeuft_die_frist_von_sechs_monaten(monat, unterkunft):
    haushalt = {"miete_bruttokalt": 90_000, "angemessene_bruttokaltmiete": 50_000, "karenzzeit_beginn": 20240501}
    assert wert("sgb2_unterkunft", monat, **haushalt) == unterkunft


@pytest.mark.parametrize(("monat", "unterkunft"), [("2022-12", 50_000), ("2023-01", 90_000)])
def test_zeiten_vor_2023_verbrauchen_keine_karenzzeit(monat, unterkunft):
    haushalt = {
        "miete_bruttokalt": 90_000,
        "angemessene_bruttokaltmiete": 50_000,
        "karenzzeit_beginn": 20180101,
        "bewilligungszeitraum_beginn": 20200101,
    }
    assert wert("sgb2_unterkunft", monat, **haushalt) == unterkunft


@pytest.mark.parametrize(("monat", "unterkunft"), [("2026-06", 90_000), ("2026-07", 60_000)])
def test_quadratmeterobergrenze_gilt_auch_in_der_karenzzeit(monat, unterkunft):
    haushalt = {
        "miete_bruttokalt": 90_000,
        "angemessene_bruttokaltmiete": 70_000,
        "quadratmeterobergrenze_miete": 60_000,
        "karenzzeit_beginn": 20260301,
    }
    assert wert("sgb2_unterkunft", monat, **haushalt) == unterkunft


@pytest.mark.parametrize(("monat", "bedarf"), [("2020-12", 0), ("2021-01", 4_500)])
def test_schulbuecher_sind_seit_2021_mehrbedarf(monat, bedarf):
    assert wert("sgb2_haertefallbedarf", monat, {"schulbuecher": 4_500}) == bedarf


@pytest.mark.parametrize(
    ("monat", "geburt", "grund"),
    [("2026-05", 19600115, 0), ("2026-06", 19600115, 6), ("2026-05", 19600201, 0), ("2026-06", 19600201, 6)],
)
def test_die_altersgrenze_wird_mit_ablauf_des_monats_erreicht(monat, geburt, grund):
    """1960 geboren: 66 Jahre und vier Monate; am 1. Februar Geborene vollenden sie Ende Mai."""
    assert int(wert("sgb2_ablehnung", monat, {"geburtsdatum": geburt}, miete_bruttokalt=40_000)) == grund
