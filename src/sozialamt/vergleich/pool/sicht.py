"""Wer welche Werte sieht. Fremde sehen nur, was öffentlich oder für sie freigegeben ist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialamt.akte.rechte import pruefe_recht
from sozialamt.vergleich.models.freigabe import Reichweite

if TYPE_CHECKING:
    from sozialamt.akte.models import Benutzer


@dataclass(frozen=True, slots=True)
class Sicht:
    """`eigene`: Städte (Schlüssel), deren Werte ganz zu sehen sind. `reichweite`: welche Freigaben gelten."""

    eigene: frozenset[str]
    reichweite: tuple[str, ...]

    @classmethod
    def oeffentlich(cls) -> Sicht:
        """Was jeder sehen darf: Veröffentlichungen und was ausdrücklich für alle freigegeben ist."""
        return cls(frozenset(), (Reichweite.OEFFENTLICH.value,))

    @classmethod
    def von(cls, benutzer: Benutzer) -> Sicht:
        """Eigene Städte ganz, fremde, soweit freigegeben. `RechtFehlt` ohne `vergleich_lesen`."""
        pruefe_recht(benutzer, "vergleich_lesen")
        eigene = benutzer.vergleichsstaedte.values_list("stadt__schluessel", flat=True)
        return cls(frozenset(eigene), (Reichweite.STAEDTE.value, Reichweite.OEFFENTLICH.value))

    @classmethod
    def der_stadt(cls, schluessel: str) -> Sicht:
        """Die Sicht einer Stadt, für Prüfungen und Lieferungen in ihrem Namen."""
        return cls(frozenset({schluessel}), (Reichweite.STAEDTE.value, Reichweite.OEFFENTLICH.value))
