"""Division and rounding for eight persons at once: exact, though the processor can only divide doubles."""

from __future__ import annotations

from dataclasses import replace

from sozialamt.rechenkern.kern.vektor import Grundcode
from sozialamt.rechenkern.kern.wert import (
    ENG,
    LANES,
    MINUS_NULL,
    NICHTS,
    NULL,
    SICHER,
    Typ,
    Wert,
    splat,
    zahl,
)


class Code(Grundcode):
    """Text of one loop over persons, with everything a rule may calculate."""

    def abgerundet(self, z: Wert, n: Wert) -> Wert:
        """Largest integer not above z/n."""
        q = self._abgerundet(z, n)
        return q if q.zahl is not None else replace(q, etwa=max(1, z.groesse // max(1, n.groesse)))

    def _abgerundet(self, z: Wert, n: Wert) -> Wert:
        z, n = self.als_zahl(z), self.als_zahl(n)
        if z.zahl is not None and n.zahl:
            return zahl(z.zahl // n.zahl)
        grenzen = _quotient(z, n)
        if n.zahl and z.lo >= 0 and z.typ is Typ.I32:
            return self._neu(Typ.I32, f"udiv {Typ.I32.llvm} {z.ref}, splat (i32 {n.zahl})", grenzen, z)
        if max(-z.lo, z.hi) >= ENG:
            return self._geteilt_weit(z, n, grenzen, gerundet=False)
        if n.zahl and max(-z.lo, z.hi) < SICHER:
            return self._boden(self._mal_plus(self.in_form(z, Typ.F64), 1 / n.zahl, 0.5 / n.zahl, z), grenzen, z)
        geteilt = self._gleit("fdiv", self.in_form(z, Typ.F64), self.in_form(n, Typ.F64), z, n)
        return self._boden(geteilt, grenzen, z, n)

    def aufgerundet(self, z: Wert, n: Wert) -> Wert:
        """Smallest integer not below z/n."""
        return self.minus(NULL, self.abgerundet(self.minus(NULL, z), n))

    def gerundet(self, z: Wert, n: Wert) -> Wert:
        """Nearest integer to z/n, a half away from zero; n > 0."""
        q = self._gerundet(z, n)
        return q if q.zahl is not None else replace(q, etwa=max(1, z.groesse // max(1, n.groesse)))

    def _gerundet(self, z: Wert, n: Wert) -> Wert:
        z, n = self.als_zahl(z), self.als_zahl(n)
        groesste = max(-z.lo, z.hi)
        if z.zahl is not None or groesste >= ENG or n.hi >= ENG:
            return self._gerundet_weit(z, n)
        hoch = _quotient(zahl(groesste), n)[1] + 1
        grenzen = -hoch if z.lo < 0 else 0, hoch
        x, art = self.in_form(z, Typ.F64), Typ.F64.llvm
        if z.lo < 0:
            x = self.op(f"call {art} @llvm.fabs.v{LANES}f64({art} {x})", z)
        if n.zahl and groesste < SICHER:
            x = self._mal_plus(x, 1 / n.zahl, 0.5 + 0.25 / n.zahl, z)
        else:
            x = self._gerundet_genau(x, self.in_form(n, Typ.F64), z, n)
        if z.lo >= 0:
            return self._boden(x, grenzen, z, n)
        x = self.op(f"call {art} @llvm.floor.v{LANES}f64({art} {x})", z, n)
        mit = self.op(f"call {art} @llvm.copysign.v{LANES}f64({art} {x}, {art} {self.in_form(z, Typ.F64)})", z, n)
        return self.schmal(Wert(Typ.F64, mit, *grenzen, z.fest and n.fest))

    def _gerundet_genau(self, x: str, y: str, *von: Wert) -> str:
        """Quotient rounded down, and one more where what is left over is at least half the divisor."""
        q = self.op(
            f"call {Typ.F64.llvm} @llvm.floor.v{LANES}f64({Typ.F64.llvm} {self._gleit('fdiv', x, y, *von)})", *von
        )
        rest = self._fma(self._gleit("fsub", MINUS_NULL, q, *von), y, x, *von)
        mehr = self.op(f"fcmp oge {Typ.F64.llvm} {self._gleit('fadd', rest, rest, *von)}, {y}", *von)
        eins = self.op(f"select <{LANES} x i1> {mehr}, {Typ.F64.llvm} {splat(1.0)}, {Typ.F64.llvm} {NICHTS}", *von)
        return self._gleit("fadd", q, eins, *von)

    def _gerundet_weit(self, z: Wert, n: Wert) -> Wert:
        if z.zahl is not None and n.zahl:
            betrag = (2 * abs(z.zahl) + n.zahl) // (2 * n.zahl)
            return zahl(-betrag if z.zahl < 0 else betrag)
        if z.lo >= 0:
            lo, hi = _quotient(z, n)
            return self._geteilt_weit(z, n, (lo, hi + 1), gerundet=True)
        positiv = self._gerundet_weit(self.betrag(z), n)
        return self.wahl(self.vergleich("<", z, NULL), self.minus(NULL, positiv), positiv)

    def rest(self, z: Wert, n: Wert) -> Wert:
        """z modulo n, n > 0."""
        r = self.minus(z, self.mal(self.abgerundet(z, n), n))
        return self.schmal(replace(r, lo=0, hi=n.hi - 1)) if r.zahl is None and n.lo > 0 else r

    def _mal_plus(self, x: str, faktor: float, dazu: float, *von: Wert) -> str:
        """x * faktor + dazu; the sum lies so far from the next integer that its rounding cannot matter."""
        produkt = self._gleit("fmul contract", x, splat(faktor), *von)
        return self._gleit("fadd contract", produkt, splat(dazu), *von)

    def _boden(self, x: str, grenzen: tuple[int, int], *von: Wert) -> Wert:
        ruf = f"call {Typ.F64.llvm} @llvm.floor.v{LANES}f64({Typ.F64.llvm} {x})"
        return self.schmal(self._neu(Typ.F64, ruf, grenzen, *von))

    def _geteilt_weit(self, z: Wert, n: Wert, grenzen: tuple[int, int], gerundet: bool) -> Wert:
        """Quotient of a number too large for the reciprocal: estimated, then corrected by what is left over exactly."""
        (zh, zl), nenner = self.paar(z), self.in_form(n, Typ.F64)

        def f(befehl: str, x: str, y: str) -> str:
            return self._gleit(befehl, x, y, z, n)

        def boden(x: str) -> str:
            return self.op(f"call {Typ.F64.llvm} @llvm.floor.v{LANES}f64({Typ.F64.llvm} {x})", z, n)

        q = boden(f("fdiv", zh, nenner))
        p = f("fmul", q, nenner)
        e = self._fma(q, nenner, f("fsub", MINUS_NULL, p), z, n)
        r = f("fadd", f("fsub", zh, p), f("fsub", zl, e))
        if gerundet:
            zwei_r = f("fadd", r, r)
            dazu = boden(f("fdiv", f("fadd", zwei_r, nenner), f("fadd", nenner, nenner)))
        else:
            dazu = boden(f("fdiv", r, nenner))
        gross = f("fadd", q, dazu)
        klein = f("fsub", dazu, f("fsub", gross, q))
        return self.schmal(Wert(Typ.WEIT, gross, *grenzen, z.fest and n.fest, klein))


def _quotient(z: Wert, n: Wert) -> tuple[int, int]:
    """Bounds of a quotient rounded down; a divisor that might be 0 is one nobody reads the result of."""
    teiler = {max(1, n.lo), max(1, n.hi)}
    ecken = [x // t for x in (z.lo, z.hi) for t in teiler]
    return min(ecken), max(ecken)
