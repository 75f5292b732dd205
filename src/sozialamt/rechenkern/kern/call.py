"""Handing over: parameters as a vector with bounds, columns and results by address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from sozialamt.rechenkern.kern.column import Feld, Spalte
from sozialamt.rechenkern.kern.slots import ZEILE
from sozialamt.rechenkern.kern.source import FALSCH, Kernquelle, Parameterplatz
from sozialamt.rechenkern.kern.wert import LANES
from sozialamt.rechenkern.parameters import Wert
from sozialamt.rechenkern.regelwerk import Regelwerk

VIERTEL = 4
"""A reform may raise a number of the law to the next power of two, or cut it to a quarter, without a new kernel."""
MONATE = (1900_01_01, 2999_12_01)
_I32 = np.iinfo(np.int32)


def grenzen(werk: Regelwerk, name: str, wert: Wert) -> tuple[int, int]:
    """Bounds for the numbers of a parameter or setting: all it ever was, with room to spare."""
    if name == "monat":
        return MONATE
    werte = [wert]
    if name in werk.parameter:
        werte += [f.wert for f in werk.parameter[name].fassungen]
    if name in werk.einstellungen:
        werte += [zahl for zahl, _ in werk.einstellungen[name].optionen.values()]
    zahlen = [z for w in werte for z in (w if isinstance(w, tuple) else (w,))]
    weitestes = (1 << max(abs(z) for z in zahlen).bit_length()) - 1
    kleinste = min(zahlen)
    return -weitestes if kleinste < 0 else max(1, kleinste // VIERTEL) if kleinste > 0 else 0, weitestes


def vektor(plaetze: Iterable[Parameterplatz], werte: Mapping[str, Wert]) -> Feld:
    """All parameters one after the other, twice: as 32-bit numbers and as doubles; tables may be read beyond."""
    plaetze = list(plaetze)
    anzahl = sum(p.laenge or 1 for p in plaetze) + LANES
    klein, gross = np.zeros(anzahl + anzahl % 2, np.int32), np.zeros(anzahl)
    for p in plaetze:
        wert = werte[p.name]
        for i, zahl in enumerate(wert if isinstance(wert, tuple) else (wert,)):
            if not p.lo <= zahl <= p.hi:
                raise ValueError(f"Parameter „{p.name}“: {zahl} liegt nicht zwischen {p.lo} und {p.hi}")
            gross[p.stelle + i] = zahl
            if _I32.min <= zahl <= _I32.max:
                klein[p.stelle + i] = -bool(zahl) if p.ja and not p.laenge else zahl
    return np.concatenate([klein.view(np.uint8), gross.view(np.uint8)])


class FalscheAngabe(Exception):
    """A fact is out of bounds, refers out of the household or is a partnership on one side only; the kernel stopped."""


class Kernlauf:
    """A kernel with its parameters, one batch of columns and the room for its results; for any number of threads."""

    def __init__(
        self,
        kern: Callable[..., int],
        quelle: Kernquelle,
        parameter: Feld,
        offsets: Feld,
        spalten: Sequence[Spalte],
        ausgabe: Sequence[Feld],
    ) -> None:
        self.kern, self.bereich = kern, quelle.bereich
        lage = np.array([(s.adresse, int(s.form), s.bit) for s in spalten], np.int64).reshape(-1, 3)
        ziele = np.array([a.ctypes.data for a in ausgabe], np.int64)
        self.lebendig = parameter, lage, ziele, offsets, spalten, ausgabe
        self.offsets, *self.adressen = (f.ctypes.data for f in (offsets, parameter, lage, ziele))

    def __call__(self, von: int, bis: int, liste: Feld | None = None) -> Feld:
        """Calculate the households numbered `von` (inclusive) to `bis` (exclusive), or those of a list at these places.

        Returns the numbers of those that are left over: empty, too large for this kernel, or in a block in which a
        doubt is raised. Raises FalscheAngabe.
        """
        bereich, offen = np.empty(self.bereich + ZEILE, np.uint8), np.empty(bis - von, np.int32)
        beginn = -(-bereich.ctypes.data // ZEILE) * ZEILE
        nummern = None if liste is None else liste.ctypes.data
        anzahl = int(self.kern(von, bis, nummern, self.offsets, beginn, *self.adressen, offen.ctypes.data))
        if anzahl == FALSCH:
            raise FalscheAngabe("Eine Angabe ist außerhalb ihrer Grenzen oder verweist falsch.")
        return offen[:anzahl]
