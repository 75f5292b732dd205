"""Paths through the law: degree of care, days, priorities, income, assets."""

import pytest
from tests.leistungen.hilfe_zur_pflege.hzp_faelle import HEIM, im_heim, person, rechne, wert


@pytest.mark.parametrize(
    ("punkte", "grad"),
    [(1249, 0), (1250, 1), (2699, 1), (2700, 2), (4749, 2), (4750, 3), (7000, 4), (8999, 4), (9000, 5), (10000, 5)],
)
def test_pflegegrad_nach_punkten(punkte, grad):
    assert wert("2026-03", person(pflegegrad=0, pflege_punkte_hundertstel=punkte), "hzp_pflegegrad") == grad


@pytest.mark.parametrize(("monat", "grad"), [("2026-06", 3), ("2026-07", 3), ("2026-08", 2)])
def test_kinder_unter_18_monaten_einen_grad_hoeher(monat, grad):
    """Born 15.01.2025: 18 months are complete on 15.07.2026, after the first of July."""
    kind = person(geburtsdatum="2025-01-15", pflegegrad=0, pflege_punkte_hundertstel=2700)
    assert wert(monat, kind, "hzp_pflegegrad") == grad


def test_entscheidung_der_pflegekasse_bindet():
    assert wert("2026-03", person(pflegegrad=2, pflege_punkte_hundertstel=9000), "hzp_pflegegrad") == 2


def test_besondere_bedarfskonstellation_gibt_pflegegrad_5():
    angaben = person(pflegegrad=0, pflege_punkte_hundertstel=3000, pflege_besondere_bedarfskonstellation=True)
    assert wert("2026-03", angaben, "hzp_pflegegrad") == 5


@pytest.mark.parametrize(
    ("angaben", "halbe", "betrag"),
    [
        ({"leistung_ab": "2026-03-17"}, 0, 17350),
        ({"pflege_verstorben_am": "2026-03-04", "leistung_bis": "2026-03-04"}, 0, 34700),
        ({"pflege_verstorben_am": "2026-02-27"}, 0, 0),
        ({"verhinderungspflege_von": "2026-03-10", "verhinderungspflege_bis": "2026-03-20"}, 9, 30652),
        ({"kurzzeitpflege_von": "2026-02-10"}, 30, 17350),
        ({"kurzzeitpflege_von": "2026-03-30", "kurzzeitpflege_tage_bisher": 56}, 0, 34700),
    ],
)
def test_pflegegeld_fuer_teile_eines_monats(angaben, halbe, betrag):
    ergebnis = rechne("2026-03", {"a": person(**angaben)}, "hzp_halbe_tage", "hzp_pflegegeld")
    assert (ergebnis.wert("hzp_halbe_tage", "a"), ergebnis.wert("hzp_pflegegeld", "a")) == (halbe, betrag)


def test_kurzzeitpflege_zaehlt_im_neuen_jahr_von_vorn():
    angaben = person(kurzzeitpflege_von="2025-11-01", kurzzeitpflege_tage_bisher=50)
    assert wert("2025-11", angaben, "hzp_halbe_tage") == 5
    assert wert("2025-12", angaben, "hzp_pflegegeld") == 0
    assert wert("2026-01", angaben, "hzp_halbe_tage") == 30


def test_pflegekasse_geht_vor_auch_bei_beihilfe():
    for anspruch in ("voll", "beihilfe"):
        assert wert("2026-03", person(pflegekasse_anspruch=anspruch), "hzp_anspruch") == 0


def test_zwei_drittel_kuerzung_laesst_ein_drittel_neben_voller_sachleistung():
    angaben = person(pflegekasse_anspruch="voll", pflegesachleistung_kosten=796)
    einstellung = {"hzp_pflegegeld_neben_sachleistung": "zwei_drittel"}
    assert wert("2026-03", angaben, "hzp_pflegegeld", einstellungen=einstellung) == 34700 - 23133
    assert wert("2026-03", angaben, "hzp_pflegegeld") == 0


def test_blindengeld_mindert_das_pflegegeld_zu_70_prozent():
    assert wert("2026-03", person(pflegegrad=3, blindenleistung=400), "hzp_pflegegeld") == 59900 - 28000


