"""What the kernel finds of wrong references is exactly what the reader of the columns refuses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sozialamt.rechenkern import UngueltigeAngaben
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner
from sozialamt.rechenkern.kern.call import FalscheAngabe
from tests.rechenkern.conftest import ZIELE
from tests.rechenkern.kern.test_streaming import MONAT, erzeuge, pa

WEIT = 2**31 - 1


@pytest.fixture(scope="module")
def rechner(werk):
    return Rechner(werk, Rechenauftrag.fuer(ZIELE, MONAT))


def mit_paaren(haushalte, saat):
    """Households of one to four of whom the first two are a couple, and the columns of references as lists."""
    tabelle = erzeuge(haushalte, np.random.default_rng(saat))
    groessen = [len(x) for x in tabelle["partner"].to_pylist()]
    partner = [[1, 0, *[-1] * (n - 2)] if n > 1 else [-1] for n in groessen]
    return tabelle, {"partner": partner, "empfaenger": tabelle["empfaenger"].to_pylist()}


def ersetze(tabelle, spalten):
    for name, werte in spalten.items():
        feld = pa.array(werte, pa.list_(pa.int32()))
        tabelle = tabelle.set_column(tabelle.schema.get_field_index(name), name, feld)
    return tabelle


def geht(fn):
    try:
        fn()
    except (UngueltigeAngaben, FalscheAngabe):
        return False
    return True


@settings(max_examples=60, deadline=None)
@given(
    haushalte=st.sampled_from([1, 2, 9, 60, 400]),
    saat=st.integers(0, 20),
    name=st.sampled_from(["partner", "empfaenger"]),
    wo=st.floats(0, 0.999),
    wer=st.integers(0, 3),
    ziel=st.one_of(st.integers(-1, 5), st.sampled_from([64, 1_000_000, WEIT])),
)
def test_kern_findet_was_der_leser_ablehnt(rechner, haushalte, saat, name, wo, wer, ziel):
    tabelle, spalten = mit_paaren(haushalte, saat)
    haushalt = spalten[name][int(wo * haushalte)]
    haushalt[wer % len(haushalt)] = ziel
    tabelle = ersetze(tabelle, spalten)
    ungeprueft = rechner.lies(tabelle, alles=False)
    erlaubt = geht(lambda: rechner.lies(tabelle))
    assert geht(lambda: rechner.rechne_satz(ungeprueft)) == erlaubt
    assert geht(lambda: rechner.rechne(tabelle, faeden=2)) == erlaubt


@pytest.mark.parametrize("groesse", [8, 65, 200])
def test_auch_in_sehr_grossen_haushalten(rechner, groesse):
    def tabelle(letzter):
        je_person = {"lohn": [[100] * groesse], "krank": [[False] * groesse]}
        verweise = {"partner": [[-1] * groesse], "empfaenger": [[*[0] * (groesse - 1), letzter]]}
        arten = {"lohn": pa.int32(), "krank": pa.bool_(), "partner": pa.int32(), "empfaenger": pa.int32()}
        spalten = {n: pa.array(w, pa.list_(arten[n])) for n, w in {**je_person, **verweise}.items()}
        return pa.table({"miete": pa.array([1_000], pa.int32()), **spalten})

    assert geht(lambda: rechner.rechne(tabelle(groesse - 1)))
    with pytest.raises(UngueltigeAngaben, match=f"Haushalt 0 Person {groesse - 1}"):
        rechner.rechne(tabelle(groesse))


def test_die_meldung_nennt_die_zeile(rechner):
    tabelle, spalten = mit_paaren(500, 3)
    paar = next(i for i, h in enumerate(spalten["partner"]) if i > 300 and len(h) > 2)
    spalten["partner"][paar][2] = 0
    with pytest.raises(UngueltigeAngaben) as fehler:
        rechner.rechne(ersetze(tabelle, spalten), faeden=2, ab_zeile=1_000)
    assert f"Haushalt {paar + 1_000} Person 2" in str(fehler.value)
    assert "nicht gegenseitig" in str(fehler.value)
