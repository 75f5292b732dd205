"""Arrow columns in, checked and in the form the kernel reads; Arrow columns out.

One row per household. Facts of the household are plain columns, facts of persons list columns that all have the same
lengths; the offsets of the lists are the group offsets of the kernel. Units: cents, option numbers or option keys,
yyyymmdd or date32, positions within the household (null or -1 for nobody). Nothing is assumed: a missing column or a
null without default is refused with the first rows named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sozialamt.rechenkern.errors import Mangel, UngueltigeAngaben
from sozialamt.rechenkern.facts import Merkmal, Merkmalsart
from sozialamt.rechenkern.kern.column import Feld, Form, Spalte, jjjjmmtt
from sozialamt.rechenkern.levels import HAUSHALT
from sozialamt.rechenkern.values import NIEMAND

Zugleich = Callable[[Callable[[Any], Any], Iterable[Any]], list[Any]]
"""Applies a function to several things, on one core or on several."""
ERSTE = 5
"""How many offending rows a message names."""


@dataclass(frozen=True)
class Spaltensatz:
    """One batch of households ready for the kernel.

    `grenzen` has households + 1 entries; `spalten` maps each fact to its column per household or per person;
    `ergaenzt` counts, per fact, how often its default stood in for a null.
    """

    grenzen: Feld
    spalten: Mapping[str, Spalte]
    ergaenzt: Mapping[str, int]

    @property
    def haushalte(self) -> int:
        return len(self.grenzen) - 1

    @property
    def personen(self) -> int:
        return int(self.grenzen[-1])


def _typname(m: Merkmal) -> str:
    einzeln = {
        Merkmalsart.BETRAG: "int32/int64 (Cent)",
        Merkmalsart.GANZZAHL: "int8 bis int64",
        Merkmalsart.JA_NEIN: "bool",
        Merkmalsart.DATUM: "date32 oder int32 (JJJJMMTT)",
        Merkmalsart.AUSWAHL: "Text oder int8 (Nummer der Auswahl)",
        Merkmalsart.VERWEIS: "int (Stelle im Haushalt, -1 oder leer für niemand)",
    }[m.art]
    return einzeln if m.ebene == HAUSHALT else f"list<{einzeln}>"


def lies_spalten(
    tabelle: pa.RecordBatch | pa.Table,
    merkmale: Sequence[Merkmal],
    *,
    ab_zeile: int = 0,
    ohne_spalte: tuple[Mapping[str, int], Mapping[str, Merkmal]] | None = None,
    faeden: int = 1,
    im_kern: Collection[str] | None = None,
) -> Spaltensatz:
    """Check and convert a batch. Raises UngueltigeAngaben with every fault and the first rows it concerns.

    `ab_zeile` is the number of the batch's first row in the whole table, for the messages; `ohne_spalte` are the
    constants and the conditional facts without column (see `specialize`), on which others may depend. Without
    `im_kern` everything is checked here; with it references are not, nor the bounds of the facts it names, because the
    kernel does so, too.
    """
    leser = _Leser(tabelle, merkmale, ab_zeile)
    leser.konstanten, leser.bedingte = ohne_spalte or ({}, {})
    return leser.lies(zugleich(faeden), im_kern)


def zugleich(faeden: int) -> Zugleich:
    """Something that applies a function to several things on so many threads; the first error is raised."""

    def mit_faeden(fn: Callable[[Any], Any], dinge: Iterable[Any]) -> list[Any]:
        with ThreadPoolExecutor(faeden) as pool:
            return list(pool.map(fn, dinge))

    return mit_faeden if faeden > 1 else lambda fn, dinge: [fn(ding) for ding in dinge]


class _Leser:
    def __init__(self, tabelle: pa.RecordBatch | pa.Table, merkmale: Sequence[Merkmal], ab_zeile: int) -> None:
        self.tabelle, self.merkmale, self.ab_zeile = tabelle, merkmale, ab_zeile
        self.maengel: list[Mangel] = []
        self.grenzen: Feld | None = None
        self.spalten: dict[str, Spalte] = {}
        self.ergaenzt: dict[str, int] = {}
        self.konstanten: Mapping[str, int] = {}
        self.bedingte: Mapping[str, Merkmal] = {}

    def lies(self, zugleich: Zugleich, im_kern: Collection[str] | None) -> Spaltensatz:
        self._pruefe_speicher()
        vorhanden = [m for m in self.merkmale if self._vorhanden(m)]
        roh = {m.name: _am_stueck(self.tabelle.column(m.name)) for m in vorhanden}
        gleich = self._gleiche_laengen(list(roh.values()), zugleich)
        felder = {m.name: self._feld(m, roh[m.name], gleich) for m in vorhanden}
        self._abbruch()
        if self.grenzen is None:
            self._grenzen_irgendeiner_liste()
            self._abbruch()
        assert self.grenzen is not None  # noqa: S101 - refused above
        verkehrt = self.grenzen[1:] < self.grenzen[:-1]
        if verkehrt.any():
            self._zeilen("personen", verkehrt, "die Liste endet, bevor sie beginnt")
            self._abbruch()
        unmittelbar = zugleich(lambda m: _unmittelbar(m, felder[m.name], m.name in (im_kern or ())), vorhanden)
        for m, spalte in zip(vorhanden, unmittelbar, strict=True):
            self.spalten[m.name] = spalte or Spalte.aus_feld(self._werte(m, felder[m.name]))
        self._abbruch()
        if im_kern is None:
            self._pruefe_verweise(zugleich)
            self._abbruch()
        return Spaltensatz(self.grenzen, self.spalten, self.ergaenzt)

    def _pruefe_speicher(self) -> None:
        """Whether all columns have the memory they claim; a file that was cut short or forged may not."""
        try:
            self.tabelle.validate()
        except pa.ArrowInvalid as fehler:
            self.mangel("Tabelle", str(fehler), "die Liste oder Spalte ist beschädigt", "Schreibe die Datei neu.")
            self._abbruch()

    def _grenzen_irgendeiner_liste(self) -> None:
        """Persons per household where no fact of persons is asked for."""
        for name in self.tabelle.schema.names:
            spalte = _am_stueck(self.tabelle.column(name))
            if pa.types.is_list(spalte.type) or pa.types.is_large_list(spalte.type):
                grenzen = spalte.offsets.to_numpy()
                self.grenzen = _von_null(grenzen)
                return
        self.mangel("personen", "–", "die Tabelle hat keine Listenspalte je Person", "Siehe das Handbuch, Massendaten.")

    def mangel(self, feld: str, wert: str, grund: str, abhilfe: str) -> None:
        self.maengel.append(Mangel(feld, wert, grund, abhilfe))

    def _abbruch(self) -> None:
        if self.maengel:
            raise UngueltigeAngaben(self.maengel)

    def _vorhanden(self, m: Merkmal) -> bool:
        if m.name in self.tabelle.schema.names:
            return True
        self.mangel(m.name, "–", "die Spalte fehlt", f"Ergänze sie als {_typname(m)}: {m.titel}.")
        return False

    def _gleiche_laengen(self, felder: Sequence[pa.Array], zugleich: Zugleich) -> bool:
        """Whether all list columns have the same offsets, told by their memory."""
        listen = [f for f in felder if pa.types.is_list(f.type) and not f.offset and not f.null_count]
        if not listen or len({len(f) for f in listen}) > 1:
            return False
        erste = listen[0].buffers()[1]
        byte = 4 * (len(listen[0]) + 1)
        if byte > erste.size or listen[0].offsets[0].as_py():
            return False
        anfang = erste.slice(0, byte)

        def gleich(feld: pa.Array) -> bool:
            buffer = feld.buffers()[1]
            return bool(buffer.address == erste.address or buffer.slice(0, byte).equals(anfang))

        return all(zugleich(gleich, listen))

    def _feld(self, m: Merkmal, feld: pa.Array, gleich: bool) -> pa.Array:
        if m.ebene == HAUSHALT:
            return feld
        if not (pa.types.is_list(feld.type) or pa.types.is_large_list(feld.type)):
            self.mangel(
                m.name, str(feld.type), f"erwartet wird {_typname(m)}", "Fasse die Personen je Haushalt zusammen."
            )
            return feld
        if feld.null_count:
            self._zeilen(m.name, feld.is_null().to_numpy(zero_copy_only=False), "der Haushalt hat keine Personenliste")
            return feld
        if gleich and self.grenzen is not None and feld.offset == 0 and pa.types.is_list(feld.type):
            return self._ausschnitt(m, feld, 0, int(self.grenzen[-1]))
        return self._liste(m, feld)

    def _ausschnitt(self, m: Merkmal, feld: pa.Array, von: int, bis: int) -> pa.Array:
        """Values of the lists; what a damaged file points at beyond them is refused before anybody reads there."""
        if not 0 <= von <= bis <= len(feld.values):
            self.mangel(
                m.name, f"{von} bis {bis}", "die Listen reichen über ihre Werte hinaus", "Schreibe die Datei neu."
            )
            return feld
        return feld.values.slice(von, bis - von)

    def _liste(self, m: Merkmal, feld: pa.Array) -> pa.Array:
        roh = feld.offsets.to_numpy()
        grenzen = _von_null(roh)
        if self.grenzen is None:
            self.grenzen = grenzen
        elif not np.array_equal(grenzen, self.grenzen):
            anders = (
                np.diff(grenzen) != np.diff(self.grenzen) if len(grenzen) == len(self.grenzen) else np.array([True])
            )
            self._zeilen(m.name, anders, "die Liste hat eine andere Länge als die übrigen Personenspalten")
        return self._ausschnitt(m, feld, int(roh[0]), int(roh[-1]))

    def _zeilen(self, name: str, falsch: Feld, grund: str, abhilfe: str = "Berichtige die Tabelle.") -> None:
        stellen = np.flatnonzero(falsch)
        if len(stellen):
            erste = ", ".join(str(s + self.ab_zeile) for s in stellen[:ERSTE])
            self.mangel(name, f"{len(stellen)} Zeilen, zuerst {erste}", grund, abhilfe)

    def _personen(self, name: str, falsch: Feld, grund: str, abhilfe: str) -> None:
        self._personenstellen(name, np.flatnonzero(falsch), grund, abhilfe)

    def _personenstellen(self, name: str, stellen: Feld, grund: str, abhilfe: str = "Berichtige die Tabelle.") -> None:
        if len(stellen) and self.grenzen is not None:
            haushalt = np.searchsorted(self.grenzen, stellen[:ERSTE], side="right") - 1
            erste = ", ".join(
                f"Haushalt {h + self.ab_zeile} Person {s - self.grenzen[h]}"
                for h, s in zip(haushalt, stellen, strict=False)
            )
            self.mangel(name, f"{len(stellen)} Werte, zuerst {erste}", grund, abhilfe)

    def _melde(self, m: Merkmal, falsch: Feld, grund: str) -> None:
        (self._zeilen if m.ebene == HAUSHALT else self._personen)(m.name, falsch, grund, f"{m.titel}: {m.hilfe}")

    def _werte(self, m: Merkmal, feld: pa.Array) -> Feld:
        leer = feld.is_null().to_numpy(zero_copy_only=False) if feld.null_count else None
        werte = self._roh(m, feld)
        if werte is None:
            return np.zeros(len(feld), np.int32)
        if leer is not None:
            werte = self._fuelle(m, werte, leer)
        if m.art is Merkmalsart.JA_NEIN:
            return werte
        self._pruefe_bereich(m, werte, leer)
        return np.ascontiguousarray(werte, dtype=np.int32)

    def _roh(self, m: Merkmal, feld: pa.Array) -> Feld | None:
        """Values as numpy, nulls as 0; None (and a fault) if the type does not fit."""
        typ = feld.type
        if m.art is Merkmalsart.JA_NEIN:
            return self._als_bool(m, feld)
        if m.art is Merkmalsart.DATUM and pa.types.is_date32(typ):
            return jjjjmmtt(_ohne_leere(feld.cast(pa.int32())))
        if m.art is Merkmalsart.AUSWAHL and (pa.types.is_string(typ) or pa.types.is_large_string(typ)):
            feld = feld.dictionary_encode()
            typ = feld.type
        if m.art is Merkmalsart.AUSWAHL and pa.types.is_dictionary(typ):
            return self._option(m, feld)
        if not pa.types.is_integer(typ):
            self.mangel(m.name, str(typ), f"erwartet wird {_typname(m)}", f"{m.titel}: {m.hilfe}")
            return None
        return _ohne_leere(feld)

    def _als_bool(self, m: Merkmal, feld: pa.Array) -> Feld | None:
        if not pa.types.is_boolean(feld.type):
            self.mangel(m.name, str(feld.type), f"erwartet wird {_typname(m)}", f"{m.titel}: {m.hilfe}")
            return None
        if feld.null_count:
            feld = pc.fill_null(feld, False)
        werte: Feld = feld.to_numpy(zero_copy_only=False)
        return werte

    def _option(self, m: Merkmal, feld: pa.DictionaryArray) -> Feld:
        assert m.auswahl is not None  # noqa: S101 - an option fact has its list, see laden
        nummern = {o.schluessel: int(o) for o in m.auswahl}
        tabelle = np.array([nummern.get(str(t), -1) for t in feld.dictionary.to_pylist()] or [0], np.int32)
        werte = tabelle[_ohne_leere(feld.indices)]
        if (tabelle < 0).any():
            self._melde(m, werte < 0, f"diese Auswahl gibt es nicht; möglich: {', '.join(nummern)}")
        return np.maximum(werte, 0)

    def _fuelle(self, m: Merkmal, werte: Feld, leer: Feld) -> Feld:
        """Nulls: the default (counted), the neutral value where the fact does not apply, or a fault."""
        werte = werte.copy()
        if m.art is Merkmalsart.VERWEIS:
            werte[leer] = NIEMAND
            return werte
        gilt = leer.copy()
        for name, erlaubt in m.wenn.items():
            gilt &= np.isin(self._an(name, m), list(erlaubt))
        werte[leer] = m.art.neutral
        if m.vorgabe is not None:
            werte[gilt] = m.vorgabe
            self.ergaenzt[m.name] = int(gilt.sum())
        else:
            self._melde(m, gilt, "der Wert fehlt und hat keine Vorgabe")
        return werte

    def _an(self, bedingung: str, m: Merkmal) -> Feld:
        """Values of a condition in the shape of the fact that depends on it."""
        if bedingung in self.konstanten:
            return np.array(self.konstanten[bedingung])
        if bedingung in self.bedingte:
            b = self.bedingte[bedingung]
            gilt = np.logical_and.reduce([np.isin(self._an(n, m), list(erlaubt)) for n, erlaubt in b.wenn.items()])
            return np.where(gilt, b.vorgabe or 0, b.art.neutral)
        werte = self.spalten[bedingung].feld()
        ebene = next(b.ebene for b in self.merkmale if b.name == bedingung)
        if ebene == m.ebene or self.grenzen is None:
            return werte
        return np.repeat(werte, np.diff(self.grenzen))

    def _pruefe_bereich(self, m: Merkmal, werte: Feld, leer: Feld | None) -> None:
        if not len(werte):
            return
        unten, oben = grenzen_von(m)
        if int(werte.min()) >= unten and int(werte.max()) <= oben:
            return
        falsch = (werte < unten) | (werte > oben)
        if leer is not None:
            falsch &= ~leer
        if m.art is Merkmalsart.DATUM:
            falsch &= werte != 0
        self._melde(m, falsch, f"erlaubt ist {unten} bis {oben}")

    def _pruefe_verweise(self, zugleich: Zugleich) -> None:
        assert self.grenzen is not None  # noqa: S101 - refused above
        verweise = [m for m in self.merkmale if m.art is Merkmalsart.VERWEIS and m.name in self.spalten]
        if not verweise:
            return
        anfang = np.repeat(self.grenzen[:-1], np.diff(self.grenzen))

        def pruefe(m: Merkmal) -> tuple[Feld, Feld]:
            """Who points outside, and whose partner points elsewhere. The first of a household is always inside."""
            ziel = self.spalten[m.name].feld()
            partner = m.name == "partner"
            mit = np.flatnonzero(ziel >= 0 if partner else ziel > 0)
            erster, dort = anfang[mit], ziel[mit].astype(np.int64)
            dort += erster
            drin = dort < len(anfang)
            hinaus = ~drin
            hinaus[drin] = anfang[dort[drin]] != erster[drin]
            if not partner or hinaus.any():
                return mit[hinaus], mit[:0]
            return mit[hinaus], mit[(erster + ziel[dort] != mit) | (dort == mit)]

        for m, (hinaus, einseitig) in zip(verweise, zugleich(pruefe, verweise), strict=True):
            self._personenstellen(m.name, hinaus, "verweist aus dem Haushalt hinaus")
            self._personenstellen(m.name, einseitig, "die Partnerschaft ist nicht gegenseitig eingetragen")


def _von_null(grenzen: Feld) -> Feld:
    """Offsets that begin with 0, as 32-bit numbers."""
    if grenzen.dtype == np.int32 and grenzen[0] == 0:
        return grenzen
    verschoben: Feld = (grenzen - grenzen[0]).astype(np.int32)
    return verschoben


_ZAHLARTEN = (Merkmalsart.BETRAG, Merkmalsart.GANZZAHL, Merkmalsart.VERWEIS, Merkmalsart.AUSWAHL)
_UNMITTELBAR = {
    pa.bool_(): (Merkmalsart.JA_NEIN,),
    pa.date32(): (Merkmalsart.DATUM,),
    pa.int32(): (*_ZAHLARTEN, Merkmalsart.DATUM),
    pa.int8(): _ZAHLARTEN,
}
"""What the kernel reads as it lies in Arrow's memory."""


