"""Pensions, other income, child benefit: §§ 43, 82 Abs. 1, 4, 5, 82a, 83, 84 SGB XII, § 10 BEEG."""

import pytest

from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, eine_person, rechne


def wert(monat, regel, person=RENTNERIN, einstellungen=None, **angaben):
    return eine_person(monat, regel, person | angaben, einstellungen=einstellungen)


@pytest.mark.parametrize(
    ("rente", "monate", "frei"),
    [(800, 396, 25100), (800, 395, 0), (90, 400, 9000), (100, 400, 10000), (300.05, 396, 16002), (5000, 500, 25100)],
)
def test_freibetrag_ab_33_jahren_grundrentenzeiten(rente, monate, frei):
    assert (
        wert("2023-03", "freibetrag_grundrentenzeiten", rente_gesetzlich=rente, grundrentenzeiten_monate=monate) == frei
    )


def test_den_freibetrag_fuer_grundrentenzeiten_gibt_es_seit_2021():
    person = {"rente_gesetzlich": 500, "grundrentenzeiten_monate": 400}
    assert wert("2020-12", "renten_freibetraege", **person) == 0
    assert wert("2021-01", "renten_freibetraege", **person) == 22000


def test_beide_rentenfreibetraege_stehen_nebeneinander():
    person = {"rente_gesetzlich": 600, "grundrentenzeiten_monate": 400, "rente_betrieblich": 200}
    assert wert("2026-01", "renten_freibetraege", **person) == 25000 + 13000
    assert wert("2026-01", "einkommen_bereinigt", **person) == 80000 - 38000


def test_grundrentenfreibetrag_brutto_oder_netto_ist_eine_einstellung():
    person = {"rente_gesetzlich": 500, "rente_sozialversicherung": 60, "grundrentenzeiten_monate": 400}
    assert wert("2026-01", "renten_anzurechnen", **person) == 44000 - 22000
    netto = {"bemessung_grundrentenfreibetrag": "netto"}
    assert wert("2026-01", "renten_anzurechnen", einstellungen=netto, **person) == 44000 - 20200


def test_altersvorsorgefreibetrag_netto_nach_einstellung():
    person = {"rente_betrieblich": 200, "betriebsrente_sozialversicherung": 40}
    assert wert("2026-01", "freibetrag_altersvorsorge", **person) == 13000
    netto = {"bemessung_altersvorsorgefreibetrag": "netto"}
    assert wert("2026-01", "freibetrag_altersvorsorge", einstellungen=netto, **person) == 11800


def test_hinterbliebenenrente_zaehlt_beim_grundrentenfreibetrag_nur_nach_einstellung():
    person = {"rente_gesetzlich": 100, "rente_hinterbliebene": 300, "grundrentenzeiten_monate": 400}
    assert wert("2026-01", "freibetrag_grundrentenzeiten", **person) == 10000
    auch = {"grundrentenfreibetrag_hinterbliebenenrente": "ja"}
    assert wert("2026-01", "freibetrag_grundrentenzeiten", einstellungen=auch, **person) == 19000


def test_freiwilliger_teil_der_gesetzlichen_rente_ist_zusaetzliche_vorsorge():
    person = {"rente_gesetzlich": 500, "rente_gesetzlich_freiwilliger_anteil": 100, "grundrentenzeiten_monate": 400}
    assert wert("2026-01", "freibetrag_altersvorsorge", **person) == 10000
    assert wert("2026-01", "freibetrag_grundrentenzeiten", **person) == 19000


def test_versorgungswerk_zaehlt_wie_gesetzliche_rente():
    person = {"rente_sondersystem": 300, "grundrentenzeiten_monate": 396}
    assert wert("2026-01", "freibetrag_grundrentenzeiten", **person) == 16000


