"""Fristen und Anteile eines Monats, wie das AsylbLG sie rechnet."""

from sozialamt.rechenkern import Anzahl, Cent, Datum
from sozialamt.rechenkern.kalender import monat_plus, tag, tage_im_monat
from sozialamt.rechenkern.rundung import kaufmaennisch


def monate_spaeter(datum: Datum, monate: Anzahl) -> Datum:
    """Derselbe Tag eine Zahl von Monaten später, höchstens der letzte Tag jenes Monats (§ 188 Abs. 3 BGB)."""
    erster = monat_plus(datum, monate)
    return erster + min(tag(datum), tage_im_monat(erster)) - 1


def anteilig(betrag: Cent, tage: Anzahl, monatstage: Anzahl) -> Cent:
    """Teil eines Monatsbetrags nach Tagen (§ 3 Abs. 5 Satz 3 AsylbLG)."""
    return kaufmaennisch(betrag * tage, monatstage)
