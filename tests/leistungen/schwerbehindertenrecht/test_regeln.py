"""Feststellung, Schutzfrist, Ausweis und Nachteilsausgleiche."""

import pytest
from tests.leistungen.vorrangig import rechnung

from sozialamt.leistungen.schwerbehindertenrecht.auswahl import SchwbAblehnung, SchwbRundfunkbeitrag, SchwbStatus
from sozialamt.recht.auswahl import Aufenthaltsstatus

WOHLHABEND = {"geburtsdatum": 19600714, "rente_gesetzlich": 250_000}


def wert(ziel, monat="2026-11", einstellungen=None, **angaben):
    haushalt = {"einstellungen": einstellungen} if einstellungen else {}
    return rechnung(monat, {"anna": WOHLHABEND | angaben}, ziel, **haushalt).wert(ziel, "anna")


@pytest.mark.parametrize(
    ("grad", "status"),
    [
        (0, SchwbStatus.KEINE_FESTSTELLUNG),
        (10, SchwbStatus.KEINE_FESTSTELLUNG),
        (20, SchwbStatus.BEHINDERT),
        (40, SchwbStatus.BEHINDERT),
        (50, SchwbStatus.SCHWERBEHINDERT),
        (100, SchwbStatus.SCHWERBEHINDERT),
    ],
)
def test_der_grad_bestimmt_die_stellung(grad, status):
    assert wert("schwb_status", grad_der_behinderung=grad) == status


def test_gleichstellung_braucht_einen_grad_von_30_und_wirkt_ab_antrag():
    ab = {"schwb_gleichgestellt_ab": 20261115}
    assert wert("schwb_status", grad_der_behinderung=30, **ab) == SchwbStatus.GLEICHGESTELLT
    assert wert("schwb_status", grad_der_behinderung=20, **ab) == SchwbStatus.BEHINDERT
    assert wert("schwb_status", "2026-10", grad_der_behinderung=30, **ab) == SchwbStatus.BEHINDERT


def test_gleichgestellte_haben_kuendigungsschutz_aber_keinen_zusatzurlaub_und_keine_freifahrt():
    angaben = {"grad_der_behinderung": 40, "schwb_gleichgestellt_ab": 20250101, "schwb_arbeitstage_woche": 5}
    assert wert("schwb_kuendigungsschutz", **angaben)
    assert wert("schwb_zusatzurlaub", **angaben) == 0
    assert not wert("schwb_freifahrt", merkzeichen_g=True, **angaben)


@pytest.mark.parametrize(("monat", "geschuetzt"), [("2026-03", True), ("2026-06", True), ("2026-07", False)])
def test_die_schutzfrist_endet_mit_dem_dritten_kalendermonat_nach_unanfechtbarkeit(monat, geschuetzt):
    angaben = {"grad_der_behinderung": 30, "schwb_herabsetzung_unanfechtbar_am": 20260315}
    assert wert("schwb_in_schutzfrist", monat, **angaben) is geschuetzt
    assert wert("schwb_schutzfrist_ende", monat, **angaben) == 20260630


@pytest.mark.parametrize(
    ("geburt", "ausgestellt", "bis"),
    [
        (19600714, 20240310, 20290228),
        (20180620, 20240310, 20280630),
        (20120620, 20240310, 20320630),
        (20080620, 20240310, 20290228),
    ],
)
def test_der_ausweis_ist_nach_alter_befristet(geburt, ausgestellt, bis):
    angaben = {"geburtsdatum": geburt, "schwb_ausweis_ausgestellt_am": ausgestellt, "grad_der_behinderung": 50}
    assert wert("schwb_ausweis_gueltig_bis", **angaben) == bis


