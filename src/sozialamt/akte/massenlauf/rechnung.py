"""Was allen Haushalten eines Bestands in einem Monat zusteht, nach Person, Bestandteil und Kostenträger."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import polars as pl

from sozialamt.akte.bestand import Bestand, Feld
from sozialamt.akte.einstellungen import geltende, wahlen
from sozialamt.akte.models import Einstellungswahl
from sozialamt.akte.monat import monatsschluessel
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.leistungen.zahlung import zerlege
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.recht.annahmen import Annahmen

TEILE = {
    "haushalt": pl.Int64,
    "person": pl.Int64,
    "leistung": pl.String,
    "bestandteil": pl.String,
    "kostentraeger": pl.String,
    "wohnform": pl.String,
    "grund": pl.String,
    "cent": pl.Int64,
}
"""Spalten der Teilbeträge; Beträge in Cent, größer als 0."""


@dataclass(frozen=True)
class Massenergebnis:
    """Teilbeträge aller berechenbaren Haushalte und die Haushalte, denen eine Angabe fehlt."""

    monat: date
    teile: pl.DataFrame
    unvollstaendig: frozenset[int]


def gezahlte() -> list[Steckbrief]:
    """Leistungen, die die Behörde zahlt."""
    return [s for s in steckbriefe().values() if s.zahlung]


def ziele() -> tuple[str, ...]:
    """Was der Rechenkern dafür ausrechnen muss."""
    namen = [n for s in gezahlte() for n in (*s.zahlungsnamen(), *_zugehoerigkeit(s))]
    return tuple(dict.fromkeys(namen))


@cache
def rechner(monat: str, einstellungen: tuple[tuple[str, int], ...] = ()) -> Rechner:
    """Übersetzter Kern eines Monats („JJJJ-MM“); ohne ihn im Zwischenspeicher dauert das erste Mal etwa eine Minute.

    `einstellungen` sind die Ansichten, die das Amt in streitigen Fragen gewählt hat.
    """
    return Rechner(regelwerk(), Rechenauftrag.fuer(ziele(), monat, einstellungen=dict(einstellungen)))


def rechne(
    bestand: Bestand,
    faeden: int | None = None,
    *,
    gewaehlte: Sequence[Einstellungswahl] | None = None,
    annahmen: Annahmen | None = None,
) -> Massenergebnis:
    """Alle gezahlten Leistungen eines Bestands. Dieselben Regeln und Zahlen wie in der Einzelberechnung.

    `gewaehlte` sind die Ansichten des Amts; wer sie mitgibt, darf auch ohne Datenbank rechnen. Mit `annahmen` gelten
    angekündigte Werte; das ist nur zum Ansehen.
    """
    gewaehlt = geltende(wahlen() if gewaehlte is None else gewaehlte, bestand.monat)
    schluessel = monatsschluessel(bestand.monat)
    if annahmen is None:
        kern = rechner(schluessel, tuple(sorted(gewaehlt.items())))
    else:
        kern = Rechner(annahmen.werk, Rechenauftrag.fuer(ziele(), schluessel, einstellungen=gewaehlt))
    luecken = bestand.luecken(kern.spalten)
    voll = bestand.auswahl(~luecken)
    satz = kern.lies(voll.tabelle(kern.spalten))
    werte = kern.rechne_satz(satz, faeden or os.cpu_count() or 1)
    ebenen = {name: kern.plan.ebene(name) for name in werte}
    teile = [t for s in gezahlte() for t in _teile(s, voll, werte, ebenen)]
    unvollstaendig = frozenset(bestand.haushalte[luecken].tolist())
    return Massenergebnis(bestand.monat, pl.concat([pl.DataFrame(schema=TEILE), *teile]), unvollstaendig)


def _zugehoerigkeit(steckbrief: Steckbrief) -> tuple[str, ...]:
    return () if steckbrief.ebene in (PERSON, HAUSHALT) else (f"zugehoerigkeit_{steckbrief.ebene}",)


def _teile(
    steckbrief: Steckbrief, bestand: Bestand, werte: Mapping[str, Feld], ebenen: Mapping[str, str]
) -> list[pl.DataFrame]:
    stellen = _anspruchsberechtigte(steckbrief, bestand, werte)

    def an(name: str) -> Feld:
        je_person = werte[name]
        if ebenen[name] == HAUSHALT:
            return je_person[bestand.haushalt_der_person[stellen]]
        return je_person[stellen]

    hoehen = [an(t.regel) for t in steckbrief.zahlung if t.regel]
    schluessel = _nachweis(steckbrief, an, len(stellen))
    gefunden = []
    for teil, cent in zip(steckbrief.zahlung, zerlege(an(steckbrief.anspruch), hoehen, np.minimum), strict=True):
        da = cent > 0
        gefunden.append(
            pl.DataFrame(
                {
                    "haushalt": bestand.haushalte[bestand.haushalt_der_person[stellen[da]]],
                    "person": bestand.personen[stellen[da]],
                    "leistung": steckbrief.schluessel,
                    "bestandteil": teil.schluessel,
                    "kostentraeger": teil.kostentraeger.value,
                    "wohnform": schluessel[0].filter(pl.Series(da)),
                    "grund": schluessel[1].filter(pl.Series(da)),
                    "cent": cent[da],
                },
                schema=TEILE,
            )
        )
    return gefunden


def _anspruchsberechtigte(steckbrief: Steckbrief, bestand: Bestand, werte: Mapping[str, Feld]) -> Feld:
    """Stellen der Personen, bei denen der Anspruch einmal steht (siehe `zahlung.anspruchsberechtigte`)."""
    if steckbrief.ebene == PERSON:
        return np.arange(len(bestand.personen))
    anfang = bestand.grenzen[:-1]
    if steckbrief.ebene == HAUSHALT:
        return anfang
    im_haushalt = np.arange(len(bestand.personen)) - anfang[bestand.haushalt_der_person]
    return np.flatnonzero(im_haushalt == werte[f"zugehoerigkeit_{steckbrief.ebene}"])


def _nachweis(steckbrief: Steckbrief, an: Callable[[str], Feld], anzahl: int) -> list[pl.Series]:
    """Wohnform und Grund des Nachweises als Schlüssel der Auswahl, leer wo das Gesetz nicht trennt."""
    namen = steckbrief.erstattung.getrennt_nach if steckbrief.erstattung else ()
    if not namen:
        return [pl.repeat("", anzahl, eager=True)] * 2
    return [_als_schluessel(name, an(name)) for name in namen]


def _als_schluessel(name: str, nummern: Feld) -> pl.Series:
    auswahl = regelwerk().regeln[name][0].auswahl
    if auswahl is None:
        raise TypeError(f"{name} ist keine Auswahl und kann die Erstattung nicht aufteilen.")
    namen = {int(option): option.name.lower() for option in auswahl}
    return pl.Series(nummern, dtype=pl.Int64).replace_strict(namen, return_dtype=pl.String)
