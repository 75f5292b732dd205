"""One column as the kernel reads it: where it lies in memory and in what form, without a copy where Arrow's will do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Feld = npt.NDArray[Any]
_TAG_0 = np.datetime64("1850-01-01", "D")
_TAG_N = np.datetime64("2150-01-01", "D")
TAG_0 = int(_TAG_0.astype(np.int64))
"""First day, counted from 1970, that can be a date here."""
TAGE = int((_TAG_N - _TAG_0).astype(np.int64))
"""How many days can be dates here."""


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
    def aus_feld(cls, werte: Feld) -> Spalte:
        """Truth values or numbers."""
        if werte.dtype == np.bool_:
            return cls._aus_bits(np.packbits(werte, bitorder="little"), len(werte))
        werte = np.ascontiguousarray(werte, np.int32)
        return cls(Form.GANZ, werte, werte.ctypes.data, len(werte))

    @classmethod
    def aus_arrow(cls, feld: pa.Array) -> Spalte | None:
        """Column without nulls, in place; None where its type needs conversion."""
        typ = feld.type
        if pa.types.is_boolean(typ):
            return cls._aus_bits(np.frombuffer(feld.buffers()[1] or b"", np.uint8), len(feld), feld.offset)
        form = Form.TAGE if pa.types.is_date32(typ) else {pa.int32(): Form.GANZ, pa.int8(): Form.KLEIN}.get(typ)
        if form is None:
            return None
        roh = (feld.view(pa.int32()) if form is Form.TAGE else feld).to_numpy()
        return cls(form, roh, roh.ctypes.data, len(roh))

    @classmethod
    def _aus_bits(cls, byte: Feld, laenge: int, bit: int = 0) -> Spalte:
        """Truth values; the kernel reads two bytes at a time, so one more must follow the last."""
        if 8 * len(byte) < bit + laenge + 8:
            byte = np.append(byte, np.uint8(0))
        return cls(Form.BITS, byte, byte.ctypes.data, laenge, bit)

    @property
    def byte(self) -> int:
        """Memory the values take."""
        return self.laenge // 8 if self.form is Form.BITS else self.laenge * (1 if self.form is Form.KLEIN else 4)

    def feld(self) -> Feld:
        """Values as numpy: truth values, or 32-bit numbers (dates as yyyymmdd)."""
        if self.form is Form.BITS:
            bits: Feld = np.unpackbits(self.daten, bitorder="little")[self.bit : self.bit + self.laenge]
            return bits.astype(bool)
        return jjjjmmtt(self.daten) if self.form is Form.TAGE else self.daten.astype(np.int32, copy=False)


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
    stelle = tage - TAG_0
    drin = (stelle >= 0) & (stelle < len(tabelle))
    werte: Feld = tabelle[np.where(drin, stelle, 0)]
    return werte if drin.all() else np.where(drin, werte, 1)
