"""Exact integer rounding. One helper per legal rounding rule; no float anywhere.

All functions work for negative numerators too, where Python's `//` and C's `/` would differ.
"""

from sozialamt.rechenkern.values import Basispunkte, Cent

GANZES = 10_000
"""Basis points of a whole: 100 percent."""

EURO = 100
"""Cents of one euro."""


def abrunden(zaehler: int, nenner: int) -> int:
    """Largest integer not above zaehler/nenner (nenner > 0)."""
    if zaehler >= 0:
        return zaehler // nenner
    return -((-zaehler + nenner - 1) // nenner)


def aufrunden(zaehler: int, nenner: int) -> int:
    """Smallest integer not below zaehler/nenner (nenner > 0)."""
    if zaehler >= 0:
        return (zaehler + nenner - 1) // nenner
    return -(-zaehler // nenner)


def kaufmaennisch(zaehler: int, nenner: int) -> int:
    """Nearest integer to zaehler/nenner (nenner > 0), a half away from zero (DIN 1333, § 41 Abs. 2 SGB II)."""
    if zaehler >= 0:
        return (2 * zaehler + nenner) // (2 * nenner)
    return -((-2 * zaehler + nenner) // (2 * nenner))


def anteil(betrag: Cent, satz: Basispunkte) -> Cent:
    """Share of an amount in cents at a rate in basis points, rounded commercially to the cent."""
    return kaufmaennisch(betrag * satz, GANZES)


def volle_euro(betrag: Cent) -> Cent:
    """Amount in cents rounded commercially to whole euros (§ 28 Abs. 5 SGB XII, § 51 Abs. 3 BAföG)."""
    return kaufmaennisch(betrag, EURO) * EURO


def volle_euro_aufgerundet(betrag: Cent) -> Cent:
    """Amount in cents rounded up to whole euros (§ 85 Abs. 1 Nr. 3 SGB XII)."""
    return aufrunden(betrag, EURO) * EURO


def volle_euro_abgerundet(betrag: Cent) -> Cent:
    """Amount in cents rounded down to whole euros."""
    return abrunden(betrag, EURO) * EURO
