"""Unterhaltsvorschuss: Höhe je Monat, Altersstufen, zweites Jahrzehnt, Anrechnung, Ablehnungsgründe."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.vorrangig import MONATE, abweichungen, familie, rechnung

from sozialamt.leistungen.unterhaltsvorschuss.auswahl import (
    UnterhaltsvorschussAblehnung,
    UnterhaltsvorschussHindernis,
    UnterhaltsvorschussLohn,
)
from sozialamt.leistungen.wohngeld.auswahl import Transferleistung
from sozialamt.recht.auswahl import AbweichendeWohnform, Aufenthaltsstatus, Monatstage

ZIEL = "unterhaltsvorschuss"
GRUND = "unterhaltsvorschuss_ablehnung"
SGB_2 = {"transferleistung_mit_unterkunft": int(Transferleistung.SGB_2)}


def kind(monat="2026-11", geburt=20220515, ziel=ZIEL, mutter=None, **angaben):
    einstellungen = angaben.pop("einstellungen", {})
    personen = familie([mutter or {}], [{"geburtsdatum": geburt} | angaben])
    return rechnung(monat, personen, ziel, einstellungen=einstellungen).wert(ziel, "k0")


@pytest.mark.parametrize(
    ("monat", "erwartet"),
    [
        ("2019-01", (160, 212, 282)),
        ("2019-06", (160, 212, 282)),
        ("2019-07", (150, 202, 272)),
        ("2019-12", (150, 202, 272)),
        ("2020-01", (165, 220, 293)),
        ("2020-12", (165, 220, 293)),
        ("2021-01", (174, 232, 309)),
        ("2022-01", (177, 236, 314)),
        ("2022-12", (177, 236, 314)),
        ("2023-01", (187, 252, 338)),
        ("2024-01", (230, 301, 395)),
        ("2024-12", (230, 301, 395)),
        ("2025-01", (227, 299, 394)),
        ("2025-12", (227, 299, 394)),
        ("2026-01", (227, 299, 394)),
        ("2026-12", (227, 299, 394)),
    ],
)
def test_betraege_an_jeder_grenze(monat, erwartet):
    jahr = int(monat[:4])
    assert [kind(monat, (jahr - a) * 10_000 + 101) for a in (3, 8, 14)] == [100 * b for b in erwartet]


def test_die_hoehere_stufe_gilt_schon_im_monat_des_geburtstags():
    assert kind("2026-04", 20200515) == 22_700
    assert kind("2026-05", 20200515) == 29_900
    assert kind("2026-05", 20200531) == 29_900
    assert kind("2026-05", 20140520) == 39_400


@pytest.mark.parametrize(
    ("geburt", "monat", "betrag"),
    [(20080516, "2026-05", 197), (20080516, "2026-06", 0), (20080501, "2026-04", 394), (20080501, "2026-05", 0)],
)
def test_mit_dem_18_geburtstag_endet_der_anspruch_auf_den_tag(geburt, monat, betrag):
    """Vom 1. bis 15. Mai: 394 × 15 / 31 = 190,65; nach 30 Tagen gerechnet 197."""
    dreissig = {"unterhaltsvorschuss_teilmonat": int(Monatstage.DREISSIG)}
    assert kind(monat, geburt, einstellungen=dreissig) == 100 * betrag
    if betrag == 197:
        assert kind(monat, geburt) == 19_100


@pytest.mark.parametrize(
    ("ab", "kalender", "dreissig"),
    [(20260501, 227, 227), (20260516, 118, 122), (20260531, 8, 8), (20260415, 227, 227), (20260601, 0, 0)],
)
def test_im_ersten_monat_anteilig(ab, kalender, dreissig):
    """Mai 2026: 227 × 16 / 31 = 117,16, aufgerundet 118; 227 × 16 / 30 = 121,07, aufgerundet 122."""
    anders = {"unterhaltsvorschuss_teilmonat": int(Monatstage.DREISSIG)}
    assert kind("2026-05", unterhaltsvorschuss_ab=ab) == 100 * kalender
    assert kind("2026-05", unterhaltsvorschuss_ab=ab, einstellungen=anders) == 100 * dreissig


def test_ab_der_geburt():
    assert kind("2026-11", 20261116) == 11_400
    assert kind("2026-11", 20261201, ziel=GRUND) is UnterhaltsvorschussAblehnung.ALTER


@pytest.mark.parametrize(
    ("lohn", "grund"),
    [(59_999, UnterhaltsvorschussAblehnung.SGB_2), (60_000, UnterhaltsvorschussAblehnung.KEIN_GRUND)],
)
def test_ab_zwoelf_mit_sgb_2_braucht_der_elternteil_600_euro_brutto(lohn, grund):
    mutter = SGB_2 | {"erwerbseinkommen_brutto": lohn, "erwerbseinkommen_sozialversicherung": 10_000}
    assert kind(geburt=20120515, ziel=GRUND, mutter=mutter, **SGB_2) is grund
    assert kind(geburt=20150515, ziel=GRUND, mutter=mutter, **SGB_2) is UnterhaltsvorschussAblehnung.KEIN_GRUND


def test_ab_zwoelf_genuegt_wenn_der_vorschuss_sgb_2_vermeidet_oder_keines_bezogen_wird():
    assert kind(geburt=20120515, **SGB_2) == 0
    assert kind(geburt=20120515, unterhaltsvorschuss_vermeidet_sgb2=True, **SGB_2) == 39_400
    assert kind(geburt=20120515) == 39_400


def test_im_monat_des_zwoelften_geburtstags_besteht_mit_sgb_2_nur_bis_dahin_anspruch():
    """Bis zum 15. November: 394 × 15 / 30 = 197."""
    assert kind("2026-11", 20141116, **SGB_2) == 19_700


def test_das_kindergeld_des_einkommens_zaehlt_nicht_zu_den_600_euro():
    mutter = SGB_2 | {"erwerbseinkommen_brutto": 50_000, "kindergeld": 25_900}
    assert kind(geburt=20120515, mutter=mutter, **SGB_2) == 0


def test_unterhalt_und_waisenrente_mindern_voll():
    assert kind(unterhalt=10_000) == 12_700
    assert kind(rente_hinterbliebene=10_050) == 12_700
    assert kind(unterhalt=22_700, ziel=GRUND) is UnterhaltsvorschussAblehnung.GEDECKT


def test_unter_fuenf_euro_wird_nicht_gezahlt():
    assert kind(unterhalt=22_200) == 500
    assert kind(unterhalt=22_201) == 500
    assert kind(unterhalt=22_300) == 0


def test_eigene_einkuenfte_zaehlen_erst_nach_der_schule():
    lohn = {"erwerbseinkommen_brutto": 60_000}
    assert kind(geburt=20100515, **lohn) == 39_400
    assert kind(geburt=20100515, unterhaltsvorschuss_schule_beendet=True, **lohn) == 14_600


def test_auszubildende_haben_100_euro_mehr_frei():
    angaben = {"erwerbseinkommen_brutto": 60_000, "unterhaltsvorschuss_schule_beendet": True, "in_ausbildung": True}
    assert kind(geburt=20100515, **angaben) == 19_600


def test_ob_netto_oder_brutto_zaehlt_ist_eine_einstellung():
    angaben = {
        "erwerbseinkommen_brutto": 60_000,
        "erwerbseinkommen_sozialversicherung": 12_000,
        "unterhaltsvorschuss_schule_beendet": True,
    }
    brutto = {"unterhaltsvorschuss_lohn": int(UnterhaltsvorschussLohn.BRUTTO)}
    assert kind(geburt=20100515, **angaben) == 20_600
    assert kind(geburt=20100515, einstellungen=brutto, **angaben) == 14_600


def test_ohne_kindergeld_gibt_es_den_vollen_mindestunterhalt():
    assert kind(kindergeld_andere_leistung=True) == 48_600


@pytest.mark.parametrize("hindernis", [h for h in UnterhaltsvorschussHindernis if h])
def test_hindernisse(hindernis):
    assert kind(ziel=GRUND, unterhaltsvorschuss_hindernis=int(hindernis)) is UnterhaltsvorschussAblehnung.HINDERNIS


def test_eltern_zusammen_oder_kein_elternteil():
    zusammen = rechnung("2026-11", familie([{}, {}], [{}]), GRUND)
    assert zusammen.wert(GRUND, "k0") is UnterhaltsvorschussAblehnung.ELTERN_ZUSAMMEN
    assert zusammen.wert(GRUND, "e0") is UnterhaltsvorschussAblehnung.KEIN_ELTERNTEIL


def stieffamilie(verheiratet, **partner):
    personen = familie([{"verheiratet": verheiratet}, {"verheiratet": verheiratet} | partner], [{}])
    personen["k0"]["elternteil_2"] = -1
    return rechnung("2026-11", personen, GRUND).wert(GRUND, "k0")


def test_ehe_mit_dem_stiefelternteil_schliesst_aus_partnerschaft_nicht():
    assert stieffamilie(True) is UnterhaltsvorschussAblehnung.ELTERNTEIL_VERHEIRATET
    assert stieffamilie(False) is UnterhaltsvorschussAblehnung.KEIN_GRUND


def test_ein_ehegatte_in_der_anstalt_schadet_nicht():
    anstalt = {"wohnform_abweichend": int(AbweichendeWohnform.STATIONAERE_EINRICHTUNG)}
    assert stieffamilie(True, **anstalt) is UnterhaltsvorschussAblehnung.KEIN_GRUND


def test_verheiratet_aber_getrennt_lebend_ist_kein_hindernis():
    assert kind(mutter={"verheiratet": True}) == 22_700


def test_kind_oder_elternteil_brauchen_ein_aufenthaltsrecht():
    gestattet = {"aufenthaltsstatus": int(Aufenthaltsstatus.AUFENTHALTSGESTATTUNG)}
    assert kind(ziel=GRUND, mutter=gestattet, **gestattet) is UnterhaltsvorschussAblehnung.AUFENTHALT
    assert kind(ziel=GRUND, mutter=gestattet) is UnterhaltsvorschussAblehnung.KEIN_GRUND
    assert kind(ziel=GRUND, **gestattet) is UnterhaltsvorschussAblehnung.KEIN_GRUND


def test_der_anspruch_haengt_nicht_am_bezug():
    assert kind(unterhaltsvorschuss_bezug=22_700) == kind() == 22_700


@given(
    monat=st.sampled_from(MONATE),
    alter=st.integers(0, 18),
    unterhalt=st.integers(0, 50_000),
    mehr=st.integers(1, 20_000),
)
@settings(max_examples=80)
def test_mehr_unterhalt_gibt_nie_mehr_vorschuss_und_immer_volle_euro(monat, alter, unterhalt, mehr):
    geburt = (int(monat[:4]) - alter) * 10_000 + 101
    weniger, betrag = kind(monat, geburt, unterhalt=unterhalt + mehr), kind(monat, geburt, unterhalt=unterhalt)
    assert weniger <= betrag
    assert betrag % 100 == 0 and (betrag == 0 or betrag >= 500)


@pytest.mark.parametrize("monat", ["2019-06", "2020-09", "2023-01", "2026-11"])
def test_kern_gleich_spur(monat):
    assert abweichungen([ZIEL, GRUND], monat) == []
