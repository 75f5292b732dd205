"""Geprüfte Formeln: eine Summe von Basisgrößen, geteilt durch eine Summe von Basisgrößen, mal eine Zahl.

Mehr darf eine Formel nicht: So bleiben Zähler und Nenner einer jeden Kennzahl erhalten, das gewichtete Mittel ist
Summe durch Summe, und jeder Wert lässt sich exakt rechnen und aufschlagen. Geschrieben wird sie, wie man sie liest:
`1000 * (elb + nef) / einwohner_0_bis_unter_65`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sozialamt.akte.fehler import AngabenFehler, Mangel

MAX_ZEICHEN = 400
MAX_GROESSEN = 40
MAX_ZAHL = 10**9

Summe = Mapping[str, Fraction]
EINZIG = ""


@dataclass(frozen=True, slots=True)
class Formel:
    """Zähler und Nenner als gewichtete Summen (Schlüssel der Basisgröße → Faktor); ohne Nenner eine reine Summe."""

    text: str
    zaehler: tuple[tuple[str, Fraction], ...]
    nenner: tuple[tuple[str, Fraction], ...] = ()

    @property
    def groessen(self) -> tuple[str, ...]:
        """Alle Basisgrößen, die die Formel braucht."""
        return tuple(dict.fromkeys(name for name, _ in (*self.zaehler, *self.nenner)))


def lies(text: str, bekannt: Iterable[str]) -> Formel:
    """Prüft und zerlegt eine Formel.

    `AngabenFehler`, wenn sie mehr enthält als Grundrechenarten, Zahlen und bekannte Basisgrößen, wenn Größen
    miteinander malgenommen werden oder wenn mehr als einmal durch Größen geteilt wird.
    """
    namen = set(bekannt)
    if len(text) > MAX_ZEICHEN:
        raise _fehler(f"{text[:30]} …", f"hat mehr als {MAX_ZEICHEN} Zeichen", "Kürzen Sie die Formel.")
    try:
        baum = ast.parse(text.strip().replace("·", "*").replace(":", "/"), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fehler:
        raise _fehler(text, "ist keine Rechenformel", "Erlaubt sind + - * / und Klammern.") from fehler
    zaehler, nenner = _zerlege(baum, text, namen)
    if not any(zaehler) or (set(nenner) != {EINZIG} and EINZIG in nenner) or EINZIG in zaehler:
        raise _fehler(text, "mischt Größen mit festen Zahlen in einer Summe", "Verwenden Sie Zahlen nur als Faktor.")
    if EINZIG in nenner:
        faktor = nenner[EINZIG]
        zaehler, nenner = {name: wert / faktor for name, wert in zaehler.items()}, {}
    formel = Formel(text.strip(), tuple(zaehler.items()), tuple(nenner.items()))
    if len(formel.groessen) > MAX_GROESSEN:
        raise _fehler(text, f"enthält mehr als {MAX_GROESSEN} Größen", "Teilen Sie die Kennzahl auf.")
    return formel


def _zerlege(knoten: ast.expr, text: str, namen: set[str]) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    match knoten:
        case ast.Constant(value=int() | float() as zahl) if not isinstance(zahl, bool) and 0 <= zahl <= MAX_ZAHL:
            return {EINZIG: Fraction(str(zahl))}, {EINZIG: Fraction(1)}
        case ast.Name(id=name) if name in namen:
            return {name: Fraction(1)}, {EINZIG: Fraction(1)}
        case ast.Name(id=name):
            raise _fehler(name, "ist keine bekannte Basisgröße", "Wählen Sie eine Größe aus dem Katalog.")
        case ast.UnaryOp(op=ast.USub(), operand=innen):
            zaehler, nenner = _zerlege(innen, text, namen)
            return _mal(zaehler, Fraction(-1)), nenner
        case ast.BinOp(left=links, op=art, right=rechts):
            return _verknuepfe(art, _zerlege(links, text, namen), _zerlege(rechts, text, namen), text)
    raise _fehler(text, "enthält etwas anderes als + - * /, Zahlen und Größen", "Schreiben Sie eine reine Rechnung.")


Bruch = tuple[dict[str, Fraction], dict[str, Fraction]]


def _verknuepfe(art: ast.operator, links: Bruch, rechts: Bruch, text: str) -> Bruch:
    match art:
        case ast.Add() | ast.Sub():
            vorzeichen = Fraction(1 if isinstance(art, ast.Add) else -1)
            if links[1] != rechts[1]:
                raise _fehler(text, "addiert Brüche mit verschiedenem Nenner", "Teilen Sie nur einmal, am Ende.")
            return _plus(links[0], _mal(rechts[0], vorzeichen)), links[1]
        case ast.Mult():
            return _produkt(links[0], rechts[0], text), _produkt(links[1], rechts[1], text)
        case ast.Div():
            if not any(rechts[0].values()):
                raise _fehler(text, "teilt durch null", "Prüfen Sie den Nenner.")
            return _produkt(links[0], rechts[1], text), _produkt(links[1], rechts[0], text)
    raise _fehler(text, "enthält eine Rechenart, die es hier nicht gibt", "Erlaubt sind + - * /.")


def _plus(links: Summe, rechts: Summe) -> dict[str, Fraction]:
    return {name: links.get(name, Fraction(0)) + rechts.get(name, Fraction(0)) for name in {**links, **rechts}}


def _mal(summe: Summe, faktor: Fraction) -> dict[str, Fraction]:
    return {name: wert * faktor for name, wert in summe.items()}


def _produkt(links: Summe, rechts: Summe, text: str) -> dict[str, Fraction]:
    for zahl, summe in ((links, rechts), (rechts, links)):
        if set(zahl) == {EINZIG}:
            return _mal(summe, zahl[EINZIG])
    raise _fehler(text, "nimmt Größen miteinander mal", "Eine Kennzahl ist Summe durch Summe mal eine Zahl.")


def _fehler(wert: str, grund: str, abhilfe: str) -> AngabenFehler:
    return AngabenFehler([Mangel("Formel", wert, grund, abhilfe)])
