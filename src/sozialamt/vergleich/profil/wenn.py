"""Was wäre, wenn: die eigene Bevölkerung mit der Dichte einer anderen Stadt."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sozialamt.vergleich.grafik.zahlen import zahl

RUNDUNG = 100


@dataclass(frozen=True, slots=True)
class Wenn:
    """Eigene und fremde Dichte je 1.000 (ungerundet) und die Menschen, auf die sie sich bezieht."""

    stadt: str
    andere: str
    dichte: Fraction
    fremde_dichte: Fraction
    bezug: int
    bezugstitel: str
    stellen: int = 1

    @property
    def eigene(self) -> int:
        """Leistungsbeziehende nach der eigenen Dichte."""
        return round(self.dichte * self.bezug / 1000)

    @property
    def gedachte(self) -> int:
        """Leistungsbeziehende, hätte die Stadt die andere Dichte."""
        return round(self.fremde_dichte * self.bezug / 1000)

    @property
    def unterschied(self) -> int:
        """Gedachte weniger eigene."""
        return self.gedachte - self.eigene

    @property
    def satz(self) -> str:
        """Der Vergleich in einem Satz, auf Hunderter gerundet, damit er nicht genauer klingt, als er ist."""
        if not self.unterschied:
            return f"Mit der Dichte von {self.andere} ändert sich in {self.stadt} nichts."
        mehr = "mehr" if self.unterschied > 0 else "weniger"
        gerundet = RUNDUNG * round(abs(self.unterschied) / RUNDUNG) or abs(self.unterschied)
        prozent = abs(self.fremde_dichte / self.dichte - 1) * 100 if self.dichte else None
        anteil = f" ({zahl(float(prozent), 1)} Prozent)" if prozent is not None else ""
        return (
            f"Mit der Dichte von {self.andere} ({zahl(float(self.fremde_dichte), self.stellen)} statt "
            f"{zahl(float(self.dichte), self.stellen)}) erhielten in {self.stadt} rund {zahl(gerundet, 0)} Menschen "
            f"{mehr} die Leistung{anteil}."
        )
