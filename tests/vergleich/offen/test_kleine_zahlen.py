"""Kleine Zahlen werden gesperrt, und kein Weg der Rechnung führt zu ihnen zurück."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from sozialamt.vergleich.offen.kleine_zahlen import GRENZE, Summe, schuetze

GRUNDSICHERUNG = Summe("gesamt", ("ave", "ie"))


def test_eins_und_zwei_sind_gesperrt_null_und_drei_nicht():
    assert schuetze({"a": 0, "b": 1, "c": 2, "d": 3}) == {"b", "c"}


def test_die_grenze_ist_einstellbar():
    assert schuetze({"a": 4, "b": 5}, grenze=5) == {"a"}


def test_ein_einzelner_teil_zieht_einen_zweiten_nach():
    assert schuetze({"gesamt": 102, "ave": 100, "ie": 2}, [GRUNDSICHERUNG]) == {"ie", "ave"}


def test_der_kleinste_offene_teil_wird_mitgesperrt():
    werte = {"gesamt": 62, "a": 50, "b": 10, "c": 2}
    assert schuetze(werte, [Summe("gesamt", ("a", "b", "c"))]) == {"c", "b"}


def test_zwei_einsen_unter_einer_offenen_summe_bleiben_nicht_erratbar():
    werte = {"gesamt": 52, "a": 50, "b": 1, "c": 1}
    assert schuetze(werte, [Summe("gesamt", ("a", "b", "c"))]) >= {"a", "b", "c"}


def test_eine_null_neben_der_kleinen_zahl_schuetzt_nicht_und_bleibt_offen():
    gesperrt = schuetze({"gesamt": 2, "ave": 2, "ie": 0}, [GRUNDSICHERUNG])
    assert gesperrt == {"gesamt", "ave"}


def test_eine_summe_die_nicht_aufgeht_verraet_nichts_und_sperrt_nichts():
    assert schuetze({"gesamt": 999, "ave": 100, "ie": 2}, [GRUNDSICHERUNG]) == {"ie"}
    assert schuetze({"ave": 100, "ie": 2}, [GRUNDSICHERUNG]) == {"ie"}


def test_zwei_summen_zusammen_verraten_nichts():
    zeilen = [Summe("z1", ("a", "b")), Summe("z2", ("c", "d"))]
    spalten = [Summe("s1", ("a", "c")), Summe("s2", ("b", "d"))]
    werte = {"a": 1, "b": 4, "c": 5, "d": 6, "z1": 5, "z2": 11, "s1": 6, "s2": 10}
    gesperrt = schuetze(werte, [*zeilen, *spalten])
    assert not _erratbar(werte, gesperrt, [*zeilen, *spalten])


def _erratbar(werte, gesperrt, summen) -> set:
    """Unabhängig vom Verfahren: alle ganzzahligen Belegungen durchprobieren, die zu den offenen Zahlen passen."""
    unbekannt = sorted(gesperrt, key=str)
    hoechstens = max(werte.values()) + 1
    moeglich = {zelle: set() for zelle in unbekannt}
    for belegung in product(range(hoechstens), repeat=len(unbekannt)):
        bild = werte | dict(zip(unbekannt, belegung, strict=True))
        if all(bild[s.gesamt] == sum(bild[t] for t in s.teile) for s in summen):
            for zelle in unbekannt:
                moeglich[zelle].add(bild[zelle])
    return {zelle for zelle, zahlen in moeglich.items() if zahlen == {werte[zelle]}}


@given(st.lists(st.integers(0, 6), min_size=3, max_size=3))
def test_keine_gesperrte_zahl_laesst_sich_ausrechnen(teile):
    namen = ("a", "b", "c")
    werte = dict(zip(namen, teile, strict=True)) | {"gesamt": sum(teile)}
    summen = [Summe("gesamt", namen)]
    gesperrt = schuetze(werte, summen)
    assert {n for n in werte if 0 < werte[n] < GRENZE} <= gesperrt
    assert all(werte[n] for n in gesperrt)
    if len(gesperrt) < 4:
        assert not _erratbar(werte, gesperrt, summen)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(GRENZE, 1000)))
def test_ohne_kleine_zahlen_wird_nichts_gesperrt(werte):
    assert schuetze(werte, [Summe("a", ("b", "c"))]) == frozenset()
