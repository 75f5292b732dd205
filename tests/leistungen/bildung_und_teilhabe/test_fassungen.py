"""Boundary months: what changes from which month."""

import pytest
from tests.leistungen.bildung_und_teilhabe.but_faelle import kind, wert

SCHULBEDARF = {
    "2019-02": 3_000,
    "2019-08": 10_000,
    "2020-02": 5_000,
    "2020-08": 10_000,
    "2021-02": 5_150,
    "2021-08": 10_300,
    "2022-02": 5_200,
    "2022-08": 10_400,
    "2023-02": 5_800,
    "2023-08": 11_600,
    "2024-02": 6_500,
    "2024-08": 13_000,
    "2025-02": 6_500,
    "2025-08": 13_000,
    "2026-02": 6_500,
    "2026-08": 13_000,
    "2026-07": 0,
    "2026-09": 0,
}


@pytest.mark.parametrize("kreis", ["sgb_2", "kapitel_3", "asylblg", "bkgg"])
@pytest.mark.parametrize(("monat", "betrag"), SCHULBEDARF.items())
def test_der_schulbedarf_folgt_der_anlage(kreis, monat, betrag):
    assert wert(monat, kind(kreis), "but_schulbedarf") == betrag


@pytest.mark.parametrize(("monat", "leistung"), [("2019-07", 3_500), ("2019-08", 4_000)])
def test_der_eigenanteil_an_der_befoerderung_entfaellt_im_august_2019(monat, leistung):
    assert wert(monat, kind(but_befoerderung_kosten=40), "but_schuelerbefoerderung") == leistung


@pytest.mark.parametrize(("monat", "leistung"), [("2019-07", 4_000), ("2019-08", 6_000)])
def test_der_eigenanteil_am_mittagessen_entfaellt_im_august_2019(monat, leistung):
    assert wert(monat, kind(but_mittagessen_kosten=60, but_mittagessen_tage=20), "but_mittagsverpflegung") == leistung


@pytest.mark.parametrize(
    ("monat", "kosten", "leistung"), [("2019-07", 8, 800), ("2019-07", 12, 1_000), ("2019-08", 8, 1_500)]
)
def test_die_teilhabe_wird_im_august_2019_zur_pauschale(monat, kosten, leistung):
    assert wert(monat, kind(but_teilhabe_kosten=kosten), "but_teilhabe") == leistung


@pytest.mark.parametrize("kreis", ["sgb_2", "kapitel_3", "asylblg"])
@pytest.mark.parametrize(
    ("monat", "leistung"), [("2021-06", 0), ("2021-07", 9_600), ("2023-12", 9_600), ("2024-01", 0)]
)
def test_lernfoerderung_brauchte_zweieinhalb_jahre_keinen_eigenen_antrag(kreis, monat, leistung):
    angaben = {
        "but_lernfoerderung_bestaetigt": True,
        "but_lernfoerderung_kosten": 96,
        "but_lernfoerderung_antrag": False,
    }
    assert wert(monat, kind(kreis, **angaben), "but_lernfoerderung") == leistung
    assert wert(monat, kind(kreis, **(angaben | {"but_lernfoerderung_antrag": True})), "but_lernfoerderung") == 9_600


def test_lernfoerderung_braucht_im_bkgg_immer_einen_antrag():
    angaben = {
        "but_lernfoerderung_bestaetigt": True,
        "but_lernfoerderung_kosten": 96,
        "but_lernfoerderung_antrag": False,
    }
    assert wert("2022-05", kind("bkgg", **angaben), "but_lernfoerderung") == 0


@pytest.mark.parametrize(("monat", "leistung"), [("2019-07", 0), ("2019-08", 1_200)])
def test_ohne_eigenen_antrag_wird_seit_august_2019_geleistet(monat, leistung):
    assert wert(monat, kind(but_antrag=False, but_ausflug_kosten=12), "but_ausfluege") == leistung
    assert wert(monat, kind("bkgg", but_antrag=False, but_ausflug_kosten=12), "but_ausfluege") == 0