def test_sterbevierteljahr_vor_2026_nach_einstellung_danach_immer_frei():
    person = {"rente_hinterbliebene": 900, "sterbevierteljahr_mehrbetrag": 400}
    assert wert("2025-12", "renten_anzurechnen", **person) == 90000
    frei = {"sterbevierteljahr_vor_2026_frei": "ja"}
    assert wert("2025-12", "renten_anzurechnen", einstellungen=frei, **person) == 50000
    assert wert("2026-01", "renten_anzurechnen", **person) == 50000


def test_nva_verletztenrente_ist_nur_im_vierten_kapitel_teilweise_frei():
    person = {"rente_unfall": 300, "verletztenrente_nva_frei": 150}
    assert wert("2026-01", "renten_anzurechnen", **person) == 15000
    assert wert("2026-01", "renten_anzurechnen", person=ERWERBSGEMINDERT, **person) == 30000


def test_kapitalertraege_sind_im_vierten_kapitel_26_euro_im_jahr_frei():
    monate = [f"2026-{m:02d}" for m in range(1, 13)]
    frei = [wert(m, "kapitalertraege_frei", kapitalertraege=10) for m in monate]
    assert sum(frei) == 2600
    assert wert("2026-01", "kapitalertraege_frei", kapitalertraege=1) == 100
    assert wert("2026-01", "kapitalertraege_frei", person=ERWERBSGEMINDERT, kapitalertraege=10) == 0


@pytest.mark.parametrize(
    ("vorher", "plus", "angerechnet"),
    [(0, False, 40000), (250, False, 15000), (2000, False, 10000), (2000, True, 25000)],
)
def test_elterngeld_ist_nur_nach_erwerbstaetigkeit_teilweise_frei(vorher, plus, angerechnet):
    person = ERWERBSGEMINDERT | {
        "elterngeld_bezug": 400,
        "elterngeld_vorgeburtliches_einkommen": vorher,
        "elterngeld_plus": plus,
    }
    assert eine_person("2026-01", "einkommen_bereinigt", person) == angerechnet


def test_mutterschaftsgeld_ist_seit_2023_kein_einkommen():
    person = ERWERBSGEMINDERT | {"mutterschaftsgeld": 390, "elterngeld_vorgeburtliches_einkommen": 1000}
    assert eine_person("2022-12", "einkommen_bereinigt", person) == 9000
    assert eine_person("2023-01", "einkommen_bereinigt", person) == 0


def test_geldeswert_und_ueberbrueckungsgeld_zaehlen_seit_2024_nicht_mehr():
    person = {"einnahmen_geldeswert": 40, "ueberbrueckungsgeld_haft": 300}
    assert wert("2023-12", "einkommen_bereinigt", **person) == 34000
    assert wert("2024-01", "einkommen_bereinigt", **person) == 0


def test_zweckbestimmte_leistungen_und_zuwendungen():
    person = {"zweckbestimmte_leistungen": 500, "zuwendungen_wohlfahrtspflege": 50, "entschaedigungsleistungen": 200}
    assert wert("2026-01", "einkommen_bereinigt", **person) == 0
    gleich = person | {"zweckbestimmung_wie_sozialhilfe": True, "zuwendungen_wohlfahrtspflege_anzurechnen": True}
    assert wert("2026-01", "einkommen_bereinigt", **gleich) == 55000
    assert wert("2026-01", "einkommen_bereinigt", zuwendungen_dritter=80) == 8000
    assert wert("2026-01", "einkommen_bereinigt", zuwendungen_dritter=80, zuwendungen_haertefall=True) == 0


def test_versicherungen_und_mindesteigenbeitrag_gehen_vom_einkommen_ab():
    person = {"rente_gesetzlich": 500, "versicherungsbeitraege": 12.5, "riester_beitrag": 20}
    assert wert("2026-01", "einkommen_bereinigt", **person) == 48750
    assert wert("2026-01", "einkommen_bereinigt", riester_mindesteigenbeitrag=5, **person) == 48250