def test_pflegegeld_der_kasse_wird_im_arbeitgebermodell_angerechnet():
    """§ 63b Abs. 6 Satz 2: once, first on Pflegegeld, the rest on the costs."""
    angaben = person(pflegegrad=5, pflegekasse_anspruch="voll", arbeitgebermodell_kosten=5000, blindenleistung=500)
    ergebnis = rechne("2026-03", {"a": angaben}, "hzp_pflegegeld", "hzp_arbeitgebermodell")
    assert ergebnis.wert("hzp_pflegegeld", "a") == 0
    assert ergebnis.wert("hzp_arbeitgebermodell", "a") == 500000 - 35000


@pytest.mark.parametrize(
    ("angaben", "einstellungen", "einsatz"),
    [
        ({"pflegegrad": 3}, {}, 8000),
        ({"pflegegrad": 3}, {"hzp_einsatz_regelsatz": "prozent_50"}, 5000),
        ({"pflegegrad": 3, "einsatz_prozent_einzelfall": 0}, {}, 0),
        ({"pflegegrad": 4}, {}, 4000),
        ({"pflegegrad": 4, "einsatz_prozent_einzelfall": 30}, {}, 3000),
        ({"pflegegrad": 3, "blindenleistung": 1}, {}, 4000),
        ({"pflegegrad": 3, "neben_eingliederungshilfe": True}, {}, 4000),
        ({"pflegegrad": 3, "einkommensgrenze_besondere_belastungen": 50}, {}, 4000),
    ],
)
def test_einsatz_ueber_der_einkommensgrenze(angaben, einstellungen, einsatz):
    alle = person(rente_gesetzlich=1126 + 100, **angaben)
    assert wert("2026-03", alle, "hzp_einsatz_ueber_grenze", einstellungen=einstellungen) == einsatz


def test_heizkosten_zaehlen_nach_einstellung():
    haushalt = {"miete_bruttokalt": 400, "heizkosten": 90}
    ohne = {"hzp_heizkosten_in_einkommensgrenze": False}
    assert wert("2026-03", person(), "hzp_einkommensgrenze", haushalt=haushalt) == 161600
    assert wert("2026-03", person(), "hzp_einkommensgrenze", haushalt=haushalt, einstellungen=ohne) == 152600


def test_minderjaehriges_kind_einkommen_der_eltern_und_grenze():
    familie = {
        "m": {"geburtsdatum": "1985-01-01", "partner": "v", "rente_gesetzlich": 2000},
        "v": {"geburtsdatum": "1984-01-01", "partner": "m", "rente_gesetzlich": 1500},
        "k": person(geburtsdatum="2015-06-01", elternteil_1="m", elternteil_2="v", erwerbsfaehig=False),
        "g": {"geburtsdatum": "2017-06-01", "elternteil_1": "m", "elternteil_2": "v", "erwerbsfaehig": False},
    }
    ergebnis = rechne("2026-03", familie, "hzp_einkommen_gemeinsam", "hzp_einkommensgrenze", "hzp_anspruch")
    assert ergebnis.wert("hzp_einkommen_gemeinsam", "k") == 350000
    assert ergebnis.wert("hzp_einkommensgrenze", "k") == 112600 + 3 * 39500
    assert ergebnis.wert("hzp_anspruch", "k") == 0


def test_freibetrag_fuer_erwerb_40_prozent_ohne_freibetrag_des_partners():
    paar = {
        "a": person(geburtsdatum="1980-01-01", partner="b", erwerbseinkommen_brutto=500),
        "b": {"geburtsdatum": "1980-01-01", "partner": "a", "erwerbseinkommen_brutto": 500},
    }
    ergebnis = rechne("2026-03", paar, "hzp_erwerbsfreibetrag", "hzp_einkommen_gemeinsam")
    assert [ergebnis.wert("hzp_erwerbsfreibetrag", p) for p in "ab"] == [20000, 0]


def test_zwei_pflegebeduerftige_tragen_den_einsatz_zusammen_nur_einmal():
    paar = {"a": person(partner="b", rente_gesetzlich=1700), "b": person(partner="a", pflegegrad=3)}
    ergebnis = rechne("2026-03", paar, "hzp_einsatz_einkommen", "hzp_einsatz_ueber_grenze")
    einsatz = sum(ergebnis.wert("hzp_einsatz_einkommen", p) for p in "ab")
    assert abs(einsatz - ergebnis.wert("hzp_einsatz_ueber_grenze", "a")) <= 1


def test_im_heim_erst_lebensunterhalt_dann_pflege():
    arm = rechne(
        "2026-03", {"a": im_heim(rente_gesetzlich=900)}, "hzp_einsatz_einkommen", "gsiae_anspruch", haushalt=HEIM
    )
    assert arm.wert("hzp_einsatz_einkommen", "a") == 0
    assert arm.wert("gsiae_anspruch", "a") > 0


