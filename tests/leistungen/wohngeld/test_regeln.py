"""Wohngeld: Haushalt, Miete, Einkommen, Freibeträge und Ablehnungsgründe; Grenzmonate jeder Änderung."""

from decimal import ROUND_HALF_UP

import pytest
from tests.leistungen.vorrangig import familie, rechnung
from tests.leistungen.wohngeld.test_formel import koeffizienten, nach_anlage_3

from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.wohngeld.auswahl import Transferleistung, WohngeldAblehnung
from sozialamt.rechenkern import Fall, FehlendeAngaben, erklaere
from sozialamt.recht.auswahl import Aufenthaltsstatus, Wohnform

VIELE = {f"p{i}": {"geburtsdatum": 19800715} for i in range(14)}


def einer(monat="2026-11", ziel="wohngeld", haushalt=None, **angaben):
    personen = {"a": {"geburtsdatum": 19600715} | angaben}
    return rechnung(monat, personen, ziel, **({"miete_bruttokalt": 45_000} | (haushalt or {})))[ziel]


def viele(zahl, monat="2026-11", ziel="wohngeld", einkommen=0, **haushalt):
    personen = {k: dict(v) for k, v in list(VIELE.items())[:zahl]}
    personen["p0"]["sonstiges_einkommen"] = einkommen
    return rechnung(monat, personen, ziel, **({"miete_bruttokalt": 45_000} | haushalt))[ziel]


def test_ohne_mietenstufe_wird_nachgefragt():
    fall = Fall({"miete_bruttokalt": 45_000}, {"a": {"geburtsdatum": 19600715}})
    with pytest.raises(FehlendeAngaben, match="mietstufe"):
        erklaere(fall, ["wohngeld"], "2026-11", regelwerk())


@pytest.mark.parametrize(
    ("monat", "obergrenze", "heizkosten"),
    [
        ("2019-12", 39_000, 0),
        ("2020-01", 42_600, 0),
        ("2020-12", 42_600, 0),
        ("2021-01", 42_600, 1_440),
        ("2021-12", 42_600, 1_440),
        ("2022-01", 43_800, 1_440),
        ("2022-12", 43_800, 1_440),
        ("2023-01", 45_720, 11_040),
        ("2024-12", 45_720, 11_040),
        ("2025-01", 47_520, 11_040),
        ("2026-12", 47_520, 11_040),
    ],
)
def test_obergrenze_und_heizkosten_einer_person_in_stufe_iii(monat, obergrenze, heizkosten):
    assert einer(monat, "wohngeld_obergrenze") == obergrenze
    assert einer(monat, "wohngeld_heizkosten") == heizkosten


@pytest.mark.parametrize(
    ("monat", "betrag"),
    [
        ("2019-12", 14_100),
        ("2020-01", 19_200),
        ("2020-12", 19_200),
        ("2021-01", 20_200),
        ("2021-12", 20_200),
        ("2022-01", 21_700),
        ("2022-12", 21_700),
        ("2023-01", 36_600),
        ("2024-12", 36_600),
        ("2025-01", 39_200),
        ("2026-12", 39_200),
    ],
)
def test_wohngeld_vor_und_nach_jeder_reform(monat, betrag):
    """Eine Person, Mietenstufe III, Miete über der Obergrenze, 700 Euro Gesamteinkommen."""
    person = {"a": {"geburtsdatum": 19600715, "sonstiges_einkommen": 70_000}}
    e = rechnung(monat, person, "wohngeld", miete_bruttokalt=60_000)
    tag = int(monat.replace("-", "") + "01")
    assert nach_anlage_3(koeffizienten(tag, 1), e["wohngeld_formel_miete"], 70_000, ROUND_HALF_UP) * 100 == betrag
    assert e["wohngeld"] == betrag


def test_mietenstufe_vii_gibt_es_seit_2020():
    vorher = [einer("2019-12", "wohngeld_obergrenze", {"mietstufe": stufe}) for stufe in (6, 7)]
    nachher = [einer("2020-01", "wohngeld_obergrenze", {"mietstufe": stufe}) for stufe in (6, 7)]
    assert vorher == [52_200, 52_200]
    assert nachher == [57_500, 63_300]


