"""Kinderzuschlag: Höchstbeträge, Mindesteinkommen, Minderung, Vermögen, erweiterter Zugang; Grenzmonate."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.vorrangig import MONATE, abweichungen, familie, rechnung

from sozialamt.leistungen.kinderzuschlag.auswahl import KinderzuschlagAblehnung
from sozialamt.leistungen.wohngeld.auswahl import Transferleistung

ZIELE = ["kinderzuschlag", "kinderzuschlag_ablehnung"]
SGB_2 = {"transferleistung_mit_unterkunft": int(Transferleistung.SGB_2)}


def lohn(brutto, abzuege=0):
    return {"erwerbseinkommen_brutto": brutto, "erwerbseinkommen_sozialversicherung": abzuege}


def kiz(monat, eltern, kinder, **haushalt):
    wohnen = {"miete_bruttokalt": 60_000, "heizkosten": 10_000} | haushalt
    kinder = [{"kindergeld_empfaenger": 0} | k for k in kinder]
    return rechnung(monat, familie(eltern, kinder), ZIELE, **wohnen)


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [
        ("2019-01", 170),
        ("2019-06", 170),
        ("2019-07", 185),
        ("2020-12", 185),
        ("2021-01", 205),
        ("2021-12", 205),
        ("2022-01", 209),
        ("2022-06", 209),
        ("2022-07", 229),
        ("2022-12", 229),
        ("2023-01", 250),
        ("2023-12", 250),
        ("2024-01", 292),
        ("2024-12", 292),
        ("2025-01", 297),
        ("2025-12", 297),
        ("2026-01", 297),
        ("2026-12", 297),
    ],
)
def test_hoechstbetrag_an_jeder_grenze(monat, betrag):
    """Ein Paar mit einem Kind, dessen Einkommen gerade den eigenen Bedarf deckt."""
    e = kiz(monat, [lohn(150_000, 20_000), {}], [{}])
    assert e["kinderzuschlag_minderung"] == 0
    assert e["kinderzuschlag_betrag"] == 100 * betrag


@pytest.mark.parametrize(
    ("eltern", "brutto", "erreicht"), [(1, 59_999, False), (1, 60_000, True), (2, 89_999, False), (2, 90_000, True)]
)
def test_mindesteinkommen(eltern, brutto, erreicht):
    for monat in ("2019-01", "2026-12"):
        e = kiz(monat, [lohn(brutto, 15_000), {}][:eltern], [{}])
        grund = e["kinderzuschlag_ablehnung"]
        assert (grund is not KinderzuschlagAblehnung.MINDESTEINKOMMEN) is erreicht


def test_das_mindesteinkommen_rechnet_ohne_wohngeld_und_kindergeld():
    e = kiz("2026-11", [{"wohngeld_bezug": 60_000} | lohn(59_999)], [{"kindergeld": 25_900}])
    assert e["kinderzuschlag_brutto_eltern"] == 59_999
    assert e["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.MINDESTEINKOMMEN


def test_einkommen_des_kindes_mindert_seit_juli_2019_nur_zu_45_prozent():
    kinder = [{"unterhalt": 10_000}, {}]
    vorher, nachher = (kiz(m, [lohn(200_000, 40_000), {}], kinder) for m in ("2019-06", "2019-07"))
    assert vorher.werte["kinderzuschlag_je_kind"][2:] == [7_000, 17_000]
    assert nachher.werte["kinderzuschlag_je_kind"][2:] == [14_000, 18_500]
    viel = kiz("2026-11", [lohn(200_000, 40_000), {}], [{"unterhalt": 70_000}, {}])
    assert viel.werte["kinderzuschlag_je_kind"][2:] == [0, 29_700]


@pytest.mark.parametrize(
    ("monat", "ueber", "minderung"),
    [
        ("2019-06", 9_99, 0),
        ("2019-06", 10_00, 5_00),
        ("2019-06", 125_21, 60_00),
        ("2019-07", 123_60, 61_80),
        ("2019-12", 10_00, 5_00),
        ("2020-01", 10_00, 4_50),
        ("2020-01", 9_99, 4_50),
        ("2026-12", 109_60, 49_32),
    ],
)
def test_erwerbseinkommen_ueber_dem_bedarf_mindert_anteilig(monat, ueber, minderung):
    """Bis Juni 2019 je volle 10 Euro um 5 Euro, bis Dezember 2019 zur Hälfte, seitdem zu 45 Prozent."""
    bedarf = kiz(monat, [lohn(250_000), {}], [{}])["kinderzuschlag_bedarf_eltern"]
    frei = 250_000 - kiz(monat, [lohn(250_000), {}], [{}])["kinderzuschlag_einkommen_eltern"]
    e = kiz(monat, [lohn(250_000, 250_000 - frei - bedarf - ueber), {}], [{}])
    assert e["kinderzuschlag_einkommen_eltern"] == bedarf + ueber
    assert e["kinderzuschlag_minderung"] == minderung


def test_anderes_einkommen_ueber_dem_bedarf_mindert_voll():
    bedarf = kiz("2026-11", [{"arbeitslosengeld": 100_000}, {}], [{}])["kinderzuschlag_bedarf_eltern"]
    e = kiz("2026-11", [{"arbeitslosengeld": bedarf + 3_000 + 10_000}, {}], [{}])
    anderes = e["kinderzuschlag_einkommen_eltern"]
    assert e["kinderzuschlag_erwerb_eltern"] == 0
    assert e["kinderzuschlag_minderung"] == anderes - bedarf > 0


def test_hoechsteinkommensgrenze_bis_2019():
    eltern = [lohn(250_000, 60_000), {}]
    grund = {m: kiz(m, eltern, [{}])["kinderzuschlag_ablehnung"] for m in ("2019-06", "2019-12", "2020-01")}
    assert grund["2019-06"] is grund["2019-12"] is KinderzuschlagAblehnung.HOECHSTEINKOMMEN
    assert grund["2020-01"] is KinderzuschlagAblehnung.KEIN_GRUND


def test_zu_hohes_einkommen_mindert_seit_2020_auf_null():
    e = kiz("2020-01", [lohn(400_000, 100_000), {}], [{}])
    assert e["kinderzuschlag"] == 0
    assert e["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.EINKOMMEN


@pytest.mark.parametrize(("kinder", "anteil"), [(1, 7_714), (2, 6_279), (3, 5_294)])
def test_anteil_alleinerziehender_an_der_unterkunft(kinder, anteil):
    assert kiz("2026-11", [lohn(150_000, 30_000)], [{}] * kinder)["kinderzuschlag_wohnanteil"] == anteil


@pytest.mark.parametrize(("kinder", "anteil"), [(1, 8_320), (2, 7_123), (3, 6_227)])
def test_anteil_von_paaren_an_der_unterkunft(kinder, anteil):
    assert kiz("2026-11", [lohn(150_000, 30_000), {}], [{}] * kinder)["kinderzuschlag_wohnanteil"] == anteil


def knapp(monat, miete, **mehr):
    """Alleinerziehende mit hoher Miete, der auch mit Kinderzuschlag und Wohngeld etwas fehlt."""
    mutter = {"alleinerziehend": True} | lohn(80_000, 5_000) | mehr
    return kiz(monat, [mutter], [{}], miete_bruttokalt=30_000 + miete)


def test_wer_hilfebeduerftig_bleibt_erhaelt_keinen_kinderzuschlag():
    e = knapp("2026-11", 80_000)
    assert e["kinderzuschlag_fehlbetrag"] > 10_000
    assert e["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.HILFEBEDUERFTIG


def test_erweiterter_zugang_seit_2020_bei_hoechstens_100_euro_fehlbetrag():
    stufen = {
        kiz_["kinderzuschlag_fehlbetrag"]: kiz_ for kiz_ in (knapp("2026-11", m) for m in range(0, 60_000, 2_500))
    }
    for fehlbetrag, e in stufen.items():
        erlaubt = fehlbetrag <= 10_000
        assert e["kinderzuschlag_unabhaengig"] is erlaubt
        assert (e["kinderzuschlag"] > 0) is erlaubt
    assert any(0 < f <= 10_000 for f in stufen) and any(f > 10_000 for f in stufen)


def test_erweiterter_zugang_gilt_nicht_vor_2020_und_nicht_neben_sgb_2():
    passend = next(m for m in range(0, 60_000, 1_000) if 0 < knapp("2020-01", m)["kinderzuschlag_fehlbetrag"] <= 10_000)
    assert knapp("2020-01", passend)["kinderzuschlag"] > 0
    assert knapp("2020-01", passend, **SGB_2)["kinderzuschlag_erweiterter_zugang"] is False
    vorher = knapp("2019-12", passend)
    assert vorher["kinderzuschlag_fehlbetrag"] > 0
    assert vorher["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.HILFEBEDUERFTIG


def test_mehrbedarfe_bleiben_bis_juni_2019_ausser_betracht():
    for monat, ohne in (("2019-06", True), ("2019-07", False)):
        e = kiz(monat, [{"alleinerziehend": True} | lohn(130_000, 30_000)], [{}])
        bedarf = sum(e.werte["sgb2_bedarf"])
        mehrbedarf = sum(e.werte["sgb2_mehrbedarf"])
        assert mehrbedarf > 0
        assert e["kinderzuschlag_bedarf_bg"] == bedarf - (mehrbedarf if ohne else 0)


@pytest.mark.parametrize(
    ("monat", "frei"),
    [("2020-04", 12_000_000), ("2022-12", 12_000_000), ("2023-01", 7_000_000), ("2026-12", 7_000_000)],
)
def test_vermoegen_ueber_der_grenze_des_sgb_2_in_der_karenzzeit(monat, frei):
    eltern = [lohn(230_000, 50_000), {}]
    assert kiz(monat, eltern, [{}])["kinderzuschlag_vermoegen_frei"] == frei
    voll = kiz(monat, [eltern[0] | {"vermoegen_geld": frei}, {}], [{}])
    zuviel = kiz(monat, [eltern[0] | {"vermoegen_geld": frei + 100_000}, {}], [{}])
    assert voll["kinderzuschlag"] > 0
    assert zuviel["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.VERMOEGEN


def test_vermoegen_mindert_nur_im_ersten_monat_des_bewilligungszeitraums():
    eltern = [lohn(230_000, 50_000) | {"vermoegen_geld": 7_000_000 + 10_000}, {}]
    spaeter = kiz("2026-11", eltern, [{}], kinderzuschlag_beginn=20261001)["kinderzuschlag"]
    erster = kiz("2026-11", eltern, [{}], kinderzuschlag_beginn=20261101)["kinderzuschlag"]
    assert spaeter - erster == 10_000


def test_ohne_kind_oder_ohne_kindergeld_kein_kinderzuschlag():
    assert kiz("2026-11", [lohn(160_000)], [])["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.KEIN_KIND
    ausland = kiz("2026-11", [lohn(160_000)], [{"kindergeld_andere_leistung": True}])
    assert ausland["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.KEIN_KIND


def test_der_anspruch_haengt_nicht_am_bezug_von_wohngeld_und_kindergeld():
    eltern, kinder = [lohn(230_000, 50_000), {}], [{}]
    ohne = kiz("2026-11", eltern, kinder)["kinderzuschlag"]
    mit = kiz("2026-11", [eltern[0] | {"wohngeld_bezug": 30_000}, {}], [{"kindergeld": 25_900}])["kinderzuschlag"]
    assert mit == ohne > 0


@given(
    monat=st.sampled_from([m for m in MONATE if m >= "2020"]),
    brutto=st.integers(90_000, 450_000),
    mehr=st.integers(1, 50_000),
    kinder=st.integers(1, 5),
)
@settings(max_examples=60)
def test_mehr_lohn_gibt_nie_einen_hoeheren_betrag(monat, brutto, mehr, kinder):
    """Für den Betrag vor der Prüfung der Hilfebedürftigkeit; sie kann erst mit mehr Lohn entfallen."""
    weniger = kiz(monat, [lohn(brutto + mehr), {}], [{}] * kinder)["kinderzuschlag_betrag"]
    betrag = kiz(monat, [lohn(brutto), {}], [{}] * kinder)["kinderzuschlag_betrag"]
    assert weniger <= betrag
    assert betrag % 100 == 0


@given(monat=st.sampled_from(MONATE), brutto=st.integers(0, 450_000), kinder=st.integers(0, 5))
@settings(max_examples=60)
def test_der_betrag_liegt_zwischen_null_und_dem_hoechstbetrag_je_kind(monat, brutto, kinder):
    e = kiz(monat, [lohn(brutto, brutto // 5), {}], [{}] * kinder)
    assert 0 <= e["kinderzuschlag"] <= kinder * 29_700
    assert (e["kinderzuschlag"] > 0) == (e["kinderzuschlag_ablehnung"] is KinderzuschlagAblehnung.KEIN_GRUND)


@pytest.mark.parametrize("monat", ["2019-06", "2026-11"])
def test_kern_gleich_spur(monat):
    assert abweichungen([*ZIELE, "kinderzuschlag_betrag", "kinderzuschlag_fehlbetrag"], monat) == []
