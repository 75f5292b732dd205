"""Was zu buchen ist, damit das Kassenbuch dem entspricht, was die Bescheide sagen.

Reine Rechnung ohne Datenbank über eine Gruppe: ein Haushalt, eine Leistung, ein Monat. Danach gilt für jeden Schlüssel
Aufwand = Zuspruch. Geld, das schon unterwegs oder gezahlt ist, wird nicht noch einmal gezahlt: Was ein Schlüssel zu
viel hat, deckt erst, was ein anderer desselben Monats zu wenig hat (anderer Kostenträger, andere Wohnform); nur was
dann übrig ist, wird Forderung oder neue Verbindlichkeit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sozialamt.kasse.konten import SAETZE, Buchungsart, Konto

Schluessel = tuple[object, ...]
Posten = tuple[Schluessel, int]
"""Schlüssel und Cent."""


@dataclass(slots=True)
class Stand:
    """Salden eines Schlüssels in Cent; `verplant` ist der Teil der Verbindlichkeit, der in einem Zahllauf steht."""

    schluessel: Schluessel
    zuspruch: int = 0
    aufwand: int = 0
    verbindlichkeit: int = 0
    verplant: int = 0
    forderung: int = 0
    niederschlagung: int = 0

    @property
    def frei(self) -> int:
        """Verbindlichkeit, über die noch verfügt werden kann."""
        return max(self.verbindlichkeit - self.verplant, 0)

    def buche(self, art: Buchungsart, cent: int) -> Satz:
        """Zieht die Salden nach und gibt den Satz zurück."""
        soll, haben = SAETZE[art]
        for konto, betrag in ((soll, cent), (haben, -cent)):
            match konto:
                case Konto.AUFWAND:
                    self.aufwand += betrag
                case Konto.VERBINDLICHKEIT:
                    self.verbindlichkeit -= betrag
                case Konto.FORDERUNG:
                    self.forderung += betrag
                case Konto.NIEDERSCHLAGUNG:
                    self.niederschlagung += betrag
        return Satz(self.schluessel, art, cent)


class Satz(NamedTuple):
    """Ein Buchungssatz zu einem Schlüssel."""

    schluessel: Schluessel
    art: Buchungsart
    cent: int


def gleiche_ab(gruppe: Sequence[Stand]) -> list[Satz]:
    """Buchungssätze für eine Gruppe; leer, wenn alles stimmt. Zieht die übergebenen Stände nach."""
    saetze = [*_storniere(gruppe), *_buche_um(gruppe), *_erhoehe(gruppe), *_vermindere(gruppe)]
    return [*saetze, *_gleiche_aus(gruppe)]


def _storniere(gruppe: Sequence[Stand]) -> Iterator[Satz]:
    """Zu viel gebucht und noch nicht gezahlt."""
    for stand in gruppe:
        if cent := min(max(stand.aufwand - stand.zuspruch, 0), stand.frei):
            yield stand.buche(Buchungsart.STORNO, cent)


def _buche_um(gruppe: Sequence[Stand]) -> Iterator[Satz]:
    """Gezahlt, aber unter einem anderen Schlüssel desselben Monats."""
    for alt in gruppe:
        for neu in gruppe:
            if cent := min(alt.aufwand - alt.zuspruch, neu.zuspruch - neu.aufwand):
                if cent < 0:
                    continue
                yield alt.buche(Buchungsart.UMBUCHUNG_AB, cent)
                yield neu.buche(Buchungsart.UMBUCHUNG_ZU, cent)


def _erhoehe(gruppe: Sequence[Stand]) -> Iterator[Satz]:
    """Mehr zugesprochen: erst, was als zu viel gezahlt galt, dann neu zu zahlen."""
    for stand in gruppe:
        if cent := min(max(stand.zuspruch - stand.aufwand, 0), max(stand.forderung, 0)):
            yield stand.buche(Buchungsart.WIEDERBEWILLIGUNG, cent)
        for anderer in gruppe:
            if cent := min(max(stand.zuspruch - stand.aufwand, 0), max(anderer.forderung, 0)):
                yield anderer.buche(Buchungsart.TILGUNG, cent)
                yield stand.buche(Buchungsart.UMBUCHUNG_ZU, cent)
        if cent := min(max(stand.zuspruch - stand.aufwand, 0), max(stand.niederschlagung, 0)):
            yield stand.buche(Buchungsart.WIEDERAUFGREIFEN, cent)
        if cent := max(stand.zuspruch - stand.aufwand, 0):
            yield stand.buche(Buchungsart.SOLLSTELLUNG, cent)


def _vermindere(gruppe: Sequence[Stand]) -> Iterator[Satz]:
    """Weniger zugesprochen, aber schon gezahlt: überzahlt (zurückzufordern erst mit Bescheid, § 50 SGB X)."""
    for stand in gruppe:
        if cent := max(stand.aufwand - stand.zuspruch, 0):
            yield stand.buche(Buchungsart.UEBERZAHLUNG, cent)


def _gleiche_aus(gruppe: Sequence[Stand]) -> Iterator[Satz]:
    """Im selben Monat nie zugleich zahlen und zurückfordern."""
    for stand in gruppe:
        if cent := min(stand.frei, max(stand.forderung, 0)):
            yield stand.buche(Buchungsart.AUSGLEICH, cent)
    for stand in gruppe:
        for anderer in gruppe:
            if cent := min(stand.frei, max(anderer.forderung, 0)):
                yield stand.buche(Buchungsart.EINBEHALT, cent)
                yield anderer.buche(Buchungsart.TILGUNG, cent)
