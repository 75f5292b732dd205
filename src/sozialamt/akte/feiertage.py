"""Gesetzliche Feiertage der Länder, soweit Fristen an ihnen nicht enden (§ 26 Abs. 3 SGB X, § 64 Abs. 3 SGG).

Bundesrecht kennt nur den 3. Oktober (Einigungsvertrag Art. 2 Abs. 2); alles andere steht in den
Feiertagsgesetzen der Länder. Feiertage, die nur in einzelnen Gemeinden gelten (Augsburg; Fronleichnam in
Teilen Sachsens und Thüringens; Mariä Himmelfahrt in Teilen Bayerns), gibt der Träger selbst hinzu.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

LAENDER = frozenset(
    ("BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"),
)

# Tage nach Ostersonntag
_KARFREITAG, _OSTERMONTAG, _HIMMELFAHRT, _PFINGSTMONTAG, _FRONLEICHNAM = -2, 1, 39, 50, 60
_PFINGSTSONNTAG = 49

# (Monat, Tag, Länder, erstes Jahr): Feiertage, die nicht überall gelten
_LANDESFEIERTAGE: tuple[tuple[int, int, str, int], ...] = (
    (1, 6, "BW BY ST", 0),
    (3, 8, "BE", 2019),
    (3, 8, "MV", 2023),
    (8, 15, "SL", 0),
    (9, 20, "TH", 2019),
    (10, 31, "BB MV SN ST TH", 0),
    (10, 31, "HB HH NI SH", 2018),
    (11, 1, "BW BY NW RP SL", 0),
)
_EINMALIGE = {
    date(2017, 10, 31): LAENDER,
    date(2020, 5, 8): {"BE"},
    date(2025, 5, 8): {"BE"},
    date(2028, 6, 17): {"BE"},
}


def ostersonntag(jahr: int) -> date:
    """Ostersonntag im gregorianischen Kalender (Verfahren von Meeus, Jones und Butcher)."""
    a, b, c = jahr % 19, jahr // 100, jahr % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    monat, tag = divmod(h + m - 7 * n + 114, 31)
    return date(jahr, monat, tag + 1)


@lru_cache(maxsize=256)
def feiertage(jahr: int, land: str) -> frozenset[date]:
    """Gesetzliche Feiertage eines Jahres in einem Land (Kürzel wie „NW“)."""
    if land not in LAENDER:
        raise ValueError(f"„{land}“ ist kein Land; möglich sind {', '.join(sorted(LAENDER))}.")
    return frozenset(_feiertage(jahr, land))


def _feiertage(jahr: int, land: str) -> Iterator[date]:
    for monat, tag in ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26)):
        yield date(jahr, monat, tag)
    beweglich = [_KARFREITAG, _OSTERMONTAG, _HIMMELFAHRT, _PFINGSTMONTAG]
    if land in {"BW", "BY", "HE", "NW", "RP", "SL"}:
        beweglich.append(_FRONLEICHNAM)
    if land == "BB":
        beweglich += [0, _PFINGSTSONNTAG]
    yield from (ostersonntag(jahr) + timedelta(days=n) for n in beweglich)
    if land == "SN":
        yield _buss_und_bettag(jahr)
    for monat, tag, laender, ab in _LANDESFEIERTAGE:
        if land in laender.split() and jahr >= ab:
            yield date(jahr, monat, tag)
    yield from (tag for tag, laender in _EINMALIGE.items() if tag.year == jahr and land in laender)


def _buss_und_bettag(jahr: int) -> date:
    """Mittwoch vor dem 23. November."""
    vortag = date(jahr, 11, 22)
    return vortag - timedelta(days=(vortag.weekday() - 2) % 7)
