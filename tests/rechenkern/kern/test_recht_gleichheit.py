"""The whole law, calculated twice: trace = kernel to the cent for every rule, in a month of every year."""

import os
import random

import pytest

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.vorrang import ZIELE
from sozialamt.leistungen.zufluss import FLUSS
from sozialamt.rechenkern import erklaere
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner
from sozialamt.rechenkern.levels import HAUSHALT
from tests.zufallsfaelle import als_tabelle, haushalt

MONATE = ("2019-03", "2020-11", "2021-05", "2022-07", "2023-07", "2024-02", "2025-01", "2026-11")
HAUSHALTE = int(os.environ.get("SOZIALAMT_FUZZ_HAUSHALTE", "150"))
"""Households per month; `make fuzz` takes many more."""


def ziele():
    """Every rule the Steckbriefe name (amounts, parts of the sheet, reasons) and the results of the priority check."""
    fluss = (f.regel for f in FLUSS.values())
    namen = dict.fromkeys([*ZIELE, *fluss, *(n for s in steckbriefe().values() for n in s.regelnamen())])
    return tuple(n for n in namen if n in regelwerk().regeln)


@pytest.mark.hypothesis
@pytest.mark.parametrize("monat", MONATE)
def test_kern_und_spur_stimmen_fuer_jedes_ziel_ueberein(monat):
    werk = regelwerk()
    rechner = Rechner(werk, Rechenauftrag.fuer(ziele(), monat))
    zufall = random.Random(f"{monat}{os.environ.get('SOZIALAMT_FUZZ_SAAT', '')}")
    faelle = [haushalt(zufall, rechner.plan.merkmale, rechner.plan.monat) for _ in range(HAUSHALTE)]
    aus = rechner.rechne(als_tabelle(faelle, rechner.spalten))[0].to_pydict()
    for h, fall in enumerate(faelle):
        spur = erklaere(fall, ziele(), monat, werk)
        for ziel in ziele():
            erwartet = spur[ziel] if rechner.plan.ebene(ziel) == HAUSHALT else spur.werte[ziel]
            assert aus[ziel][h] == erwartet, (ziel, fall)
