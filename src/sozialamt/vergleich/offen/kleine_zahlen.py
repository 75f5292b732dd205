"""Statistische Geheimhaltung: kleine Zahlen sperren und dafür sorgen, dass keine Rechnung zu ihnen zurückführt.

Erst werden Anzahlen von 1 bis unter die Grenze gesperrt. Dann werden, solange eine gesperrte Zahl sich aus den offenen
und den bekannten Summen ausrechnen ließe, weitere Zahlen derselben Summe gesperrt. Geprüft wird nicht Summe für Summe,
sondern das ganze Gleichungssystem, mit Brüchen: Zwei Summen zusammen verraten manchmal, was jede allein verschweigt.

Die Vorgabe 3 folgt der Statistik der Bundesagentur für Arbeit, die Zahlen kleiner als 3 nicht ausweist. Eine Null ist
keine Angabe über einen Menschen und bleibt offen.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

GRENZE = 3
Zelle = TypeVar("Zelle", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Summe:
    """Eine Summe, die jeder nachrechnen kann: `gesamt` ist die Summe der `teile`."""

    gesamt: Hashable
    teile: tuple[Hashable, ...]

    @property
    def zellen(self) -> tuple[Hashable, ...]:
        """Gesamt und Teile."""
        return (self.gesamt, *self.teile)


def schuetze(
    werte: Mapping[Zelle, int],
    summen: Iterable[Summe] = (),
    *,
    grenze: int = GRENZE,
) -> frozenset[Zelle]:
    """Die Zellen, die nicht veröffentlicht werden dürfen.

    `werte` enthält nur vorhandene Anzahlen. Eine Summe gilt nur, wenn alle ihre Zellen vorhanden sind und sie aufgeht;
    sonst sagt sie niemandem etwas.
    """
    gueltig = [s for s in summen if _geht_auf(s, werte)]
    gesperrt = {zelle for zelle, wert in werte.items() if 0 < wert < grenze}
    while True:
        verraten = _verratene(gesperrt, gueltig) or _zu_kleine_reste(gesperrt, gueltig, werte, grenze)
        naechste = _zum_sperren(verraten, gesperrt, gueltig, werte)
        if naechste is None:
            return frozenset(gesperrt)
        gesperrt.add(naechste)


def _geht_auf(summe: Summe, werte: Mapping[Zelle, int]) -> bool:
    if any(zelle not in werte for zelle in summe.zellen):
        return False
    return werte[summe.gesamt] == sum(werte[teil] for teil in summe.teile)  # type: ignore[index]


def _verratene(gesperrt: set[Zelle], summen: Sequence[Summe]) -> list[Zelle]:
    """Gesperrte Zellen, deren Wert aus den offenen eindeutig folgt."""
    beteiligt = {z for s in summen for z in s.zellen}
    spalten = [zelle for zelle in gesperrt if zelle in beteiligt]
    stelle = {zelle: nummer for nummer, zelle in enumerate(spalten)}
    zeilen = []
    for summe in summen:
        zeile = [Fraction(0)] * len(spalten)
        for zelle, faktor in ((summe.gesamt, -1), *((teil, 1) for teil in summe.teile)):
            if zelle in stelle:
                zeile[stelle[zelle]] += faktor  # type: ignore[index]
        if any(zeile):
            zeilen.append(zeile)
    return [spalten[zeile.index(1)] for zeile in _stufenform(zeilen) if sum(1 for x in zeile if x) == 1]


def _stufenform(zeilen: list[list[Fraction]]) -> list[list[Fraction]]:
    """Reduzierte Stufenform: Jede Zeile mit nur einer Unbekannten gibt diese preis."""
    fertig: list[list[Fraction]] = []
    for spalte in range(len(zeilen[0]) if zeilen else 0):
        zeile = next((z for z in zeilen if z[spalte]), None)
        if zeile is None:
            continue
        zeilen.remove(zeile)
        eins = [x / zeile[spalte] for x in zeile]
        zeilen = [_minus(z, eins, spalte) for z in zeilen]
        fertig = [_minus(z, eins, spalte) for z in fertig] + [eins]
    return fertig


def _minus(zeile: list[Fraction], eins: list[Fraction], spalte: int) -> list[Fraction]:
    faktor = zeile[spalte]
    return [x - faktor * y for x, y in zip(zeile, eins, strict=True)] if faktor else zeile


def _zu_kleine_reste(
    gesperrt: set[Zelle], summen: Sequence[Summe], werte: Mapping[Zelle, int], grenze: int
) -> list[Zelle]:
    """Gesperrte Teile, deren gemeinsamer Rest selbst eine kleine Zahl ist (etwa 1 + 1)."""
    for summe in summen:
        teile = [teil for teil in summe.teile if teil in gesperrt]
        if summe.gesamt not in gesperrt and teile and sum(werte[teil] for teil in teile) < grenze:  # type: ignore[index]
            return [teile[0]]  # type: ignore[list-item]
    return []


def _zum_sperren(
    verraten: Sequence[Zelle], gesperrt: set[Zelle], summen: Sequence[Summe], werte: Mapping[Zelle, int]
) -> Zelle | None:
    """Die kleinste offene Zahl in einer Summe der verratenen; lieber ein Teil als die Summe, nie eine Null."""
    for zelle in verraten:
        offen = [
            (nachbar == summe.gesamt, werte[nachbar], str(nachbar), nachbar)
            for summe in summen
            if zelle in summe.zellen
            for nachbar in summe.zellen
            if nachbar not in gesperrt and werte[nachbar] > 0
        ]
        if offen:
            return min(offen, key=lambda x: x[:3])[3]
    return None
