"""Vorrangprüfung: § 12a SGB II, § 8 Abs. 2 WoGG, gemischte Bedarfsgemeinschaft, AsylbLG, Ausbildung."""

import pytest
from tests.leistungen.vorrangig import familie, rechnung

from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.vorrang import ZIELE
from sozialamt.leistungen.vorrang.auswahl import VorrangLeistung, VorrangSgb2, VorrangSozialhilfe
from sozialamt.leistungen.zufluss import speise_ein
from sozialamt.rechenkern import Fall, erklaere
from sozialamt.recht.auswahl import Aufenthaltsstatus

LOHN = {
    "erwerbseinkommen_brutto": 180_000,
    "erwerbseinkommen_steuern": 10_000,
    "erwerbseinkommen_sozialversicherung": 36_000,
}
FAMILIE = familie([LOHN, {}], [{}, {}])
WOHNUNG = {"miete_bruttokalt": 70_000, "heizkosten": 9_000, "mietstufe": 4}


def test_wohngeld_und_kinderzuschlag_gehen_vor_wenn_sie_die_hilfebeduerftigkeit_beseitigen():
    e = rechnung("2026-11", FAMILIE, ZIELE, **WOHNUNG)
    assert e["vorrang_statt_sgb2"] == VorrangSgb2.WOHNGELD_KINDERZUSCHLAG
    assert {e.wert("vorrang_erste_leistung", p) for p in e.personen} == {VorrangLeistung.WOHNGELD_KINDERZUSCHLAG}
    assert {e.wert("vorrang_lebensunterhalt", p) for p in e.personen} == {VorrangLeistung.SGB_2}


def test_fuer_weniger_als_drei_monate_besteht_keine_pflicht():
    e = rechnung("2026-11", FAMILIE, ZIELE, **WOHNUNG, vorrang_drei_monate=False)
    assert e["vorrang_statt_sgb2"] == VorrangSgb2.UNTER_DREI_MONATEN
    assert e["vorrang_erste_leistung"] == VorrangLeistung.SGB_2


def test_ohne_einkommen_bleibt_es_beim_sgb_2():
    e = rechnung("2026-11", familie([{}, {}], [{}, {}]), ZIELE, **WOHNUNG)
    assert e["vorrang_statt_sgb2"] == VorrangSgb2.SGB_2
    assert e["vorrang_erste_leistung"] == VorrangLeistung.SGB_2


def test_unbezogenes_kindergeld_und_unterhaltsvorschuss_werden_genannt():
    e = rechnung("2026-11", familie([LOHN], [{"kindergeld": 10_000}]), ZIELE, **WOHNUNG)
    assert e.wert("vorrang_kindergeld_offen", "k0") == 15_900
    assert e.wert("vorrang_unterhaltsvorschuss_offen", "k0") > 0
    assert e.wert("vorrang_kindergeld_offen", "e0") == 0


def test_gemischte_bedarfsgemeinschaft_wird_erkannt():
    paar = {
        "ahmet": {"geburtsdatum": 19560408, "partner": 1, "verheiratet": True, "rente_gesetzlich": 40_000},
        "leyla": {"geburtsdatum": 19681019, "partner": 0, "verheiratet": True},
    }
    e = rechnung("2026-11", paar, ZIELE, miete_bruttokalt=50_000)
    assert e["vorrang_gemischt"]
    assert e.wert("vorrang_erste_leistung", "ahmet") == VorrangLeistung.KAPITEL_4
    assert e.wert("vorrang_erste_leistung", "leyla") == VorrangLeistung.SGB_2


def test_deckt_wohngeld_die_grundsicherung_geht_es_vor():
    anna = {"anna": {"geburtsdatum": 19550314, "rente_gesetzlich": 95_000, "rente_sozialversicherung": 11_000}}
    e = rechnung("2026-11", anna, (*ZIELE, "anspruch_sozialhilfe"), miete_bruttokalt=35_000, heizkosten=5_000)
    assert 0 < e.wert("anspruch_sozialhilfe", "anna") <= e["vorrang_wohngeld_haushalt"]
    assert e["vorrang_statt_sozialhilfe"] == VorrangSozialhilfe.WOHNGELD
    assert e["vorrang_erste_leistung"] == VorrangLeistung.WOHNGELD


def test_deckt_es_sie_nicht_bleibt_die_sozialhilfe():
    e = rechnung("2026-11", {"anna": {"geburtsdatum": 19550314, "rente_gesetzlich": 30_000}}, ZIELE, **WOHNUNG)
    assert e["vorrang_statt_sozialhilfe"] == VorrangSozialhilfe.SOZIALHILFE
    assert e["vorrang_erste_leistung"] == VorrangLeistung.KAPITEL_4


def test_asylbewerberleistungen_schliessen_alles_andere_aus():
    person = {
        "geburtsdatum": 19900101,
        "aufenthaltsstatus": Aufenthaltsstatus.DULDUNG,
        "asylblg_einreise_am": 20260101,
    }
    e = rechnung("2026-11", {"a": person}, ZIELE, miete_bruttokalt=40_000)
    assert e["vorrang_erste_leistung"] == VorrangLeistung.ASYLBLG


def test_auszubildende_beantragen_zuerst_ausbildungsfoerderung():
    e = rechnung("2026-11", {"a": {"geburtsdatum": 20030101, "in_ausbildung": True}}, ZIELE, miete_bruttokalt=40_000)
    assert e["vorrang_erste_leistung"] == VorrangLeistung.AUSBILDUNGSFOERDERUNG


def test_bezogenes_wohngeld_zaehlt_nicht_doppelt():
    ohne = rechnung("2026-11", FAMILIE, "vorrang_wohngeld_bg", **WOHNUNG)
    mit = rechnung(
        "2026-11", FAMILIE | {"e0": FAMILIE["e0"] | {"wohngeld_bezug": 20_000}}, "vorrang_wohngeld_bg", **WOHNUNG
    )
    assert ohne["vorrang_wohngeld_bg"] - mit["vorrang_wohngeld_bg"] == 20_000


@pytest.mark.parametrize("eltern", [[LOHN], [LOHN, {}], [{}], [{"erwerbseinkommen_brutto": 60_000}]])
@pytest.mark.parametrize("kinder", [[{}], [{}, {"geburtsdatum": 20080110, "schulbesuch": True, "in_ausbildung": True}]])
def test_der_hilfebedarf_ist_was_nach_kindergeld_und_unterhaltsvorschuss_bleibt(eltern, kinder):
    fall = Fall(WOHNUNG, familie(eltern, kinder))
    vorher = erklaere(fall, (*ZIELE, "vorrang_hilfebedarf"), "2026-11", regelwerk())
    nachher = erklaere(speise_ein(fall, vorher), ["vorrang_hilfe_bg"], "2026-11", regelwerk())
    assert vorher["vorrang_hilfebedarf"] == nachher["vorrang_hilfe_bg"]