@pytest.mark.parametrize(("grad", "verfuegbar"), [(3, 1090_20), (4, 770_60)])
def test_ehegatte_zu_hause_ueber_der_einkommensgrenze_schuetzt_schwerst_pflegebeduerftige(grad, verfuegbar):
    """Limit 1,126 + 580 + 395 = 2,101; of the 799 above it 80 percent, with degree 4 only 40, and stage 3 (451)."""
    heim = im_heim(pflegegrad=grad, partner="bert", verheiratet=True, rente_gesetzlich=2200)
    heim |= {"wohnform_abweichend": "stationaere_einrichtung", "durchschnittliche_warmmiete_einrichtung": 450}
    bert = {"geburtsdatum": "1945-01-01", "partner": "anna", "verheiratet": True, "rente_gesetzlich": 700}
    ergebnis = rechne(
        "2024-01",
        {"anna": heim, "bert": bert},
        "hzp_heim_verfuegbar",
        haushalt={"miete_bruttokalt": 500, "heizkosten": 80},
        einstellungen={"hzp_ehegatte_zu_hause": "einkommensgrenze"},
    )
    assert ergebnis.wert("hzp_heim_verfuegbar", "anna") == verfuegbar


def test_rentenfreibetraege_bleiben_im_heim_nach_einstellung():
    angaben = im_heim(rente_gesetzlich=1500, rente_betrieblich=300)
    voll = wert("2026-03", angaben, "hzp_heim_verfuegbar", haushalt=HEIM)
    frei = {"hzp_rentenfreibetraege_im_heim": "freilassen"}
    weniger = wert("2026-03", angaben, "hzp_heim_verfuegbar", haushalt=HEIM, einstellungen=frei)
    assert (voll, voll - weniger) == (180000, 16000)


def test_ein_und_auszug_zaehlen_je_einen_tag():
    assert wert("2026-03", im_heim(heim_einzug="2026-03-10"), "heim_tage", haushalt=HEIM) == 2200
    assert wert("2026-03", im_heim(heim_auszug="2026-03-10"), "heim_tage", haushalt=HEIM) == 1000
    assert wert("2026-03", im_heim(heim_einzug="2026-03-01"), "heim_tage", haushalt=HEIM) == 3100
    assert wert("2026-03", im_heim(heim_einzug="2026-04-01"), "heim_tage", haushalt=HEIM) == 0
    assert wert("2026-02", im_heim(heim_einzug="2020-03-01"), "heim_tage", haushalt=HEIM) == 3042


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ({"aufenthaltsstatus": "duldung"}, "asylblg"),
        ({"gewoehnlicher_aufenthalt_inland": False}, "ausland"),
        ({"leistung_ab": "2026-04-01"}, "zeitraum"),
        ({"pflegegrad": 0}, "kein_pflegegrad"),
        ({"pflegegrad": 1}, "pflegegrad_1"),
        ({"pflegekasse_anspruch": "voll"}, "kein_bedarf"),
        ({"rente_gesetzlich": 3000}, "einkommen"),
        ({"vermoegen_geld": 90_000}, "vermoegen"),
        ({}, "keine"),
    ],
)
def test_jeder_ablehnungsgrund(angaben, grund):
    assert rechne("2026-03", {"a": person(**angaben)}, "hzp_ablehnung").wert("hzp_ablehnung", "a").schluessel == grund


def test_vermoegen_das_nicht_sofort_verwertbar_ist_fuehrt_zum_darlehen():
    angaben = person(vermoegen_sonstiges=90_000, vermoegen_sofort_verwertbar=False)
    ergebnis = rechne("2026-03", {"a": angaben}, "hzp_anspruch", "hzp_darlehen")
    assert ergebnis.wert("hzp_anspruch", "a") == ergebnis.wert("hzp_darlehen", "a") == 34700


def test_hilfsmittel_auch_aus_einkommen_der_folgemonate():
    """§ 87 Abs. 3: 100 Euro over the limit, 80 percent, three more months."""
    angaben = person(pflege_selbst_sichergestellt=False, pflegehilfsmittel_technisch=300, rente_gesetzlich=1226)
    assert wert("2026-03", angaben, "hzp_anspruch") == 22_000
    assert wert("2026-03", angaben | {"pflege_einsatz_folgemonate": 2}, "hzp_anspruch") == 6_000
    assert wert("2026-03", angaben | {"pflege_einsatz_folgemonate": 3}, "hzp_anspruch") == 0
