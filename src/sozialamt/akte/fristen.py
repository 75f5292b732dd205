"""Bekanntgabe und Fristen vor und nach dem Bescheid (§§ 26, 37, 44, 45, 111 SGB X; §§ 64, 84 SGG; § 44a SGB XII).

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
MONATE_AUSSCHLUSS = 12
"""Ausschlussfrist für Erstattungen zwischen Trägern (§ 111 Satz 1 SGB X)."""
MONATE_FIKTION = 12
"""Danach gilt die vorläufige Entscheidung als endgültig (§ 44a Abs. 6 Satz 1 SGB XII, § 41a Abs. 5 Satz 1 SGB II)."""
MONATE_KENNTNIS = 12
"""Rücknahme und Aufhebung für die Vergangenheit ab Kenntnis (§ 45 Abs. 4 Satz 2, § 48 Abs. 4 SGB X)."""
MONATE_RUECKNAHME, MONATE_RUECKNAHME_OHNE_VERTRAUEN = 24, 120
"""Zwei, ohne schutzwürdiges Vertrauen zehn Jahre nach der Bekanntgabe (§ 45 Abs. 3 Satz 1 und 3 SGB X)."""
JAHRE_UEBERPRUEFUNG = 4
"""§ 116a Nr. 1 SGB XII, § 40 Abs. 1 Satz 2 Nr. 1 SGB II."""
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


def monatsende(monat: date) -> date:
    """Letzter Tag des Monats."""
    return monat.replace(day=calendar.monthrange(monat.year, monat.month)[1])


def ausschlussfrist(letzter_tag: date, entscheidung_bekannt: date | None = None) -> date:
    """Letzter Tag, um Erstattung von einem anderen Träger zu verlangen (§ 111 SGB X).

    Zwölf Monate nach dem letzten Tag, für den geleistet wurde, frühestens ab Kenntnis von der Entscheidung des anderen.
    Gerechnet wird zur sicheren Seite: Fällt der letzte Tag auf einen 28. Februar, endet die Frist auch im Schaltjahr am
    28., und sie verschiebt sich nicht auf den nächsten Werktag.
    """
    beginn = max(letzter_tag, entscheidung_bekannt or letzter_tag)
    return monatsfrist(beginn, MONATE_AUSSCHLUSS)


def fiktion(ende: date) -> date:
    """Letzter Tag für die endgültige Entscheidung über einen vorläufigen Bewilligungszeitraum bis zum Monat `ende`.

    Wie bei `ausschlussfrist` zur sicheren Seite gerechnet.
    """
    return monatsfrist(monatsende(ende), MONATE_FIKTION)


def jahresfrist(kenntnis: date) -> date:
    """Letzter Tag, um mit Wirkung für die Vergangenheit aufzuheben (§ 45 Abs. 4 Satz 2 SGB X)."""
    return monatsfrist(kenntnis, MONATE_KENNTNIS)


def ruecknahme_bis(bekannt_gegeben: date, *, vertrauen: bool) -> date:
    """Letzter Tag, um einen begünstigenden Bescheid mit Dauerwirkung zurückzunehmen (§ 45 Abs. 3 SGB X)."""
    return monatsfrist(bekannt_gegeben, MONATE_RUECKNAHME if vertrauen else MONATE_RUECKNAHME_OHNE_VERTRAUEN)


def ueberpruefbar_bis(bekannt_gegeben: date) -> date:
    """Letzter Tag, um die Überprüfung zu beantragen (§ 116a Nr. 1 SGB XII, § 40 Abs. 1 Satz 2 Nr. 1 SGB II)."""
    return date(bekannt_gegeben.year + JAHRE_UEBERPRUEFUNG, 12, 31)


def nachzahlung_ab(tag: date, jahre: int) -> date:
    """Frühester Monat, für den nachgezahlt wird: `jahre` vor Beginn des Jahres von Rücknahme oder Antrag.

    § 44 Abs. 4 Satz 1 bis 3 SGB X (vier Jahre); § 116a Nr. 2 SGB XII und § 40 Abs. 1 Satz 2 Nr. 2 SGB II (ein Jahr).
    """
    return date(tag.year - jahre, 1, 1)


def zukunft_ab(erlass: date) -> date:
    """Erster Monat nach der Bekanntgabe; ab hier wirkt eine Aufhebung „für die Zukunft“ (monatliche Leistung)."""
    return monatsende(bekanntgabe(erlass)) + timedelta(days=1)
