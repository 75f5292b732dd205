"""Ein anderer gesetzlicher Wert, eine andere Ansicht oder eine andere Regel: je Fall mit altem und neuem Stand."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, MAI, NOVEMBER, eintragen
from tests.akte.vorgaenge.bausteine import erlasse, im

from sozialamt.akte import berechnung
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.neuberechnung import rechne_neu
from sozialamt.akte.rechtsvergleich import ANSICHT, REGEL, WERT, vergleiche_recht
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.leistungen import regelwerk

SEPTEMBER = date(2026, 9, 1)
OKTOBER = date(2026, 10, 1)


def recht_mit(cent, bekannt_ab=0):
    """Das Regelwerk mit um `cent` höheren Regelbedarfsstufen."""
    werk = regelwerk()
    stufen = werk.parameter["regelbedarfsstufe"]
    fassungen = tuple(
        replace(f, wert=tuple(w and w + cent for w in f.wert), bekannt_ab=bekannt_ab or f.bekannt_ab)
        for f in stufen.fassungen
    )
    geaendert = replace(stufen, fassungen=fassungen)
    return replace(werk, parameter={**werk.parameter, "regelbedarfsstufe": geaendert}, plaene={})


@pytest.fixture
def bewilligt(sachbearbeitung, haushalt, rentnerin):
    """Mai bis November 2026, erlassen am 12. Juni."""
    zeitraum = {"leistung": GRUNDSICHERUNG, "beginn": MAI, "ende": NOVEMBER, "zeitpunkt": im(12, 6)}
    entwurf = bescheid_entwerfen(benutzer=sachbearbeitung, haushalt=haushalt, **zeitraum)
    return erlasse(entwurf, im(12, 6))


@pytest.fixture
def spur(bewilligt):
    return bewilligt.spuren[0]


def neu_nach(haushalt, monkeypatch, werk):
    with monkeypatch.context() as recht:
        recht.setattr(berechnung, "regelwerk", lambda: werk)
        return rechne_neu(haushalt, Kenntnis.lade(haushalt), zeitpunkt=im(20, 9))


def test_ein_berichtigter_wert_zugunsten_fuehrt_zu_44_mit_wert_und_fundstelle(bewilligt, haushalt, monkeypatch):
    (neu,) = neu_nach(haushalt, monkeypatch, recht_mit(1000))
    assert set(neu.je_monat.values()) == {1000}
    (wert,) = [u for u in neu.recht if u.art == WERT]
    assert wert.von_anfang_an
    assert "563" in wert.alt and "573" in wert.neu
    (v,) = neu.vorschlaege
    assert (v.korrektur, v.handlung, v.nachzahlung) == (Korrektur.ZUGUNSTEN, "ueberpruefen", 5 * 1000)
    assert "Regelbedarfsstufen" in neu.gruende and "563" in neu.gruende


def test_ein_spaeter_verkuendeter_wert_ist_eine_aenderung(bewilligt, haushalt, monkeypatch):
    (neu,) = neu_nach(haushalt, monkeypatch, recht_mit(1000, bekannt_ab=20260801))
    assert [v.korrektur for v in neu.vorschlaege] == [Korrektur.AENDERUNG_ZUGUNSTEN]


@pytest.mark.parametrize(
    ("bekannt_ab", "korrektur"), [(0, Korrektur.RUECKNAHME_ZUKUNFT), (20260801, Korrektur.AENDERUNG_ZUKUNFT)]
)
def test_ein_berichtigter_wert_zulasten_wirkt_nur_fuer_die_zukunft(
    bewilligt, haushalt, monkeypatch, bekannt_ab, korrektur
):
    (neu,) = neu_nach(haushalt, monkeypatch, recht_mit(-1000, bekannt_ab))
    vergangen, kuenftig = neu.vorschlaege
    assert (vergangen.moeglich, vergangen.beginn, vergangen.ende) == (False, MAI, SEPTEMBER)
    assert "bleibt es beim Bescheid" in vergangen.text
    assert (kuenftig.korrektur, kuenftig.moeglich, kuenftig.beginn) == (korrektur, True, OKTOBER)
    assert neu.ueberzahlt == 0


def test_neue_tatsachen_erklaeren_den_unterschied_vor_dem_recht(bewilligt, haushalt, sachbearbeitung):
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 8000, MAI), zeitpunkt=im(1, 9))
    (neu,) = rechne_neu(haushalt, Kenntnis.lade(haushalt), zeitpunkt=im(20, 9))
    assert neu.recht == ()
    assert neu.gruende == ""


def test_gleiches_recht_hat_keinen_unterschied(spur):
    assert vergleiche_recht(spur, deepcopy(spur), date(2026, 6, 12)) == ()
    assert vergleiche_recht({}, spur, date(2026, 6, 12)) == ()


def test_eine_regel_ist_anders_wenn_sie_aus_denselben_eingaben_anderes_macht(spur):
    heute = deepcopy(spur)
    schritt = next(s for s in heute["schritte"] if s["regel"] == "mehrbedarf_merkzeichen_g")
    schritt["wert"], schritt["text"] = 9571, "95,71 €"
    (regel,) = vergleiche_recht(spur, heute, date(2026, 6, 12))
    assert (regel.art, regel.neu, regel.von_anfang_an) == (REGEL, "95,71 €", True)
    schritt["fassung_ab"] = "2026-05-01"
    (regel,) = vergleiche_recht(spur, heute, date(2026, 6, 12))
    assert not regel.von_anfang_an


def test_eine_andere_ansicht_des_amtes_wird_genannt(spur):
    heute = deepcopy(spur)
    name, ansicht = next(iter(heute["einstellungen"].items()))
    ansicht["wert"], ansicht["text"] = ansicht["wert"] + 1, "andere Ansicht"
    (unterschied,) = vergleiche_recht(spur, heute, date(2026, 6, 12))
    assert (unterschied.art, unterschied.neu) == (ANSICHT, "andere Ansicht"), name
