"""Was für jedes Wohngeld gilt, und Kern gleich Spur."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.vorrangig import MONATE, abweichungen, familie, rechnung

ZIELE = ["wohngeld", "wohngeld_ablehnung", "wohngeld_vorrang", "wohngeld_gesamteinkommen", "wohngeld_freibetraege"]


def wohngeld(monat, einkommen, miete, kinder, stufe=3):
    personen = familie([{"sonstiges_einkommen": einkommen}], [{}] * kinder)
    return rechnung(monat, personen, "wohngeld", miete_bruttokalt=miete, mietstufe=stufe)["wohngeld"]


LAGE = {
    "monat": st.sampled_from(MONATE),
    "einkommen": st.integers(0, 500_000),
    "miete": st.integers(0, 150_000),
    "kinder": st.integers(0, 13),
    "stufe": st.integers(1, 7),
}


@given(mehr=st.integers(1, 200_000), **LAGE)
@settings(max_examples=60)
def test_mehr_einkommen_gibt_nie_mehr_wohngeld(mehr, monat, einkommen, miete, kinder, stufe):
    assert wohngeld(monat, einkommen + mehr, miete, kinder, stufe) <= wohngeld(monat, einkommen, miete, kinder, stufe)


@given(mehr=st.integers(1, 80_000), **LAGE)
@settings(max_examples=60)
def test_mehr_miete_gibt_nie_weniger_wohngeld(mehr, monat, einkommen, miete, kinder, stufe):
    assert wohngeld(monat, einkommen, miete + mehr, kinder, stufe) >= wohngeld(monat, einkommen, miete, kinder, stufe)


@given(**LAGE)
@settings(max_examples=60)
def test_wohngeld_ist_null_oder_ein_voller_betrag_ab_zehn_euro(monat, einkommen, miete, kinder, stufe):
    betrag = wohngeld(monat, einkommen, miete, min(kinder, 11), stufe)
    assert betrag == 0 or (betrag >= 1_000 and betrag % 100 == 0)


@given(**LAGE)
@settings(max_examples=40)
def test_eine_hoehere_mietenstufe_schadet_nie(monat, einkommen, miete, kinder, stufe):
    hoeher = min(stufe + 1, 7)
    assert wohngeld(monat, einkommen, miete, kinder, hoeher) >= wohngeld(monat, einkommen, miete, kinder, stufe)


@pytest.mark.parametrize("monat", ["2019-06", "2020-07", "2021-03", "2022-02", "2023-12", "2026-11"])
def test_kern_gleich_spur(monat):
    assert abweichungen(ZIELE, monat) == []
