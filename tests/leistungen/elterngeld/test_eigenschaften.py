"""Properties that hold for every parent, and the jumps of the law by name."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.elterngeld.elterngeld_faelle import familie, mutter, wert

BEISPIELE = settings(max_examples=30, deadline=None)
GEBURTEN = st.sampled_from([("2018-11-10", "2019-03"), ("2021-10-10", "2022-03"), ("2025-05-10", "2026-03")])
CENT = st.integers(0, 500_000)


def euro(cent):
    return cent / 100


@BEISPIELE
@given(GEBURTEN, CENT, st.integers(1, 50_000))
def test_mehr_einkommen_nach_der_geburt_erhoeht_das_elterngeld_nie(wann, nachher, mehr):
    geburt, monat = wann
    for art in ("basis", "plus"):
        je = [
            wert(monat, familie(geburt, mutter(2_500, elterngeld_art=art, elterngeld_einkommen_nachher=euro(n))))
            for n in (nachher, nachher + mehr)
        ]
        assert je[1] <= je[0]


@BEISPIELE
@given(GEBURTEN, CENT, CENT)
def test_plus_ist_hoechstens_die_haelfte_des_basiselterngeldes_ohne_einkommen(wann, netto, nachher):
    geburt, monat = wann
    basis = wert(monat, familie(geburt, mutter(euro(netto))))
    plus = mutter(euro(netto), elterngeld_art="plus", elterngeld_einkommen_nachher=euro(nachher))
    assert 15_000 <= wert(monat, familie(geburt, plus)) <= (basis + 1) // 2
    assert 30_000 <= basis <= 180_000


@BEISPIELE
@given(GEBURTEN, CENT, st.integers(1, 60_000))
def test_hoeheres_einkommen_vor_der_geburt_senkt_das_elterngeld_hoechstens_an_den_stufen(wann, netto, mehr):
    """Within the zones of § 2 Abs. 2 a step of 0.1 points can cost a little; otherwise more is never less."""
    geburt, monat = wann
    je = [wert(monat, familie(geburt, mutter(euro(n)))) for n in (netto, netto + mehr)]
    assert je[1] >= je[0] - 130


@BEISPIELE
@given(GEBURTEN, CENT, st.integers(0, 200_000), st.integers(0, 31))
def test_anrechnung_laesst_nie_weniger_als_den_freien_betrag(wann, netto, einnahmen, tage):
    geburt, monat = wann
    m = mutter(euro(netto), elterngeld_ersatzeinnahmen=euro(einnahmen), elterngeld_ersatz_tage=tage)
    assert wert(monat, familie(geburt, m)) >= 30_000


def test_sprung_einkommensgrenze():
    """§ 1 Abs. 8 BEEG: one euro of taxable income ends the whole claim."""
    betraege = [wert("2026-03", familie("2025-12-10", mutter(3_000, elterngeld_zve=z))) for z in (175_000, 175_001)]
    assert betraege == [180_000, 0]


def test_sprung_stufe_von_zwei_euro():
    """§ 2 Abs. 2 BEEG: 0.1 points per full 2 euros."""
    raten = [
        wert("2026-03", familie("2025-12-10", mutter(n)), "elterngeld_ersatzrate")
        for n in (998.01, 998, 1_201.99, 1_202)
    ]
    assert raten == [6_700, 6_710, 6_700, 6_690]


def test_sprung_arbeitszeit():
    """§ 1 Abs. 6 BEEG: the 33rd hour ends the claim."""
    je = [wert("2026-03", familie("2025-12-10", mutter(elterngeld_wochenstunden=s))) for s in (32, 33)]
    assert je == [130_000, 0]


def test_sprung_dritter_geburtstag_des_geschwisters():
    """§ 2a Abs. 1 Nr. 1 BEEG: the bonus ends with the sibling's third birthday."""
    geschwister = {"geburtsdatum": "2023-03-11", "elternteil_1": "m"}
    je = [wert(m, familie("2025-12-10", mutter(), g=geschwister)) for m in ("2026-03", "2026-04")]
    assert je == [143_000, 130_000]
