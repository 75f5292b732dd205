"""Single questions of the law, one answer each."""

import pytest
from tests.leistungen.elterngeld.elterngeld_faelle import familie, mutter, paar, rechne_fall, wert

from sozialamt.leistungen.elterngeld.auswahl import ElterngeldAblehnung

GEBURT = "2025-05-31"


@pytest.mark.parametrize(
    ("monat", "nummer", "beginn", "tage"),
    [
        ("2025-05", 1, 20250531, 30),
        ("2025-06", 2, 20250630, 31),
        ("2026-02", 10, 20260228, 31),
        ("2026-03", 11, 20260331, 30),
    ],
)
def test_der_lebensmonat_beginnt_am_tag_der_geburt(monat, nummer, beginn, tage):
    ziele = ("elterngeld_lebensmonat", "elterngeld_lebensmonat_beginn", "elterngeld_lebensmonat_tage")
    e = rechne_fall(monat, familie(GEBURT, mutter()), *ziele)
    assert tuple(e.wert(z, "m") for z in ziele) == (nummer, beginn, tage)


@pytest.mark.parametrize(
    ("monat", "angaben", "grund"),
    [
        ("2025-08", {"elterngeld_art": "keines"}, ElterngeldAblehnung.NICHT_BEANTRAGT),
        ("2025-08", {"elterngeld_betreuung": False}, ElterngeldAblehnung.KEIN_KIND),
        ("2025-08", {"aufenthaltsstatus": "aufenthaltsgestattung"}, ElterngeldAblehnung.AUFENTHALT),
        ("2025-08", {"elterngeld_antrag_am": "2026-01-05"}, ElterngeldAblehnung.ANTRAG_VERSPAETET),
        ("2025-09", {"elterngeld_antrag_am": "2026-01-05"}, ElterngeldAblehnung.KEIN_GRUND),
        ("2026-06", {}, ElterngeldAblehnung.KEIN_GRUND),
        ("2026-07", {}, ElterngeldAblehnung.ZEITRAUM),
        ("2026-07", {"elterngeld_art": "plus"}, ElterngeldAblehnung.KEIN_GRUND),
        ("2026-07", {"elterngeld_art": "plus", "elterngeld_fortlaufend": False}, ElterngeldAblehnung.ZEITRAUM),
        ("2026-06", {"elterngeld_basis_bisher": 12}, ElterngeldAblehnung.MONATE_VERBRAUCHT),
        ("2026-06", {"elterngeld_basis_bisher": 12, "elterngeld_allein": True}, ElterngeldAblehnung.KEIN_GRUND),
        (
            "2026-06",
            {"elterngeld_basis_anderer": 12, "elterngeld_basis_bisher": 2},
            ElterngeldAblehnung.MONATE_VERBRAUCHT,
        ),
        ("2026-06", {"elterngeld_basis_anderer": 12, "elterngeld_basis_bisher": 1}, ElterngeldAblehnung.KEIN_GRUND),
        (
            "2026-06",
            {"elterngeld_basis_anderer": 12, "elterngeld_minderung": False},
            ElterngeldAblehnung.MONATE_VERBRAUCHT,
        ),
        ("2025-08", {"elterngeld_mindestens_zwei_monate": False}, ElterngeldAblehnung.MINDESTBEZUG),
        ("2025-08", {"elterngeld_mutterschaftsleistungen": 2_000}, ElterngeldAblehnung.ANGERECHNET),
    ],
)
def test_ablehnungsgruende(monat, angaben, grund):
    assert wert(monat, familie(GEBURT, mutter() | angaben), "elterngeld_ablehnung") == grund


@pytest.mark.parametrize(("monat", "grund"), [("2024-05", 0), ("2024-06", ElterngeldAblehnung.ZEITRAUM)])
def test_elterngeld_plus_endet_mit_dem_32_lebensmonat(monat, grund):
    assert wert(monat, familie("2021-10-10", mutter(elterngeld_art="plus")), "elterngeld_ablehnung") == grund


