"""From the Python source of a rule to text that calculates it for eight persons at once.

The text of the rule is walked through with values of `vektor` in place of numbers: helper functions are followed,
loops over tables unrolled, options of closed lists become their numbers. Where a condition differs from person to
person both sides are calculated. What a kernel cannot run is refused by name.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import IntEnum
from functools import cache, reduce
from itertools import zip_longest
from typing import Any

from sozialamt.rechenkern import rundung
from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.kern.division import Code
from sozialamt.rechenkern.kern.fold import definition
from sozialamt.rechenkern.kern.wert import JA, LANES, NEIN, NULL, Tabelle, Typ, Wert, typ_fuer, wahrheit, zahl

Ding = Wert | Tabelle | tuple[Wert, ...]
Umgebung = dict[str, Ding]
HOECHSTENS_RUNDEN = 64
TIEFE = 12
_VERGLEICHE: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


@cache
def _text(fn: Callable[..., Any]) -> ast.FunctionDef:
    return definition(fn)


@cache
def _welt(fn: Callable[..., Any]) -> Mapping[str, Any]:
    return inspect.getclosurevars(fn).globals


class Uebersetzer:
    """Builds rules into the text of one loop."""

    def __init__(self, code: Code) -> None:
        self.code = code

    def werte_aus(
        self, fn: Callable[..., Any], argumente: Mapping[str, Ding], baum: ast.FunctionDef | None = None, tiefe: int = 0
    ) -> Wert:
        """Value of a function; `baum` is what partial evaluation left of its text."""
        lauf = _Lauf(self, fn, tiefe)
        baum = _text(fn) if baum is None else baum
        wert, _ = lauf.block(baum.body, dict(argumente))
        if wert is None:
            raise lauf.absage(baum, "keinen Rückgabewert")
        return wert

    def element(self, t: Tabelle, nummer: int) -> Wert:
        """Element of a table parameter at a known place."""
        return lade_parameter(self.code, t.stelle + nummer, t.lo, t.hi)

    def nachgeschlagen(self, t: Tabelle, stelle: Wert) -> Wert:
        """Element of a table parameter at a place that differs from person to person."""
        code = self.code
        if typ_fuer(t.lo, t.hi) is not Typ.I32:
            return self.ausgewaehlt(tuple(self.element(t, i) for i in range(t.laenge)), stelle)
        ort = code.in_form(stelle, Typ.I32)
        ergebnis: Wert | None = None
        for beginn in range(0, t.laenge, LANES):
            zeile = code.op(f"load {Typ.I32.llvm}, ptr {_adresse(code, t.stelle + beginn, Typ.I32)}, align 4")
            ruf = f"call {Typ.I32.llvm} @aus_acht({Typ.I32.llvm} {zeile}, {Typ.I32.llvm} {ort})"
            wert = Wert(Typ.I32, code.op(ruf, stelle), t.lo, t.hi, stelle.fest, etwa=(max(-t.lo, t.hi) + 1) // 2)
            hier = code.vergleich(">=", stelle, zahl(beginn))
            ergebnis = wert if ergebnis is None else code.wahl(hier, wert, ergebnis)
        assert ergebnis is not None  # noqa: S101 - no table is empty
        return ergebnis

    def ausgewaehlt(self, werte: tuple[Wert, ...], stelle: Wert) -> Wert:
        """One of several values."""
        ergebnis = werte[-1]
        for i in range(len(werte) - 2, -1, -1):
            ergebnis = self.code.wahl(self.code.vergleich("==", stelle, zahl(i)), werte[i], ergebnis)
        return ergebnis


def _adresse(code: Code, stelle: int, typ: Typ) -> str:
    return code.op(f"getelementptr {typ.element}, ptr %P{typ.byte}, i64 {stelle}")


def lade_parameter(code: Code, stelle: int, lo: int, hi: int, ja: bool = False) -> Wert:
    """One number of the vector of parameters, the same for all persons."""
    typ = Typ.JA if ja else typ_fuer(lo, hi)
    element = code.op(f"load {typ.element}, ptr {_adresse(code, stelle, typ)}")
    erstes = code.op(f"insertelement {typ.llvm} poison, {typ.element} {element}, i32 0")
    alle = code.op(f"shufflevector {typ.llvm} {erstes}, {typ.llvm} poison, <{LANES} x i32> zeroinitializer")
    return Wert(typ, alle, lo, hi, True, etwa=(max(-lo, hi) + 1) // 2)


class _Lauf:
    """One walk through the text of one function."""

    def __init__(self, uebersetzer: Uebersetzer, fn: Callable[..., Any], tiefe: int) -> None:
        self.u, self.fn, self.tiefe, self.code = uebersetzer, fn, tiefe, uebersetzer.code
        self.welt = _welt(fn)

    # ------------------------------------------------------------------ statements
    def block(self, anweisungen: Sequence[ast.stmt], werte: Umgebung) -> tuple[Wert | None, Wert]:
        """What is returned, and by whom; `werte` is brought up to date for everybody else."""
        gegeben: Wert | None = None
        wer, aktiv = NEIN, self.code.aktiv
        for anweisung in anweisungen:
            wert, maske = self._anweisung(anweisung, werte)
            if wert is None:
                continue
            gegeben = wert if gegeben is None else self.code.wahl(wer, gegeben, wert)
            wer = self.code.oder(wer, maske)
            if wer.zahl == 1:
                break
            if self.code.eng:
                self.code.aktiv = self.code.und(aktiv, self.code.nicht(wer))
        self.code.aktiv = aktiv
        return gegeben, wer

    @contextmanager
    def _wo(self, c: Wert) -> Iterator[None]:
        """What is calculated for those only for whom a condition holds."""
        vorher = self.code.aktiv
        if self.code.eng:
            self.code.aktiv = self.code.und(vorher, c)
        yield
        self.code.aktiv = vorher

    def _anweisung(self, s: ast.stmt, werte: Umgebung) -> tuple[Wert | None, Wert]:
        match s:
            case ast.Return(value=ast.expr() as wert):
                return self.wert(wert, werte), JA
            case ast.Assign(targets=[ziel], value=wert):
                self._weise_zu(ziel, wert, werte)
            case ast.AnnAssign(target=ziel, value=ast.expr() as wert):
                self._weise_zu(ziel, wert, werte)
            case ast.AugAssign(target=ast.Name(id=name), op=op, value=wert):
                werte[name] = self.wert(ast.BinOp(ast.Name(name, ast.Load()), op, wert), werte)
            case ast.If():
                return self._wenn(s, werte)
            case ast.For(target=ast.Name(id=name), orelse=[]):
                return self._schleife(s, name, werte)
            case ast.Pass():
                pass
            case _:
                raise self.absage(s, type(s).__name__)
        return None, NEIN

    def _weise_zu(self, ziel: ast.expr, wert: ast.expr, werte: Umgebung) -> None:
        match ziel:
            case ast.Name(id=name):
                werte[name] = self.ding(wert, werte)
            case ast.Tuple(elts=ziele):
                teile = self.ding(wert, werte)
                if not isinstance(teile, tuple) or len(teile) != len(ziele):
                    raise self.absage(ziel, ast.unparse(wert))
                for z, teil in zip(ziele, teile, strict=True):
                    if not isinstance(z, ast.Name):
                        raise self.absage(z, ast.unparse(z))
                    werte[z.id] = teil
            case _:
                raise self.absage(ziel, ast.unparse(ziel))

    def _wenn(self, s: ast.If, werte: Umgebung) -> tuple[Wert | None, Wert]:
        c = self.code.als_ja(self.wert(s.test, werte))
        if c.zahl is not None:
            return self.block(s.body if c.zahl else s.orelse, werte)
        dann, sonst = dict(werte), dict(werte)
        with self._wo(c):
            ja, ja_wer = self.block(s.body, dann)
        with self._wo(self.code.nicht(c)):
            nein, nein_wer = self.block(s.orelse, sonst)
        werte.clear()
        werte.update(self._vereint(c, dann, sonst, ja_wer, nein_wer))
        gegeben = ja or nein if ja is None or nein is None else self.code.wahl(c, ja, nein)
        return gegeben, self.code.wahl(c, ja_wer, nein_wer)

    def _vereint(self, c: Wert, dann: Umgebung, sonst: Umgebung, ja_wer: Wert, nein_wer: Wert) -> Umgebung:
        """Variables after a branch; what only one side knows is not read where the other was taken."""
        if ja_wer.zahl == 1:
            return sonst
        if nein_wer.zahl == 1:
            return dann
        ergebnis = dict(sonst) | dann
        for name in dann.keys() & sonst.keys():
            if dann[name] != sonst[name]:
                ergebnis[name] = self._gewaehlt(c, dann[name], sonst[name])
        return ergebnis

    def _schleife(self, s: ast.For, name: str, werte: Umgebung) -> tuple[Wert | None, Wert]:
        """Unrolled; what returns on the way returns first."""
        gegeben: Wert | None = None
        wer = NEIN
        for element in self._folge(s.iter, werte):
            werte[name] = element
            wert, maske = self.block(s.body, werte)
            if wert is not None:
                gegeben = wert if gegeben is None else self.code.wahl(wer, gegeben, wert)
                wer = self.code.oder(wer, maske)
        return gegeben, wer

    def _folge(self, e: ast.expr, werte: Umgebung) -> Sequence[Wert]:
        if isinstance(e, ast.Call) and isinstance(e.func, ast.Name) and e.func.id == "range":
            grenzen = [self.wert(a, werte).zahl for a in e.args]
            zahlen = [g for g in grenzen if g is not None]
            if len(zahlen) < len(grenzen) or len(range(*zahlen)) > HOECHSTENS_RUNDEN:
                raise self.absage(e, f"eine Schleife über {ast.unparse(e)}")
            return [zahl(i) for i in range(*zahlen)]
        folge = self.ding(e, werte)
        if isinstance(folge, Wert):
            raise self.absage(e, ast.unparse(e))
        return self._einzelne(folge)

    # ------------------------------------------------------------------ expressions
    def wert(self, e: ast.expr, werte: Umgebung) -> Wert:
        """Value of an expression that is one number or truth value per person."""
        ergebnis = self.ding(e, werte)
        if not isinstance(ergebnis, Wert):
            raise self.absage(e, ast.unparse(e))
        return ergebnis

    def ding(self, e: ast.expr, werte: Umgebung) -> Ding:  # noqa: C901 - one case per kind of expression
        """Value of an expression, a table parameter, or several values."""
        match e:
            case ast.Constant(value=bool() as w):
                return wahrheit(w)
            case ast.Constant(value=int() as n):
                return zahl(n)
            case ast.Name(id=name):
                return werte[name] if name in werte else self._global(e, name)
            case ast.Attribute():
                return self._option(e)
            case ast.UnaryOp(op=op, operand=a):
                return self._einstellig(e, op, self.wert(a, werte))
            case ast.BinOp(left=a, op=op, right=b):
                return self._zweistellig(e, op, self.wert(a, werte), self.wert(b, werte))
            case ast.BoolOp(op=op, values=teile):
                return reduce(self._verknuepfung(op), [self.wert(t, werte) for t in teile])
            case ast.Compare():
                return self._verglichen(e, werte)
            case ast.IfExp(test=test, body=a, orelse=b):
                return self._bedingt(self.wert(test, werte), a, b, werte)
            case ast.Subscript(value=a, slice=stelle):
                return self._element(e, self.ding(a, werte), self.wert(stelle, werte))
            case ast.Tuple(elts=teile):
                return tuple(self.wert(t, werte) for t in teile)
            case ast.Call(func=ast.Name(id=name), args=argumente, keywords=[]):
                return self._gerufen(e, name, [self.ding(a, werte) for a in argumente])
        raise self.absage(e, ast.unparse(e))

    def _global(self, e: ast.expr, name: str) -> Ding:
        wert = self.welt.get(name)
        if isinstance(wert, bool):
            return wahrheit(wert)
        if isinstance(wert, int):
            return zahl(int(wert))
        if isinstance(wert, tuple) and all(isinstance(w, int) for w in wert):
            return tuple(zahl(int(w)) for w in wert)
        raise self.absage(e, name)

    def _option(self, e: ast.Attribute) -> Wert:
        klasse = self.welt.get(e.value.id) if isinstance(e.value, ast.Name) else None
        if not (isinstance(klasse, type) and issubclass(klasse, IntEnum)):
            raise self.absage(e, ast.unparse(e))
        return zahl(int(getattr(klasse, e.attr)))

    def _einstellig(self, e: ast.expr, op: ast.unaryop, a: Wert) -> Wert:
        if isinstance(op, ast.Not):
            return self.code.nicht(a)
        if isinstance(op, ast.USub):
            return self.code.minus(NULL, a)
        raise self.absage(e, ast.unparse(e))

    def _zweistellig(self, e: ast.expr, op: ast.operator, a: Wert, b: Wert) -> Wert:
        match op:
            case ast.Add():
                return self.code.plus(a, b)
            case ast.Sub():
                return self.code.minus(a, b)
            case ast.Mult():
                return self.code.mal(a, b)
            case ast.FloorDiv():
                return self.code.abgerundet(a, b)
            case ast.Mod():
                return self.code.rest(a, b)
        raise self.absage(e, ast.unparse(e))

    def _verknuepfung(self, op: ast.boolop) -> Callable[[Wert, Wert], Wert]:
        def verknuepfe(a: Wert, b: Wert) -> Wert:
            if a.typ is b.typ is Typ.JA:
                return self.code.und(a, b) if isinstance(op, ast.And) else self.code.oder(a, b)
            return self.code.wahl(a, b, a) if isinstance(op, ast.And) else self.code.wahl(a, a, b)

        return verknuepfe

    def _verglichen(self, e: ast.Compare, werte: Umgebung) -> Wert:
        ergebnis, links = JA, self.wert(e.left, werte)
        for op, rechts in zip(e.ops, e.comparators, strict=True):
            if isinstance(op, ast.In | ast.NotIn):
                drin = reduce(
                    self.code.oder, [self.code.vergleich("==", links, w) for w in self._folge(rechts, werte)], NEIN
                )
                ergebnis = self.code.und(ergebnis, drin if isinstance(op, ast.In) else self.code.nicht(drin))
                continue
            if type(op) not in _VERGLEICHE:
                raise self.absage(e, ast.unparse(e))
            wert = self.wert(rechts, werte)
            ergebnis = self.code.und(ergebnis, self.code.vergleich(_VERGLEICHE[type(op)], links, wert))
            links = wert
        return ergebnis

    def _bedingt(self, c: Wert, a: ast.expr, b: ast.expr, werte: Umgebung) -> Ding:
        c = self.code.als_ja(c)
        if c.zahl is not None:
            return self.ding(a if c.zahl else b, werte)
        with self._wo(c):
            dann = self.ding(a, werte)
        with self._wo(self.code.nicht(c)):
            sonst = self.ding(b, werte)
        return self._gewaehlt(c, dann, sonst)

    def _gewaehlt(self, c: Wert, a: Ding, b: Ding) -> Ding:
        """One of two values, or of two tables number by number."""
        if isinstance(a, Wert) and isinstance(b, Wert):
            return self.code.wahl(c, a, b)
        paare = zip_longest(self._einzelne(a), self._einzelne(b), fillvalue=NULL)
        return tuple(self.code.wahl(c, x, y) for x, y in paare)

    def _einzelne(self, folge: Ding) -> tuple[Wert, ...]:
        if isinstance(folge, Tabelle):
            return tuple(self.u.element(folge, i) for i in range(folge.laenge))
        return folge if isinstance(folge, tuple) else (folge,)

    def _element(self, e: ast.expr, folge: Ding, stelle: Wert) -> Wert:
        if isinstance(folge, Wert):
            raise self.absage(e, ast.unparse(e))
        if stelle.zahl is None:
            nach = self.u.nachgeschlagen if isinstance(folge, Tabelle) else self.u.ausgewaehlt
            return nach(folge, stelle)  # type: ignore[arg-type]
        laenge = folge.laenge if isinstance(folge, Tabelle) else len(folge)
        if not -laenge <= stelle.zahl < laenge:
            raise self.absage(e, ast.unparse(e))
        if isinstance(folge, Tabelle):
            return self.u.element(folge, stelle.zahl % laenge)
        return folge[stelle.zahl]

    def _gerufen(self, e: ast.Call, name: str, argumente: list[Ding]) -> Wert:
        fn = self.welt.get(name)
        if inspect.isfunction(fn) and self.tiefe < TIEFE:
            return self._funktion(fn, argumente)
        werte = [a for a in argumente if isinstance(a, Wert)]
        match name:
            case "len" if len(argumente) == 1 and not isinstance(argumente[0], Wert):
                folge = argumente[0]
                return zahl(folge.laenge if isinstance(folge, Tabelle) else len(folge))
            case "min" | "max" if werte:
                return reduce(self.code.kleiner if name == "min" else self.code.groesser, werte)
            case "abs" if len(werte) == 1:
                return self.code.betrag(werte[0])
            case "int" if len(werte) == 1:
                return self.code.als_zahl(werte[0])
            case "bool" if len(werte) == 1:
                return self.code.als_ja(werte[0])
        raise self.absage(e, ast.unparse(e))

    def _funktion(self, fn: Callable[..., Any], argumente: list[Ding]) -> Wert:
        eigene = _EIGENE.get(fn)
        werte = [a for a in argumente if isinstance(a, Wert)]
        if eigene is not None and len(werte) == len(argumente):
            return eigene(self.code, *werte)
        namen = [a.arg for a in _text(fn).args.args]
        return self.u.werte_aus(fn, dict(zip(namen, argumente, strict=True)), tiefe=self.tiefe + 1)

    def absage(self, node: ast.AST, was: str) -> Regelwerkfehler:
        """What the kernel does not know, with the place."""
        zeile = getattr(node, "lineno", "?")
        return Regelwerkfehler(
            f"Die Regel „{self.fn.__name__}“ ({self.fn.__module__}, Zeile {zeile} der Funktion) benutzt {was}; "
            "der übersetzte Rechenkern kennt nur ganze Zahlen, Wahrheitswerte und Hilfsfunktionen."
        )


_EIGENE: dict[Callable[..., Any], Callable[..., Wert]] = {
    rundung.abrunden: Code.abgerundet,
    rundung.aufrunden: Code.aufgerundet,
    rundung.kaufmaennisch: Code.gerundet,
    rundung.anteil: lambda code, betrag, satz: code.anteil(betrag, satz, rundung.GANZES),
}
"""Divisions the kernel does in its own way, to the same result."""
