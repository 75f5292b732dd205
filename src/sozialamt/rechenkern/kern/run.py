"""`rechne`: many households at once, Arrow in and Arrow out, by the same rules that explain a single one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from sozialamt.rechenkern.errors import UnbekannterName
from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.kern import store, textcache
from sozialamt.rechenkern.kern.call import FalscheAngabe, Kernlauf, grenzen, vektor
from sozialamt.rechenkern.kern.column import Feld
from sozialamt.rechenkern.kern.columns import Spaltensatz, lies_spalten, zugleich
from sozialamt.rechenkern.kern.source import GROESSTE, Kernbauer, Kernquelle
from sozialamt.rechenkern.kern.specialize import ausgerechnet, spezialisiere
from sozialamt.rechenkern.levels import HAUSHALT
from sozialamt.rechenkern.parameters import Wert
from sozialamt.rechenkern.plan import Plan, plane
from sozialamt.rechenkern.regelwerk import Regelwerk
from sozialamt.rechenkern.rules import OFFEN
from sozialamt.rechenkern.values import Datum, Einheit

if TYPE_CHECKING:
    import polars as pl

ANTEIL = 2_048
"""Households one of several threads takes at least: so many that the blocks left unfilled at the end do not count."""


@dataclass(frozen=True)
class Rechenauftrag:
    """What to calculate: targets, month, and what deviates from the law as it stands.

    `vorgaben` names facts that have no column; each must have a documented default, which then holds wherever the
    fact applies, or a condition that is false for everybody (see `specialize.entbehrlich`).
    `einstellungen` and `parameter` deviate by name (internal units): a reform needs no new kernel.
    """

    ziele: tuple[str, ...]
    monat: Datum
    vorgaben: frozenset[str] = frozenset()
    einstellungen: Mapping[str, int] = field(default_factory=dict)
    parameter: Mapping[str, Wert] = field(default_factory=dict)
    kenntnis: Datum = OFFEN

    @classmethod
    def fuer(cls, ziele: Iterable[str], monat: str | Datum, **angaben: Any) -> Rechenauftrag:
        """Order with the month as '2026-11' or yyyymmdd."""
        tag = datum_aus_iso(monat) if isinstance(monat, str) else monat
        return cls(tuple(ziele), tag // 100 * 100 + 1, **angaben)


class Rechner:
    """A compiled kernel with its parameters; made once, used for any number of batches and from any thread."""

    def __init__(self, regelwerk: Regelwerk, auftrag: Rechenauftrag) -> None:
        self.regelwerk, self.auftrag = regelwerk, auftrag
        self.plan: Plan = plane(regelwerk, auftrag.ziele, auftrag.monat)
        werte = self._parameterwerte()
        self._laengen = {n: len(w) for n, w in werte.items() if isinstance(w, tuple)}
        self._grenzen = {n: grenzen(regelwerk, n, w) for n, w in werte.items()}
        self._kerne: dict[tuple[int, bool], tuple[Kernquelle, Callable[..., Any]]] = {}
        self._sperre = Lock()
        self.quelle, self.kern = self._kern_fuer(GROESSTE)
        regeln = {s.name: s.regel for s in self.plan.schritte}
        for name, text, argumente in self.quelle.abgeleitete:
            werte[name] = ausgerechnet(regeln[name], text, [werte[a] for a in argumente])
        self.parametervektor = vektor(self.quelle.parameter, werte)

    def bereite_vor(self) -> None:
        """Compile also the kernel that is only needed where a doubt arises, so that no run waits for it."""
        self._kern_fuer(GROESSTE, eng=False)

    def _kern_fuer(self, groesste: int, eng: bool = True) -> tuple[Kernquelle, Callable[..., Any]]:
        """Kernel for households up to that size: nearly always the usual one."""
        form = max(GROESSTE, 1 << (groesste - 1).bit_length()), eng
        with self._sperre:
            if form not in self._kerne:
                quelle = self._quelle(*form)
                self._kerne[form] = quelle, store.lade(quelle.text)
            return self._kerne[form]

    def _quelle(self, groesste: int, eng: bool) -> Kernquelle:
        ohne_spalte = self.auftrag.vorgaben

        def baue() -> Kernquelle:
            return Kernbauer(spezialisiere(self.plan, ohne_spalte), self._laengen, self._grenzen, groesste, eng).baue()

        form = [sorted(self._laengen.items()), sorted(self._grenzen.items()), groesste, eng]
        return textcache.quelle(self.plan, ohne_spalte, form, baue)

    @property
    def spalten(self) -> tuple[Merkmal, ...]:
        """Facts the input needs as columns."""
        return self.quelle.spalten

    def lies(
        self, tabelle: pa.Table | pa.RecordBatch, ab_zeile: int = 0, faeden: int = 1, alles: bool = True
    ) -> Spaltensatz:
        """Check and convert one batch; what the kernel checks itself, but cannot explain, only if `alles` is asked for.

        Raises UngueltigeAngaben.
        """
        q = self.quelle
        ohne, im_kern = (q.konstanten, q.bedingte), None if alles else q.geprueft
        return lies_spalten(tabelle, q.spalten, ab_zeile=ab_zeile, ohne_spalte=ohne, faeden=faeden, im_kern=im_kern)

    def _parameterwerte(self) -> dict[str, Wert]:
        a, werk = self.auftrag, self.regelwerk
        for name in (*a.parameter, *a.einstellungen):
            if name not in werk.parameter and name not in werk.einstellungen:
                raise UnbekannterName(name, None, [*werk.parameter, *werk.einstellungen])
        werte: dict[str, Wert] = {"monat": a.monat}
        for name in self.plan.parameter:
            werte[name] = werk.parameter[name].fassung(a.monat, a.kenntnis).wert
            if name in a.parameter:
                werte[name] = _passend(name, a.parameter[name], werte[name])
        for name in self.plan.einstellungen:
            werte[name] = a.einstellungen.get(name, werk.einstellungen[name].vorgabe)
        return werte

    def rechne_satz(self, satz: Spaltensatz, faeden: int = 1) -> dict[str, Feld]:
        """Run the kernel over one checked batch; per target an int64 array per person or household.

        Raises FalscheAngabe for what `lies` was told not to check.
        """
        aus = {z: _platz_fuer(self._laenge(z, satz)) for z in self.auftrag.ziele}
        if satz.haushalte:
            self._rechne(satz, aus, faeden)
        return aus

    def _rechne(self, satz: Spaltensatz, aus: Mapping[str, Feld], faeden: int) -> None:
        """With a kernel that trusts numbers to be of ordinary size; what that leaves over, with one that does not."""
        grenzen = np.ascontiguousarray(satz.grenzen, np.int32)
        felder = grenzen, [satz.spalten[m.name] for m in self.spalten], [aus[z] for z in self.auftrag.ziele]

        lauf = self._lauf(GROESSTE, True, *felder)
        uebrig = np.concatenate(zugleich(faeden)(lambda a: lauf(*a), list(_anteile(satz.haushalte, faeden))))
        if len(uebrig):
            groessen = grenzen[uebrig + 1] - grenzen[uebrig]
            self._ohne_personen(uebrig[groessen == 0], aus)
            uebrig = uebrig[groessen > 0]
            self._lauf(int(groessen.max()), False, *felder)(0, len(uebrig), uebrig)

    def _ohne_personen(self, haushalte: Feld, aus: Mapping[str, Feld]) -> None:
        """Households without anybody have no values of their own: 0 (no)."""
        for ziel, werte in aus.items():
            if self.plan.ebene(ziel) == HAUSHALT:
                werte[haushalte] = 0

    def _lauf(self, groesste: int, eng: bool, *felder: Any) -> Kernlauf:
        quelle, kern = self._kern_fuer(groesste, eng)
        return Kernlauf(kern, quelle, self.parametervektor, *felder)

    def _laenge(self, ziel: str, satz: Spaltensatz) -> int:
        return satz.haushalte if self.plan.ebene(ziel) == HAUSHALT else satz.personen

    def rechne(
        self, tabelle: pa.Table | pa.RecordBatch, faeden: int = 1, ab_zeile: int = 0
    ) -> tuple[pa.RecordBatch, Mapping[str, int]]:
        """One batch of households: targets as columns (lists per person), and how often defaults stood in.

        `ab_zeile` is the row number of the batch's first household, for messages.
        """
        satz = self.lies(tabelle, ab_zeile, faeden, alles=False)
        try:
            aus = self.rechne_satz(satz, faeden)
        except FalscheAngabe:
            self.lies(tabelle, ab_zeile, faeden)
            raise
        offsets = pa.array(satz.grenzen)
        spalten = {z: self._spalte(z, werte, offsets) for z, werte in aus.items()}
        return pa.RecordBatch.from_pydict(spalten), satz.ergaenzt

    def _spalte(self, ziel: str, werte: Feld, grenzen: pa.Array) -> pa.Array:
        wahr = ziel in self.regelwerk.regeln and self.regelwerk.regeln[ziel][0].einheit is Einheit.JA_NEIN
        feld = pa.array(werte.astype(bool) if wahr else werte)
        return feld if self.plan.ebene(ziel) == HAUSHALT else pa.ListArray.from_arrays(grenzen, feld)


def rechne(
    tabelle: pa.Table | pa.RecordBatch | pl.DataFrame,
    ziele: Sequence[str],
    monat: str | Datum,
    regelwerk: Regelwerk,
    *,
    faeden: int | None = None,
    **abweichungen: Any,
) -> pa.Table:
    """Targets for every household of a table (one row per household, persons in list columns).

    Accepts Arrow tables, record batches and polars frames; all cores unless `faeden` says otherwise. `abweichungen` are
    the fields of `Rechenauftrag`. Raises UngueltigeAngaben with the first offending rows named.
    """
    rechner = Rechner(regelwerk, Rechenauftrag.fuer(ziele, monat, **abweichungen))
    if not isinstance(tabelle, pa.Table | pa.RecordBatch):
        tabelle = tabelle.to_arrow()
    ergebnis, _ = rechner.rechne(tabelle, faeden or os.cpu_count() or 1)
    return pa.Table.from_batches([ergebnis])


def _anteile(haushalte: int, faeden: int) -> Iterator[tuple[int, int]]:
    """What threads take in turn: ever smaller shares of what is left, so that all of them end at the same time."""
    von = 0
    while von < haushalte:
        weite = max(ANTEIL, (haushalte - von) // (2 * faeden)) if faeden > 1 else haushalte
        yield von, min(von + weite, haushalte)
        von += weite


def _platz_fuer(anzahl: int) -> Feld:
    """Room for results, from Arrow's memory: it is kept for the next batch, where numpy's would be cleared anew."""
    return np.frombuffer(pa.allocate_buffer(8 * anzahl), np.int64)


def _passend(name: str, neu: Wert, alt: Wert) -> Wert:
    form = [len(w) if isinstance(w, tuple) else None for w in (neu, alt)]
    if form[0] != form[1]:
        raise ValueError(f"Parameter „{name}“: der neue Wert muss die Form des alten haben ({alt}).")
    return neu
