"""Jede Regel der Plausibilität: einmal trifft sie, einmal nicht."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sozialamt.vergleich.kennzahlen.katalog import katalog
from sozialamt.vergleich.plausibilitaet.pruefen import ARTEN, Lage, pruefe, regeln


def befunde(
    werte: dict[tuple[str, int], int], kennzahlen: dict[tuple[str, str, int], Fraction] | None = None
) -> set[str]:
    jahre = sorted({jahr for _, jahr in werte} | {jahr for _, _, jahr in kennzahlen or {}})
    lage = Lage("essen", werte, kennzahlen or {}, katalog().groessen, jahre)
    return {befund.regel for befund in pruefe(lage)}


@pytest.mark.parametrize(
    ("regel", "schlecht", "gut"),
    [
        (
            "summe_gsiae",
            {("lb_gsiae", 2023): 901, ("lb_gsiae_ave", 2023): 800, ("lb_gsiae_ie", 2023): 100},
            {("lb_gsiae", 2023): 900, ("lb_gsiae_ave", 2023): 800, ("lb_gsiae_ie", 2023): 100},
        ),
        (
            "summe_gsiae",
            {("lb_gsiae", 2023): 1, ("lb_gsiae_ave", 2023): 0, ("lb_gsiae_ie", 2023): 0},
            {("lb_gsiae", 2023): 1},
        ),
        (
            "wohnform_gsiae",
            {("lb_gsiae_besondere_wohnform", 2023): 801, ("lb_gsiae_ave", 2023): 800},
            {("lb_gsiae_besondere_wohnform", 2023): 800, ("lb_gsiae_ave", 2023): 800},
        ),
        ("veraenderung_lb", {("elb", 2018): 1000, ("elb", 2019): 1151}, {("elb", 2018): 1000, ("elb", 2019): 1150}),
        ("veraenderung_lb", {("elb", 2018): 1000, ("elb", 2019): 849}, {("elb", 2018): 10, ("elb", 2019): 40}),
        ("veraenderung_lb", {("elb", 2021): 1000, ("elb", 2022): 2001}, {("elb", 2021): 1000, ("elb", 2022): 1900}),
        ("veraenderung_lb", {("elb", 2018): 0, ("elb", 2019): 500}, {("elb", 2018): 0, ("elb", 2019): 49}),
        (
            "bruch_gsiae_ie",
            {("lb_gsiae_ie", 2019): 1500, ("lb_gsiae_ie", 2020): 1500},
            {("lb_gsiae_ie", 2019): 1500, ("lb_gsiae_ie", 2020): 760},
        ),
        (
            "bruch_gsiae_ave",
            {("lb_gsiae_ave", 2019): 1500, ("lb_gsiae_ave", 2020): 1400},
            {("lb_gsiae_ave", 2019): 1500, ("lb_gsiae_ave", 2020): 1600},
        ),
        ("rundung_asylblg", {("lb_asylblg", 2020): 2632}, {("lb_asylblg", 2020): 2630}),
        ("rundung_asylblg", {("lb_asylblg", 2021): 1}, {("lb_asylblg", 2019): 2632}),
    ],
)
def test_eine_regel_trifft_nur_was_sie_meint(
    regel: str, schlecht: dict[tuple[str, int], int], gut: dict[tuple[str, int], int]
) -> None:
    assert regel in befunde(schlecht)
    assert regel not in befunde(gut)


def test_die_spanne_vergleicht_exakt() -> None:
    schluessel = ("essen", "je_lb_hlu", 2023)
    assert "je_lb_hlu" in befunde({}, {schluessel: Fraction(40001)})
    assert "je_lb_hlu" in befunde({}, {schluessel: Fraction(999)})
    assert "je_lb_hlu" not in befunde({}, {schluessel: Fraction(40000)})


def test_die_dichte_wird_am_median_der_anderen_gemessen() -> None:
    andere = {(s, "dichte_rlb", 2023): Fraction(100) for s in ("koeln", "bremen", "leipzig", "dresden")}
    assert "dichte_rlb" in befunde({}, {**andere, ("essen", "dichte_rlb", 2023): Fraction(251)})
    assert "dichte_rlb" in befunde({}, {**andere, ("essen", "dichte_rlb", 2023): Fraction(39)})
    assert "dichte_rlb" not in befunde({}, {**andere, ("essen", "dichte_rlb", 2023): Fraction(250)})


def test_zu_wenige_staedte_sind_kein_massstab() -> None:
    andere = {(s, "dichte_rlb", 2023): Fraction(100) for s in ("koeln", "bremen", "leipzig")}
    assert "dichte_rlb" not in befunde({}, {**andere, ("essen", "dichte_rlb", 2023): Fraction(999)})


def test_ein_bekannter_anlass_wird_genannt() -> None:
    lage = Lage("essen", {("lb_asylblg", 2021): 1000, ("lb_asylblg", 2022): 2500}, {}, katalog().groessen, [2021, 2022])
    (befund,) = [b for b in pruefe(lage) if b.regel == "veraenderung_lb"]
    assert "Ukraine" in befund.text
    assert "+150,0 Prozent" in befund.text


def test_jede_regel_nennt_bekannte_groessen_und_einen_grund() -> None:
    bekannt = katalog()
    for name, regel in regeln().items():
        assert regel["art"] in ARTEN, name
        assert regel["schwere"] in {"fehler", "hinweis"}, name
        assert regel["titel"] and regel["grund"], name
        genannt = [regel.get("groesse"), *regel.get("teile", []), *regel.get("groessen", [])]
        for ausnahme in regel.get("ausnahmen", []):
            genannt += ausnahme["groessen"]
            assert ausnahme["text"], name
        assert {g for g in genannt if g} <= set(bekannt.groessen), name
        assert regel.get("kennzahl", "dichte_rlb") in bekannt.kennzahlen, name
