"""Ausdrücke in Textbausteinen: Bedingungen („rente > 0 und nicht wfbm“) und Werte („miete - anerkannt“).

Es sind Vergleiche und Summen über Namen des Rechenwerks, sonst nichts: kein Aufruf, kein Zugriff, keine Schleife.
Gelesen wird über den Syntaxbaum von Python; ausgewertet wird er hier selbst, nicht von Python.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sozialamt.rechenkern.regelwerk import Regelwerk

Werte = Mapping[str, Any]
Rechnung = Callable[[Werte], Any]
_WOERTER = {"und": "and", "oder": "or", "nicht": "not"}
_WORT = re.compile(r"\b(und|oder|nicht)\b")
_VERGLEICHE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_RECHNEN: dict[type[ast.operator], Callable[[Any, Any], Any]] = {ast.Add: operator.add, ast.Sub: operator.sub}


class Ausdrucksfehler(ValueError):
    """Ein Ausdruck, den Textbausteine nicht kennen; nennt Ausdruck und Grund."""

    def __init__(self, text: str, grund: str) -> None:
        super().__init__(f"Ausdruck „{text}“: {grund}")


@dataclass(frozen=True, slots=True)
class Ausdruck:
    """Ein gelesener Ausdruck. `namen` sind die Namen des Rechenwerks darin, in Lesereihenfolge.

    `optionen` sind die Möglichkeiten, mit denen verglichen wird; gerechnet wird mit ihrer Zahl. `wert` ergibt das
    Ergebnis für eine Person; KeyError mit dem Namen, wenn ein Wert fehlt.
    """

    text: str
    wert: Rechnung
    namen: tuple[str, ...]
    optionen: Mapping[str, int]


def lies_ausdruck(text: str, werk: Regelwerk) -> Ausdruck:
    """Liest einen Ausdruck und prüft jeden Namen gegen das Rechenwerk.

    Rechts von einem Auswahlwert steht eine seiner Möglichkeiten; sie geht einem gleichlautenden Namen vor
    („ablehnung == alter“ meint den Ablehnungsgrund, nicht das Alter).
    """
    quelle = _WORT.sub(lambda m: _WOERTER[m[1]], text)
    try:
        baum = ast.parse(quelle.strip(), mode="eval").body
    except SyntaxError as fehler:
        raise Ausdrucksfehler(text, "nicht lesbar") from fehler
    pruefer = _Pruefer(text, werk)
    pruefer.pruefe(baum)
    return Ausdruck(text, _rechnung(baum, text), tuple(pruefer.namen), pruefer.optionen)


def _rechnung(knoten: ast.expr, text: str) -> Rechnung:
    """Baut aus dem geprüften Baum ein für alle Mal eine Funktion; ein Schreiben wertet Hunderte Ausdrücke aus."""
    match knoten:
        case ast.Constant(value=zahl):
            return lambda _: zahl
        case ast.Name(id=name):
            return operator.itemgetter(name)
        case ast.UnaryOp(op=ast.Not(), operand=teil):
            innen = _rechnung(teil, text)
            return lambda werte: not innen(werte)
        case ast.BoolOp(op=art, values=teile):
            return _verknuepft(isinstance(art, ast.And), [_rechnung(t, text) for t in teile])
        case ast.Compare(left=links, ops=[op], comparators=[rechts]):
            return _zu_zweit(_VERGLEICHE[type(op)], _rechnung(links, text), _rechnung(rechts, text))
        case ast.BinOp(left=links, op=op, right=rechts):
            return _zu_zweit(_RECHNEN[type(op)], _rechnung(links, text), _rechnung(rechts, text))
        case ast.Subscript(value=tabelle, slice=stelle):
            return _zu_zweit(operator.getitem, _rechnung(tabelle, text), _rechnung(stelle, text))
    raise Ausdrucksfehler(text, "unbekannter Baustein")


def _verknuepft(und: bool, teile: Sequence[Rechnung]) -> Rechnung:
    def rechne(werte: Werte) -> bool:
        for teil in teile:
            if bool(teil(werte)) is not und:
                return not und
        return und

    return rechne


def _zu_zweit(was: Callable[[Any, Any], Any], links: Rechnung, rechts: Rechnung) -> Rechnung:
    return lambda werte: was(links(werte), rechts(werte))


class _Pruefer:
    """Geht den Syntaxbaum durch, lässt nur Erlaubtes zu und sammelt die Namen."""

    def __init__(self, text: str, werk: Regelwerk) -> None:
        self.text, self.werk = text, werk
        self.namen: dict[str, None] = {}
        self.optionen: dict[str, int] = {}

    def pruefe(self, knoten: ast.expr) -> None:
        match knoten:
            case ast.Constant(value=int()):
                return
            case ast.Name(id=name):
                self._name(name)
            case ast.Compare(left=links, ops=[op], comparators=[rechts]) if type(op) in _VERGLEICHE:
                knoten.comparators = [self._moegliche_option(links, rechts)]
                self._alle(links, *knoten.comparators)
            case ast.UnaryOp(op=ast.Not(), operand=teil):
                self._alle(teil)
            case ast.BoolOp(values=teile):
                self._alle(*teile)
            case ast.BinOp(left=links, op=op, right=rechts) if type(op) in _RECHNEN:
                self._alle(links, rechts)
            case ast.Subscript(value=tabelle, slice=stelle):
                self._alle(tabelle, stelle)
            case _:
                raise Ausdrucksfehler(self.text, "nur Namen, Zahlen, Vergleiche, und/oder/nicht, + und - sind erlaubt")

    def _alle(self, *knoten: ast.expr) -> None:
        for k in knoten:
            self.pruefe(k)

    def _name(self, name: str) -> None:
        if name not in self.werk.namen:
            raise Ausdrucksfehler(self.text, f"„{name}“ ist kein Name des Rechenwerks")
        self.namen[name] = None

    def _moegliche_option(self, links: ast.expr, rechts: ast.expr) -> ast.expr:
        """Zahl der Möglichkeit, wenn links eine Auswahl steht; sonst der Ausdruck selbst."""
        if not (isinstance(links, ast.Name) and isinstance(rechts, ast.Name)):
            return rechts
        bekannt = _optionen(links.id, self.werk)
        if rechts.id in bekannt:
            self.optionen[rechts.id] = bekannt[rechts.id]
            return ast.Constant(bekannt[rechts.id])
        if rechts.id not in self.werk.namen:
            moeglich = ", ".join(bekannt) or "keine Auswahl"
            raise Ausdrucksfehler(self.text, f"„{rechts.id}“ ist keine Möglichkeit von „{links.id}“ ({moeglich})")
        return rechts


def _optionen(name: str, werk: Regelwerk) -> dict[str, int]:
    """Möglichkeiten („wohnung“) mit ihrer Zahl; leer, wenn hinter dem Namen keine Auswahl steht."""
    if name in werk.einstellungen:
        return {schluessel: wert for schluessel, (wert, _) in werk.einstellungen[name].optionen.items()}
    quelle = werk.regeln[name][0] if name in werk.regeln else werk.merkmale.get(name)
    return {m.schluessel: int(m) for m in quelle.auswahl} if quelle and quelle.auswahl else {}