def test_der_ausweis_gilt_nicht_laenger_als_der_aufenthaltstitel():
    angaben = {"schwb_ausweis_ausgestellt_am": 20240310, "schwb_ausweis_unbefristet": True, "grad_der_behinderung": 50}
    assert wert("schwb_ausweis_gueltig_bis", **angaben) == 0
    assert wert("schwb_ausweis_gueltig", **angaben)
    befristet = angaben | {"schwb_aufenthaltstitel_bis": 20261010}
    assert wert("schwb_ausweis_gueltig_bis", **befristet) == 20261031
    assert not wert("schwb_ausweis_gueltig", **befristet)


def test_wer_die_kraftfahrzeugsteuer_ermaessigt_bekommt_keine_wertmarke():
    angaben = {"grad_der_behinderung": 70, "merkzeichen_g": True}
    assert wert("schwb_wertmarke", **angaben)
    assert not wert("schwb_wertmarke", schwb_kfz_steuer_ermaessigt=True, **angaben)


def test_analogleistungen_geben_die_wertmarke_je_nach_auslegung_frei():
    angaben = {
        "rente_gesetzlich": 0,
        "grad_der_behinderung": 70,
        "merkzeichen_g": True,
        "aufenthaltsstatus": Aufenthaltsstatus.DULDUNG,
        "asylblg_einreise_am": 20200101,
    }
    assert wert("schwb_wertmarke_frei", **angaben)
    streng = {"schwb_wertmarke_bei_analogleistungen": 0}
    assert not wert("schwb_wertmarke_frei", einstellungen=streng, **angaben)
    assert not wert("schwb_wertmarke_frei", **(angaben | {"asylblg_einreise_am": 20260801}))


def test_taubblinde_zahlen_keinen_rundfunkbeitrag_und_rf_ein_drittel():
    assert wert("schwb_rundfunk", grad_der_behinderung=100, merkzeichen_tbl=True) == SchwbRundfunkbeitrag.BEFREIT
    assert wert("schwb_rundfunk_ersparnis", grad_der_behinderung=100, merkzeichen_tbl=True) == 18_36
    assert wert("schwb_rundfunk_ersparnis", "2020-11", grad_der_behinderung=80, merkzeichen_rf=True) == 11_67
    assert wert("schwb_rundfunk", grad_der_behinderung=80) == SchwbRundfunkbeitrag.VOLL


def test_zusatzurlaub_folgt_der_arbeitswoche():
    tage = [wert("schwb_zusatzurlaub", grad_der_behinderung=50, schwb_arbeitstage_woche=n) for n in (0, 3, 5, 6)]
    assert tage == [0, 3, 5, 6]


def test_unter_50_gab_es_den_pauschbetrag_bis_2020_nur_mit_einbusse():
    assert wert("schwb_behindertenpauschbetrag", "2020-11", grad_der_behinderung=30) == 0
    assert wert(
        "schwb_behindertenpauschbetrag", "2020-11", grad_der_behinderung=30, schwb_einbusse_beweglichkeit=1
    ) == (310_00)
    assert wert("schwb_behindertenpauschbetrag", grad_der_behinderung=30) == 620_00


def test_ein_hoeherer_grad_gibt_nie_einen_kleineren_pauschbetrag():
    for monat in ("2019-01", "2026-12"):
        reihe = [wert("schwb_behindertenpauschbetrag", monat, grad_der_behinderung=g) for g in range(0, 101, 10)]
        assert reihe == sorted(reihe)


def test_parkausweis_und_fahrdienst_haengen_am_merkzeichen():
    assert wert("schwb_parkausweis", grad_der_behinderung=80, merkzeichen_ag=True)
    assert wert("schwb_fahrdienst", grad_der_behinderung=80, merkzeichen_ag=True)
    assert wert("schwb_parkausweis", grad_der_behinderung=100, merkzeichen_bl=True)
    assert not wert("schwb_parkausweis", grad_der_behinderung=80, merkzeichen_g=True)


def test_ohne_aufenthalt_im_inland_keine_nachteilsausgleiche():
    grund = wert("schwb_ablehnung", grad_der_behinderung=80, gewoehnlicher_aufenthalt_inland=False)
    assert grund == SchwbAblehnung.AUFENTHALT
