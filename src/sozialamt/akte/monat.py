"""Monate in der Akte: ein Monat ist das Datum seines ersten Tages."""

from __future__ import annotations

import re
from datetime import date

from sozialamt.akte.fehler import AngabenFehler, Mangel

MONATE_IM_JAHR = 12
FRUEHESTES_JAHR, SPAETESTES_JAHR = 1900, 2100
_ISO = re.compile(r"^(\d{4})-(\d{1,2})(?:-\d{1,2})?$", re.ASCII)
_DEUTSCH = re.compile(r"^(?:\d{1,2}\.)?(\d{1,2})[./](\d{4})$", re.ASCII)


def lies_monat(text: str, feld: str = "Monat") -> date:
    """Liest „2026-11“, „11.2026“, „11/2026“ oder ein volles Datum; sonst ein Mangel mit Abhilfe."""
    text = text.strip()
    if treffer := _ISO.match(text):
        jahr, monat = int(treffer[1]), int(treffer[2])
    elif treffer := _DEUTSCH.match(text):
        monat, jahr = int(treffer[1]), int(treffer[2])
    else:
        jahr, monat = 0, 0
    if not (1 <= monat <= MONATE_IM_JAHR and FRUEHESTES_JAHR <= jahr <= SPAETESTES_JAHR):
        raise AngabenFehler([Mangel(feld, text or "(leer)", "ist kein Monat", "Schreiben Sie zum Beispiel 11.2026.")])
    return date(jahr, monat, 1)


def monat_weiter(monat: date, anzahl: int) -> date:
    """Erster Tag des Monats, der um `anzahl` Monate später (oder früher) liegt."""
    index = monat.year * MONATE_IM_JAHR + monat.month - 1 + anzahl
    return date(index // MONATE_IM_JAHR, index % MONATE_IM_JAHR + 1, 1)


def monate(von: date, bis: date) -> list[date]:
    """Alle Monate von `von` bis einschließlich `bis`."""
    anzahl = (bis.year - von.year) * MONATE_IM_JAHR + bis.month - von.month + 1
    return [monat_weiter(von, i) for i in range(max(anzahl, 0))]


def als_datum(tag: date) -> int:
    """Datum in der Zahlenform des Rechenkerns (jjjjmmtt)."""
    return int(tag.strftime("%Y%m%d"))


def monatsschluessel(tag: date) -> str:
    """„2026-11“, wie ihn Rechenkern und Adressen schreiben."""
    return tag.strftime("%Y-%m")