def test_ab_dem_sechsten_mitglied_kommen_mehrbetraege_dazu():
    fuenf, sechs, sieben = (viele(n, ziel="wohngeld_obergrenze") for n in (5, 6, 7))
    assert sechs - fuenf == sieben - sechs
    hoechst = [viele(n, ziel="wohngeld_hoechstbetrag") for n in (5, 6)]
    assert (
        hoechst[1] - hoechst[0] == regelwerk().parameter["wohngeld_hoechstbetrag_mehrbetrag"].fassung(20261101).wert[3]
    )


@pytest.mark.parametrize(
    ("monat", "zusatz"),
    [
        ("2019-12", 4_700),
        ("2020-01", 5_100),
        ("2022-12", 5_100),
        ("2023-01", 5_700),
        ("2024-12", 5_700),
        ("2025-01", 6_500),
        ("2026-12", 6_500),
    ],
)
def test_fuer_das_dreizehnte_mitglied_gibt_es_einen_zusatz(monat, zusatz):
    angaben = {"einkommen": 500_000, "miete_bruttokalt": 250_000}
    personen = {k: dict(v) for k, v in VIELE.items()} | {}
    personen["p0"]["sonstiges_einkommen"] = 500_000
    e = rechnung(monat, personen, ["wohngeld"], miete_bruttokalt=angaben["miete_bruttokalt"])
    assert e["wohngeld_groesse"] == 14 and e["wohngeld_groesse_formel"] == 12
    assert e["wohngeld_betrag"] == e["wohngeld_nach_formel"] + 2 * zusatz
    assert e["wohngeld_betrag"] < e["wohngeld_miete_zu_beruecksichtigen"]


def test_der_zusatz_endet_bei_der_miete_und_mindert_nie():
    gesehen = set()
    for einkommen in range(0, 900_000, 10_000):
        personen = {k: dict(v) for k, v in VIELE.items()}
        personen["p0"]["sonstiges_einkommen"] = einkommen
        e = rechnung("2026-11", personen, ["wohngeld"], miete_bruttokalt=30_000)
        formel, miete, betrag = (e[f"wohngeld_{n}"] for n in ("nach_formel", "miete_zu_beruecksichtigen", "betrag"))
        if formel >= miete:
            gesehen.add("Formel über der Miete")
            assert betrag == formel
        elif formel + 13_000 > miete:
            gesehen.add("Zusatz gekürzt")
            assert betrag == miete
        else:
            gesehen.add("voller Zusatz")
            assert betrag == formel + 13_000
    assert len(gesehen) == 3


def test_im_heim_gilt_die_obergrenze_als_miete():
    heim = {"wohnform": int(Wohnform.STATIONAERE_EINRICHTUNG), "miete_bruttokalt": 0}
    assert einer(ziel="wohngeld_miete_massgebend", haushalt=heim) == einer(ziel="wohngeld_obergrenze")


def test_mitbewohner_ausserhalb_des_haushalts_tragen_ihren_teil_der_miete():
    assert einer(ziel="wohngeld_miete", haushalt={"weitere_bewohner": 2}) == 15_000
    wg = {"a": {"geburtsdatum": 19600715, "eigene_wirtschaft": True}, "b": {"geburtsdatum": 19600715}}
    e = rechnung("2026-11", wg, ["wohngeld"], miete_bruttokalt=45_000)
    assert e.werte["wohngeld_miete"] == [22_500, 22_500]
    assert e.werte["wohngeld_mitglieder"] == [1, 1]


def test_eigentuemer_erhalten_lastenzuschuss_nach_der_belastung():
    lasten = {"miete_bruttokalt": 0, "wohneigentum": True, "wohngeld_belastung": 40_000}
    assert einer(ziel="wohngeld_miete", haushalt=lasten) == 40_000
    assert einer(sonstiges_einkommen=70_000, haushalt=lasten) > 0


def test_teile_der_miete_bleiben_ausser_betracht():
    assert einer(ziel="wohngeld_miete", haushalt={"wohngeld_miete_ausser_betracht": 5_000}) == 40_000
    assert einer(ziel="wohngeld_miete", haushalt={"wohngeld_miete_ausser_betracht": 50_000}) == 0


