"""Vom Anspruch zur Zahlung: Aus welchen Bestandteilen ein Monatsbetrag besteht und wer ihn trägt.

Eine Leistung nennt ihre Bestandteile im Steckbrief. Aufgeteilt wird immer gleich: Jeder Bestandteil bekommt, was seine
Regel nennt, höchstens aber, was vom Anspruch noch übrig ist; der letzte bekommt den Rest. Die Teile ergeben darum
immer den Anspruch. Die Reihenfolge sagt, was eigenes Einkommen zuletzt mindert (§ 19 Abs. 3 Satz 2 SGB II für
Unterkunft und Heizung; im SGB XII, wo das Gesetz schweigt, ebenso).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from sozialamt.rechenkern.levels import HAUSHALT, PERSON

if TYPE_CHECKING:
    from sozialamt.leistungen.steckbrief import Steckbrief
    from sozialamt.rechenkern.evaluate import Ergebnis

Betrag = TypeVar("Betrag", int, Any)


class Kostentraeger(StrEnum):
    """Wessen Haushalt ein Bestandteil zuerst belastet; Erstattungen anderer stehen im Steckbrief daneben."""

    BUND = "bund"
    LAND = "land"
    KOMMUNE = "kommune"
    UEBEROERTLICH = "ueberoertlich"

    @property
    def titel(self) -> str:
        return {"bund": "Bund", "land": "Land", "kommune": "Kommune", "ueberoertlich": "überörtlicher Träger"}[self]


@dataclass(frozen=True, slots=True)
class Zahlbestandteil:
    """Ein Teil des Monatsbetrags: `regel` nennt seine Höhe in Cent, leer bekommt er den Rest."""

    schluessel: str
    titel: str
    kostentraeger: Kostentraeger
    norm: str
    regel: str = ""


@dataclass(frozen=True, slots=True)
class Teilbetrag:
    """Was einer Person in einem Monat aus einem Bestandteil zusteht, in Cent (größer als 0).

    Ansprüche einer ganzen Gemeinschaft stehen bei ihrer ersten Person. `wohnform` und `grund` sind die Schlüssel, nach
    denen die Erstattung aufzuteilen ist (§ 46a Abs. 4 SGB XII); leer, wo das Gesetz keine Aufteilung verlangt.
    """

    person: str
    bestandteil: str
    kostentraeger: Kostentraeger
    cent: int
    wohnform: str = ""
    grund: str = ""


def zerlege(
    anspruch: Betrag, hoehen: Sequence[Betrag], minimum: Callable[[Betrag, Betrag], Betrag] = min
) -> Iterator[Betrag]:
    """Teilt einen Anspruch auf: je Höhe ihr Teil, zuletzt der Rest. Mit `numpy.minimum` für ganze Spalten."""
    rest = anspruch
    for hoehe in hoehen:
        teil = minimum(rest, hoehe)
        rest = rest - teil
        yield teil
    yield rest


def anspruchsberechtigte(ergebnis: Ergebnis, steckbrief: Steckbrief) -> list[int]:
    """Stellen, an denen der Anspruch einmal steht: jede Person oder die erste jeder Gemeinschaft."""
    ebene = ergebnis.plan.ebene(steckbrief.anspruch)
    if ebene == PERSON:
        return list(range(len(ergebnis.personen)))
    if ebene == HAUSHALT:
        return [0]
    return list(dict.fromkeys(ergebnis.werte[f"zugehoerigkeit_{ebene}"]))


def teilbetraege(ergebnis: Ergebnis, steckbrief: Steckbrief) -> list[Teilbetrag]:
    """Alle Teilbeträge eines Monats; ihre Summe ist der Anspruch. Leer, wenn die Behörde die Leistung nicht zahlt."""
    if not steckbrief.zahlung:
        return []
    return [
        Teilbetrag(ergebnis.personen[stelle], teil.schluessel, teil.kostentraeger, cent, *schluessel)
        for stelle in anspruchsberechtigte(ergebnis, steckbrief)
        for schluessel in [_nachweisschluessel(ergebnis, steckbrief, stelle)]
        for teil, cent in zip(
            steckbrief.zahlung,
            zerlege(
                ergebnis.werte[steckbrief.anspruch][stelle],
                [ergebnis.werte[t.regel][stelle] for t in steckbrief.zahlung if t.regel],
            ),
            strict=True,
        )
        if cent > 0
    ]


def _nachweisschluessel(ergebnis: Ergebnis, steckbrief: Steckbrief, stelle: int) -> tuple[str, ...]:
    namen = steckbrief.erstattung.getrennt_nach if steckbrief.erstattung else ()
    return tuple(_schluessel(ergebnis, name, stelle) for name in namen)


def _schluessel(ergebnis: Ergebnis, name: str, stelle: int) -> str:
    auswahl = ergebnis.plan.regelwerk.regeln[name][0].auswahl
    if auswahl is None:
        raise TypeError(f"{name} ist keine Auswahl und kann die Erstattung nicht aufteilen.")
    return str(auswahl(ergebnis.werte[name][stelle]).name.lower())
