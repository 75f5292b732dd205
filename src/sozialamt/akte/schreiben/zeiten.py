"""Tage und Zeiträume, wie sie im Bescheid stehen."""

from __future__ import annotations

import calendar
from datetime import date

from sozialamt.leistungen.bogentext import monat_lang


def tag_lang(tag: date) -> str:
    """„21.11.2026“."""
    return f"{tag.day:02d}.{tag.month:02d}.{tag.year}"


def tage(von: str, bis: str) -> str:
    """Erster und letzter Tag: „01.11.2026 bis 31.10.2027“."""
    jahr, monat = map(int, bis.split("-"))
    letzter = date(jahr, monat, calendar.monthrange(jahr, monat)[1])
    return f"01.{von[5:7]}.{von[:4]} bis {tag_lang(letzter)}"


def zeitraum(von: str, bis: str) -> str:
    """„November 2026“ oder „November 2026 bis Oktober 2027“."""
    return monat_lang(von) if von == bis else f"{monat_lang(von)} bis {monat_lang(bis)}"
