"""What the kernel itself refuses of numbers and dates; and the company a household is calculated in does not matter."""

import random

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sozialamt.rechenkern import Anzahl, Merkmal, Merkmalsart, Regelwerk, UngueltigeAngaben, anzahl, regel, summe
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner
from sozialamt.rechenkern.kern.call import FalscheAngabe
from sozialamt.rechenkern.kern.source import GROESSTE

INT32 = pa.int32()
MONAT = "2024-01"
ZIELE = ("mal_jahr", "zusammen", "koepfe")
JE_MERKMAL = {"wert": (3, 70), "beliebig": (-(2**31), 2**31 - 1), "geboren": (18_500_101, 2**31 - 1)}


@regel("person", norm="§ 1")
def mal_jahr(wert: Anzahl, beliebig: Anzahl, geboren: Anzahl) -> Anzahl:
    """Liest alle drei Spalten."""
    return wert * 3 + beliebig % 1_000 + geboren // 10_000


@summe("haushalt")
def zusammen(wert: Anzahl) -> Anzahl:
    """Über alle im Haushalt."""
    return wert


@anzahl("haushalt")
def koepfe(wert: Anzahl) -> bool:
    """Wer über 10 hat."""
    return wert > 10  # noqa: PLR2004


@pytest.fixture(scope="module")
def rechner():
    def merkmal(name, art=Merkmalsart.GANZZAHL):
        unten, oben = JE_MERKMAL[name]
        grenzen = {"min": unten, "max": oben} if art is Merkmalsart.GANZZAHL else {"min": unten}
        return Merkmal(name, name, "person", art, "§ 2", "Hilfe", **grenzen)

    merkmale = [merkmal("wert"), merkmal("beliebig"), merkmal("geboren", Merkmalsart.DATUM)]
    werk = Regelwerk.aus(regeln=[fn.__regel__ for fn in (mal_jahr, zusammen, koepfe)], merkmale=merkmale)
    return Rechner(werk, Rechenauftrag.fuer(ZIELE, MONAT))


def haushalte(groessen, saat=0):
    zufall = random.Random(saat)
    return [[(zufall.randint(3, 70), zufall.randint(-(2**31), 2**31 - 1), 7_000) for _ in range(n)] for n in groessen]


def tabelle(personen, art_wert=INT32):
    arten = {"wert": art_wert, "beliebig": pa.int32(), "geboren": pa.date32()}
    spalten = {}
    for i, (name, art) in enumerate(arten.items()):
        ganz = pa.int32() if pa.types.is_date32(art) else art
        werte = pa.array([p[i] for haushalt in personen for p in haushalt], ganz).cast(art)
        offsets = np.cumsum([0, *map(len, personen)]).astype(np.int32)
        spalten[name] = pa.ListArray.from_arrays(pa.array(offsets), werte)
    return pa.table(spalten)


def geht(fn):
    try:
        fn()
    except (UngueltigeAngaben, FalscheAngabe):
        return False
    return True


def test_der_kern_prueft_was_er_verspricht(rechner):
    assert rechner.quelle.geprueft == ("wert", "beliebig")


@settings(max_examples=150, deadline=None)
@given(
    groessen=st.lists(st.sampled_from([1, 1, 2, 3, 5, 8]), min_size=1, max_size=80),
    spalte=st.sampled_from(["wert", "geboren"]),
    wert=st.one_of(st.sampled_from([2, 3, 70, 71, -1, 2**31 - 1, -(2**31), 2**31 - 4, 65_743, 65_744]), st.integers()),
    wo=st.floats(0, 0.999),
)
@example(groessen=[1], spalte="geboren", wert=-43_829, wo=0)
@example(groessen=[1], spalte="geboren", wert=-43_830, wo=0)
def test_der_kern_lehnt_ab_was_der_leser_ablehnt(rechner, groessen, spalte, wert, wo):
    personen = haushalte(groessen)
    haushalt = personen[int(wo * len(personen))]
    stelle, wert = list(JE_MERKMAL).index(spalte), (wert + 2**31) % 2**32 - 2**31
    haushalt[-1] = (*haushalt[-1][:stelle], wert, *haushalt[-1][stelle + 1 :])
    daten = tabelle(personen)
    ungeprueft = rechner.lies(daten, alles=False) if spalte == "wert" else None
    erlaubt = geht(lambda: rechner.lies(daten))
    assert geht(lambda: rechner.rechne(daten)) == erlaubt
    assert ungeprueft is None or geht(lambda: rechner.rechne_satz(ungeprueft)) == erlaubt


def test_die_meldung_nennt_wert_und_stelle(rechner):
    personen = haushalte([1, 2, 3] * 40)
    personen[52][1] = (71, 0, 7_000)
    with pytest.raises(UngueltigeAngaben, match="Haushalt 52 Person 1") as fehler:
        rechner.rechne(tabelle(personen), faeden=2)
    assert "erlaubt ist 3 bis 70" in str(fehler.value)


@pytest.mark.parametrize("faeden", [1, 2])
def test_in_welcher_gesellschaft_gerechnet_wird_ist_gleich(rechner, faeden):
    """Any mix of sizes, empty and very large households included: everybody gets what the household alone gets."""
    zufall = random.Random(7)
    groessen = [zufall.choice([0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, GROESSTE + 1, 40]) for _ in range(9_000)]
    personen = haushalte(groessen, 7)
    aus, _ = rechner.rechne(tabelle(personen, pa.int8()), faeden=faeden)
    assert aus["zusammen"].to_pylist() == [sum(w for w, *_ in h) for h in personen]
    assert aus["koepfe"].to_pylist() == [sum(w > 10 for w, *_ in h) for h in personen]
    assert aus["mal_jahr"].to_pylist() == [[w * 3 + b % 1_000 + 1989 for w, b, _ in h] for h in personen]


def test_leere_haushalte_allein(rechner):
    aus, _ = rechner.rechne(tabelle([[], [], []]))
    assert aus["zusammen"].to_pylist() == [0, 0, 0] and aus["mal_jahr"].to_pylist() == [[], [], []]
