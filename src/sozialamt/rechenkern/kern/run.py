"""`rechne`: many households at once, Arrow in and Arrow out, by the same rules that explain a single one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from sozialamt.rechenkern.errors import UnbekannterName
from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.kern import store, textcache
from sozialamt.rechenkern.kern.call import FalscherVerweis, Kernlauf, grenzen, vektor
from sozialamt.rechenkern.kern.column import UEBERSTAND, Feld, Spalte
from sozialamt.rechenkern.kern.columns import Spaltensatz, lies_spalten, zugleich
from sozialamt.rechenkern.kern.source import BREITE, Kernbauer, Kernquelle
from sozialamt.rechenkern.kern.specialize import ausgerechnet, spezialisiere
from sozialamt.rechenkern.levels import HAUSHALT
from sozialamt.rechenkern.parameters import Wert
from sozialamt.rechenkern.plan import Plan, plane
from sozialamt.rechenkern.regelwerk import Regelwerk
from sozialamt.rechenkern.rules import OFFEN
from sozialamt.rechenkern.values import Datum, Einheit

if TYPE_CHECKING:
    import polars as pl

BLOCK = 8_192
"""Households one of several threads takes at a time: large enough to hide the call, small enough to share evenly."""
NOCHMALS = 32
"""Households calculated once more after a doubt: about as many as a block holds."""


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
        self.quelle, self.kern = self._kern_fuer(BREITE)
        regeln = {s.name: s.regel for s in self.plan.schritte}
        for name, text, argumente in self.quelle.abgeleitete:
            werte[name] = ausgerechnet(regeln[name], text, [werte[a] for a in argumente])
        self.parametervektor = vektor(self.quelle.parameter, werte)

    def bereite_vor(self) -> None:
        """Compile also the kernel that is only needed where a doubt arises, so that no run waits for it."""
        self._kern_fuer(BREITE, eng=False)

    def _kern_fuer(self, groesste: int, eng: bool = True) -> tuple[Kernquelle, Callable[..., Any]]:
        """Kernel whose blocks hold households of that size: nearly always the usual one."""
        form = max(BREITE, 1 << (groesste - 1).bit_length()), eng
        with self._sperre:
            if form not in self._kerne:
                quelle = self._quelle(*form)
                self._kerne[form] = quelle, store.lade(quelle.text)
            return self._kerne[form]

    def _quelle(self, breite: int, eng: bool) -> Kernquelle:
        ohne_spalte = self.auftrag.vorgaben

        def baue() -> Kernquelle:
            return Kernbauer(spezialisiere(self.plan, ohne_spalte), self._laengen, self._grenzen, breite, eng).baue()

        form = [sorted(self._laengen.items()), sorted(self._grenzen.items()), breite, eng]
        return textcache.quelle(self.plan, ohne_spalte, form, baue)

    @property
    def spalten(self) -> tuple[Merkmal, ...]:
        """Facts the input needs as columns."""
        return self.quelle.spalten

    def lies(
        self, tabelle: pa.Table | pa.RecordBatch, ab_zeile: int = 0, faeden: int = 1, verweise: bool = True
    ) -> Spaltensatz:
        """Check and convert one batch; the kernel finds wrong references itself, but cannot name them.

        Raises UngueltigeAngaben.
        """
        q = self.quelle
        ohne = q.konstanten, q.bedingte
        return lies_spalten(tabelle, q.spalten, ab_zeile=ab_zeile, ohne_spalte=ohne, faeden=faeden, verweise=verweise)

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

        Raises FalscherVerweis for what `lies` was told not to check.
        """
        aus = {z: _platz_fuer(self._laenge(z, satz)) for z in self.auftrag.ziele}
        if satz.haushalte:
            groessen = np.diff(satz.grenzen)
            if groessen.min() == 0:
                self._ohne_leere(satz, groessen > 0, aus, faeden)
            else:
                self._rechne(satz, int(groessen.max()), aus, faeden)
        return aus

    def _ohne_leere(self, satz: Spaltensatz, besetzt: Feld, aus: Mapping[str, Feld], faeden: int) -> None:
        """Households without anybody have no values of their own: 0 (no)."""
        haushaltsmerkmale = {m.name for m in self.spalten if m.ebene == HAUSHALT}
        spalten = {n: s.nur(besetzt) if n in haushaltsmerkmale else s for n, s in satz.spalten.items()}
        enger = Spaltensatz(np.concatenate([satz.grenzen[:1], satz.grenzen[1:][besetzt]]), spalten, satz.ergaenzt)
        for ziel, werte in self.rechne_satz(enger, faeden).items():
            if self.plan.ebene(ziel) == HAUSHALT:
                aus[ziel][~besetzt] = 0
                aus[ziel][besetzt] = werte
            else:
                aus[ziel][:] = werte

    def _rechne(self, satz: Spaltensatz, groesste: int, aus: Mapping[str, Feld], faeden: int) -> None:
        """Block by block; the last few households from memory that may be read beyond its end."""
        zuletzt = max(0, int(np.searchsorted(satz.grenzen, satz.personen - UEBERSTAND, "right")) - 1)
        ziele = [(z, self.plan.ebene(z) == HAUSHALT) for z in self.auftrag.ziele]
        spalten = [satz.spalten[m.name] for m in self.spalten]
        ausgabe = [aus[z] for z, _ in ziele]

        def rechne(grenzen: Feld, spalten: Sequence[Spalte], ausgabe: Sequence[Feld], von: int, bis: int) -> None:
            """With a kernel that trusts numbers to be of ordinary size; where one is not, with one that does not."""
            eng = self._lauf(groesste, eng=True)
            while von < bis and (von := eng(grenzen, spalten, ausgabe, von, bis)) < bis:
                weiter = min(von + NOCHMALS, bis)
                von = self._lauf(groesste, eng=False)(grenzen, spalten, ausgabe, von, weiter)

        if zuletzt:
            weite = BLOCK if faeden > 1 else zuletzt
            bloecke = [(h, min(h + weite, zuletzt)) for h in range(0, zuletzt, weite)]
            zugleich(faeden)(lambda b: rechne(satz.grenzen, spalten, ausgabe, *b), bloecke)
        erste = int(satz.grenzen[zuletzt])
        ende = [s.ende(zuletzt if m.ebene == HAUSHALT else erste) for m, s in zip(self.spalten, spalten, strict=True)]
        rest = [aus[z][zuletzt if je_haushalt else erste :] for z, je_haushalt in ziele]
        rechne(satz.grenzen[zuletzt:] - satz.grenzen[zuletzt], ende, rest, 0, satz.haushalte - zuletzt)

    def _lauf(self, groesste: int, eng: bool) -> Kernlauf:
        quelle, kern = self._kern_fuer(groesste, eng)
        return Kernlauf(kern, quelle, self.parametervektor)

    def _laenge(self, ziel: str, satz: Spaltensatz) -> int:
        return satz.haushalte if self.plan.ebene(ziel) == HAUSHALT else satz.personen

    def rechne(
        self, tabelle: pa.Table | pa.RecordBatch, faeden: int = 1, ab_zeile: int = 0
    ) -> tuple[pa.RecordBatch, Mapping[str, int]]:
        """One batch of households: targets as columns (lists per person), and how often defaults stood in.

        `ab_zeile` is the row number of the batch's first household, for messages.
        """
        satz = self.lies(tabelle, ab_zeile, faeden, verweise=False)
        try:
            aus = self.rechne_satz(satz, faeden)
        except FalscherVerweis:
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


def _platz_fuer(anzahl: int) -> Feld:
    """Room for results, from Arrow's memory: it is kept for the next batch, where numpy's would be cleared anew."""
    return np.frombuffer(pa.allocate_buffer(8 * anzahl), np.int64)


def _passend(name: str, neu: Wert, alt: Wert) -> Wert:
    form = [len(w) if isinstance(w, tuple) else None for w in (neu, alt)]
    if form[0] != form[1]:
        raise ValueError(f"Parameter „{name}“: der neue Wert muss die Form des alten haben ({alt}).")
    return neu
