"""Properties that hold for every household, and the jumps of the law by name."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leistungen.asylbewerberleistungen.asylblg_faelle import familien, person, rechne_fall, wert

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Fall, erklaere

MONATE = ["2019-03", "2019-09", "2021-05", "2022-07", "2023-03", "2024-04", "2025-05", "2026-11"]
BEISPIELE = settings(max_examples=25)


def gerechnet(familie, monat, *ziele):
    haushalt, personen = familie
    return erklaere(Fall(haushalt, personen), ziele, monat, regelwerk())


def summe(familie, monat, ziel="asylblg_laufend"):
    return sum(gerechnet(familie, monat, ziel).werte[ziel])


@BEISPIELE
@given(familien(), st.sampled_from(MONATE))
def test_die_teile_ergeben_das_ganze(familie, monat):
    ziele = ["asylblg_bedarf", "asylblg_bedarf_geld", "asylblg_sachleistung", "asylblg_laufend", "asylblg_abzug"]
    ziele += ["asylblg_anteil", "asylblg_familie_ungedeckt", "asylblg_familie_ueberschuss", "asylblg_anspruch"]
    w = gerechnet(familie, monat, *ziele, "zugehoerigkeit_einsatzgemeinschaft", "asylblg_nebenleistungen").werte
    for i in range(len(w["asylblg_bedarf"])):
        assert w["asylblg_bedarf"][i] == w["asylblg_bedarf_geld"][i] + w["asylblg_sachleistung"][i]
        assert w["asylblg_bedarf_geld"][i] == w["asylblg_laufend"][i] + w["asylblg_abzug"][i]
        assert w["asylblg_anspruch"][i] == w["asylblg_laufend"][i] + w["asylblg_nebenleistungen"][i]
    for g in set(w["zugehoerigkeit_einsatzgemeinschaft"]):
        anteile = [
            a for a, eg in zip(w["asylblg_anteil"], w["zugehoerigkeit_einsatzgemeinschaft"], strict=True) if eg == g
        ]
        assert sum(anteile) == min(w["asylblg_familie_ungedeckt"][g], w["asylblg_familie_ueberschuss"][g])


@BEISPIELE
@given(familien(), st.sampled_from(MONATE), st.integers(1, 60_000))
def test_mehr_einkommen_erhoeht_den_anspruch_nie(familie, monat, mehr):
    vorher = summe(familie, monat)
    familie[1]["p0"]["sonstiges_einkommen"] += mehr
    assert summe(familie, monat) <= vorher


@BEISPIELE
@given(familien(), st.sampled_from(MONATE), st.integers(1, 60_000))
def test_mehr_lohn_erhoeht_den_anspruch_nie_und_mindert_ihn_hoechstens_um_den_lohn(familie, monat, mehr):
    vorher = summe(familie, monat)
    familie[1]["p0"]["erwerbseinkommen_brutto"] += mehr
    assert vorher - mehr <= summe(familie, monat) <= vorher


@BEISPIELE
@given(familien(), st.sampled_from(MONATE), st.integers(1, 60_000))
def test_mehr_vermoegen_erhoeht_den_anspruch_nie(familie, monat, mehr):
    vorher = summe(familie, monat)
    familie[1]["p0"]["vermoegen_geld"] += mehr
    assert summe(familie, monat) <= vorher + len(familie[1])  # cent of rounding per person


@BEISPIELE
@given(familien(), st.sampled_from(MONATE))
def test_nichts_ist_negativ_und_die_erstattung_nie_hoeher_als_die_sachleistung(familie, monat):
    w = gerechnet(familie, monat, "asylblg_anspruch", "asylblg_sachleistung", "asylblg_kostenerstattung").werte
    assert min(w["asylblg_anspruch"]) >= 0
    assert all(0 <= e <= s for e, s in zip(w["asylblg_kostenerstattung"], w["asylblg_sachleistung"], strict=True))


# --- Jumps the law itself contains ---


def test_sprung_ehrenamt_ab_dem_ersten_euro():
    """§ 7 Abs. 3 Satz 2: with any tax-free income the allowance is up to 275 euro instead of 25 percent."""
    lohn = person(erwerbseinkommen_brutto=400)
    assert wert("2026-11", lohn, "asylblg_freibetrag") == 10_000
    assert wert("2026-11", lohn | {"nebentaetigkeit_steuerfrei": 1}, "asylblg_freibetrag") == 27_500


def test_sprung_sofortzuschlag_mit_dem_letzten_cent_bedarf():
    """§ 16: the supplement is all or nothing."""
    kind = person(geburtsdatum="2013-05-05")
    assert wert("2026-11", kind | {"sonstiges_einkommen": 336.99}, "asylblg_anspruch") == 1 + 2_500
    assert wert("2026-11", kind | {"sonstiges_einkommen": 337}, "asylblg_anspruch") == 0


def test_sprung_geburtstag_mit_25():
    """§ 3a Abs. 1 Nr. 3 Buchst. a: from the month of the birthday full rate, without supplement."""
    eltern = {"m": person()}
    for monat, anspruch in (("2026-10", 36_500 + 2_500), ("2026-11", 45_500)):
        kind = person(geburtsdatum="2001-11-20", elternteil_1="m")
        ergebnis = rechne_fall(monat, eltern | {"k": kind}, ["asylblg_anspruch"])
        assert ergebnis.wert("asylblg_anspruch", "k") == anspruch


def test_sprung_januar_2025_niedrigere_saetze():
    """No protection of the old amount in the AsylbLG."""
    angaben = person(asylblg_einreise_am="2024-11-01")
    assert wert("2024-12", angaben, "asylblg_anspruch") - wert("2025-01", angaben, "asylblg_anspruch") == 1_900