def familie(monat, ziel, *, kind=None, **angaben):
    return rechne(
        monat,
        ziel,
        haushalt={"miete_bruttokalt": 400},
        mutter=ERWERBSGEMINDERT | angaben,
        kind={"geburtsdatum": "2014-05-05", "elternteil_1": "mutter", "kindergeld_empfaenger": "mutter"} | (kind or {}),
    )


def test_kindergeld_bleibt_beim_kind_soweit_es_benoetigt_wird():
    e = familie("2026-03", ["kindergeld_beim_kind", "einkommen_bereinigt"], kind={"kindergeld": 259, "unterhalt": 500})
    assert e.wert("kindergeld_beim_kind", "kind") == 9000
    assert e.wert("einkommen_bereinigt", "mutter") == 16900


def test_kindergeld_fuer_volljaehrige_ist_einkommen_des_berechtigten_ausser_bei_weitergabe():
    erwachsen = {"geburtsdatum": "2004-05-05", "kindergeld": 259}
    e = familie("2026-03", "kindergeld_anzurechnen", kind=erwachsen)
    assert (e.wert("kindergeld_anzurechnen", "kind"), e.wert("kindergeld_anzurechnen", "mutter")) == (0, 25900)
    e = familie("2026-03", "kindergeld_anzurechnen", kind=erwachsen | {"kindergeld_weitergeleitet": True})
    assert (e.wert("kindergeld_anzurechnen", "kind"), e.wert("kindergeld_anzurechnen", "mutter")) == (25900, 0)
    assert eine_person("2026-03", "kindergeld_anzurechnen", ERWERBSGEMINDERT | {"kindergeld": 259}) == 25900


def test_ohne_empfaenger_gilt_ein_elternteil_im_haushalt_als_kindergeldberechtigt():
    kind = {"geburtsdatum": "2014-05-05", "kindergeld": 259, "unterhalt": 500}
    for elternteil in ("elternteil_1", "elternteil_2"):
        e = rechne(
            "2026-03",
            "kindergeld_anzurechnen",
            haushalt={"miete_bruttokalt": 400},
            mutter=ERWERBSGEMINDERT,
            kind=kind | {elternteil: "mutter"},
        )
        assert (e.wert("kindergeld_anzurechnen", "kind"), e.wert("kindergeld_anzurechnen", "mutter")) == (9000, 16900)


def test_ohne_empfaenger_ist_kindergeld_volljaehriger_einkommen_der_eltern_im_haushalt():
    kind = ERWERBSGEMINDERT | {"geburtsdatum": "2004-05-05", "kindergeld": 259, "elternteil_1": "mutter"}
    mutter = ERWERBSGEMINDERT | {"geburtsdatum": "1975-01-01"}
    e = rechne("2026-03", "kindergeld_anzurechnen", mutter=mutter, kind=kind)
    assert (e.wert("kindergeld_anzurechnen", "kind"), e.wert("kindergeld_anzurechnen", "mutter")) == (0, 25900)


def test_ausgebildet_wird_in_der_werkstatt_ohne_anrechnung_des_ausbildungsgeldes():
    """BSG 23.03.2010, B 8 SO 17/09 R."""
    person = {"geburtsdatum": "2000-02-10", "ausbildungsgeld": 126}
    assert wert("2024-05", "einkommen_bereinigt", person, wfbm_bereich="berufsbildung") == 0
    assert wert("2024-05", "einkommen_bereinigt", person, wfbm_bereich="eingangsverfahren") == 0
    assert wert("2024-05", "einkommen_bereinigt", person) == 12600


def test_freibetraege_von_renten_gehen_im_bogen_auf():
    person = {"rente_privat": 120, "rente_gesetzlich": 100, "grundrentenzeiten_monate": 400, "rente_steuern": 60}
    frei = [wert("2026-01", r, **person) for r in ("altersvorsorge_frei", "grundrentenzeiten_frei")]
    assert frei == [10600, 5400]
    assert wert("2026-01", "renten_anzurechnen", **person) == 22000 - 6000 - sum(frei) == 0
