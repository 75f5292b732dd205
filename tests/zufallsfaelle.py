"""Random households over the whole vocabulary, for comparing the two ways of calculating and for properties."""

import random
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from sozialamt.rechenkern import Fall, Merkmal, Merkmalsart, Regelwerk
from sozialamt.rechenkern.kalender import monat_plus
from sozialamt.rechenkern.levels import HAUSHALT, PERSON

GESETZT = 0.2
"""How often a fact with a default is given at all."""

BETRAEGE = (0, 1, 999, 5_000, 10_000, 25_000, 28_150, 56_300, 80_000, 123_456, 250_000, 600_000, 1_500_001)
LINKS = ("partner", "elternteil_1", "elternteil_2")


def haushalt(zufall: random.Random, merkmale: Sequence[Merkmal], monat: int) -> Fall:
    """One household: a family tree that fits together, everything else at random within the allowed range."""
    stamm = list(_stammbaum(zufall, monat))
    personen = []
    for person in stamm:
        angaben = dict(person)
        for m in merkmale:
            if m.ebene == PERSON and m.name not in angaben and m.name not in LINKS:
                wert = _zufallswert(zufall, m, monat, len(stamm))
                if wert is not None:
                    angaben[m.name] = wert
        personen.append(angaben)
    werte = {m.name: _zufallswert(zufall, m, monat, len(stamm)) for m in merkmale if m.ebene == HAUSHALT}
    return Fall({n: w for n, w in werte.items() if w is not None}, {f"p{i}": p for i, p in enumerate(personen)})


def _stammbaum(zufall: random.Random, monat: int) -> Iterator[dict[str, int]]:
    """Adults (perhaps a couple), their children, perhaps somebody else; in any order of ages that can be."""
    paar = zufall.random() < 0.5
    kinder = zufall.choice((0, 0, 0, 1, 1, 2, 3, 5))
    andere = zufall.choice((0, 0, 0, 1, 2))
    jahr = monat // 10_000
    for i in range(1 + paar):
        yield {
            "geburtsdatum": _tag(zufall, jahr - zufall.choice((19, 24, 30, 45, 60, 65, 66, 67, 75, 90))),
            **({"partner": 1 - i, "verheiratet": int(zufall.random() < 0.7)} if paar else {}),
        }
    for _ in range(kinder):
        eltern = {"elternteil_1": 0} | ({"elternteil_2": 1} if paar and zufall.random() < 0.8 else {})
        yield {
            "geburtsdatum": _tag(zufall, jahr - zufall.choice((1, 3, 6, 7, 13, 14, 15, 17, 18, 20, 24, 26)))
        } | eltern
    for _ in range(andere):
        yield {"geburtsdatum": _tag(zufall, jahr - zufall.choice((5, 17, 25, 66, 80)))}


def _tag(zufall: random.Random, jahr: int) -> int:
    return jahr * 10_000 + zufall.randint(1, 12) * 100 + zufall.choice((1, 1, 2, 15, 28))


def _zufallswert(zufall: random.Random, m: Merkmal, monat: int, personen: int) -> int | None:
    if not m.pflicht and zufall.random() > GESETZT:
        return None
    match m.art:
        case Merkmalsart.JA_NEIN:
            return int(zufall.random() < 0.5)
        case Merkmalsart.AUSWAHL:
            return zufall.randrange(len(m.auswahl or ()))
        case Merkmalsart.VERWEIS:
            return zufall.randint(-1, personen - 1)
        case Merkmalsart.DATUM:
            return 0 if zufall.random() < 0.2 else _im_bereich(m, _datum(zufall, monat))
        case Merkmalsart.BETRAG:
            return _im_bereich(m, zufall.choice((zufall.choice(BETRAEGE), zufall.randint(0, 300_000))))
    return _im_bereich(m, zufall.choice((0, 1, 2, zufall.randint(0, 40), zufall.randint(0, 500))))


def _datum(zufall: random.Random, monat: int) -> int:
    return monat_plus(monat, zufall.randint(-60, 6)) + zufall.choice((0, 0, 14, 27))


def _im_bereich(m: Merkmal, wert: int) -> int:
    unten = wert if m.min is None else max(wert, m.min)
    return unten if m.max is None else min(unten, m.max)


def als_tabelle(faelle: Sequence[Fall], merkmale: Sequence[Merkmal]) -> pa.Table:
    """Households as the kernel reads them; what is not given is null."""
    return pa.table({m.name: _spalte(faelle, m) for m in merkmale})


def _spalte(faelle: Sequence[Fall], m: Merkmal) -> pa.Array:
    typ = pa.bool_() if m.art is Merkmalsart.JA_NEIN else pa.int32()
    if m.ebene == HAUSHALT:
        return pa.array([_angabe(f.haushalt, m) for f in faelle], typ)
    return pa.array([[_angabe(p, m) for p in f.personen.values()] for f in faelle], pa.list_(typ))


def _angabe(angaben: Mapping[str, int], m: Merkmal) -> int | bool | None:
    wert = angaben.get(m.name)
    return bool(wert) if wert is not None and m.art is Merkmalsart.JA_NEIN else wert


def braucht(werk: Regelwerk, merkmale: Sequence[Merkmal]) -> tuple[Merkmal, ...]:
    """Facts with everything their conditions ask for."""
    namen = dict.fromkeys(n for m in merkmale for n in (*m.wenn, m.name))
    return tuple(werk.merkmale[n] for n in namen)
