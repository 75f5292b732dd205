"""Vom Anspruch zu den Teilbeträgen, aus denen gebucht wird."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.zufallsfaelle import haushalt

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.zahlung import Kostentraeger, anspruchsberechtigte, teilbetraege, zerlege
from sozialamt.rechenkern import erklaere
from sozialamt.rechenkern.plan import plane

GEZAHLTE = [s for s in steckbriefe().values() if s.zahlung]
betrag = st.integers(0, 500_000)


@given(betrag, st.lists(betrag, max_size=6))
def test_die_teile_ergeben_immer_den_anspruch(anspruch, hoehen):
    teile = list(zerlege(anspruch, hoehen))
    assert sum(teile) == anspruch
    assert min(teile) >= 0
    assert all(teil <= hoehe for teil, hoehe in zip(teile, hoehen, strict=False))


def test_einkommen_mindert_zuerst_den_letzten_bestandteil():
    assert list(zerlege(90_000, [42_000, 6_000])) == [42_000, 6_000, 42_000]
    assert list(zerlege(45_000, [42_000, 6_000])) == [42_000, 3_000, 0]


def test_genau_der_letzte_bestandteil_nimmt_den_rest():
    for steckbrief in GEZAHLTE:
        assert [bool(t.regel) for t in steckbrief.zahlung] == [True] * (len(steckbrief.zahlung) - 1) + [False]


def test_hoehen_stehen_auf_der_ebene_des_anspruchs_und_sind_nie_negativ():
    for steckbrief in GEZAHLTE:
        plan = plane(regelwerk(), steckbrief.zahlungsnamen(), 20261101)
        assert {plan.ebene(t.regel) for t in steckbrief.zahlung if t.regel} <= {steckbrief.ebene}


@pytest.mark.parametrize("monat", ["2019-05", "2022-07", "2026-11"])
@pytest.mark.parametrize("steckbrief", GEZAHLTE, ids=lambda s: s.schluessel)
def test_teilbetraege_zufaelliger_haushalte_ergeben_den_anspruch(steckbrief, monat):
    werk = regelwerk()
    ebene = () if steckbrief.ebene in ("person", "haushalt") else (f"zugehoerigkeit_{steckbrief.ebene}",)
    ziele = (*steckbrief.zahlungsnamen(), *ebene)
    plan = plane(werk, ziele, int(monat.replace("-", "") + "01"))
    zufall = random.Random(f"{steckbrief.schluessel}{monat}")
    for _ in range(40):
        ergebnis = erklaere(haushalt(zufall, plan.merkmale, plan.monat), ziele, monat, werk)
        teile = teilbetraege(ergebnis, steckbrief)
        stellen = anspruchsberechtigte(ergebnis, steckbrief)
        assert sum(t.cent for t in teile) == sum(ergebnis.werte[steckbrief.anspruch][s] for s in stellen)
        assert all(t.cent > 0 for t in teile)


def test_unterkunft_im_sgb_2_traegt_die_kommune_den_rest_der_bund():
    traeger = {t.schluessel: t.kostentraeger for t in steckbriefe()["grundsicherung_arbeitsuchende"].zahlung}
    assert traeger == {"unterkunft": Kostentraeger.KOMMUNE, "lebensunterhalt": Kostentraeger.BUND}
