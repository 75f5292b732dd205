"""Teile eines Monats: Kalendertage und anteilige Beträge (§ 41 Abs. 1 SGB II, § 3 Abs. 5 AsylbLG)."""

from sozialamt.rechenkern import Anzahl, Cent, Datum
from sozialamt.rechenkern.kalender import letzter_tag
from sozialamt.rechenkern.rundung import kaufmaennisch


def anspruchstage(ab: Datum, bis: Datum, monat: Datum) -> Anzahl:
    """Kalendertage des Monats von `ab` bis `bis` (0 = offen)."""
    erster = max(ab, monat)
    letzter = min(bis, letzter_tag(monat)) if bis > 0 else letzter_tag(monat)
    return max(0, letzter - erster + 1)


def tagesanteil(betrag: Cent, tage: Anzahl, tage_je_monat: Anzahl) -> Cent:
    """Je Anspruchstag ein Teil des Monatsbetrags, höchstens der ganze; kaufmännisch gerundet (§ 41 Abs. 2 SGB II)."""
    return betrag if tage >= tage_je_monat else kaufmaennisch(betrag * tage, tage_je_monat)
