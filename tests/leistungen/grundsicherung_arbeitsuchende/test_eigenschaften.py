"""Properties that hold for every household."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.grundsicherung_arbeitsuchende.sgb2_faelle import NIEMAND, anspruch, ergebnis, familien

MONATE = ["2019-03", "2021-02", "2022-08", "2023-03", "2023-09", "2025-05", "2026-06", "2026-11"]
BEISPIELE = settings(max_examples=25)
ERWACHSENE = {"partner", "alleinerziehend", "erwerbseinkommen_brutto", "arbeitslosengeld", "vermoegen_geld"}


@BEISPIELE
@given(familien(), st.sampled_from(MONATE))
def test_die_teile_ergeben_das_ganze(familie, monat):
    haushalt, personen = familie
    ziele = ["sgb2_ungedeckt", "sgb2_ungedeckt_bg", "sgb2_kopfteil", "sgb2_unterkunft_bg", "sgb2_verteilbedarf"]
    e = ergebnis(monat, personen, ziele, **haushalt)
    assert sum(e.werte["sgb2_ungedeckt"]) == _einmal(e, "sgb2_ungedeckt_bg")
    assert sum(e.werte["sgb2_kopfteil"]) == _einmal(e, "sgb2_unterkunft_bg")
    assert all(0 <= u <= v for u, v in zip(e.werte["sgb2_ungedeckt"], e.werte["sgb2_verteilbedarf"], strict=True)), (
        "niemand bekommt mehr als den eigenen Bedarf"
    )


def _einmal(e, name):
    """Sum of a group value over the different groups (they are told apart by their first member)."""
    gruppen = dict(zip(e.werte["zugehoerigkeit_bedarfsgemeinschaft"], e.werte[name], strict=True))
    return sum(gruppen.values())


@BEISPIELE
@given(familien(), st.sampled_from(MONATE), st.integers(1, 50_000))
def test_mehr_arbeitslosengeld_erhoeht_den_anspruch_nie(familie, monat, mehr):
    haushalt, personen = familie
    vorher = anspruch(monat, personen, **haushalt)
    personen["e0"]["arbeitslosengeld"] += mehr
    assert anspruch(monat, personen, **haushalt) <= vorher


@BEISPIELE
@given(st.sampled_from(MONATE), st.integers(0, 300_000), st.integers(1, 50_000))
def test_von_mehr_lohn_bleibt_immer_etwas_aber_nie_mehr_als_der_lohn(monat, lohn, mehr):
    person = {"geburtsdatum": 19800720}
    haushalt = {"miete_bruttokalt": 60_000}
    vorher = anspruch(monat, {"a": person | {"erwerbseinkommen_brutto": lohn}}, **haushalt)
    nachher = anspruch(monat, {"a": person | {"erwerbseinkommen_brutto": lohn + mehr}}, **haushalt)
    assert vorher - mehr <= nachher <= vorher


@BEISPIELE
@given(familien(), st.sampled_from(MONATE))
def test_die_reihenfolge_der_personen_aendert_den_anspruch_nicht(familie, monat):
    haushalt, personen = familie
    namen = list(personen)
    neu = namen[::-1]
    umgestellt = {}
    for name in neu:
        angaben = dict(personen[name])
        for verweis in ("partner", "elternteil_1", "elternteil_2", "kindergeld_empfaenger"):
            ziel = angaben.get(verweis, NIEMAND)
            angaben[verweis] = neu.index(namen[ziel]) if ziel >= 0 else NIEMAND
        umgestellt[name] = angaben
    eins = ergebnis(monat, personen, ["sgb2_anspruch_bg"], **haushalt)
    zwei = ergebnis(monat, umgestellt, ["sgb2_anspruch_bg"], **haushalt)
    assert [eins.wert("sgb2_anspruch_bg", n) for n in namen] == [zwei.wert("sgb2_anspruch_bg", n) for n in namen]


@BEISPIELE
@given(familien(), st.sampled_from(MONATE), st.integers(1, 60_000))
def test_mehr_miete_senkt_den_anspruch_nie(familie, monat, mehr):
    haushalt, personen = familie
    vorher = anspruch(monat, personen, **haushalt)
    haushalt["miete_bruttokalt"] += mehr
    assert anspruch(monat, personen, **haushalt) >= vorher


@pytest.mark.parametrize("jahr", range(2019, 2027))
def test_jeder_monat_ist_berechenbar(jahr):
    for monat in range(1, 13):
        e = anspruch(f"{jahr}-{monat:02d}", {"a": {"geburtsdatum": 19800720}}, miete_bruttokalt=40_000)
        assert e > 40_000
