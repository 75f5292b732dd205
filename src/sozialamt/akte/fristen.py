"""Bekanntgabe und Fristen nach dem Bescheid (§§ 26, 37 SGB X; §§ 64, 84 SGG).

Zwei Fragen, zwei Antworten:

* **Wann gilt der Bescheid als bekannt gegeben?** Am vierten Tag nach der Aufgabe zur Post oder der Absendung
  (§ 37 Abs. 2 und 2a SGB X), bis Ende 2024 am dritten. Dieser Tag verschiebt sich **nicht**, wenn er auf ein
  Wochenende oder einen Feiertag fällt: § 26 Abs. 3 SGB X verschiebt nur das *Ende einer Frist*, § 37 bestimmt
  aber einen *Tag* (BSG, Urteil vom 6. Mai 2010, B 14 AS 12/09 R).
* **Bis wann kann Widerspruch eingelegt werden?** Einen Monat nach der Bekanntgabe (§ 84 Abs. 1 SGG). *Dieses*
  Fristende verschiebt sich auf den nächsten Werktag (§ 64 Abs. 3 SGG).

Nichts hier liest die Uhr; jeder Tag ist ein Argument.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date, timedelta

from sozialamt.akte.feiertage import feiertage

VIERTER_TAG_AB = date(2025, 1, 1)
"""Aufgabe zur Post ab diesem Tag: vierter statt dritter Tag (Postrechtsmodernisierungsgesetz 2024)."""

TAGE_BEKANNTGABE, TAGE_BEKANNTGABE_BIS_2024 = 4, 3
MONATE_WIDERSPRUCH, MONATE_WIDERSPRUCH_AUSLAND = 1, 3
_SONNABEND = 5


def bekanntgabe(aufgabe: date) -> date:
    """Tag, an dem der Bescheid als bekannt gegeben gilt (§ 37 Abs. 2, 2a SGB X).

    `aufgabe` ist der Tag der Aufgabe zur Post, der elektronischen Absendung oder der Benachrichtigung, dass er
    zum Abruf bereitsteht. Kommt der Brief nachweislich später an, zählt der Zugang (§ 37 Abs. 2 Satz 3).
    """
    return aufgabe + timedelta(days=tage_bis_bekanntgabe(aufgabe))


def tage_bis_bekanntgabe(aufgabe: date) -> int:
    """Der wievielte Tag nach der Aufgabe zählt."""
    return TAGE_BEKANNTGABE if aufgabe >= VIERTER_TAG_AB else TAGE_BEKANNTGABE_BIS_2024


def monatsfrist(ereignis: date, monate: int) -> date:
    """Letzter Tag einer Monatsfrist, die mit einem Ereignis beginnt (§§ 187 Abs. 1, 188 Abs. 2, 3 BGB).

    Der Tag des Ereignisses zählt nicht mit; fehlt der Tag im letzten Monat, endet die Frist am Monatsletzten.
    """
    jahr, monat = divmod(ereignis.year * 12 + ereignis.month - 1 + monate, 12)
    letzter = calendar.monthrange(jahr, monat + 1)[1]
    return date(jahr, monat + 1, min(ereignis.day, letzter))


def ist_werktag(tag: date, land: str, weitere: Collection[date] = ()) -> bool:
    """Kein Sonnabend, Sonntag oder gesetzlicher Feiertag (`weitere`: nur in der Gemeinde gültige)."""
    return tag.weekday() < _SONNABEND and tag not in feiertage(tag.year, land) and tag not in weitere


def naechster_werktag(tag: date, land: str, weitere: Collection[date] = ()) -> date:
    """Der Tag selbst oder der nächste Werktag (§ 26 Abs. 3 SGB X, § 64 Abs. 3 SGG)."""
    while not ist_werktag(tag, land, weitere):
        tag += timedelta(days=1)
    return tag


def widerspruchsfrist(
    bekannt_gegeben: date, land: str, *, ausland: bool = False, weitere: Collection[date] = ()
) -> date:
    """Letzter Tag für den Widerspruch (§ 84 Abs. 1, § 64 SGG; bei Bekanntgabe im Ausland drei Monate)."""
    monate = MONATE_WIDERSPRUCH_AUSLAND if ausland else MONATE_WIDERSPRUCH
    return naechster_werktag(monatsfrist(bekannt_gegeben, monate), land, weitere)


def gesetzte_frist(bekannt_gegeben: date, tage: int, land: str, weitere: Collection[date] = ()) -> date:
    """Ende einer von der Behörde gesetzten Frist in Tagen, etwa zur Anhörung (§ 26 Abs. 2, 3 SGB X)."""
    return naechster_werktag(bekannt_gegeben + timedelta(days=tage), land, weitere)
