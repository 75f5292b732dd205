"""Eight persons at once: whole numbers stay exact at every edge, in the trusting kernel and in the wide one."""

import random

import pyarrow as pa
import pytest

from sozialamt.rechenkern import (
    Anzahl,
    Cent,
    Einheit,
    Fall,
    Fassung,
    Merkmal,
    Merkmalsart,
    Parameter,
    Regelwerk,
    anzahl,
    beim,
    erklaere,
    maximum,
    minimum,
    regel,
    summe,
    summe_an,
)
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner, store
from sozialamt.rechenkern.kern.call import Kernlauf
from sozialamt.rechenkern.kern.column import jjjjmmtt
from sozialamt.rechenkern.kern.source import GROESSTE
from sozialamt.rechenkern.rundung import abrunden, anteil, aufrunden, kaufmaennisch

MONAT = "2024-01"
GROSS = 2**31 - 1


@regel("person", norm="§ 1")
def gerundet(a: Anzahl, b: Anzahl, teiler: Anzahl) -> Anzahl:
    """Produkt bis 2**62, geteilt."""
    return kaufmaennisch(a * b, teiler)


@regel("person", norm="§ 1")
def nach_unten(a: Anzahl, b: Anzahl, teiler: Anzahl) -> Anzahl:
    """Dasselbe, abgerundet."""
    return abrunden(a * b, teiler)


@regel("person", norm="§ 1")
def nach_oben(a: Anzahl, b: Anzahl, teiler: Anzahl) -> Anzahl:
    """Dasselbe, aufgerundet."""
    return aufrunden(a * b, teiler)


@regel("person", norm="§ 1")
def durch_c(a: Anzahl, c: Anzahl) -> Anzahl:
    """Teiler, der von Person zu Person verschieden ist, und 0 sein kann, wo niemand ihn liest."""
    if c == 0:
        return -1
    return kaufmaennisch(a, c) + abrunden(a, c) - aufrunden(a, c)


@regel("person", norm="§ 1")
def feste_teiler(a: Anzahl) -> Anzahl:
    """Teiler, die im Text stehen."""
    return anteil(a, a % GROSS if a > 0 else 1) + abrunden(a, 7) - aufrunden(a, 12) + (a % 100 if a >= 0 else 0)


@regel("person", norm="§ 1")
def nur_wo_es_passt(a: Anzahl, b: Anzahl, c: Anzahl, teiler: Anzahl) -> Anzahl:
    """Ein zu großes Produkt in dem Zweig, den niemand nimmt, stört nicht; die Summe zweier großer ist genau."""
    if c > 0:
        return kaufmaennisch(a * b + b * c, teiler)
    return max(a, -b) - min(b, c)


@summe("haushalt")
def alle_a(a: Anzahl) -> Anzahl:
    """Summe über den Haushalt."""
    return a


@anzahl("haushalt")
def positive(a: Anzahl) -> bool:
    """Zahl der positiven."""
    return a > 0


@maximum("haushalt")
def groesstes(a: Anzahl, b: Anzahl) -> Anzahl:
    """Größtes Produkt durch eine Million."""
    return abrunden(a * b, GROSS)


@minimum("haushalt")
def kleinstes(a: Anzahl) -> Anzahl:
    """Kleinstes."""
    return a


@beim("zeigt_auf", sonst=-7)
def dort(a: Anzahl) -> Anzahl:
    """Wert bei der anderen Person."""
    return a


@summe_an("zeigt_auf")
def von_dort(c: Anzahl) -> Anzahl:
    """Summe von allen, die auf die Person zeigen."""
    return c


@regel("person", norm="§ 1")
def unermesslich(a: Cent, b: Cent) -> Cent:
    """Mehr als eine Regel geben kann."""
    return a * b


@regel("person", norm="§ 1")
def teil_eines_produkts(a: Anzahl, b: Anzahl) -> Anzahl:
    """Anteil an einer Zahl bis 2**62: die letzten Stellen und, gekürzt, die ersten."""
    teil = anteil(a * b, 11_500)
    return abrunden(teil, GROSS) + teil % 1_000_003


@regel("person", norm="§ 1")
def betrag_a(a: Anzahl) -> Cent:
    """Ein Betrag, der gewöhnlich klein ist."""
    return a


@regel("person", norm="§ 1")
def je_kopf(betrag_a: Cent, koepfe: Anzahl) -> Cent:
    """Gleiche Teile, dreimal durch dieselbe Zahl."""
    return kaufmaennisch(betrag_a, koepfe) + abrunden(betrag_a, koepfe) - aufrunden(betrag_a, koepfe)


@anzahl("haushalt")
def koepfe(a: Anzahl) -> bool:
    """Alle Personen."""
    return a <= GROSS


@summe("haushalt")
def alle_betraege(betrag_a: Cent) -> Cent:
    """Summe über den Haushalt, die 32 Bit übersteigen kann."""
    return betrag_a


REGELN = (
    gerundet, nach_unten, nach_oben, durch_c, feste_teiler, nur_wo_es_passt, alle_a, positive, groesstes, kleinstes,
    dort, von_dort, teil_eines_produkts, betrag_a, je_kopf, koepfe, alle_betraege, unermesslich,
)  # fmt: skip
ZIELE = tuple(fn.__name__ for fn in REGELN if fn is not unermesslich)


def merkmal(name, art=Merkmalsart.GANZZAHL, **angaben):
    return Merkmal(name, name, "person", art, "§ 2", "Hilfe", **angaben)


