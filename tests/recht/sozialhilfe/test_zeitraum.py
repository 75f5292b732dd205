"""Parts of a month: §§ 18, 27a Abs. 3, 41a, 44 SGB XII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sozialamt.recht.sozialhilfe.zeitraum import abschnitt, bis_tag
from tests.recht.sozialhilfe.bedarfsfall import ERWERBSGEMINDERT, RENTNERIN, rechne

ZIELE = ["leistung_von_tag", "leistung_bis_tag", "leistungstage", "ruhen_von_tag", "ruhen_bis_tag"]


def tage(monat, person=RENTNERIN, **angaben):
    e = rechne(monat, ZIELE, anna=person | angaben)
    return tuple(e.wert(z, "anna") for z in ZIELE)


@pytest.mark.parametrize(
    ("monat", "angaben", "von", "bis", "anzahl"),
    [
        ("2026-03", {}, 1, 31, 31),
        ("2026-03", {"leistung_ab": "2026-03-15"}, 15, 31, 17),
        ("2026-03", {"leistung_bis": "2026-03-10"}, 1, 10, 10),
        ("2026-03", {"leistung_ab": "2026-04-01"}, 0, 0, 0),
        ("2026-03", {"leistung_bis": "2026-02-28"}, 0, 0, 0),
        ("2026-03", {"antrag_am": "2026-03-20"}, 1, 31, 31),
        ("2026-03", {"antrag_am": "2026-04-02"}, 0, 0, 0),
        ("2026-03", {"antrag_am": "2025-12-24"}, 1, 31, 31),
        ("2026-03", {"kenntnis_am": "2026-03-20"}, 1, 31, 31),
    ],
)
def test_leistungszeitraum_im_vierten_kapitel(monat, angaben, von, bis, anzahl):
    assert tage(monat, **angaben)[:3] == (von, bis, anzahl)


@pytest.mark.parametrize(
    ("ab", "betraege"),
    [
        ("2026-03-16", (281_50, 290_58, 300_27)),
        ("2026-04-16", (281_50, 281_50, 281_50)),
        ("2026-02-15", (300_27, 281_50, 262_73)),
        ("2026-03-31", (0, 18_16, 18_77)),
        ("2026-03-01", (563_00, 563_00, 563_00)),
    ],
)
def test_der_teiler_fuer_teilmonate_ist_eine_einstellung(ab, betraege):
    for art, betrag in zip(("dreissig", "kalendertage", "dreissigstel_je_tag"), betraege, strict=True):
        einstellungen = {"teilmonat_berechnung": art}
        e = rechne(ab[:7], "hlu_leistung", einstellungen=einstellungen, anna=ERWERBSGEMINDERT | {"leistung_ab": ab})
        assert e.wert("hlu_leistung", "anna") == betrag, art


def test_die_leistung_fuer_ein_kind_beginnt_mit_der_geburt():
    kind = {"geburtsdatum": "2026-04-12", "elternteil_1": "mutter"}
    ziele = ["leistung_von_tag", "hlu_leistung", "hlu_sofortzuschlag"]
    e = rechne("2026-04", ziele, mutter=ERWERBSGEMINDERT, kind=kind)
    assert [e.wert(z, "kind") for z in ziele] == [12, 226_10, 15_83]
    assert e.wert("hlu_leistung", "mutter") == 563_00


def test_hilfe_zum_lebensunterhalt_setzt_mit_der_kenntnis_ein():
    assert tage("2026-03", ERWERBSGEMINDERT, kenntnis_am="2026-03-20")[:3] == (20, 31, 12)
    assert tage("2026-03", ERWERBSGEMINDERT, antrag_am="2026-04-20")[:3] == (1, 31, 31)


@pytest.mark.parametrize(
    ("monat", "ab", "bis", "ruhen"),
    [
        ("2026-06", "2026-06-01", "2026-06-29", (0, 0)),
        ("2026-06", "2026-06-01", "2026-06-30", (0, 0)),
        ("2026-06", "2026-06-01", "2026-07-10", (30, 30)),
        ("2026-07", "2026-06-01", "2026-07-10", (1, 9)),
        ("2026-07", "2026-06-20", "2026-08-03", (19, 31)),
        ("2026-08", "2026-06-20", "2026-08-03", (1, 2)),
        ("2026-08", "2026-06-20", "2026-08-01", (0, 0)),
    ],
)
def test_nach_vier_wochen_im_ausland_ruht_die_grundsicherung_bis_zum_tag_vor_der_rueckkehr(monat, ab, bis, ruhen):
    von, ende = tage(monat, ausland_ab=ab, ausland_bis=bis)[3:]
    assert (von if ende else 0, ende) == ruhen


def test_ohne_nachgewiesene_rueckkehr_ruht_die_leistung_weiter():
    assert tage("2026-09", ausland_ab="2026-06-01")[2:] == (0, 1, 30)


def test_hilfe_zum_lebensunterhalt_ruht_nicht_nach_41a():
    assert tage("2026-09", ERWERBSGEMINDERT, ausland_ab="2026-06-01")[2:] == (30, 0, 0)


@pytest.mark.parametrize(
    ("betrag", "von", "bis", "monatstage", "teiler", "anteil"),
    [
        (56300, 1, 31, 31, 30, 56300),
        (56300, 15, 31, 31, 30, 56300 - 26273),
        (56300, 1, 14, 31, 30, 26273),
        (56300, 31, 31, 31, 30, 0),
        (56300, 30, 30, 30, 30, 56300 - 54423),
        (56300, 28, 28, 28, 30, 56300 - 50670),
        (56300, 15, 31, 31, 31, 56300 - 25426),
        (0, 1, 10, 30, 30, 0),
    ],
)
def test_anteile_sind_von_hand_nachgerechnet(betrag, von, bis, monatstage, teiler, anteil):
    assert abschnitt(betrag, von, bis, monatstage, teiler) == anteil


@given(
    st.integers(0, 500_000),
    st.integers(28, 31),
    st.booleans(),
    st.lists(st.integers(1, 30), max_size=6, unique=True),
)
def test_teile_eines_monats_ergeben_zusammen_genau_den_monatsbetrag(betrag, monatstage, dreissig, schnitte):
    teiler = 30 if dreissig else monatstage
    grenzen = [0, *sorted(s for s in schnitte if s < monatstage), monatstage]
    teile = [abschnitt(betrag, a + 1, b, monatstage, teiler) for a, b in zip(grenzen, grenzen[1:], strict=False)]
    assert sum(teile) == betrag
    assert min(teile) >= 0


@given(st.integers(0, 500_000), st.integers(28, 31), st.integers(1, 31))
def test_mehr_tage_geben_nie_weniger(betrag, monatstage, tag):
    assert bis_tag(betrag, tag - 1, monatstage, 30) <= bis_tag(betrag, tag, monatstage, 30)