def test_im_mischhaushalt_zaehlt_nur_der_anteil_der_beruecksichtigten():
    """§ 11 Abs. 3: Miete und Obergrenze nach allen Mitgliedern, davon der Kopfanteil."""
    personen = familie([{}, {"transferleistung_mit_unterkunft": int(Transferleistung.SGB_2)}], [{}])
    ziele = ["wohngeld", "wohngeld_vorrang"]
    e = rechnung("2026-11", personen, ziele, miete_bruttokalt=90_000)
    assert e["wohngeld_mitglieder"] == 3 and e["wohngeld_groesse"] == 2 and e["wohngeld_groesse_vorrang"] == 3
    obergrenze, heizkosten = e["wohngeld_obergrenze"], e["wohngeld_heizkosten"]
    assert obergrenze < 90_000
    assert e["wohngeld_miete_zu_beruecksichtigen"] == round(obergrenze * 2 / 3) + round(heizkosten * 2 / 3)
    assert e["wohngeld_miete_zu_beruecksichtigen_vorrang"] == obergrenze + heizkosten


@pytest.mark.parametrize("leistung", [t for t in Transferleistung if t is not Transferleistung.KEINE])
def test_wer_unterkunft_anderswo_erhaelt_ist_ausgeschlossen(leistung):
    angaben = {"transferleistung_mit_unterkunft": int(leistung), "sonstiges_einkommen": 60_000}
    assert einer(**angaben) == 0
    assert einer(ziel="wohngeld_ablehnung", **angaben) is WohngeldAblehnung.ALLE_AUSGESCHLOSSEN
    vorrangig = leistung not in (Transferleistung.ASYLBLG, Transferleistung.JUGENDHILFE)
    assert (einer(ziel="wohngeld_vorrang", **angaben) > 0) is vorrangig


def test_ohne_ausschluss_gleicht_der_vorrang_dem_wohngeld():
    for einkommen in (0, 70_000, 130_000, 190_000):
        angaben = {"sonstiges_einkommen": einkommen}
        assert einer(ziel="wohngeld_vorrang", **angaben) == einer(**angaben)


def test_jugendhilfe_schliesst_nur_aus_wenn_alle_sie_erhalten():
    kind = {"transferleistung_mit_unterkunft": int(Transferleistung.JUGENDHILFE)}
    e = rechnung("2026-11", familie([{}], [kind]), ["wohngeld"], miete_bruttokalt=45_000)
    assert e["wohngeld_groesse"] == 2


def test_ausreisepflichtige_sind_keine_haushaltsmitglieder():
    status = int(Aufenthaltsstatus.AUSREISEPFLICHTIG)
    e = rechnung("2026-11", familie([{}, {"aufenthaltsstatus": status}], []), ["wohngeld"], miete_bruttokalt=45_000)
    assert e["wohngeld_mitglieder"] == 1
    assert e["wohngeld_miete"] == 22_500


def test_wer_nur_auszubildende_im_haushalt_hat_erhaelt_kein_wohngeld():
    assert einer(ziel="wohngeld_ablehnung", in_ausbildung=True) is WohngeldAblehnung.AUSBILDUNG
    darlehen = {"in_ausbildung": True, "wohngeld_ausbildung_nur_darlehen": True}
    assert einer(ziel="wohngeld_ablehnung", **darlehen) is WohngeldAblehnung.KEIN_GRUND
    gemischt = rechnung("2026-11", familie([{"in_ausbildung": True}], [{}]), ["wohngeld"], miete_bruttokalt=45_000)
    assert gemischt["wohngeld"] > 0


@pytest.mark.parametrize(
    ("vermoegen", "grund"), [(6_000_000, WohngeldAblehnung.KEIN_GRUND), (6_000_001, WohngeldAblehnung.VERMOEGEN)]
)
def test_vermoegen_ueber_60000_euro_ist_erheblich(vermoegen, grund):
    assert einer(ziel="wohngeld_ablehnung", vermoegen_geld=vermoegen) is grund
    zu_zweit = familie([{"vermoegen_geld": vermoegen}, {"vermoegen_geld": 3_000_000}], [])
    assert rechnung("2026-11", zu_zweit, "wohngeld_ablehnung", miete_bruttokalt=45_000)["wohngeld_ablehnung"] is grund


def test_ablehnung_ohne_wohnkosten_und_bei_zu_hohem_einkommen():
    assert einer(ziel="wohngeld_ablehnung", haushalt={"miete_bruttokalt": 0}) is WohngeldAblehnung.KEINE_WOHNKOSTEN
    assert einer(ziel="wohngeld_ablehnung", sonstiges_einkommen=400_000) is WohngeldAblehnung.EINKOMMEN
    assert einer(ziel="wohngeld_ablehnung", sonstiges_einkommen=10**9) is WohngeldAblehnung.EINKOMMEN


