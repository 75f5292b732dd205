"""Löschkonzept nach DIN 66398: Regeln je Tabelle, Sperren, Löschlauf mit Protokoll."""

from sozialamt.akte.loeschung.register import (
    Frist,
    Loeschklasse,
    Loeschregel,
    fristen,
    melde_regel,
    melde_sperre,
    regeln,
)

__all__ = ["Frist", "Loeschklasse", "Loeschregel", "fristen", "melde_regel", "melde_sperre", "regeln"]
