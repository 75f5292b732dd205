"""Who lives with whom: household types, sizes, ages and links of a generated population.

Shares are rounded from what the Mikrozensus shows for Germany; they make the mix plausible, they are no statistics.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Feld = npt.NDArray[Any]
NIEMAND = -1
HOECHSTE_GROESSE = 7
"""Two parents and five children."""


class Haushaltstyp(IntEnum):
    """Kind of a generated household."""

    ALLEINSTEHEND = 0
    RENTE_ALLEIN = 1
    RENTE_PAAR = 2
    PAAR = 3
    PAAR_MIT_KINDERN = 4
    ALLEINERZIEHEND = 5
    WOHNGEMEINSCHAFT = 6
    GEMISCHT = 7
    BEHINDERUNG = 8
    ERWACHSENES_KIND = 9


ANTEILE = {
    Haushaltstyp.ALLEINSTEHEND: 0.24,
    Haushaltstyp.RENTE_ALLEIN: 0.16,
    Haushaltstyp.RENTE_PAAR: 0.11,
    Haushaltstyp.PAAR: 0.15,
    Haushaltstyp.PAAR_MIT_KINDERN: 0.16,
    Haushaltstyp.ALLEINERZIEHEND: 0.06,
    Haushaltstyp.WOHNGEMEINSCHAFT: 0.03,
    Haushaltstyp.GEMISCHT: 0.03,
    Haushaltstyp.BEHINDERUNG: 0.02,
    Haushaltstyp.ERWACHSENES_KIND: 0.04,
}
"""Share of each type among the households."""

_PAARE = (
    Haushaltstyp.RENTE_PAAR,
    Haushaltstyp.PAAR,
    Haushaltstyp.PAAR_MIT_KINDERN,
    Haushaltstyp.GEMISCHT,
    Haushaltstyp.ERWACHSENES_KIND,
)
_KINDERZAHL = {  # cumulated shares of 0, 1, 2, 3, 4, 5 children
    Haushaltstyp.PAAR_MIT_KINDERN: (0.0, 0.46, 0.84, 0.955, 0.985, 1.0),
    Haushaltstyp.ALLEINERZIEHEND: (0.0, 0.66, 0.93, 0.985, 1.0, 1.0),
    Haushaltstyp.GEMISCHT: (0.70, 0.87, 0.97, 1.0, 1.0, 1.0),
    Haushaltstyp.ERWACHSENES_KIND: (0.0, 0.75, 1.0, 1.0, 1.0, 1.0),
}
_ALTER = {  # lowest age and number of years of the first adult
    Haushaltstyp.ALLEINSTEHEND: (18, 49),
    Haushaltstyp.RENTE_ALLEIN: (67, 28),
    Haushaltstyp.RENTE_PAAR: (68, 22),
    Haushaltstyp.PAAR: (20, 46),
    Haushaltstyp.PAAR_MIT_KINDERN: (22, 32),
    Haushaltstyp.ALLEINERZIEHEND: (19, 36),
    Haushaltstyp.WOHNGEMEINSCHAFT: (18, 17),
    Haushaltstyp.GEMISCHT: (30, 36),
    Haushaltstyp.BEHINDERUNG: (20, 45),
    Haushaltstyp.ERWACHSENES_KIND: (42, 22),
}
_KIND_MINDESTABSTAND = 18
_ANTEIL_VERHEIRATET = 0.86
_ANTEIL_BEIDE_ELTERN = 0.90
_ANTEIL_GROSSES_KIND = 0.08
_ERWACHSEN = 18


@dataclass(frozen=True)
class Gefuege:
    """Structure of a batch: `typ` per household, everything else per person; `grenzen` are the list offsets."""

    typ: Feld
    grenzen: Feld
    haushalt: Feld
    stelle: Feld
    typ_person: Feld
    erwachsen: Feld
    kinder: Feld
    alter: Feld
    partner: Feld
    elternteil_1: Feld
    elternteil_2: Feld
    verheiratet: Feld

    @property
    def haushalte(self) -> int:
        return len(self.typ)

    @property
    def personen(self) -> int:
        return len(self.haushalt)

    @property
    def groesse(self) -> Feld:
        return np.diff(self.grenzen)

    def je_person(self, werte: Feld) -> Feld:
        """Household values at each of its persons."""
        return werte[self.haushalt]


def baue_gefuege(personen: int, zufall: np.random.Generator) -> Gefuege:
    """Households with exactly that many persons; the last ones are filled up with people living alone."""
    typ, erwachsene, kinder = _haushalte(personen, zufall)
    groesse = erwachsene + kinder
    grenzen = np.zeros(len(typ) + 1, np.int32)
    np.cumsum(groesse, out=grenzen[1:])
    haushalt = np.repeat(np.arange(len(typ), dtype=np.int32), groesse)
    stelle = np.arange(personen, dtype=np.int32) - grenzen[haushalt]
    typ_person = typ[haushalt]
    erwachsen = stelle < erwachsene[haushalt]
    paar = np.isin(typ, _PAARE)
    in_paar = paar[haushalt] & erwachsen
    verheiratet = (zufall.random(len(typ), np.float32) < _ANTEIL_VERHEIRATET) & paar
    beide = (zufall.random(len(typ), np.float32) < _ANTEIL_BEIDE_ELTERN) & paar
    return Gefuege(
        typ=typ,
        grenzen=grenzen,
        haushalt=haushalt,
        stelle=stelle,
        typ_person=typ_person,
        erwachsen=erwachsen,
        kinder=kinder,
        alter=_alter(typ_person, stelle, erwachsen, grenzen[haushalt], zufall),
        partner=np.where(in_paar, 1 - stelle, NIEMAND).astype(np.int32),
        elternteil_1=np.where(erwachsen, NIEMAND, 0).astype(np.int32),
        elternteil_2=np.where(~erwachsen & beide[haushalt], 1, NIEMAND).astype(np.int32),
        verheiratet=verheiratet[haushalt] & erwachsen,
    )


def _haushalte(personen: int, zufall: np.random.Generator) -> tuple[Feld, Feld, Feld]:
    """Type, adults and children per household, cut to the exact number of persons."""
    mehr_als_genug = personen * 6 // 10 + 20
    stufen = np.cumsum(list(ANTEILE.values()))
    typ = np.searchsorted(stufen[:-1], zufall.random(mehr_als_genug, np.float32), side="right").astype(np.int8)
    kinder = _kinderzahl(typ, zufall)
    erwachsene = 1 + np.isin(typ, _PAARE).astype(np.int32)
    wg = np.flatnonzero(typ == Haushaltstyp.WOHNGEMEINSCHAFT)
    erwachsene[wg] = zufall.integers(2, 6, len(wg))
    bis = np.cumsum(erwachsene + kinder)
    fertig = int(np.searchsorted(bis, personen, side="right"))
    rest = personen - (int(bis[fertig - 1]) if fertig else 0)
    allein = np.full(rest, Haushaltstyp.ALLEINSTEHEND, np.int8)
    return (
        np.concatenate([typ[:fertig], allein]),
        np.concatenate([erwachsene[:fertig], np.ones(rest, np.int32)]),
        np.concatenate([kinder[:fertig], np.zeros(rest, np.int32)]),
    )


def _kinderzahl(typ: Feld, zufall: np.random.Generator) -> Feld:
    kinder = np.zeros(len(typ), np.int32)
    for haushaltstyp, stufen in _KINDERZAHL.items():
        wo = np.flatnonzero(typ == haushaltstyp)
        kinder[wo] = np.searchsorted(stufen, zufall.random(len(wo)), side="right")
    return kinder


def _alter(typ: Feld, stelle: Feld, erwachsen: Feld, anfang: Feld, zufall: np.random.Generator) -> Feld:
    """Age in years: the partner's is close to the first adult's, a child is at least 18 years younger."""
    von = np.array([_ALTER[t][0] for t in Haushaltstyp], np.float32)
    jahre = np.array([_ALTER[t][1] for t in Haushaltstyp], np.float32)
    alter = (von[typ] + jahre[typ] * zufall.random(len(typ), np.float32)).astype(np.int32)
    zweite = np.flatnonzero((stelle == 1) & erwachsen & np.isin(typ, _PAARE))
    alter[zweite] = np.maximum(alter[zweite - 1] + zufall.integers(-5, 6, len(zweite)), _ERWACHSEN)
    _alter_gemischt(alter, typ, stelle, zufall)
    kinder = np.flatnonzero(~erwachsen)
    hoechstens = np.maximum(alter[anfang[kinder]] - _KIND_MINDESTABSTAND, 0)
    gross = (typ[kinder] == Haushaltstyp.ERWACHSENES_KIND) | (
        (zufall.random(len(kinder), np.float32) < _ANTEIL_GROSSES_KIND) & (hoechstens >= _ERWACHSEN)
    )
    klein = zufall.integers(0, _ERWACHSEN, len(kinder))
    alter[kinder] = np.minimum(np.where(gross, zufall.integers(_ERWACHSEN, 25, len(kinder)), klein), hoechstens)
    return alter


def _alter_gemischt(alter: Feld, typ: Feld, stelle: Feld, zufall: np.random.Generator) -> None:
    """In half of the mixed households the second partner is a pensioner, in the others permanently incapacitated."""
    zweite = np.flatnonzero((typ == Haushaltstyp.GEMISCHT) & (stelle == 1))
    in_rente = zweite[zufall.random(len(zweite)) < 1 / 2]
    alter[in_rente] = zufall.integers(67, 78, len(in_rente))