def test_weniger_als_zehn_euro_werden_nicht_geleistet():
    gruende = {}
    for einkommen in range(140_000, 190_000, 100):
        ziele = ["wohngeld", "wohngeld_ablehnung"]
        e = rechnung("2026-11", {"a": {"geburtsdatum": 19600715, "sonstiges_einkommen": einkommen}}, ziele,
                     miete_bruttokalt=45_000)  # fmt: skip
        gruende[e["wohngeld_betrag"]] = (e["wohngeld_ablehnung"], e["wohngeld"])
    assert gruende[1_000] == (WohngeldAblehnung.KEIN_GRUND, 1_000)
    assert gruende[900] == (WohngeldAblehnung.UNTER_MINDESTBETRAG, 0)
    assert gruende[0] == (WohngeldAblehnung.EINKOMMEN, 0)


@pytest.mark.parametrize(
    ("steuern", "beitraege", "rente", "satz"),
    [(0, 0, 0, 0), (1, 0, 0, 1_000), (0, 1, 0, 2_000), (1, 1, 0, 3_000), (0, 0, 1, 1_000)],
)
def test_je_zehn_prozent_fuer_steuern_krankenversicherung_und_altersvorsorge(steuern, beitraege, rente, satz):
    angaben = {
        "erwerbseinkommen_brutto": 150_000,
        "erwerbseinkommen_steuern": 5_000 * steuern,
        "erwerbseinkommen_sozialversicherung": 30_000 * beitraege,
        "rente_sozialversicherung": 8_000 * rente,
    }
    assert einer(ziel="wohngeld_abzugssatz", **angaben) == satz


def test_im_pauschal_besteuerten_minijob_zaehlt_nur_die_altersvorsorge():
    job = {
        "erwerbseinkommen_brutto": 55_600,
        "erwerbseinkommen_steuern": 1_112,
        "erwerbseinkommen_sozialversicherung": 2_000,
        "wohngeld_pauschal_besteuert": True,
    }
    assert einer(ziel="wohngeld_abzugssatz", **job) == 1_000
    assert einer(ziel="wohngeld_arbeitseinkuenfte", **job) == 55_600 * 12


@pytest.mark.parametrize(
    ("monat", "pauschbetrag"),
    [("2019-12", 100_000), ("2021-12", 100_000), ("2022-01", 120_000), ("2022-12", 120_000), ("2023-01", 123_000),
     ("2026-12", 123_000)],
)  # fmt: skip
def test_arbeitnehmer_pauschbetrag_und_hoehere_werbungskosten(monat, pauschbetrag):
    lohn = {"erwerbseinkommen_brutto": 150_000}
    assert einer(monat, "wohngeld_arbeitseinkuenfte", **lohn) == 1_800_000 - pauschbetrag
    assert einer(monat, "wohngeld_arbeitseinkuenfte", wohngeld_werbungskosten=200_000, **lohn) == 1_600_000
    assert einer(monat, "wohngeld_arbeitseinkuenfte", erwerbseinkommen_brutto=5_000) == 0


def test_elterngeld_bis_300_euro_zaehlt_nicht():
    assert einer(ziel="wohngeld_ersatzleistungen", elterngeld_bezug=30_000) == 0
    assert einer(ziel="wohngeld_ersatzleistungen", elterngeld_bezug=40_000) == 120_000
    assert einer(ziel="wohngeld_ersatzleistungen", elterngeld_bezug=40_000, elterngeld_plus=True) == 300_000


def test_ausbildungsfoerderung_zaehlt_zur_haelfte_und_kapital_ueber_100_euro_im_jahr():
    assert (
        einer(ziel="wohngeld_ausbildungsfoerderung", in_ausbildung=True, wohngeld_ausbildungszuschuss=30_000) == 180_000
    )
    assert einer(ziel="wohngeld_weitere_einnahmen", kapitalertraege=1_000) == 2_000
    assert einer(ziel="wohngeld_weitere_einnahmen", kapitalertraege=800) == 0


