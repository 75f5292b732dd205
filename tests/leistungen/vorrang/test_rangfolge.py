"""Die Reihenfolge in Worten."""

import pytest

from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.vorrang.auswahl import VorrangLeistung, VorrangSgb2
from sozialamt.leistungen.vorrang.rangfolge import RANGFOLGE, Verhaeltnis, platz, verhaeltnis, wirkung


def test_jede_leistung_hat_ihren_platz():
    genannt = {rang.leistung for rang in RANGFOLGE}
    assert set(steckbriefe()) <= genannt
    assert len(genannt) == len(RANGFOLGE)


def test_die_rangfolge_ist_die_des_gesetzes():
    reihe = ["kindergeld", "wohngeld", "grundsicherung_alter_erwerbsminderung", "hilfe_zum_lebensunterhalt"]
    assert sorted(reihe, key=platz) == reihe
    assert platz("unbekannt") == len(RANGFOLGE) and wirkung("unbekannt") == ""


@pytest.mark.parametrize("rang", RANGFOLGE, ids=lambda r: r.leistung)
def test_jede_wirkung_ist_ein_satz(rang):
    assert rang.wirkung.endswith(".")


@pytest.mark.parametrize(
    ("leistung", "erste", "statt", "erwartet"),
    [
        ("kindergeld", VorrangLeistung.SGB_2, VorrangSgb2.SGB_2, Verhaeltnis.ZUERST),
        ("wohngeld", VorrangLeistung.SGB_2, VorrangSgb2.SGB_2, Verhaeltnis.AUSGESCHLOSSEN),
        ("wohngeld", VorrangLeistung.WOHNGELD, VorrangSgb2.WOHNGELD, Verhaeltnis.ZUERST),
        ("wohngeld", VorrangLeistung.AUSBILDUNGSFOERDERUNG, VorrangSgb2.KEIN_ANSPRUCH, Verhaeltnis.DANEBEN),
        ("kinderzuschlag", VorrangLeistung.SGB_2, VorrangSgb2.WAHLRECHT, Verhaeltnis.WAHL),
        ("kinderzuschlag", VorrangLeistung.SGB_2, VorrangSgb2.SGB_2, Verhaeltnis.AUSGESCHLOSSEN),
        ("grundsicherung_arbeitsuchende", VorrangLeistung.WOHNGELD, VorrangSgb2.WOHNGELD, Verhaeltnis.NACHRANGIG),
        ("grundsicherung_arbeitsuchende", VorrangLeistung.SGB_2, VorrangSgb2.SGB_2, Verhaeltnis.ZUERST),
        (
            "grundsicherung_alter_erwerbsminderung",
            VorrangLeistung.WOHNGELD,
            VorrangSgb2.KEIN_ANSPRUCH,
            Verhaeltnis.WAHL,
        ),
        ("bildung_und_teilhabe", VorrangLeistung.SGB_2, VorrangSgb2.SGB_2, Verhaeltnis.DANEBEN),
    ],
)
def test_verhaeltnis_zur_ersten_leistung(leistung, erste, statt, erwartet):
    assert verhaeltnis(leistung, [erste], [statt])[0] is erwartet
