"""Calendar arithmetic on dates written as yyyymmdd integers; 0 means "no date"."""

import re

from sozialamt.rechenkern.values import Anzahl, Datum, Jahre

MONATE_IM_JAHR = 12
_TAGE = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def jahr(datum: Datum) -> int:
    """Calendar year."""
    return datum // 10_000


def monat_im_jahr(datum: Datum) -> int:
    """Month within the year, 1 to 12."""
    return datum // 100 % 100


def tag(datum: Datum) -> int:
    """Day within the month, 1 to 31."""
    return datum % 100


def monatserster(datum: Datum) -> Datum:
    """First day of the month of a date."""
    return datum // 100 * 100 + 1


def schaltjahr(jahreszahl: int) -> bool:
    """Gregorian leap year."""
    return jahreszahl % 4 == 0 and (jahreszahl % 100 != 0 or jahreszahl % 400 == 0)


def tage_im_monat(datum: Datum) -> Anzahl:
    """Number of days of the month of a date."""
    m = monat_im_jahr(datum)
    if m == 2 and schaltjahr(jahr(datum)):
        return 29
    return _TAGE[m - 1]


def letzter_tag(datum: Datum) -> Datum:
    """Last day of the month of a date."""
    return datum // 100 * 100 + tage_im_monat(datum)


def vollendete_jahre(geburtsdatum: Datum, stichtag: Datum) -> Jahre:
    """Completed years of life on a day (§ 187 Abs. 2 Satz 2, § 188 Abs. 2 BGB counted from the birthday)."""
    return (stichtag - geburtsdatum) // 10_000


def monate_bis(von: Datum, bis: Datum) -> Anzahl:
    """Distance in calendar months between the months of two dates; negative if `bis` lies earlier."""
    return (jahr(bis) - jahr(von)) * 12 + monat_im_jahr(bis) - monat_im_jahr(von)


def monat_plus(datum: Datum, monate: int) -> Datum:
    """First day of the month that lies a number of months later (or earlier, if negative)."""
    nummer = jahr(datum) * 12 + monat_im_jahr(datum) - 1 + monate
    return nummer // 12 * 10_000 + (nummer % 12 + 1) * 100 + 1


def jahre_plus(datum: Datum, jahre: int) -> Datum:
    """Same day a number of years later; 29 February becomes 28 February where there is none."""
    neu = datum + jahre * 10_000
    if neu % 10_000 == 229 and not schaltjahr(jahr(neu)):
        return neu - 1
    return neu


def gueltiges_datum(datum: Datum) -> bool:
    """Whether the number is a day of the calendar between the years 1 and 9999."""
    if not 1 <= jahr(datum) <= 9999 or not 1 <= monat_im_jahr(datum) <= MONATE_IM_JAHR:
        return False
    return 1 <= tag(datum) <= tage_im_monat(datum)


def tage_seit_1970(datum: Datum) -> int:
    """Days since 1970-01-01 (proleptic Gregorian), the inverse of what Arrow's date32 stores."""
    j, m, t = jahr(datum), monat_im_jahr(datum), tag(datum)
    if m <= 2:
        j -= 1
        m += 12
    return 365 * j + j // 4 - j // 100 + j // 400 + (153 * (m - 3) + 2) // 5 + t - 1 - 719_468


def tage_zwischen(von: Datum, bis: Datum) -> Anzahl:
    """Number of days from one date to another; negative if `bis` lies earlier."""
    return tage_seit_1970(bis) - tage_seit_1970(von)


def datum_aus_iso(text: str) -> Datum:
    """'2026-11-21' or '2026-11' (first of the month) as yyyymmdd; ValueError if it is no date."""
    teile = text.strip().split("-")
    if len(teile) == 2:
        teile.append("01")
    if len(teile) != 3 or [len(t) for t in teile] != [4, 2, 2] or not all(t.isascii() and t.isdigit() for t in teile):
        gemeint = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text.strip())
        rat = "; gemeint ist vielleicht {2}-{1:0>2}-{0:0>2}".format(*gemeint.groups()) if gemeint else ""
        raise ValueError(f"{text!r} ist kein Datum (JJJJ-MM-TT) und kein Monat (JJJJ-MM){rat}")
    datum = int("".join(teile))
    if not gueltiges_datum(datum):
        raise ValueError(f"{text!r} gibt es im Kalender nicht")
    return datum


def iso(datum: Datum) -> str:
    """yyyymmdd as '2026-11-21'; empty for "no date"."""
    if datum == 0:
        return ""
    return f"{jahr(datum):04d}-{monat_im_jahr(datum):02d}-{tag(datum):02d}"
