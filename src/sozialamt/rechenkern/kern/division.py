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

KOEPFE = 1 << 8
"""Divisors up to this are numbers of persons."""


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
        if z.zahl == 0:
            return NULL
        if _mit_kehrwert(n) and max(-z.lo, z.hi) < SICHER:
            kehrwert = self._kehrwert(n)
            dazu = self._gleit("fmul", kehrwert, splat(0.5), n)
            return self._boden(self._mal_plus(self.in_form(z, Typ.F64), kehrwert, dazu, z, n), grenzen, z, n)
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
        if groesste == 0:
            return NULL
        if z.zahl is not None or groesste >= ENG or n.hi >= ENG:
            return self._gerundet_weit(z, n)
        hoch = _quotient(zahl(groesste), n)[1] + 1
        grenzen = -hoch if z.lo < 0 else 0, hoch
        x, art = self.in_form(z, Typ.F64), Typ.F64.llvm
        if z.lo < 0:
            x = self.op(f"call {art} @llvm.fabs.v{LANES}f64({art} {x})", z)
        x = self._naechste(x, n, groesste, z)
        if z.lo >= 0:
            return self.schmal(Wert(Typ.F64, x, *grenzen, z.fest and n.fest))
        mit = self._mit_vorzeichen(x, self.in_form(z, Typ.F64), z, n)
        return self.schmal(Wert(Typ.F64, mit, *grenzen, z.fest and n.fest))

    def _naechste(self, x: str, n: Wert, groesste: int, z: Wert) -> str:
        """Quotient of x, the absolute value of z, to the nearest integer, a half upwards."""
        y = self.in_form(n, Typ.F64)
        if _mit_kehrwert(n):
            kehrwert = self._kehrwert(n)
            if groesste < SICHER:
                dazu = self._gleit("fadd", self._gleit("fmul", kehrwert, splat(0.25), n), splat(0.5), n)
                return self._ganz(self._mal_plus(x, kehrwert, dazu, z, n), z, n)
            return self._berichtigt(self._ganz(self._mal_plus(x, kehrwert, splat(0.5), z, n), z, n), x, y, z, n)
        if groesste < SICHER:
            return self._ganz(self._gleit("fadd", self._gleit("fdiv", x, y, z, n), splat(0.5), z, n), z, n)
        q = self._ganz(self._gleit("fdiv", x, y, z, n), z, n)
        rest = self._fma(self._gleit("fsub", MINUS_NULL, q, z, n), y, x, z, n)
        return self._gleit("fadd", q, self._eins("oge", self._gleit("fadd", rest, rest, z, n), y, z, n), z, n)

    def _berichtigt(self, q: str, x: str, y: str, *von: Wert) -> str:
        """The nearest quotient from one that may be one too large or too small, by what is left over exactly."""
        minus_y = self._gleit("fsub", MINUS_NULL, y, *von[1:])
        rest = self._fma(q, minus_y, x, *von)
        doppelt = self._gleit("fadd", rest, rest, *von)
        mehr, weniger = self._eins("oge", doppelt, y, *von), self._eins("olt", doppelt, minus_y, *von)
        return self._gleit("fsub", self._gleit("fadd", q, mehr, *von), weniger, *von)

    def _eins(self, wie: str, x: str, y: str, *von: Wert) -> str:
        """1 where the comparison holds, else 0."""
        bit = self.op(f"fcmp {wie} {Typ.F64.llvm} {x}, {y}", *von)
        return self.op(f"select <{LANES} x i1> {bit}, {Typ.F64.llvm} {splat(1.0)}, {Typ.F64.llvm} {NICHTS}", *von)

    def _kehrwert(self, n: Wert) -> str:
        """1/n, rounded."""
        return splat(1 / n.zahl) if n.zahl else self._gleit("fdiv", splat(1.0), self.in_form(n, Typ.F64), n)

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

    def _mal_plus(self, x: str, faktor: str, dazu: str, *von: Wert) -> str:
        """x * faktor + dazu; the sum lies so far from the next integer that its rounding cannot matter."""
        return self._gleit("fadd contract", self._gleit("fmul contract", x, faktor, *von), dazu, *von)

    def _floor(self, x: str, *von: Wert) -> str:
        return self.op(f"call {Typ.F64.llvm} @llvm.floor.v{LANES}f64({Typ.F64.llvm} {x})", *von)

    def _ganz(self, x: str, *von: Wert) -> str:
        """Whole part of a number that is not negative."""
        ganz = self._floor(x, *von)
        self.unbeschnitten[ganz] = x
        return ganz

    def _mit_vorzeichen(self, x: str, woher: str, *von: Wert) -> str:
        def mit(betrag: str) -> str:
            art = Typ.F64.llvm
            return self.op(f"call {art} @llvm.copysign.v{LANES}f64({art} {betrag}, {art} {woher})", *von)

        ganz = mit(x)
        if x in self.unbeschnitten:
            self.unbeschnitten[ganz] = mit(self.unbeschnitten[x])
        return ganz

    def _boden(self, x: str, grenzen: tuple[int, int], *von: Wert) -> Wert:
        ganz = self._ganz if von[0].lo >= 0 else self._floor
        if grenzen[0] == grenzen[1]:
            return zahl(grenzen[0])
        return self.schmal(Wert(Typ.F64, ganz(x, *von), *grenzen, all(w.fest for w in von)))

    def anteil(self, betrag: Wert, satz: Wert, ganzes: int) -> Wert:
        """betrag * satz / ganzes, rounded like `gerundet`.

        A product too large for a double is avoided: b = ganzes * q + r gives b * s / ganzes = q * s + r * s / ganzes,
        for any q; only r must be exact.
        """
        betrag, satz = self.als_zahl(betrag), self.als_zahl(satz)
        produkt = max(-betrag.lo, betrag.hi) * satz.hi
        zerlegbar = satz.lo >= 0 and satz.hi <= ganzes << 3 and betrag.typ is Typ.F64 and produkt // ganzes < ENG >> 1
        if not zerlegbar or produkt < ENG:
            return self.gerundet(self.mal(betrag, satz), zahl(ganzes))
        art, von = Typ.F64.llvm, (betrag, satz)
        x, s = self.in_form(betrag, Typ.F64), self.in_form(satz, Typ.F64)
        b = self.op(f"call {art} @llvm.fabs.v{LANES}f64({art} {x})", betrag)
        q = self._ganz(self._gleit("fmul", b, splat(1 / ganzes), betrag), betrag)
        r = self._fma(q, splat(-float(ganzes)), b, betrag)
        klein = self._mal_plus(self._gleit("fmul", r, s, *von), splat(1 / ganzes), splat(0.5 + 0.25 / ganzes), *von)
        summe = self._fma(q, s, self._ganz(klein, *von), *von)
        mit = self._mit_vorzeichen(summe, x, *von)
        hoch = produkt // ganzes + 1
        ergebnis = self.schmal(Wert(Typ.F64, mit, -hoch if betrag.lo < 0 else 0, hoch, betrag.fest and satz.fest))
        return replace(ergebnis, etwa=max(1, betrag.groesse * satz.groesse // ganzes))

    def _geteilt_weit(self, z: Wert, n: Wert, grenzen: tuple[int, int], gerundet: bool) -> Wert:
        """Quotient of a number too large for the reciprocal: estimated, then corrected by what is left over exactly."""
        (zh, zl), nenner = self.paar(z), self.in_form(n, Typ.F64)

        def f(befehl: str, x: str, y: str) -> str:
            return self._gleit(befehl, x, y, z, n)

        def boden(x: str) -> str:
            return self._floor(x, z, n)

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


def _mit_kehrwert(n: Wert) -> bool:
    """Whether multiplying with the reciprocal pays: for a divisor all persons share, or one many shares are made with.

    A divisor that might be 0 is one nobody reads the result of.
    """
    return n.lo >= 0 and (n.fest or n.hi <= KOEPFE)


def _quotient(z: Wert, n: Wert) -> tuple[int, int]:
    """Bounds of a quotient rounded down; a divisor that might be 0 is one nobody reads the result of."""
    teiler = {max(1, n.lo), max(1, n.hi)}
    ecken = [x // t for x in (z.lo, z.hi) for t in teiler]
    return min(ecken), max(ecken)
