"""Values of eight persons at once: their forms, bounds and literals.

Every value carries the bounds it cannot leave. They choose the narrowest form that is still exact: 32-bit integers,
whole numbers in doubles (exact up to 2**53, and division is cheap there), the sum of two such doubles. Truth values are
masks, all bits set or none.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum

LANES = 8
"""Persons in one step."""
GANZ = 1 << 53
"""Whole numbers below it are exact in a double."""
SICHER = 1 << 49
"""Numerators below it are divided exactly by multiplying with the reciprocal."""
ENG = GANZ
"""Numerators below it are divided exactly in doubles; where the kernel trusts, it trusts that nothing reaches it."""
REICHLICH = 1 << 45
"""Rough sizes below it leave room enough to `SICHER`."""
_MAX32, _MIN32 = 2**31 - 1, -(2**31)


UEBLICH = 1 << 18
"""Rough size of an amount of money of ordinary people, in cents."""


class Typ(Enum):
    """Form of a value in the kernel."""

    JA = "ja"
    I32 = "i32"
    F64 = "f64"
    WEIT = "weit"
    I64 = "i64"

    @property
    def llvm(self) -> str:
        return f"<{LANES} x {self.element}>"

    @property
    def element(self) -> str:
        return {Typ.JA: "i32", Typ.I32: "i32", Typ.F64: "double", Typ.WEIT: "double", Typ.I64: "i64"}[self]

    @property
    def byte(self) -> int:
        return 4 if self in (Typ.JA, Typ.I32) else 8

    @property
    def teile(self) -> int:
        """Vectors one value consists of."""
        return 2 if self is Typ.WEIT else 1


@dataclass(frozen=True, slots=True)
class Wert:
    """One value per person: form, name in the text ("" for a number), bounds, and whether all persons share it.

    A wide one is the sum of `ref` and `klein`, of which the first is the sum rounded to a double. `etwa` is a rough
    size in ordinary life, 0 for that of an amount of money; it decides no result, only whether to trust (see `Code`).
    """

    typ: Typ
    ref: str
    lo: int
    hi: int
    fest: bool
    klein: str = ""
    etwa: int = 0

    @property
    def groesse(self) -> int:
        """Rough size in ordinary life."""
        if self.typ is Typ.JA:
            return 1
        return self.etwa or min(max(-self.lo, self.hi), UEBLICH)

    @property
    def zahl(self) -> int | None:
        """The number if the bounds leave only one."""
        return self.lo if self.lo == self.hi else None


@dataclass(frozen=True, slots=True)
class Tabelle:
    """Table parameter: its place in the vector of parameters."""

    stelle: int
    laenge: int
    lo: int
    hi: int


def typ_fuer(lo: int, hi: int) -> Typ:
    """Narrowest exact form for numbers within bounds."""
    if lo >= _MIN32 and hi <= _MAX32:
        return Typ.I32
    return Typ.F64 if lo > -GANZ and hi < GANZ else Typ.WEIT


def zahl(n: int) -> Wert:
    """A number everybody shares."""
    return Wert(typ_fuer(n, n), "", n, n, True, etwa=abs(n))


def wahrheit(b: bool) -> Wert:
    """A truth value everybody shares."""
    return Wert(Typ.JA, "", int(b), int(b), True)


JA, NEIN, NULL, EINS = wahrheit(True), wahrheit(False), zahl(0), zahl(1)
HOECHSTENS = 1 << 50
HOECHSTENS_CENT = 1 << 40
"""No rule gives more than this: eleven billion euros. Bounds alone cannot know that a share of a sum is smaller than
the sum; they would grow with every product."""
ORDENTLICH = (1 << 25) - 1
"""An amount of an ordinary person, in cents, is smaller; so is what a person adds to a sum. Sums over a block then fit
32 bits, and products of two amounts need no check."""
REICH = (1 << 30) - 1
"""The same for amounts that come from facts that may be larger, such as property."""
WEITESTE = 1 << 104
"""The sum of two doubles is exact below it."""
NICHTS = "splat (double 0x0000000000000000)"
MINUS_NULL = "splat (double 0x8000000000000000)"


def _double(x: float) -> str:
    return f"0x{struct.unpack('>Q', struct.pack('>d', x))[0]:016X}"


def splat(x: float) -> str:
    """The same double for all persons."""
    return f"splat (double {_double(x)})"


def literal(n: int, typ: Typ) -> str:
    """The same number for all persons."""
    if typ is Typ.F64:
        return splat(float(n))
    if typ is Typ.JA:
        n = -1 if n else 0
    return f"splat ({typ.element} {n})" if n else "zeroinitializer"
