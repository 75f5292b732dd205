"""Bis wann Kostenersatz zu verlangen ist; der Erlass des Leistungsbescheids wahrt die Frist (§ 103 Abs. 3 Satz 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sozialamt.akte.fristen import monatsfrist
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.kostenersatz.hoehe import wert
from sozialamt.akte.monat import MONATE_IM_JAHR


def spaetestens(grundlage: Grundlage, monate: Iterable[date], ereignis: date | None) -> date:
    """Letzter Tag, an dem für alle genannten Monate noch Ersatz verlangt werden kann.

    `ereignis` ist bei Erben der Todestag, nach § 34a SGB II der Tag, an dem der Erstattungsbescheid unanfechtbar wurde
    oder die Behörde die Rechtswidrigkeit erfuhr. Sonst zählt das Jahr des ältesten Monats.
    """
    if grundlage is Grundlage.ERBEN:
        assert ereignis is not None  # noqa: S101 - the caller has checked that the day of death is given
        return monatsfrist(ereignis, wert("kostenersatz_erloschen_nach", ereignis) * MONATE_IM_JAHR)
    if grundlage is Grundlage.RECHTSWIDRIG:
        assert ereignis is not None  # noqa: S101 - the caller has checked that the day is given
        return date(ereignis.year + wert("kostenersatz_verjaehrt_nach", ereignis), 12, 31)
    aeltester = min(monate)
    return date(aeltester.year + wert("kostenersatz_erloschen_nach", aeltester), 12, 31)


def erloschene(grundlage: Grundlage, monate: Iterable[date], ereignis: date | None, heute: date) -> list[date]:
    """Monate, für die heute kein Ersatz mehr verlangt werden kann."""
    return [monat for monat in monate if heute > spaetestens(grundlage, [monat], ereignis)]
