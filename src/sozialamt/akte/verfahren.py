"""Die Vorgangsarten des Hauses, einmal je Prozess gesammelt."""

from __future__ import annotations

from functools import cache

from sozialamt.leistungen import vorgangsarten
from sozialamt.leistungen.vorgangsart import Vorgangsart


def vorgangsart(schluessel: str) -> Vorgangsart:
    """Die Art mit diesem Schlüssel; KeyError, wenn es sie nicht gibt."""
    return vorgangsarten()[schluessel]


@cache
def offene_zustaende() -> dict[str, tuple[str, ...]]:
    """Je Art die Zustände, in denen noch etwas zu tun ist."""
    return {art.schluessel: art.offene_zustaende for art in vorgangsarten().values()}