@pytest.mark.parametrize(
    ("gdb", "pflegegrad", "betrag"), [(100, 0, 180_000), (90, 0, 0), (50, 2, 180_000), (40, 2, 0), (0, 5, 0)]
)
def test_freibetrag_wegen_schwerbehinderung(gdb, pflegegrad, betrag):
    angaben = {"grad_der_behinderung": gdb, "pflegegrad": pflegegrad}
    assert einer(ziel="wohngeld_abzug_behinderung", **angaben) == betrag


def test_behinderung_unter_100_zaehlt_bei_pflege_im_heim_nicht():
    heim = {"wohnform": int(Wohnform.STATIONAERE_EINRICHTUNG)}
    angaben = {"grad_der_behinderung": 80, "pflegegrad": 3}
    assert einer(ziel="wohngeld_abzug_behinderung", haushalt=heim, **angaben) == 0


def test_alleinerziehende_haben_den_freibetrag_nur_ohne_andere_erwachsene():
    ziel = ["wohngeld_abzug_alleinerziehend"]
    allein = rechnung("2026-11", familie([{}], [{}, {"geburtsdatum": 20020615}]), ziel)
    assert allein.werte[ziel[0]] == [132_000, 0, 0]
    mit_oma = familie([{}], [{}]) | {"oma": {"geburtsdatum": 19600715}}
    assert rechnung("2026-11", mit_oma, ziel).werte[ziel[0]] == [0, 0, 0]
    assert rechnung("2026-11", familie([{}], [{"geburtsdatum": 20020615}]), ziel).werte[ziel[0]] == [0, 0]
    assert rechnung("2026-11", familie([{}, {}], [{}]), ziel).werte[ziel[0]] == [0, 0, 0]
    assert rechnung("2026-11", familie([{}], [{}]), ziel, weitere_bewohner=1).werte[ziel[0]] == [0, 0]


def test_erwerbseinnahmen_eines_kindes_sind_bis_1200_euro_frei():
    kinder = [
        {"geburtsdatum": 20080615, "erwerbseinkommen_brutto": 40_000},
        {"geburtsdatum": 20080615, "erwerbseinkommen_brutto": 15_000},
        {"geburtsdatum": 20000615, "erwerbseinkommen_brutto": 40_000},
    ]
    e = rechnung("2026-11", familie([{}], kinder), ["wohngeld_abzug_kind_erwerb"])
    assert e.werte["wohngeld_abzug_kind_erwerb"] == [0, 120_000, 57_000, 0]


@pytest.mark.parametrize(
    ("monat", "zeiten", "rente", "betrag"),
    [
        ("2020-12", 400, 100_000, 0),
        ("2021-01", 396, 50_000, 264_000),
        ("2021-01", 395, 50_000, 0),
        ("2021-01", 396, 100_000, 22_300 * 12),
        ("2025-01", 396, 8_000, 96_000),
        ("2026-11", 396, 100_000, 28_150 * 12),
    ],
)
def test_freibetrag_bei_33_jahren_grundrentenzeiten(monat, zeiten, rente, betrag):
    angaben = {"grundrentenzeiten_monate": zeiten, "rente_gesetzlich": rente}
    assert einer(monat, "wohngeld_abzug_grundrente", **angaben) == betrag


@pytest.mark.parametrize(
    ("angaben", "betrag"),
    [
        ({"wohngeld_unterhalt_titel": 80_000}, 960_000),
        ({"wohngeld_unterhalt_ehegatte": 60_000}, 600_000),
        ({"wohngeld_unterhalt_ehegatte": 40_000}, 480_000),
        ({"wohngeld_unterhalt_andere": 60_000, "wohngeld_unterhalt_andere_personen": 1}, 300_000),
        ({"wohngeld_unterhalt_andere": 60_000, "wohngeld_unterhalt_andere_personen": 3}, 720_000),
        ({"wohngeld_unterhalt_andere": 60_000}, 0),
    ],
)
def test_gezahlter_unterhalt_wird_bis_zu_den_hoechstbetraegen_abgesetzt(angaben, betrag):
    assert einer(ziel="wohngeld_abzug_unterhalt", **angaben) == betrag


def test_verfolgte_haben_einen_freibetrag():
    assert einer(ziel="wohngeld_abzug_verfolgte", wohngeld_ns_verfolgt=True) == 75_000
    assert einer(ziel="wohngeld_abzug_verfolgte") == 0
