"""LLVM text for eight persons at once: truth, choice, sums and products.

Nothing branches: both sides of a condition are calculated and one is chosen. What is the same for all persons is
calculated once before the loop, and nothing is calculated twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sozialamt.rechenkern.kern.wert import (
    ENG,
    GANZ,
    JA,
    LANES,
    MINUS_NULL,
    NEIN,
    NICHTS,
    NULL,
    REICHLICH,
    SICHER,
    WEITESTE,
    Typ,
    Wert,
    literal,
    splat,
    typ_fuer,
    wahrheit,
    zahl,
)

_ICMP = {"<": "slt", "<=": "sle", ">": "sgt", ">=": "sge", "==": "eq", "!=": "ne"}
_FCMP = {"<": "olt", "<=": "ole", ">": "ogt", ">=": "oge", "==": "oeq", "!=": "une"}
_SICHER: dict[str, Callable[[Wert, Wert], bool]] = {
    "<": lambda a, b: a.hi < b.lo,
    "<=": lambda a, b: a.hi <= b.lo,
    ">": lambda a, b: a.lo > b.hi,
    ">=": lambda a, b: a.lo >= b.hi,
    "==": lambda a, b: a.lo == a.hi == b.lo == b.hi,
    "!=": lambda a, b: a.hi < b.lo or b.hi < a.lo,
}
_GEGENTEIL = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


class Grundcode:
    """Text of one loop over persons: `kopf` before it, `rumpf` in it.

    With `eng` numbers that could only in theory grow beyond `ENG` are taken for smaller, and wherever they are not, for
    a person the branch at hand (`aktiv`) is meant for, a doubt is raised: the block has to be calculated once more
    without that trust. `zweifel` are the masks of all doubts, `hoechste` per limit the numbers that must not exceed it.
    `unbeschnitten` gives, for a whole number in doubles, one not yet cut to it: as an integer it becomes the same.
    """

    def __init__(self, eng: bool = False) -> None:
        self.kopf: list[str] = []
        self.rumpf: list[str] = []
        self._bekannt: dict[str, str] = {}
        self.eng, self.aktiv = eng, JA
        self.unbeschnitten: dict[str, str] = {}
        self.zweifel: list[Wert] = []
        self.hoechste: dict[int, list[str]] = {}

    # ------------------------------------------------------------------ text
    def op(self, text: str, *von: Wert) -> str:
        """Name of the result of an instruction; written once, before the loop if all its operands are."""
        if text not in self._bekannt:
            fest = all(w.fest for w in von)
            name = f"%{'f' if fest else 'v'}{len(self._bekannt)}"
            (self.kopf if fest else self.rumpf).append(f"{name} = {text}")
            self._bekannt[text] = name
        return self._bekannt[text]

    def in_form(self, w: Wert, typ: Typ) -> str:
        """Operand text of a value in a form wide enough for it."""
        if w.zahl is not None:
            return literal(w.zahl, typ)
        if typ is Typ.JA or w.typ is typ:
            return self.als_ja(w).ref if typ is Typ.JA and w.typ is not Typ.JA else w.ref
        if w.typ is Typ.JA:
            w = Wert(Typ.I32, self.op(f"sub {Typ.I32.llvm} zeroinitializer, {w.ref}", w), w.lo, w.hi, w.fest)
            if typ is Typ.I32:
                return w.ref
        if w.typ is Typ.WEIT:
            return self._wie_weit(w, typ)
        befehl = {
            (Typ.I32, Typ.F64): "sitofp",
            (Typ.I32, Typ.I64): "sext",
            (Typ.F64, Typ.I32): "fptosi",
            (Typ.F64, Typ.I64): "fptosi",
        }[w.typ, typ]
        ref = self.unbeschnitten.get(w.ref, w.ref) if befehl == "fptosi" else w.ref
        return self.op(f"{befehl} {w.typ.llvm} {ref} to {typ.llvm}", w)

    def _wie_weit(self, w: Wert, typ: Typ) -> str:
        if typ is Typ.F64:
            return w.ref
        gross, klein = (self.op(f"fptosi {Typ.F64.llvm} {r} to {Typ.I64.llvm}", w) for r in (w.ref, w.klein))
        return self.op(f"add {Typ.I64.llvm} {gross}, {klein}", w)

    def paar(self, w: Wert) -> tuple[str, str]:
        """The two parts of a value as a wide one."""
        if w.zahl is not None:
            gross = float(w.zahl)
            return splat(gross), splat(float(w.zahl - int(gross)))
        return (w.ref, w.klein) if w.typ is Typ.WEIT else (self.in_form(w, Typ.F64), NICHTS)

    def schmal(self, w: Wert) -> Wert:
        """The same value in the narrowest form its bounds allow."""
        if w.typ is Typ.JA or w.zahl is not None:
            return w
        typ = typ_fuer(w.lo, w.hi)
        if typ is w.typ or typ is Typ.WEIT:
            return w
        if w.typ is Typ.WEIT:
            w = replace(w, typ=Typ.F64, klein="")
        return replace(w, typ=typ, ref=w.ref if typ is w.typ else self.in_form(w, typ))

    def gekappt(self, w: Wert, hoechstens: int) -> Wert:
        """The same value in its narrowest form, held within what the result of a rule may be."""
        if w.typ is Typ.JA or -hoechstens <= w.lo and w.hi <= hoechstens:
            return self.schmal(w)
        lo, hi = max(w.lo, -hoechstens), min(w.hi, hoechstens)
        w = replace(w, typ=Typ.F64, ref=self.paar(w)[0], klein="")
        return replace(self.kleiner(self.groesser(w, zahl(lo)), zahl(hi)), lo=lo, hi=hi, etwa=w.etwa)

    def vertraut(self, w: Wert, hoechstens: int) -> Wert:
        """The same value as a 32-bit number, in the belief that it is not larger; where it is, a doubt is raised.

        What does not fit 32 bits comes out of the conversion as the smallest of them, which is refused too.
        """
        if w.typ is Typ.JA or -hoechstens <= w.lo and w.hi <= hoechstens:
            return self.schmal(w)
        art = Typ.I32.llvm
        x = self.in_form(replace(w, typ=Typ.F64, klein="") if w.typ is Typ.WEIT else w, Typ.I32)
        grenze, hoehe = (hoechstens, x) if w.lo >= 0 else (2 * hoechstens, "")
        hoehe = hoehe or self.op(f"add {art} {x}, splat (i32 {hoechstens})", w)
        self.hoechste.setdefault(grenze, []).append(hoehe)
        return Wert(Typ.I32, x, max(w.lo, -hoechstens), min(w.hi, hoechstens), w.fest, etwa=w.etwa)

    def zu_hoch(self, grenze: int, jemals: Wert) -> Wert:
        """Whether one of the numbers watched for a limit exceeds it."""
        art, hoehen = Typ.I32.llvm, list(dict.fromkeys(self.hoechste[grenze]))
        hoechste = hoehen[0]
        for h in hoehen[1:]:
            hoechste = self.op(f"call {art} @llvm.umax.v{LANES}i32({art} {hoechste}, {art} {h})", jemals)
        bit = self.op(f"icmp ugt {art} {hoechste}, splat (i32 {grenze})", jemals)
        return Wert(Typ.JA, self.op(f"sext <{LANES} x i1> {bit} to {Typ.JA.llvm}", jemals), 0, 1, False)

    def _neu(self, typ: Typ, text: str, grenzen: tuple[int, int], *von: Wert, etwa: int = 0) -> Wert:
        if grenzen[0] == grenzen[1]:
            return wahrheit(bool(grenzen[0])) if typ is Typ.JA else zahl(grenzen[0])
        etwa = etwa or max((w.groesse for w in von), default=0)
        return Wert(typ, self.op(text, *von), *grenzen, all(w.fest for w in von), etwa=etwa)

    # ------------------------------------------------------------------ truth
    def als_ja(self, w: Wert) -> Wert:
        """Truth of a value: whether it is not 0."""
        return w if w.typ is Typ.JA else self.vergleich("!=", w, NULL)

    def und(self, a: Wert, b: Wert) -> Wert:
        """Both true."""
        a, b = self.als_ja(a), self.als_ja(b)
        if a.zahl is not None or b.zahl is not None:
            return b if a.zahl == 1 else a if b.zahl == 1 else NEIN
        return a if a == b else self._neu(Typ.JA, f"and {Typ.JA.llvm} {a.ref}, {b.ref}", (0, 1), a, b)

    def oder(self, a: Wert, b: Wert) -> Wert:
        """One of them true."""
        a, b = self.als_ja(a), self.als_ja(b)
        if a.zahl is not None or b.zahl is not None:
            return b if a.zahl == 0 else a if b.zahl == 0 else JA
        return a if a == b else self._neu(Typ.JA, f"or {Typ.JA.llvm} {a.ref}, {b.ref}", (0, 1), a, b)

    def nicht(self, a: Wert) -> Wert:
        """Not true."""
        a = self.als_ja(a)
        if a.zahl is not None:
            return wahrheit(not a.zahl)
        return self._neu(Typ.JA, f"xor {Typ.JA.llvm} {a.ref}, splat (i32 -1)", (0, 1), a)

    def vergleich(self, wie: str, a: Wert, b: Wert) -> Wert:
        """Mask of a comparison: <, <=, >, >=, ==, !=."""
        if _SICHER[wie](a, b):
            return JA
        if _SICHER[_GEGENTEIL[wie]](a, b):
            return NEIN
        if a.typ is Typ.JA and b.zahl is not None and wie in ("==", "!="):
            return a if (wie == "==") == (b.zahl == 1) else self.nicht(a)
        typ = self._gemeinsam(a, b)
        if typ is Typ.WEIT:
            abstand = self.minus(a, b)
            a, b, typ = Wert(Typ.F64, self.paar(abstand)[0], -GANZ, GANZ, abstand.fest), NULL, Typ.F64
        befehl = f"fcmp {_FCMP[wie]}" if typ is Typ.F64 else f"icmp {_ICMP[wie]}"
        bit = self.op(f"{befehl} {typ.llvm} {self.in_form(a, typ)}, {self.in_form(b, typ)}", a, b)
        return self._neu(Typ.JA, f"sext <{LANES} x i1> {bit} to {Typ.JA.llvm}", (0, 1), a, b)

    def wahl(self, c: Wert, a: Wert, b: Wert) -> Wert:
        """a where c is true, b elsewhere."""
        c = self.als_ja(c)
        if c.zahl is not None or a == b:
            return a if c.zahl != 0 else b
        if a.typ is b.typ is Typ.JA:
            return self._wahl_ja(c, a, b)
        typ, grenzen = self._gemeinsam(a, b), (min(a.lo, b.lo), max(a.hi, b.hi))
        if typ is Typ.WEIT:
            return self._wahl_weit(c, a, b)
        x, y = self.in_form(a, typ), self.in_form(b, typ)
        if typ is Typ.I32 and b.zahl == 0:
            return self._neu(typ, f"and {typ.llvm} {c.ref}, {x}", grenzen, c, a)
        if typ is Typ.I32 and a.zahl == 0:
            return self._neu(typ, f"and {typ.llvm} {self.nicht(c).ref}, {y}", grenzen, c, b)
        return self._neu(
            typ, f"select <{LANES} x i1> {self._bit(c, typ)}, {typ.llvm} {x}, {typ.llvm} {y}", grenzen, c, a, b
        )

    def _wahl_weit(self, c: Wert, a: Wert, b: Wert) -> Wert:
        bit, art = self._bit(c, Typ.F64), Typ.F64.llvm
        gross, klein = (
            self.op(f"select <{LANES} x i1> {bit}, {art} {x}, {art} {y}", c, a, b)
            for x, y in zip(self.paar(a), self.paar(b), strict=True)
        )
        return Wert(Typ.WEIT, gross, min(a.lo, b.lo), max(a.hi, b.hi), c.fest and a.fest and b.fest, klein)

    def _wahl_ja(self, c: Wert, a: Wert, b: Wert) -> Wert:
        if a.zahl is not None:
            return self.oder(c, b) if a.zahl else self.und(self.nicht(c), b)
        if b.zahl is not None:
            return self.oder(self.nicht(c), a) if b.zahl else self.und(c, a)
        text = f"select <{LANES} x i1> {self._bit(c, Typ.JA)}, {Typ.JA.llvm} {a.ref}, {Typ.JA.llvm} {b.ref}"
        return self._neu(Typ.JA, text, (0, 1), c, a, b)

    def _bit(self, c: Wert, typ: Typ) -> str:
        if typ.byte == Typ.JA.byte:
            return self.op(f"icmp slt {Typ.JA.llvm} {c.ref}, zeroinitializer", c)
        breit = self.op(f"sext {Typ.JA.llvm} {c.ref} to {Typ.I64.llvm}", c)
        return self.op(f"icmp slt {Typ.I64.llvm} {breit}, zeroinitializer", c)

    # ------------------------------------------------------------------ numbers
    @staticmethod
    def _gemeinsam(*werte: Wert) -> Typ:
        """Form in which all of them are exact."""
        typen = {typ_fuer(w.zahl, w.zahl) if w.zahl is not None else w.typ for w in werte}
        return Typ.WEIT if Typ.WEIT in typen else Typ.F64 if Typ.F64 in typen else Typ.I32

    def _rechne(self, ganz: str, a: Wert, b: Wert, grenzen: tuple[int, int]) -> Wert:
        etwa = a.groesse * b.groesse if ganz == "mul" else max(a.groesse, b.groesse)
        w = self._gerechnet(ganz, a, b, grenzen, etwa)
        return w if w.zahl is not None else replace(w, etwa=etwa)

    def _gerechnet(self, ganz: str, a: Wert, b: Wert, grenzen: tuple[int, int], etwa: int) -> Wert:
        typ = self._gemeinsam(a, b)
        noetig = typ_fuer(*grenzen)
        if self.eng and typ is not Typ.WEIT and max(-grenzen[0], grenzen[1]) >= ENG > etwa:
            return self._rechne_eng(ganz, a, b, grenzen, SICHER if etwa < REICHLICH else ENG)
        if Typ.WEIT in (typ, noetig) and grenzen[0] != grenzen[1]:
            return self._rechne_weit(ganz, a, b, grenzen)
        typ = noetig if typ is Typ.I32 else typ
        befehl = f"f{ganz}" if typ is Typ.F64 else ganz
        return self._neu(typ, f"{befehl} {typ.llvm} {self.in_form(a, typ)}, {self.in_form(b, typ)}", grenzen, a, b)

    def _rechne_eng(self, ganz: str, a: Wert, b: Wert, grenzen: tuple[int, int], schranke: int) -> Wert:
        """In doubles, in the belief that the result is small enough to be exact."""
        art, grenzen = Typ.F64.llvm, (max(grenzen[0], 1 - schranke), min(grenzen[1], schranke - 1))
        ref = self._gleit(f"f{ganz}", self.in_form(a, Typ.F64), self.in_form(b, Typ.F64), a, b)
        wert = Wert(Typ.F64, ref, *grenzen, a.fest and b.fest)
        groesse = self.op(f"call {art} @llvm.fabs.v{LANES}f64({art} {ref})", wert)
        bit = self.op(f"fcmp oge {art} {groesse}, {splat(float(schranke))}", wert)
        zu_gross = Wert(Typ.JA, self.op(f"sext <{LANES} x i1> {bit} to {Typ.JA.llvm}", wert), 0, 1, wert.fest)
        self.zweifel.append(self.und(zu_gross, self.aktiv))
        return wert

    def _rechne_weit(self, ganz: str, a: Wert, b: Wert, grenzen: tuple[int, int]) -> Wert:
        """Sum, difference or product as the sum of two doubles; exact up to 2**100."""
        if max(-grenzen[0], grenzen[1]) >= WEITESTE:
            raise OverflowError(f"bis {max(-grenzen[0], grenzen[1])}")
        (ah, al), (bh, bl) = self.paar(a), self.paar(b)

        def f(befehl: str, x: str, y: str) -> str:
            return self._gleit(befehl, x, y, a, b)

        if ganz == "mul":
            if b.typ is Typ.WEIT:
                (ah, al), (bh, bl) = (bh, bl), (ah, al)
            if bl != NICHTS:
                raise OverflowError("ein Produkt zweier zu großer Zahlen")
            s = f("fmul", ah, bh)
            e = self._fma(ah, bh, f("fsub", MINUS_NULL, s), a, b)
            rest = e if al == NICHTS else f("fadd", e, f("fmul", al, bh))
        else:
            s = f(f"f{ganz}", ah, bh)
            bb = f("fsub", s, ah)
            e = f(f"f{ganz}", f("fsub", ah, f("fsub", s, bb)), bh if ganz == "add" else f("fadd", bh, bb))
            if ganz == "add":
                e = f("fadd", f("fsub", ah, f("fsub", s, bb)), f("fsub", bh, bb))
            rest = e if al == bl == NICHTS else f("fadd", e, f(f"f{ganz}", al, bl))
        gross = f("fadd", s, rest)
        klein = f("fsub", rest, f("fsub", gross, s))
        return self.schmal(Wert(Typ.WEIT, gross, *grenzen, a.fest and b.fest, klein))

    def _fma(self, x: str, y: str, z: str, *von: Wert) -> str:
        art = Typ.F64.llvm
        return self.op(f"call {art} @llvm.fma.v{LANES}f64({art} {x}, {art} {y}, {art} {z})", *von)

    def plus(self, a: Wert, b: Wert) -> Wert:
        """Sum."""
        if 0 in (a.zahl, b.zahl):
            return self.als_zahl(b if a.zahl == 0 else a)
        return self._rechne("add", a, b, (a.lo + b.lo, a.hi + b.hi))

    def minus(self, a: Wert, b: Wert) -> Wert:
        """Difference."""
        if b.zahl == 0:
            return self.als_zahl(a)
        if a.ref and a == b:
            return NULL
        return self._rechne("sub", a, b, (a.lo - b.hi, a.hi - b.lo))

    def mal(self, a: Wert, b: Wert) -> Wert:
        """Product."""
        if 1 in (a.zahl, b.zahl):
            return self.als_zahl(b if a.zahl == 1 else a)
        ecken = [x * y for x in (a.lo, a.hi) for y in (b.lo, b.hi)]
        return self._rechne("mul", a, b, (min(ecken), max(ecken)))

    def als_zahl(self, w: Wert) -> Wert:
        """A truth value as 0 or 1."""
        if w.typ is not Typ.JA:
            return w
        return zahl(w.lo) if w.zahl is not None else Wert(Typ.I32, self.in_form(w, Typ.I32), w.lo, w.hi, w.fest)

    def kleiner(self, a: Wert, b: Wert) -> Wert:
        """Minimum."""
        if a.hi <= b.lo or b.hi <= a.lo:
            return self.als_zahl(a if a.hi <= b.lo else b)
        return self._aeusserst("smin", "olt", a, b, (min(a.lo, b.lo), min(a.hi, b.hi)))

    def groesser(self, a: Wert, b: Wert) -> Wert:
        """Maximum."""
        if a.lo >= b.hi or b.lo >= a.hi:
            return self.als_zahl(a if a.lo >= b.hi else b)
        return self._aeusserst("smax", "ogt", a, b, (max(a.lo, b.lo), max(a.hi, b.hi)))

    def _aeusserst(self, ganz: str, gleit: str, a: Wert, b: Wert, grenzen: tuple[int, int]) -> Wert:
        typ = self._gemeinsam(a, b)
        if typ is Typ.WEIT:
            w = self._wahl_weit(self.vergleich("<" if ganz == "smin" else ">", a, b), a, b)
            return self.schmal(Wert(w.typ, w.ref, *grenzen, w.fest, w.klein))
        x, y = self.in_form(a, typ), self.in_form(b, typ)
        if typ is Typ.F64:
            bit = self.op(f"fcmp {gleit} {typ.llvm} {x}, {y}", a, b)
            return self._neu(typ, f"select <{LANES} x i1> {bit}, {typ.llvm} {x}, {typ.llvm} {y}", grenzen, a, b)
        ruf = f"call {typ.llvm} @llvm.{ganz}.v{LANES}{typ.element}({typ.llvm} {x}, {typ.llvm} {y})"
        return self._neu(typ, ruf, grenzen, a, b)

    def betrag(self, a: Wert) -> Wert:
        """Absolute value."""
        b = self.groesser(a, self.minus(NULL, a))
        return replace(b, lo=max(b.lo, 0))

    def _gleit(self, befehl: str, x: str, y: str, *von: Wert) -> str:
        return self.op(f"{befehl} {Typ.F64.llvm} {x}, {y}", *von)