def test_zwoelf_basismonate_entsprechen_24_monaten_plus():
    je = [wert("2026-08", familie(GEBURT, mutter(elterngeld_art="plus", elterngeld_plus_bisher=b))) for b in (23, 24)]
    assert je == [65_000, 0]


@pytest.mark.parametrize(
    ("art", "netto", "betrag"),
    [("basis", 2_000, 143_000), ("basis", 500, 53_500), ("plus", 2_000, 71_500), ("plus", 0, 18_750)],
)
def test_geschwisterbonus(art, netto, betrag):
    geschwister = {"geburtsdatum": "2023-09-01", "elternteil_1": "m"}
    assert wert("2025-08", familie(GEBURT, mutter(netto, elterngeld_art=art), g=geschwister)) == betrag


def test_drei_kinder_unter_sechs_und_kinder_mit_behinderung_unter_14():
    zwei = {f"g{i}": {"geburtsdatum": f"202{i}-01-01", "elternteil_1": "m"} for i in (0, 1)}
    assert wert("2025-08", familie(GEBURT, mutter(), **zwei), "elterngeld_geschwisterbonus") == 13_000
    assert wert("2025-08", familie(GEBURT, mutter(), g0=zwei["g0"]), "elterngeld_geschwisterbonus") == 0
    behindert = {"geburtsdatum": "2012-01-01", "elternteil_1": "m", "grad_der_behinderung": 50}
    assert wert("2025-08", familie(GEBURT, mutter(), g=behindert), "elterngeld_geschwisterbonus") == 13_000


def test_bei_angenommenen_kindern_zaehlt_die_aufnahme():
    personen = familie("2022-01-10", mutter())
    personen["kind"]["elterngeld_aufnahme_am"] = "2025-06-15"
    assert wert("2025-05", personen, "elterngeld_ablehnung") == ElterngeldAblehnung.VOR_GEBURT
    assert wert("2025-08", personen, "elterngeld_lebensmonat") == 3
    assert wert("2025-08", personen) == 130_000


def test_krankengeld_mit_geringerem_bemessungseinkommen_wird_teilweise_freigestellt():
    angaben = {
        "elterngeld_ersatzeinnahmen": 900,
        "elterngeld_ersatz_teilweise": True,
        "elterngeld_ersatz_bemessung": 1_000,
    }
    assert wert("2025-08", familie(GEBURT, mutter(**angaben))) == 65_000
    assert wert("2021-12", familie("2021-08-10", mutter(**angaben))) == 40_000


def test_ohne_rentenversicherung_fallen_nur_die_anderen_pauschalen_an():
    m = mutter(
        elterngeld_netto_festgestellt=False,
        elterngeld_lohn_summe=36_000,
        elterngeld_minijob_summe=2_400,
        elterngeld_steuern=0,
        elterngeld_pflicht_rv=False,
    )
    e = rechne_fall("2025-08", familie(GEBURT, m), "elterngeld_sozialabgaben", "elterngeld_netto")
    assert (e.wert("elterngeld_sozialabgaben", "m"), e.wert("elterngeld_netto", "m")) == (33_000, 276_750)


def test_der_partnerschaftsbonus_kommt_zu_den_verbrauchten_monaten_hinzu():
    bonus = {"elterngeld_art": "partnerschaftsbonus", "elterngeld_wochenstunden": 28, "elterngeld_basis_bisher": 12}
    assert wert("2026-07", paar(GEBURT, bonus, bonus)) == 65_000


def test_nicht_beantragt_hoert_nur_wer_beantragen_koennte():
    personen = {
        "oma": {"geburtsdatum": "1955-01-01"},
        "mutter": {"geburtsdatum": "1992-03-01"},
        "kind": {"geburtsdatum": "2025-05-10", "elternteil_1": "mutter"},
    }
    e = rechne_fall("2025-08", personen, "elterngeld_ablehnung")
    assert e.wert("elterngeld_ablehnung", "mutter") == ElterngeldAblehnung.NICHT_BEANTRAGT
    for andere in ("oma", "kind"):
        assert e.wert("elterngeld_ablehnung", andere) == ElterngeldAblehnung.KEIN_KLEINKIND
