"""From the Python source of a rule to a function numba can compile.

The text of the rule stays as it is; only decorators, annotations and docstrings fall away, options of closed lists
become their numbers, and helper functions of the module come along. What a kernel cannot run is refused by name.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from enum import IntEnum
from typing import Any

from sozialamt.rechenkern.errors import Regelwerkfehler
from sozialamt.rechenkern.kern.fold import definition
from sozialamt.rechenkern.rules import Regel

OHNE_HUELLE = "error_model='numpy', nogil=True, no_cpython_wrapper=True, no_cfunc_wrapper=True"
"""Options of functions that only the kernel itself calls: nothing is built for Python."""

HOECHSTENS, GRUND = 4, 40
"""A rule is built in if that makes it at most so many times longer (counted in nodes, small ones as 40)."""

EINGEBAUTE = frozenset({"min", "max", "abs", "len", "range", "int", "bool"})
VERBOTEN = (
    ast.Lambda, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp, ast.Try, ast.With, ast.Yield, ast.Await,
    ast.Global, ast.Nonlocal, ast.JoinedStr, ast.Dict, ast.Set, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Starred,
)  # fmt: skip


class Uebersetzer:
    """Builds rules into the text of a kernel and collects the helper functions they call.

    `quelltexte` are the helpers in dependency order, without repetition.
    """

    def __init__(self) -> None:
        self.quelltexte: list[str] = []
        self._namen: dict[Callable[..., Any], str] = {}
        self._vergeben: set[str] = set()

    def funktion(self, fn: Callable[..., Any], name: str, baum: ast.FunctionDef | None = None) -> str:
        """Add a function of its own with everything it calls; the name it has in the kernel.

        `baum` is what partial evaluation left of its text.
        """
        if fn in self._namen:
            return self._namen[fn]
        while name in self._vergeben:
            name += "_"
        self._vergeben.add(name)
        self._namen[fn] = name
        baum = self._uebersetzt(fn, definition(fn) if baum is None else baum)
        baum.name = name
        self.quelltexte.append(f"@njit({OHNE_HUELLE})\n{ast.unparse(ast.fix_missing_locations(baum))}\n")
        return name

    def einbau(self, regel: Regel, baum: ast.FunctionDef, namen: Mapping[str, str]) -> list[str]:
        """Text of a rule without a function around it: reads the variables `namen`, leaves its value in `v_<name>`.

        Early returns become nested branches. A rule that returns from within a loop, or would grow too much,
        stays a function and is called.
        """
        ergebnis = f"v_{regel.name}"
        baum = self._uebersetzt(regel.fn, deepcopy(baum))
        anweisungen = _verzweigt(baum.body, ergebnis)
        if anweisungen is None or _groesse(anweisungen) > HOECHSTENS * max(GRUND, _groesse(baum.body)):
            argumente = ", ".join(namen[a.arg] for a in baum.args.args)
            return [f"{ergebnis} = {self.funktion(regel.fn, f'r_{regel.name}', baum)}({argumente})"]
        eigene = {k.id for k in ast.walk(baum) if isinstance(k, ast.Name) and isinstance(k.ctx, ast.Store)}
        umbenannt = dict(namen) | {n: f"l_{regel.name}_{n}" for n in eigene}
        anfang = [f"{umbenannt[n]} = {namen[n]}" for n in sorted(eigene) if n in namen]
        modul = ast.Module([_Umbenenner(umbenannt).visit(a) for a in anweisungen], [])
        return anfang + ast.unparse(ast.fix_missing_locations(modul)).splitlines()

    def _uebersetzt(self, fn: Callable[..., Any], baum: ast.FunctionDef) -> ast.FunctionDef:
        """Definition with literal numbers and kernel functions for names of the module."""
        ergebnis = _Umschreiber(self, fn).visit(baum)
        assert isinstance(ergebnis, ast.FunctionDef)  # noqa: S101 - a definition stays one
        return ergebnis


def _groesse(anweisungen: Sequence[ast.AST]) -> int:
    return sum(1 for a in anweisungen for _ in ast.walk(a))


def _verzweigt(anweisungen: Sequence[ast.stmt], ergebnis: str) -> list[ast.stmt] | None:
    """Statements with assignments to `ergebnis` in place of returns; None if a loop returns."""
    fertig: list[ast.stmt] = []
    for i, a in enumerate(anweisungen):
        if isinstance(a, ast.Return):
            wert = a.value or ast.Constant(0)
            return [*fertig, ast.Assign([ast.Name(ergebnis, ast.Store())], wert)]
        if not any(isinstance(k, ast.Return) for k in ast.walk(a)):
            fertig.append(a)
            continue
        if not isinstance(a, ast.If):
            return None
        rest = list(anweisungen[i + 1 :])
        dann, sonst = (_verzweigt([*z, *deepcopy(rest)], ergebnis) for z in (a.body, a.orelse))
        if dann is None or sonst is None:
            return None
        return [*fertig, ast.If(a.test, dann or [ast.Pass()], sonst)]
    return fertig


class _Umbenenner(ast.NodeTransformer):
    def __init__(self, namen: Mapping[str, str]) -> None:
        self.namen = namen

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self.namen.get(node.id, node.id), node.ctx)


class _Umschreiber(ast.NodeTransformer):
    def __init__(self, uebersetzer: Uebersetzer, fn: Callable[..., Any]) -> None:
        self.uebersetzer, self.fn = uebersetzer, fn
        self.welt = inspect.getclosurevars(fn).globals
        self.lokal = set(fn.__code__.co_varnames)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, VERBOTEN):
            self._verweigere(node, type(node).__name__)
        return super().generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is None:
            raise self._absage(node, "eine Annotation ohne Wert")
        return ast.Assign([self.visit(node.target)], self.visit(node.value))

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if not isinstance(node.value, bool | int):
            self._verweigere(node, repr(node.value))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if node.keywords or not isinstance(node.func, ast.Name):
            self._verweigere(node, ast.unparse(node))
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        klasse = self.welt.get(node.value.id) if isinstance(node.value, ast.Name) else None
        if not (isinstance(klasse, type) and issubclass(klasse, IntEnum)):
            self._verweigere(node, ast.unparse(node))
        return ast.Constant(int(getattr(klasse, node.attr)))

    def visit_Name(self, node: ast.Name) -> ast.AST:
        name = node.id
        if name in self.lokal or name in EINGEBAUTE:
            return node
        wert = self.welt.get(name)
        if inspect.isfunction(wert):
            modul = wert.__module__.rsplit(".", 1)[-1]
            return ast.Name(self.uebersetzer.funktion(wert, f"h_{modul}_{name.strip('_')}"), ast.Load())
        if isinstance(wert, int):
            return ast.Constant(bool(wert) if isinstance(wert, bool) else int(wert))
        if isinstance(wert, tuple) and all(isinstance(w, int) for w in wert):
            return ast.Tuple([ast.Constant(int(w)) for w in wert], ast.Load())
        self._verweigere(node, name)
        return node

    def _verweigere(self, node: ast.AST, was: str) -> None:
        raise self._absage(node, was)

    def _absage(self, node: ast.AST, was: str) -> Regelwerkfehler:
        zeile = getattr(node, "lineno", "?")
        return Regelwerkfehler(
            f"Die Regel „{self.fn.__name__}“ ({self.fn.__module__}, Zeile {zeile} der Funktion) benutzt {was}; "
            "der übersetzte Rechenkern kennt nur ganze Zahlen, Wahrheitswerte und Hilfsfunktionen."
        )
