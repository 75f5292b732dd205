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


@pytest.mark.parametrize("offsets", [[0, 1_000_000], [0, 1_000_000, 1_000_002, 3], [0, 2, 1, 3], [5, 4, 3], [-3, 0, 3]])
@pytest.mark.parametrize("alle", [True, False])
def test_eine_beschaedigte_liste_wird_abgelehnt_bevor_jemand_darin_liest(rechner, offsets, alle):
    spalten, speicher = {}, []
    for name, art in {"wert": INT32, "beliebig": INT32, "geboren": pa.date32()}.items():
        speicher.append(np.array([0, *[1] * (len(offsets) - 2), 3], np.int32))
        haelften = [None, pa.py_buffer(speicher[-1])]
        werte = pa.array([5, 6, 7], INT32).cast(art)
        spalten[name] = pa.ListArray.from_buffers(pa.list_(art), len(offsets) - 1, haelften, children=[werte])
    daten = pa.table(spalten)
    for grenzen in speicher if alle else speicher[1:2]:
        grenzen[:] = offsets  # as a damaged file would have it: Arrow itself no longer looks
    with pytest.raises(UngueltigeAngaben, match="Liste"):
        rechner.rechne(daten)


def test_leere_haushalte_allein(rechner):
    aus, _ = rechner.rechne(tabelle([[], [], []]))
    assert aus["zusammen"].to_pylist() == [0, 0, 0] and aus["mal_jahr"].to_pylist() == [[], [], []]


@regel("haushalt", norm="§ 1")
def der_wohnung(warm: bool, stufe: Anzahl, miete: Anzahl, seit: Anzahl) -> Anzahl:
    """Liest Spalten je Haushalt jeder Form."""
    return (miete + stufe + seit // 10_000) * (2 if warm else 1)


@regel("person", norm="§ 1")
def je_bewohner(der_wohnung: Anzahl, wert: Anzahl) -> Anzahl:
    """Wert des Haushalts bei jeder Person."""
    return der_wohnung + wert


@pytest.mark.parametrize("klein", [True, False])
def test_spalten_je_haushalt_in_jeder_form(klein):
    merkmale = [
        Merkmal("wert", "wert", "person", Merkmalsart.GANZZAHL, "§ 2", "Hilfe", min=3, max=70),
        Merkmal("warm", "warm", "haushalt", Merkmalsart.JA_NEIN, "§ 2", "Hilfe"),
        Merkmal("stufe", "stufe", "haushalt", Merkmalsart.GANZZAHL, "§ 2", "Hilfe", min=1, max=7),
        Merkmal("miete", "miete", "haushalt", Merkmalsart.BETRAG, "§ 2", "Hilfe"),
        Merkmal("seit", "seit", "haushalt", Merkmalsart.DATUM, "§ 2", "Hilfe", min=18_500_101),
    ]
    werk = Regelwerk.aus(regeln=[fn.__regel__ for fn in (der_wohnung, je_bewohner)], merkmale=merkmale)
    r = Rechner(werk, Rechenauftrag.fuer(["der_wohnung", "je_bewohner"], MONAT))
    zufall = random.Random(3)
    personen = haushalte([zufall.choice([1, 2, 3, 8, 11]) for _ in range(700)], 3)
    n = len(personen)
    warm, stufe, miete, tage = (
        [zufall.random() < 0.5 for _ in range(n)],
        [zufall.randint(1, 7) for _ in range(n)],
        [zufall.randint(0, 90_000) for _ in range(n)],
        [zufall.randint(0, 20_000) for _ in range(n)],
    )
    daten = pa.table(
        {
            "wert": pa.array([[p[0] for p in h] for h in personen], pa.list_(INT32)),
            "warm": pa.array([False, *warm]).slice(1),
            "stufe": pa.array(stufe, pa.int8() if klein else pa.int64()),
            "miete": pa.array(miete, INT32),
            "seit": pa.array(tage, INT32).cast(pa.date32()),
        }
    )
    aus, _ = r.rechne(daten, faeden=2)
    jahre = [d.year for d in daten["seit"].to_pylist()]
    erwartet = [(m + s + j) * (2 if w else 1) for m, s, j, w in zip(miete, stufe, jahre, warm, strict=True)]
    assert aus["der_wohnung"].to_pylist() == erwartet
    assert aus["je_bewohner"].to_pylist() == [[e + p[0] for p in h] for e, h in zip(erwartet, personen, strict=True)]
    falsch = daten.set_column(2, "stufe", pa.array([*stufe[:-1], 8], daten["stufe"].type))
    with pytest.raises(UngueltigeAngaben, match=f"zuerst {n - 1}"):
        r.rechne(falsch)
