"""Conditions, income and assets of the housing grant for nursing home residents."""

import pytest
from tests.leistungen.hilfe_zur_pflege.hzp_faelle import HEIM, im_heim, rechne, wert


@pytest.mark.parametrize(
    ("angaben", "einstellungen", "grund"),
    [
        ({}, {}, "keine"),
        ({"heim_pflegesatz_tag": 0, "heim_einzug": "2026-06-01"}, {}, "kein_heim"),
        ({"heim_voraussichtlich_laenger": False}, {}, "kein_heim"),
        ({"heim_land": "schleswig_holstein"}, {}, "land"),
        ({"pwg_einrichtung_gefoerdert": False}, {}, "einrichtung"),
        ({"pwg_antrag_am": "2026-07-01"}, {}, "antrag"),
        ({"pwg_antrag_am": "2026-06-30"}, {}, "keine"),
        ({"pflegegrad": 1}, {}, "pflegegrad"),
        ({"pflegegrad": 1}, {"pwg_mindestpflegegrad": "pflegegrad_1"}, "keine"),
        ({"pflegekasse_anspruch": "keiner"}, {}, "nicht_versichert"),
        ({"pwg_andere_leistung": True}, {}, "andere_leistung"),
        ({"pwg_vorher_in_nrw": False}, {}, "keine"),
        ({"pwg_vorher_in_nrw": False}, {"pwg_wohnsitz_verlangt": True}, "wohnsitz"),
        ({"heim_investitionskosten_tag": 0}, {}, "keine_kosten"),
        ({"vermoegen_geld": 10_001}, {}, "vermoegen"),
        ({"rente_gesetzlich": 6000}, {}, "einkommen"),
    ],
)
def test_jeder_ablehnungsgrund(angaben, einstellungen, grund):
    ergebnis = rechne("2026-03", {"a": im_heim(**angaben)}, "pwg_ablehnung", haushalt=HEIM, einstellungen=einstellungen)
    assert ergebnis.wert("pwg_ablehnung", "a").schluessel == grund


@pytest.mark.parametrize(("ueberhang", "einsatz"), [(0, 0), (30, 0), (50, 0), (51, 1), (300, 250)])
def test_selbstbehalt_50_euro_hoechstens_der_ueberhang(ueberhang, einsatz):
    """Costs before investment: 2.585,70 + 1.216,80 - 1.319,00 - 190,01 = 2.293,49; allowance 177,01."""
    angaben = im_heim(rente_gesetzlich=2470.50 + ueberhang)
    ergebnis = rechne("2026-03", {"a": angaben}, "pwg_ueberhang", "pwg_einsatz", "pwg_anspruch", haushalt=HEIM)
    assert ergebnis.wert("pwg_ueberhang", "a") == ueberhang * 100
    assert ergebnis.wert("pwg_einsatz", "a") == einsatz * 100
    assert ergebnis.wert("pwg_anspruch", "a") == 60_840 - einsatz * 100


@pytest.mark.parametrize(
    ("einstellung", "anspruch"),
    [("apg_nrw", 0), ("guenstiger", 60_840)],
    ids=["APG NRW", "Sozialhilfe"],
)
def test_paar_zwischen_15000_und_20000_euro(einstellung, anspruch):
    paar = {
        "a": im_heim(
            partner="b",
            wohnform_abweichend="stationaere_einrichtung",
            durchschnittliche_warmmiete_einrichtung=450,
            vermoegen_geld=18_000,
        ),
        "b": {"geburtsdatum": "1945-01-01", "partner": "a"},
    }
    ergebnis = rechne("2026-03", paar, "pwg_anspruch", einstellungen={"pwg_vermoegensschutz": einstellung})
    assert ergebnis.wert("pwg_anspruch", "a") == anspruch


def test_ohne_bekleidungspauschale_wird_mehr_einkommen_eingesetzt():
    angaben = im_heim(rente_gesetzlich=2600)
    ohne = {"pwg_bekleidung_abziehen": False}
    mit_abzug = wert("2026-03", angaben, "pwg_anspruch", haushalt=HEIM)
    assert mit_abzug - wert("2026-03", angaben, "pwg_anspruch", haushalt=HEIM, einstellungen=ohne) == 2_500


def test_im_einzugsmonat_zaehlen_die_tatsaechlichen_tage():
    angaben = im_heim(heim_einzug="2026-03-17")
    assert wert("2026-03", angaben, "pwg_anspruch", haushalt=HEIM) == 15 * 2_000


@pytest.mark.parametrize("monat", ["2019-01", "2021-12", "2022-01", "2024-12", "2025-01", "2026-12"])
def test_pflegewohngeld_mindert_die_hilfe_zur_pflege_um_genau_seinen_betrag(monat):
    ziele = ("hzp_anspruch", "pwg_anspruch")
    mit = rechne(monat, {"a": im_heim(heim_pflegesatz_tag=140)}, *ziele, haushalt=HEIM)
    ohne = rechne(monat, {"a": im_heim(heim_pflegesatz_tag=140, heim_land="bayern")}, *ziele, haushalt=HEIM)
    assert mit.wert("pwg_anspruch", "a") == ohne.wert("hzp_anspruch", "a") - mit.wert("hzp_anspruch", "a") == 60_840