@pytest.fixture(scope="module", params=[10_000, 9_999, 99_991])
def werk(request):
    fassung = Fassung(20190101, 20261231, request.param, 20190101, "§ 3", "Quelle", "gesehen", 20261121)
    return Regelwerk.aus(
        regeln=[fn.__regel__ for fn in REGELN],
        parameter=[Parameter("teiler", "Teiler", Einheit.ANZAHL, "§ 3", (fassung,))],
        merkmale=[
            merkmal("a", min=-GROSS, max=GROSS),
            merkmal("b", min=-GROSS, max=GROSS),
            merkmal("c", min=0, max=GROSS),
            merkmal("zeigt_auf", Merkmalsart.VERWEIS, vorgabe=-1, vorgabe_grund="niemand"),
        ],
    )


def rand(zufall, teiler):
    """Numbers where rounding turns: multiples and halves of the divisor, and one beside them."""
    groesse = 2 ** zufall.choice([25, 30, zufall.randint(0, 31)])
    n = zufall.choice([zufall.randint(0, groesse), zufall.randint(0, groesse) // teiler * teiler, groesse])
    n += zufall.choice([0, 0, 1, -1, teiler // 2, (teiler + 1) // 2, teiler // 2 + 1])
    return max(-GROSS, min(GROSS, n * zufall.choice([1, -1])))


def person(zufall, teiler, wie_viele, klein):
    a, b = rand(zufall, teiler), zufall.choice([1, 2, teiler, rand(zufall, teiler)])
    if klein:
        a, b = a % 1_000_000, b % 1_000
    c = abs(zufall.choice([0, 1, 2, 3, teiler, rand(zufall, teiler)]))
    return {"a": a, "b": b, "c": c, "zeigt_auf": zufall.randint(-1, wie_viele - 1)}


def haushalte(teiler, klein, anzahl=400):
    zufall = random.Random(f"{teiler}{klein}")
    groessen = [zufall.choice([1, 1, 2, 3, 4, 5, 9]) for _ in range(anzahl)]
    return [[person(zufall, teiler, n, klein) for _ in range(n)] for n in groessen]


def tabelle(faelle):
    return pa.table({n: [[p[n] for p in personen] for personen in faelle] for n in ("a", "b", "c", "zeigt_auf")})


@pytest.mark.parametrize("klein", [True, False])
def test_jede_rundung_stimmt_an_jedem_rand(werk, klein, monkeypatch):
    teiler = werk.parameter["teiler"].fassungen[0].wert
    faelle = haushalte(teiler, klein)
    zweifel, echt = [], Kernlauf.__call__

    def lauf(selbst, *angaben):
        uebrig = echt(selbst, *angaben)
        zweifel.append(any(len(faelle[h]) <= GROESSTE for h in uebrig))
        return uebrig

    monkeypatch.setattr(Kernlauf, "__call__", lauf)
    aus = Rechner(werk, Rechenauftrag.fuer(ZIELE, MONAT)).rechne(tabelle(faelle))[0].to_pydict()
    for h, personen in enumerate(faelle):
        spur = erklaere(Fall({}, {str(i): p for i, p in enumerate(personen)}), ZIELE, MONAT, werk)
        for ziel in ZIELE:
            hier = aus[ziel][h]
            erwartet = spur.werte[ziel] if isinstance(hier, list) else spur[ziel]
            assert hier == erwartet, (ziel, personen)
    assert any(zweifel) is not klein, "große Zahlen wecken Zweifel, gewöhnliche nie"


def test_zu_grosse_ergebnisse_werden_gekappt_und_nie_falsch_herum(werk):
    faelle = [[{"a": GROSS, "b": GROSS, "c": 0, "zeigt_auf": -1}], [{"a": GROSS, "b": -GROSS, "c": 0, "zeigt_auf": -1}]]
    rechner = Rechner(werk, Rechenauftrag.fuer(["unermesslich"], MONAT))
    assert rechner.rechne(tabelle(faelle))[0].to_pydict()["unermesslich"] == [[2**40], [-(2**40)]]


def test_vorbereitet_wird_auch_fuer_zweifel_nichts_mehr_uebersetzt(werk, monkeypatch):
    rechner = Rechner(werk, Rechenauftrag.fuer(["alle_betraege"], MONAT))
    rechner.bereite_vor()
    monkeypatch.setattr(store, "lade", lambda text: pytest.fail("nochmals übersetzt"))
    faelle = [[{"a": GROSS, "b": 0, "c": 0, "zeigt_auf": -1}] * 2, [{"a": 7, "b": 0, "c": 0, "zeigt_auf": -1}]]
    assert rechner.rechne(tabelle(faelle))[0].to_pydict()["alle_betraege"] == [2 * GROSS, 7]


def test_tage_werden_im_kern_zu_denselben_daten_wie_in_der_tabelle():
    """The kernel converts Arrow's days itself; every day of three centuries."""
    from datetime import date, timedelta

    @regel("person", norm="§ 1")
    def wann(geburtsdatum: Anzahl) -> Anzahl:
        """Das Datum selbst."""
        return geburtsdatum

    werk = Regelwerk.aus(
        regeln=[wann.__regel__],
        merkmale=[Merkmal("geburtsdatum", "Geburt", "person", Merkmalsart.DATUM, "§ 2", "Hilfe", min=18500101)],
    )
    tage = [date(1850, 1, 1) + timedelta(n) for n in range(0, 109_000, 7)]
    spalte = pa.array([[tag] for tag in tage], pa.list_(pa.date32()))
    aus = Rechner(werk, Rechenauftrag.fuer(["wann"], MONAT)).rechne(pa.table({"geburtsdatum": spalte}))[0]
    erwartet = [int(f"{tag:%Y%m%d}") for tag in tage]
    assert [w for zeile in aus.to_pydict()["wann"] for w in zeile] == erwartet
    assert jjjjmmtt(spalte.values.view(pa.int32()).to_numpy()).tolist() == erwartet
