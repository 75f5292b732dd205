"""Welche Norm eine Korrektur trägt: Zeitraum, Fristen und verlangte Begründung (§§ 44, 45, 48 SGB X)."""

from datetime import date

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG

from sozialamt.akte.verfahrensrecht import SGB_2, Anhoerungsausnahme, Korrektur, Korrekturfall, pruefe_korrektur

HEUTE = date(2026, 11, 20)
VOLL = {"ermessen": "Abgewogen.", "vertrauen": "Nichts verbraucht.", "kenntnis": date(2026, 10, 1)}


def felder(korrektur, beginn=date(2026, 3, 1), **angaben):
    vorgabe = {"leistung": GRUNDSICHERUNG, "heute": HEUTE, "bekanntgaben": [date(2026, 1, 10)]} | VOLL
    fall = Korrekturfall(korrektur, beginn=beginn, **vorgabe | angaben)
    return [m.feld for m in pruefe_korrektur(fall)]


@pytest.mark.parametrize("korrektur", [k for k in Korrektur if k.regel.vergangenheit])
def test_mit_allen_angaben_traegt_die_norm_auch_fuer_die_vergangenheit(korrektur):
    assert felder(korrektur) == []


@pytest.mark.parametrize("korrektur", [k for k in Korrektur if not k.regel.vergangenheit])
def test_was_nur_fuer_die_zukunft_wirkt_beginnt_nach_der_bekanntgabe(korrektur):
    assert felder(korrektur) == ["von Monat"]
    assert felder(korrektur, beginn=date(2026, 12, 1)) == []
    assert felder(korrektur, beginn=date(2026, 12, 1), heute=date(2026, 11, 28)) == ["von Monat"]


def test_ein_jahr_nach_der_kenntnis_ist_es_fuer_die_vergangenheit_zu_spaet():
    assert felder(Korrektur.AENDERUNG_EINKOMMEN, kenntnis=date(2025, 11, 20)) == []
    assert felder(Korrektur.AENDERUNG_EINKOMMEN, kenntnis=date(2025, 11, 19)) == ["Kenntnis seit"]
    assert felder(Korrektur.AENDERUNG_EINKOMMEN, kenntnis=None) == ["Kenntnis seit"]
    assert felder(Korrektur.AENDERUNG_ZUGUNSTEN, kenntnis=None) == []
    assert felder(Korrektur.RUECKNAHME_ANGABEN, kenntnis=None) == ["Kenntnis seit"]


def test_zwei_oder_zehn_jahre_nach_der_bekanntgabe_bleibt_der_bescheid():
    alt = {"bekanntgaben": [date(2024, 11, 1)], "beginn": date(2026, 12, 1)}
    assert felder(Korrektur.RUECKNAHME_ZUKUNFT, **alt) == ["Norm"]
    assert felder(Korrektur.RUECKNAHME_ANGABEN, **alt) == []
    assert felder(Korrektur.RUECKNAHME_ANGABEN, bekanntgaben=[date(2016, 11, 1)]) == ["Norm"]


def test_lief_die_leistung_noch_geht_es_auch_nach_zehn_jahren_aber_nicht_bei_vertrauen():
    alt = {"bekanntgaben": [date(2016, 11, 1)], "laufend": True}
    assert felder(Korrektur.RUECKNAHME_ANGABEN, **alt) == []
    assert felder(Korrektur.RUECKNAHME_KENNTNIS, **alt) == []
    assert felder(Korrektur.RUECKNAHME_ZUKUNFT, beginn=date(2026, 12, 1), **alt) == ["Norm"]
    assert felder(Korrektur.RUECKNAHME_ANGABEN, **alt | {"laufend": False}) == ["Norm"]


def test_waren_die_zehn_jahre_im_april_1998_um_wirkt_die_ruecknahme_nur_fuer_die_zukunft():
    uralt = {"bekanntgaben": [date(1988, 4, 15)], "laufend": True}
    assert felder(Korrektur.RUECKNAHME_ANGABEN, **uralt) == ["von Monat"]
    assert felder(Korrektur.RUECKNAHME_ANGABEN, beginn=date(2026, 12, 1), **uralt) == []
    assert felder(Korrektur.RUECKNAHME_ANGABEN, **uralt | {"bekanntgaben": [date(1988, 4, 16)]}) == []


def test_nachgezahlt_wird_in_der_sozialhilfe_ein_jahr_sonst_vier():
    assert felder(Korrektur.ZUGUNSTEN, beginn=date(2025, 1, 1)) == []
    assert felder(Korrektur.ZUGUNSTEN, beginn=date(2024, 12, 1)) == ["von Monat"]
    assert felder(Korrektur.AENDERUNG_ZUGUNSTEN, beginn=date(2024, 12, 1)) == ["von Monat"]
    assert felder(Korrektur.ZUGUNSTEN, beginn=date(2022, 1, 1), leistung="elterngeld") == []
    assert felder(Korrektur.ZUGUNSTEN, beginn=date(2024, 6, 1), antrag=date(2025, 12, 30)) == []


def test_vier_jahre_nach_dem_jahr_der_bekanntgabe_ist_keine_ueberpruefung_mehr_moeglich():
    alt = {"bekanntgaben": [date(2021, 12, 30)]}
    assert felder(Korrektur.ZUGUNSTEN, **alt) == ["Norm"]
    assert felder(Korrektur.ZUGUNSTEN, antrag=date(2025, 12, 31), **alt) == []
    assert felder(Korrektur.ZUGUNSTEN, leistung="elterngeld", **alt) == []


def test_ermessen_und_vertrauensschutz_sind_zu_begruenden():
    ohne = {"ermessen": " ", "vertrauen": ""}
    assert felder(Korrektur.RUECKNAHME_ZUKUNFT, beginn=date(2026, 12, 1), **ohne) == ["Ermessen", "Vertrauensschutz"]
    assert felder(Korrektur.RUECKNAHME_KENNTNIS, **ohne) == ["Ermessen"]
    assert felder(Korrektur.AENDERUNG_MITTEILUNG, **ohne) == ["Untypischer Fall"]
    assert felder(Korrektur.AENDERUNG_MITTEILUNG, leistung=SGB_2, **ohne) == []
    assert felder(Korrektur.RUECKNAHME_KENNTNIS, leistung=SGB_2, **ohne) == []


def test_jede_ausnahme_von_der_anhoerung_nennt_ihre_nummer():
    assert [a.norm for a in Anhoerungsausnahme] == [f"§ 24 Abs. 2 Nr. {n} SGB X" for n in range(1, 8)]
    assert all(a.titel for a in Anhoerungsausnahme)
