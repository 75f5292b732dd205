"""One column as the kernel reads it: where it lies in memory and in what form, without a copy where Arrow's will do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Feld = npt.NDArray[Any]
UEBERSTAND = 16
"""Values the kernel may read beyond those it uses."""
_TAG_0 = np.datetime64("1850-01-01", "D")
_TAG_N = np.datetime64("2150-01-01", "D")
_EPOCHE = int(_TAG_0.astype(np.int64))


class Form(IntEnum):
    """Form of a column in memory; the numbers stand in the kernel."""

    GANZ = 0
    KLEIN = 1
    BITS = 2
    TAGE = 3


@dataclass(frozen=True)
class Spalte:
    """Column of a batch: `daten` keeps the memory at `adresse` alive, `bit` is the first bit of a column of bits."""

    form: Form
    daten: Any
    adresse: int
    laenge: int
    bit: int = 0

    @classmethod
    def aus_feld(cls, werte: Feld, je_person: bool = True) -> Spalte:
        """Truth values or numbers; those of households as 32-bit numbers, truth with all bits set."""
        if werte.dtype == np.bool_ and je_person:
            bits = np.packbits(werte, bitorder="little")
            return cls(Form.BITS, bits, bits.ctypes.data, len(werte))
        if werte.dtype == np.bool_:
            werte = -werte.astype(np.int32)
        werte = np.ascontiguousarray(werte, np.int32)
        return cls(Form.GANZ, werte, werte.ctypes.data, len(werte))

    @classmethod
    def aus_arrow(cls, feld: pa.Array) -> Spalte | None:
        """Column of persons without nulls, in place; None where its type needs conversion."""
        typ = feld.type
        if pa.types.is_boolean(typ):
            return cls(Form.BITS, feld, feld.buffers()[1].address if len(feld) else 0, len(feld), feld.offset)
        form = Form.TAGE if pa.types.is_date32(typ) else {pa.int32(): Form.GANZ, pa.int8(): Form.KLEIN}.get(typ)
        if form is None:
            return None
        roh = (feld.view(pa.int32()) if form is Form.TAGE else feld).to_numpy()
        return cls(form, roh, roh.ctypes.data, len(roh))

    @property
    def byte(self) -> int:
        """Memory the values take."""
        return self.laenge // 8 if self.form is Form.BITS else self.laenge * (1 if self.form is Form.KLEIN else 4)

    def feld(self) -> Feld:
        """Values as numpy: truth values, or 32-bit numbers (dates as yyyymmdd)."""
        if self.form is Form.BITS:
            return self._bits(0)
        return jjjjmmtt(self.daten) if self.form is Form.TAGE else self.daten.astype(np.int32, copy=False)

    def _bits(self, ab: int) -> Feld:
        bit, laenge = self.bit + ab, self.laenge - ab
        if isinstance(self.daten, np.ndarray):
            werte: Feld = np.unpackbits(self.daten, bitorder="little")[bit : bit + laenge].astype(bool)
            return werte
        werte = self.daten.slice(ab).to_numpy(zero_copy_only=False)
        return werte

    def ende(self, ab: int) -> Spalte:
        """The last values, in memory of their own that may be read beyond its end."""
        dazu = np.zeros(UEBERSTAND, np.int32)
        if self.form is Form.BITS:
            return Spalte.aus_feld(np.concatenate([self._bits(ab), dazu.astype(bool), dazu.astype(bool)]))
        werte = np.concatenate([self.daten[ab:], dazu.astype(self.daten.dtype)])
        return Spalte(self.form, werte, werte.ctypes.data, len(werte))

    def nur(self, welche: Feld) -> Spalte:
        """Only some of the values; of columns of households."""
        return Spalte.aus_feld(self.daten[welche])


_kalender: list[Feld] = []


def jjjjmmtt(tage: Feld) -> Feld:
    """Days since 1970 as yyyymmdd by table; days outside 1850–2149 become the impossible 1 (refused by range)."""
    if not _kalender:
        alle: Feld = np.arange(_TAG_0, _TAG_N)
        monate = alle.astype("datetime64[M]")
        jahr = monate.astype("datetime64[Y]").astype(np.int64) + 1970
        monat = monate.astype(np.int64) % 12 + 1
        tag = (alle - monate).astype(np.int64) + 1
        _kalender.append((jahr * 10_000 + monat * 100 + tag).astype(np.int32))
    tabelle = _kalender[0]
    stelle = tage - _EPOCHE
    drin = (stelle >= 0) & (stelle < len(tabelle))
    werte: Feld = tabelle[np.where(drin, stelle, 0)]
    return werte if drin.all() else np.where(drin, werte, 1)
