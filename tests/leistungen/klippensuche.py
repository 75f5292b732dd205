"""Finding every jump of an amount along one income, without calculating every cent."""

from collections.abc import Callable
from dataclasses import dataclass

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.klippen import Klippe, Klippenblatt, Verlauf
from sozialamt.rechenkern import Ergebnis, Fall, erklaere
from sozialamt.recht.fall import aus_dict

FELDER = 100
"""Intervals of the grid; between its points an interval is halved wherever it is not straight."""

LUFT = 3
"""Cents: roundings of parts that have nothing to do with the rounding of the amount."""


@dataclass(frozen=True)
class Sprung:
    """The last value of the fact before the jump, and its height in cents."""

    bei: int
    hoehe: int


def rechner(blatt: Klippenblatt, verlauf: Verlauf, *ziele: str) -> Callable[[int], Ergebnis]:
    """Result of the household for a value of the fact in cents."""
    werk = regelwerk()
    fall = aus_dict(dict(verlauf.fall), werk)
    grund = fall.fall()
    namen = tuple(dict.fromkeys((steckbriefe()[blatt.schluessel].anspruch, *ziele)))

    def rechne(wert: int) -> Ergebnis:
        if verlauf.merkmal in grund.haushalt or werk.merkmale[verlauf.merkmal].ebene == "haushalt":
            return erklaere(
                Fall({**grund.haushalt, verlauf.merkmal: wert}, grund.personen, grund.einstellungen),
                namen,
                fall.monat,
                werk,
            )
        personen = {**grund.personen, verlauf.person: {**grund.personen[verlauf.person], verlauf.merkmal: wert}}
        return erklaere(Fall(grund.haushalt, personen, grund.einstellungen), namen, fall.monat, werk)

    return rechne


def betrag(blatt: Klippenblatt, ergebnis: Ergebnis) -> int:
    """Amount of the benefit for the whole household; a group's amount once."""
    steckbrief = steckbriefe()[blatt.schluessel]
    werte = [int(w) for w in ergebnis.werte[steckbrief.anspruch]]
    return sum(werte) if steckbrief.ebene == "person" else max(werte)


class Suche:
    """All jumps along one course."""

    def __init__(self, blatt: Klippenblatt, verlauf: Verlauf) -> None:
        self.blatt, self.verlauf = blatt, verlauf
        self.toleranz = verlauf.stufe + LUFT
        self._rechne = rechner(blatt, verlauf)
        self._werte: dict[int, int] = {}

    def wert(self, einkommen: int) -> int:
        """Amount at an income, kept."""
        if einkommen not in self._werte:
            self._werte[einkommen] = betrag(self.blatt, self._rechne(einkommen))
        return self._werte[einkommen]

    def spruenge(self) -> list[Sprung]:
        """Every jump, in the order of income."""
        von, bis = self.verlauf.von * 100, self.verlauf.bis * 100
        punkte = [*range(von, bis, (bis - von) // FELDER), bis]
        return [s for a, b in zip(punkte, punkte[1:], strict=False) for s in self._zwischen(a, b)]

    def steigungen(self) -> list[tuple[int, int]]:
        """Neighbouring points of everything calculated where the amount rises."""
        punkte = sorted(self._werte)
        return [(a, b) for a, b in zip(punkte, punkte[1:], strict=False) if self.wert(b) > self.wert(a) + self.toleranz]

    def _zwischen(self, a: int, b: int) -> list[Sprung]:
        unterschied = self.wert(b) - self.wert(a)
        if abs(unterschied) <= self.toleranz and self._gerade(a, b):
            return []
        if b - a == 1:
            return [Sprung(a, unterschied)] if abs(unterschied) > self.toleranz else []
        if self._gerade(a, b):
            return []
        mitte = (a + b) // 2
        return self._zwischen(a, mitte) + self._zwischen(mitte, b)

    def _gerade(self, a: int, b: int) -> bool:
        """The middle and the quarter lie on the line between the ends, as far as rounding allows."""
        if b - a == 1:
            return False
        for zaehler in (1, 2):
            stelle = a + (b - a) * zaehler // 4
            linie = self.wert(a) + (self.wert(b) - self.wert(a)) * (stelle - a) / (b - a)
            if abs(self.wert(stelle) - linie) > self.toleranz:
                return False
        return True


def benannt(blatt: Klippenblatt, verlauf: Verlauf, sprung: Sprung) -> list[str]:
    """Names of the cliffs whose mark changes at this jump."""
    return [k.name for k in blatt.klippen if _wechselt(blatt, verlauf, k, sprung.bei)]


def _wechselt(blatt: Klippenblatt, verlauf: Verlauf, klippe: Klippe, bei: int) -> bool:
    """An option comes or goes, an amount starts or ends, or (`springt`) an amount changes by more than the step."""
    regel, wert = klippe.kennzeichen
    rechne = rechner(blatt, verlauf, regel)
    vorher, nachher = ([int(w) for w in rechne(stelle).werte[regel]] for stelle in (bei, bei + 1))
    auswahl = regelwerk().regeln[regel][0].auswahl
    if auswahl:
        gesucht = int(auswahl.aus_schluessel(wert))
        return vorher.count(gesucht) != nachher.count(gesucht)
    if wert == "springt":
        return max(abs(a - b) for a, b in zip(vorher, nachher, strict=True)) > verlauf.stufe + LUFT
    return sum(w > 0 for w in vorher) != sum(w > 0 for w in nachher)
