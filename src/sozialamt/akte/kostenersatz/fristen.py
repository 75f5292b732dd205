"""Bis wann Kostenersatz zu verlangen ist; der Erlass des Leistungsbescheids wahrt die Frist (§ 103 Abs. 3 Satz 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sozialamt.akte.fristen import monatsfrist
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.kostenersatz.hoehe import wert
from sozialamt.akte.monat import MONATE_IM_JAHR

MIT_EREIGNIS = (Grundlage.ERBEN, Grundlage.RECHTSWIDRIG)
"""Normen, deren Frist an einem Tag beginnt, den jemand angeben muss."""


def spaetestens(grundlage: Grundlage, monate: Iterable[date], ereignis: date | None) -> date:
    """Letzter Tag, an dem für alle genannten Monate noch Ersatz verlangt werden kann.

    `ereignis` ist bei Erben der Todestag, nach § 34a SGB II der Tag, an dem der Erstattungsbescheid unanfechtbar wurde
    oder die Behörde die Rechtswidrigkeit erfuhr; fehlt er, ist das ein ValueError. Sonst zählt das Jahr des ältesten
    Monats.
    """
    if grundlage in MIT_EREIGNIS and ereignis is None:
        raise ValueError(f"{grundlage.norm}: Ohne den Tag des Ereignisses beginnt keine Frist.")
    if grundlage is Grundlage.ERBEN:
        return monatsfrist(ereignis, wert("kostenersatz_erloschen_nach", ereignis) * MONATE_IM_JAHR)
    if grundlage is Grundlage.RECHTSWIDRIG:
        return date(ereignis.year + wert("kostenersatz_verjaehrt_nach", ereignis), 12, 31)
    aeltester = min(monate)
    return date(aeltester.year + wert("kostenersatz_erloschen_nach", aeltester), 12, 31)


def erloschene(grundlage: Grundlage, monate: Iterable[date], ereignis: date | None, heute: date) -> list[date]:
    """Monate, für die heute kein Ersatz mehr verlangt werden kann."""
    return [monat for monat in monate if heute > spaetestens(grundlage, [monat], ereignis)]
