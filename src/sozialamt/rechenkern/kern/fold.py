"""Partial evaluation of a rule: what is left of its text when some arguments are known.

Most facts of the vocabulary are rare; where a table has no column for them, everybody has the default. With that,
large parts of the law come to nothing, and it is much cheaper to find that out once than for every person. Only what
is certain is folded; anything else stays as it stands.
"""

from __future__ import annotations

import ast
import inspect
import operator
import textwrap
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.values import hinweise

Umgebung = dict[str, int]
_TIEFE = 6
_RECHNUNG: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_VERGLEICH: dict[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_EINGEBAUTE: dict[str, Callable[..., Any]] = {"min": min, "max": max, "abs": abs, "int": int, "bool": bool}


def definition(fn: Callable[..., Any]) -> ast.FunctionDef:
    """Syntax tree of a rule or helper without decorators, annotations and docstring."""
    baum = ast.parse(textwrap.dedent(inspect.getsource(fn))).body[0]
    if not isinstance(baum, ast.FunctionDef):
        raise Regelwerkfehler(f"„{fn.__name__}“ ist keine gewöhnliche Funktion.")
    baum.decorator_list, baum.returns = [], None
    for argument in baum.args.args:
        argument.annotation = None
    if isinstance(baum.body[0], ast.Expr) and isinstance(baum.body[0].value, ast.Constant):
        baum.body = baum.body[1:]
    return baum


def vereinfache(fn: Callable[..., Any], bekannt: Mapping[str, int]) -> tuple[ast.FunctionDef, int | None]:
    """What is left of a function when some arguments are known, and its value if that is known too.

    The rest takes only the arguments it still reads.
    """
    baum = definition(fn)
    bekannt = {n: w for n, w in bekannt.items() if n not in _geschrieben(baum)}
    baum.body, _ = _Falter(fn).block(baum.body, dict(bekannt))
    gelesen = {n.id for n in ast.walk(ast.Module(baum.body, [])) if isinstance(n, ast.Name)}
    baum.args.args = [a for a in baum.args.args if a.arg in gelesen and a.arg not in bekannt]
    return ast.fix_missing_locations(baum), _wert(baum)


def _geschrieben(baum: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(baum) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _wert(baum: ast.FunctionDef) -> int | None:
    """Value of a function all of whose returns give the same constant."""
    werte = [n.value for n in ast.walk(baum) if isinstance(n, ast.Return)]
    konstanten = {int(w.value) for w in werte if isinstance(w, ast.Constant) and isinstance(w.value, int)}
    einig = len(konstanten) == 1 and all(isinstance(w, ast.Constant) for w in werte)
    return konstanten.pop() if einig else None


class _Falter:
    """Folds the text of one function. `tiefe` limits how far calls of helpers are followed."""

    def __init__(self, fn: Callable[..., Any], tiefe: int = 0) -> None:
        self.welt = inspect.getclosurevars(fn).globals
        self.lokal = set(fn.__code__.co_varnames)
        self.tiefe = tiefe
        self.boolesch = {n for n, art in hinweise(fn).items() if art is bool and n != "return"}

    # ------------------------------------------------------------------ statements
    def block(self, anweisungen: Sequence[ast.stmt], werte: Umgebung) -> tuple[list[ast.stmt], bool]:
        """Folded statements, and whether nothing after them is reached. `werte` is brought up to date."""
        ergebnis: list[ast.stmt] = []
        for anweisung in anweisungen:
            neu, endet = self._anweisung(anweisung, werte)
            ergebnis.extend(neu)
            if endet:
                return ergebnis, True
        return ergebnis, False

    def _anweisung(self, s: ast.stmt, werte: Umgebung) -> tuple[list[ast.stmt], bool]:
        match s:
            case ast.Return(value=ast.expr() as wert):
                return [ast.Return(self.falte(wert, werte))], True
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=wert)
                | ast.AnnAssign(target=ast.Name(id=name), value=wert)
            ):
                if wert is not None:
                    return [self._zuweisung(name, wert, werte)], False
            case ast.AugAssign(target=ast.Name(id=name), op=op, value=wert):
                return [self._zuweisung(name, ast.BinOp(ast.Name(name, ast.Load()), op, wert), werte)], False
            case ast.If():
                return self._wenn(s, werte)
            case ast.For() | ast.While():
                return [self._schleife(s, werte)], False
            case ast.Break() | ast.Continue():
                return [s], True
        self._vergiss([s], werte)
        return [s], False

    def _zuweisung(self, name: str, wert: ast.expr, werte: Umgebung) -> ast.stmt:
        neu = self.falte(wert, werte)
        werte.pop(name, None)
        if isinstance(neu, ast.Constant) and isinstance(neu.value, int):
            werte[name] = neu.value
        return ast.Assign([ast.Name(name, ast.Store())], neu)

    def _wenn(self, s: ast.If, werte: Umgebung) -> tuple[list[ast.stmt], bool]:
        bedingung = self.falte(s.test, werte)
        if isinstance(bedingung, ast.Constant):
            return self.block(s.body if bedingung.value else s.orelse, werte)
        dann, sonst = dict(werte), dict(werte)
        ja, ja_endet = self.block(s.body, dann)
        nein, nein_endet = self.block(s.orelse, sonst)
        danach = sonst if ja_endet else dann if nein_endet else {n: w for n, w in dann.items() if sonst.get(n) == w}
        werte.clear()
        werte.update(danach)
        return [ast.If(bedingung, ja or [ast.Pass()], nein)], ja_endet and nein_endet

    def _schleife(self, s: ast.For | ast.While, werte: Umgebung) -> ast.stmt:
        folge = self.falte(s.iter, werte) if isinstance(s, ast.For) else None
        self._vergiss([s], werte)
        rumpf = self.block(s.body, dict(werte))[0] or [ast.Pass()]
        if isinstance(s, ast.For) and folge is not None:
            return ast.For(s.target, folge, rumpf, s.orelse)
        assert isinstance(s, ast.While)  # noqa: S101 - the only other loop
        return ast.While(self.falte(s.test, werte), rumpf, s.orelse)

    @staticmethod
    def _vergiss(anweisungen: Sequence[ast.stmt], werte: Umgebung) -> None:
        for name in _geschrieben(ast.Module(list(anweisungen), [])):
            werte.pop(name, None)

    # ------------------------------------------------------------------ expressions
    def falte(self, e: ast.expr, werte: Umgebung) -> ast.expr:  # noqa: C901 - one case per kind of expression
        """Expression with everything known put in and calculated."""
        match e:
            case ast.Name():
                return self._name(e, werte)
            case ast.Attribute():
                return self._option(e)
            case ast.UnaryOp():
                return self._einstellig(ast.UnaryOp(e.op, self.falte(e.operand, werte)))
            case ast.BinOp():
                return self._zweistellig(ast.BinOp(self.falte(e.left, werte), e.op, self.falte(e.right, werte)))
            case ast.BoolOp():
                return self._verknuepft(e.op, [self.falte(v, werte) for v in e.values])
            case ast.Compare():
                teile = [self.falte(v, werte) for v in (e.left, *e.comparators)]
                return self._verglichen(ast.Compare(teile[0], e.ops, teile[1:]))
            case ast.IfExp():
                return self._bedingt(e, werte)
            case ast.Call(func=ast.Name(id=name)):
                return self._gerufen(name, ast.Call(e.func, [self.falte(a, werte) for a in e.args], e.keywords))
            case ast.Subscript():
                return ast.Subscript(self.falte(e.value, werte), self.falte(e.slice, werte), e.ctx)
            case ast.Tuple():
                return ast.Tuple([self.falte(v, werte) for v in e.elts], e.ctx)
        return e

    def _name(self, e: ast.Name, werte: Umgebung) -> ast.expr:
        if e.id in werte:
            wert = werte[e.id]
            return ast.Constant(bool(wert) if e.id in self.boolesch else wert)
        konstante = None if e.id in self.lokal else self.welt.get(e.id)
        return ast.Constant(konstante) if type(konstante) in (int, bool) else e

    def _option(self, e: ast.Attribute) -> ast.expr:
        klasse = self.welt.get(e.value.id) if isinstance(e.value, ast.Name) else None
        if isinstance(klasse, type) and issubclass(klasse, IntEnum) and e.attr in klasse.__members__:
            return ast.Constant(int(klasse[e.attr]))
        return e

    @staticmethod
    def _einstellig(e: ast.UnaryOp) -> ast.expr:
        if isinstance(e.operand, ast.Constant) and isinstance(e.operand.value, int):
            if isinstance(e.op, ast.Not):
                return ast.Constant(not e.operand.value)
            if isinstance(e.op, ast.USub):
                return ast.Constant(-e.operand.value)
        return e

    @staticmethod
    def _zweistellig(e: ast.BinOp) -> ast.expr:
        links, rechts = _zahl(e.left), _zahl(e.right)
        rechne = _RECHNUNG.get(type(e.op))
        if rechne is None:
            return e
        if links is not None and rechts is not None:
            teilt = isinstance(e.op, ast.FloorDiv | ast.Mod)
            return e if teilt and rechts == 0 else ast.Constant(rechne(links, rechts))
        if isinstance(e.op, ast.Mult) and 0 in (links, rechts):
            return ast.Constant(0)
        if isinstance(e.op, ast.Add | ast.Sub) and rechts == 0:
            return e.left
        return e.right if isinstance(e.op, ast.Add) and links == 0 else e

    def _verknuepft(self, op: ast.boolop, werte: Sequence[ast.expr]) -> ast.expr:
        """and/or of truth values: the deciding constant decides, the others fall away."""
        entscheidet = isinstance(op, ast.Or)
        if any(_zahl(w) is not None and bool(_zahl(w)) is entscheidet for w in werte) and all(
            map(self._boolesch, werte)
        ):
            return ast.Constant(entscheidet)
        if not all(map(self._boolesch, werte)):
            return ast.BoolOp(op, list(werte))
        rest = [w for w in werte if _zahl(w) is None]
        if not rest:
            return ast.Constant(not entscheidet)
        return rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)

    def _boolesch(self, e: ast.expr) -> bool:
        match e:
            case ast.Constant(value=wert):
                return isinstance(wert, bool)
            case ast.Name(id=name):
                return name in self.boolesch
            case ast.Compare() | ast.UnaryOp(op=ast.Not()):
                return True
            case ast.BoolOp(values=werte):
                return all(map(self._boolesch, werte))
        return False

    @staticmethod
    def _verglichen(e: ast.Compare) -> ast.expr:
        links, rechts = _zahl(e.left), _zahl(e.comparators[0])
        vergleich = _VERGLEICH.get(type(e.ops[0]))
        if len(e.ops) > 1 or links is None or rechts is None or vergleich is None:
            return e
        return ast.Constant(vergleich(links, rechts))

    def _bedingt(self, e: ast.IfExp, werte: Umgebung) -> ast.expr:
        bedingung = self.falte(e.test, werte)
        if isinstance(bedingung, ast.Constant):
            return self.falte(e.body if bedingung.value else e.orelse, werte)
        ja, nein = self.falte(e.body, werte), self.falte(e.orelse, werte)
        if _zahl(ja) is not None and _zahl(ja) == _zahl(nein):
            return ja
        return ast.IfExp(bedingung, ja, nein)

    def _gerufen(self, name: str, e: ast.Call) -> ast.expr:
        zahlen = [_zahl(a) for a in e.args]
        fn = self.welt.get(name, _EINGEBAUTE.get(name))
        if name in self.lokal or not (inspect.isfunction(fn) or fn in _EINGEBAUTE.values()) or not zahlen:
            return e
        if None not in zahlen:
            return _ausgerechnet(fn, zahlen, e)
        if not inspect.isfunction(fn) or self.tiefe >= _TIEFE:
            return e
        baum = definition(fn)
        namen = [a.arg for a in baum.args.args]
        geschrieben = _geschrieben(baum)
        werte = {n: z for n, z in zip(namen, zahlen, strict=True) if z is not None and n not in geschrieben}
        baum.body, _ = _Falter(fn, self.tiefe + 1).block(baum.body, werte)
        wert = _wert(baum)
        return e if wert is None else ast.Constant(wert)


def _ausgerechnet(fn: Callable[..., Any], zahlen: Sequence[int | None], e: ast.expr) -> ast.expr:
    """Value of a call with known arguments; where it has none (month of "no date"), the call stays."""
    try:
        wert = fn(*zahlen)
        return ast.Constant(wert if isinstance(wert, bool) else int(wert))
    except (ArithmeticError, IndexError):
        return e


def _zahl(e: ast.expr) -> int | None:
    return e.value if isinstance(e, ast.Constant) and isinstance(e.value, int) else None