def _unmittelbar(m: Merkmal, feld: pa.Array, im_kern: bool) -> Spalte | None:
    """Column read in place, if its type allows and all its values are in bounds, or the kernel makes sure of that."""
    if feld.null_count or m.art not in _UNMITTELBAR.get(feld.type, ()):
        return None
    spalte = Spalte.aus_arrow(feld)
    return spalte if spalte is not None and (im_kern or _im_bereich(m, spalte)) else None


def _im_bereich(m: Merkmal, spalte: Spalte) -> bool:
    """Whether all values of a column read in place are allowed; what is not is looked into in detail.

    Read without sign a number below 0 is larger than any allowed.
    """
    if m.art is Merkmalsart.JA_NEIN or not spalte.laenge:
        return True
    unten, oben = grenzen_von(m)
    if unten == 0 and spalte.form is not Form.TAGE:
        return bool(spalte.daten.view(f"u{spalte.daten.itemsize}").max() <= oben)
    aeusserste = np.array([spalte.daten.min(), spalte.daten.max()])
    if spalte.form is Form.TAGE:
        aeusserste = jjjjmmtt(aeusserste)
    return bool(unten <= aeusserste[0] and aeusserste[1] <= oben)


def _am_stueck(spalte: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Column of a table or batch as one array."""
    if isinstance(spalte, pa.ChunkedArray) and spalte.num_chunks == 1:
        return spalte.chunk(0)
    feld = spalte.combine_chunks() if isinstance(spalte, pa.ChunkedArray) else spalte
    if isinstance(feld, pa.ChunkedArray):
        feld = feld.chunk(0) if feld.num_chunks else pa.array([], feld.type)
    return feld


def _ohne_leere(feld: pa.Array) -> Feld:
    if feld.null_count:
        feld = pc.fill_null(feld, pa.scalar(0, feld.type))
    werte: Feld = feld.to_numpy(zero_copy_only=False)
    return werte


def grenzen_von(m: Merkmal) -> tuple[int, int]:
    grenze = np.iinfo(np.int32)
    if m.art is Merkmalsart.AUSWAHL and m.auswahl is not None:
        return 0, len(m.auswahl) - 1
    if m.art is Merkmalsart.VERWEIS:
        return NIEMAND, int(grenze.max)
    unten = grenze.min if m.min is None else m.min
    oben = grenze.max if m.max is None else m.max
    return max(int(unten), int(grenze.min)), min(int(oben), int(grenze.max))
