"""Properties that hold for every applicant, and the jumps of the law by name."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.ausbildungsfoerderung.bafoeg_faelle import mit_eltern, rechne_fall, schueler, teilnehmer, wert

BEISPIELE = settings(max_examples=25, deadline=None)
MONATE = st.sampled_from(
    [("2019-03", "2018-09-01"), ("2020-11", "2020-08-01"), ("2023-02", "2022-08-01"), ("2026-03", "2025-08-01")]
)


@BEISPIELE
@given(MONATE, st.integers(0, 90_000), st.integers(1, 20_000), st.integers(0, 3), st.integers(1, 3))
def test_mehr_einkommen_der_eltern_erhoeht_die_foerderung_nie(wann, einkuenfte, mehr, kinder, auszubildende):
    monat, beginn = wann
    angaben = {"bafoeg_elternteil_1_kinder": kinder, "bafoeg_elternteil_1_auszubildende": auszubildende}
    vorher = wert(monat, mit_eltern(einkuenfte, beginn, **angaben), "bafoeg_anspruch")
    assert wert(monat, mit_eltern(einkuenfte + mehr, beginn, **angaben), "bafoeg_anspruch") <= vorher


@BEISPIELE
@given(MONATE, st.integers(0, 20_000), st.integers(0, 60_000), st.integers(1, 5_000))
def test_eigene_mittel_erhoehen_die_foerderung_nie(wann, lohn, vermoegen, mehr):
    monat, beginn = wann
    vorher = wert(monat, schueler(beginn, bafoeg_lohn=lohn, bafoeg_vermoegen=vermoegen), "bafoeg_anspruch")
    for name, betrag in (("bafoeg_lohn", lohn), ("bafoeg_vermoegen", vermoegen)):
        person = schueler(beginn, bafoeg_lohn=lohn, bafoeg_vermoegen=vermoegen) | {name: betrag + mehr}
        assert wert(monat, person, "bafoeg_anspruch") <= vorher


@BEISPIELE
@given(MONATE, st.integers(0, 60_000))
def test_der_betrag_ist_null_oder_volle_euro_ab_zehn(wann, einkuenfte):
    monat, beginn = wann
    betrag = wert(monat, mit_eltern(einkuenfte, beginn), "bafoeg_anspruch")
    assert betrag == 0 or (betrag >= 1_000 and betrag % 100 == 0)


@BEISPIELE
@given(st.sampled_from(["2019-03", "2020-07", "2021-03", "2026-03"]), st.integers(0, 30_000), st.integers(0, 20_000))
def test_zuschuss_und_darlehen_ergeben_die_foerderung_nach_dem_afbg(monat, lohn, gebuehren):
    person = teilnehmer(f"{int(monat[:4]) - 1}-12-01", bafoeg_lohn=lohn, afbg_lehrgang_faellig=gebuehren)
    ziele = ("afbg_anspruch", "afbg_darlehen", "afbg_unterhaltsbeitrag", "afbg_massnahmebeitrag")
    e = rechne_fall(monat, {"k": person}, *ziele)
    rest = e["afbg_anspruch"] + e["afbg_darlehen"] - e["afbg_massnahmebeitrag"]
    assert abs(rest - e["afbg_unterhaltsbeitrag"]) <= 50 or e["afbg_unterhaltsbeitrag"] < 1_000


def test_sprung_mindestbetrag_von_zehn_euro():
    """§ 51 Abs. 4 BAföG: 9,50 Euro are rounded up and paid, 9,49 Euro fall away."""
    knapp, zu_wenig = schueler(bafoeg_voll_anzurechnen=656.50), schueler(bafoeg_voll_anzurechnen=656.51)
    assert [wert("2025-01", p, "bafoeg_anspruch") for p in (knapp, zu_wenig)] == [1_000, 0]


def test_sprung_rundung_auf_volle_euro():
    """§ 51 Abs. 3 BAföG: one cent decides about one euro."""
    betraege = [wert("2025-01", schueler(bafoeg_voll_anzurechnen=b), "bafoeg_anspruch") for b in (100.50, 100.51)]
    assert betraege == [56_600, 56_500]


def test_sprung_auszug_aus_der_elterlichen_wohnung():
    """§ 12 Abs. 1, 2 BAföG: 276 or 666 Euro."""
    vater = {"geburtsdatum": "1975-01-01"}
    zuhause = wert("2025-01", schueler(elternteil_1="v"), "bafoeg_anspruch", v=vater)
    assert (zuhause, wert("2025-01", schueler(), "bafoeg_anspruch")) == (27_600, 66_600)


def test_sprung_30_geburtstag_bei_beginn():
    """§ 11 Abs. 3 Nr. 2 BAföG: one day of age decides whether the parents' income counts."""
    betraege = [
        wert("2025-01", mit_eltern(120_000, geburtsdatum=tag), "bafoeg_anspruch")
        for tag in ("1994-08-01", "1994-08-02")
    ]
    assert betraege == [66_600, 0]


def test_sprung_45_geburtstag_bei_beginn():
    """§ 10 Abs. 3 BAföG."""
    betraege = [wert("2025-01", schueler(geburtsdatum=t), "bafoeg_anspruch") for t in ("1979-08-01", "1979-08-02")]
    assert betraege == [0, 66_600]
