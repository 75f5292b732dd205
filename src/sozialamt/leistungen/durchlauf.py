"""Die Rechnungen hinter dem Überblick: alle Leistungen eines Haushalts in drei Ständen der Angaben."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.gegenprobe import Ablehnung, Gegentatsache, gegenprobe
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.leistungen.vorrang import ZIELE, ZIELE_OHNE_WOHNGELD
from sozialamt.leistungen.zufluss import FLUSS, speise_ein, waehle
from sozialamt.rechenkern import Ergebnis, Fall, FehlendeAngaben, KeinWert
from sozialamt.rechenkern.levels import PERSON

Rechnung = Callable[[Fall, Iterable[str]], Ergebnis]
Gerechnet = Ergebnis | FehlendeAngaben | KeinWert
"""Ergebnis einer Leistung, oder woran es fehlt."""


@dataclass(frozen=True, slots=True)
class Lauf:
    """Alle Leistungen und die Vorrangprüfung für einen Stand der Angaben."""

    leistungen: Mapping[str, Gerechnet]
    vorrang: Ergebnis | None
    vorrangziele: tuple[str, ...] = ZIELE
    hinweise: tuple[str, ...] = ()

    def ergebnis(self, leistung: str) -> Ergebnis | None:
        gerechnet = self.leistungen.get(leistung)
        return gerechnet if isinstance(gerechnet, Ergebnis) else None

    @property
    def ergebnisse(self) -> tuple[Ergebnis, ...]:
        """Verschiedene Ergebnisse, die Vorrangprüfung voran."""
        alle = [self.vorrang, *(self.ergebnis(s) for s in self.leistungen)]
        return tuple({id(e): e for e in alle if e is not None}.values())


class Bild:
    """Drei Läufe: die Angaben, wie sie sind; mit vorrangigen Einnahmen; mit dem, was zuerst beantragt wird."""

    def __init__(self, fall: Fall, rechne: Rechnung, fragt_nach: Callable[[tuple[str, ...]], Collection[str]]) -> None:
        self.fall, self._rechne, self._fragt_nach = fall, rechne, fragt_nach
        self.jetzt = self._lauf(fall, steckbriefe(), ZIELE)
        ohne_recht = [e for e in self.jetzt.leistungen.values() if isinstance(e, KeinWert)]
        if ohne_recht and len(ohne_recht) == len(self.jetzt.leistungen):
            raise ohne_recht[0]
        mit_einnahmen = speise_ein(fall, *self.jetzt.ergebnisse)
        self.danach = self._nochmal(mit_einnahmen, fall, self.jetzt)
        gewaehlt = waehle(mit_einnahmen, self.danach.vorrang, self.danach.ergebnis("kinderzuschlag"))
        self.am_ende = self._nochmal(gewaehlt, mit_einnahmen, self.danach)

    @property
    def vorrang(self) -> Ergebnis | None:
        """Vorrangprüfung, wenn die vorrangigen Einnahmen fließen."""
        return self.danach.vorrang

    def gegenproben(self) -> dict[tuple[str, str], tuple[Gegentatsache, ...]]:
        """Alle Ablehnungen des Haushalts in einer Gegenprobe."""
        moeglich = {s: e for s, e in self.jetzt.leistungen.items() if isinstance(e, Ergebnis)}
        ablehnungen = [
            Ablehnung(steckbriefe()[s], personen[0])
            for s, e in moeglich.items()
            for personen in gruppen(steckbriefe()[s], e)
            if not hat_anspruch(steckbriefe()[s], e, personen[0])
        ]
        if not ablehnungen:
            return {}
        namen = _zusammen(ziele(a.steckbrief) for a in ablehnungen)
        funde = gegenprobe(self.fall, self._rechne(self.fall, namen), ablehnungen)
        return {(a.steckbrief.schluessel, a.person): funde[a] for a in ablehnungen}

    def _nochmal(self, fall: Fall, bisher: Fall, lauf: Lauf) -> Lauf:
        """Was sich schon rechnen ließ, mit anderen Angaben; nichts Neues, wenn sie gleich geblieben sind."""
        if fall == bisher:
            return lauf
        moeglich = [s for s in lauf.leistungen if lauf.ergebnis(s)]
        return self._lauf(fall, moeglich, lauf.vorrangziele if lauf.vorrang else ())

    def _lauf(self, fall: Fall, leistungen: Iterable[str], vorrangziele: tuple[str, ...]) -> Lauf:
        """Alles auf einmal; fehlt irgendwo etwas, hält es nur die Leistungen auf, die es brauchen."""
        gewaehlt = {s: ziele(steckbriefe()[s]) for s in leistungen}
        try:
            alles = self._rechne(fall, _zusammen(gewaehlt.values(), vorrangziele))
        except FehlendeAngaben as fehler:
            fehlend = {frage.merkmal for frage in fehler.fragen}
            frei = {s: namen for s, namen in gewaehlt.items() if fehlend.isdisjoint(self._fragt_nach(namen))}
            return Lauf(self._getrennt(fall, gewaehlt, frei), *self._vorrang(fall, vorrangziele))
        except KeinWert:
            return Lauf(self._getrennt(fall, gewaehlt, {}), *self._vorrang(fall, vorrangziele))
        return Lauf(dict.fromkeys(gewaehlt, alles), alles if vorrangziele else None, vorrangziele)

    def _getrennt(
        self, fall: Fall, gewaehlt: Mapping[str, tuple[str, ...]], frei: Mapping[str, tuple[str, ...]]
    ) -> dict[str, Gerechnet]:
        """Was keine Fragen offen lässt, in einem Lauf, das Übrige jedes für sich."""
        zusammen = self._versuche(fall, _zusammen(frei.values())) if frei else None
        gemeinsam = dict.fromkeys(frei, zusammen) if isinstance(zusammen, Ergebnis) else {}
        return {s: gemeinsam.get(s) or self._versuche(fall, namen) for s, namen in gewaehlt.items()}

    def _vorrang(self, fall: Fall, ziele: tuple[str, ...]) -> tuple[Ergebnis | None, tuple[str, ...], tuple[str, ...]]:
        """Vorrangprüfung; fehlt etwas für den Vergleich mit dem Wohngeld, wenigstens das zuständige Recht."""
        ergebnis = self._versuche(fall, ziele)
        if isinstance(ergebnis, Ergebnis):
            return ergebnis, ziele, ()
        hinweis = f"Der Vorrang von Wohngeld und Kinderzuschlag ist nicht geprüft: {ergebnis}"
        ersatz = self._versuche(fall, ZIELE_OHNE_WOHNGELD)
        return (ersatz if isinstance(ersatz, Ergebnis) else None), ZIELE_OHNE_WOHNGELD, (hinweis,)

    def _versuche(self, fall: Fall, ziele: Iterable[str]) -> Gerechnet:
        try:
            return self._rechne(fall, ziele)
        except (FehlendeAngaben, KeinWert) as fehler:
            return fehler


def ziele(steckbrief: Steckbrief) -> tuple[str, ...]:
    fluss = FLUSS.get(steckbrief.schluessel)
    weitere = (steckbrief.ablehnung, fluss.regel if fluss else None)
    return (steckbrief.anspruch, *(name for name in weitere if name), *steckbrief.daneben)


def gruppen(steckbrief: Steckbrief, ergebnis: Ergebnis) -> list[tuple[str, ...]]:
    """Personen, für die die Leistung gemeinsam gilt."""
    if steckbrief.ebene == PERSON:
        return [(p,) for p in ergebnis.personen]
    ebene = ergebnis.plan.regelwerk.ebenen[steckbrief.ebene]
    stellen = ergebnis.werte.get(ebene.zugehoerigkeit, [0] * len(ergebnis.personen))
    return [
        tuple(p for p, wo in zip(ergebnis.personen, stellen, strict=True) if wo == gruppe)
        for gruppe in dict.fromkeys(stellen)
    ]


def hat_anspruch(steckbrief: Steckbrief, ergebnis: Ergebnis, person: str) -> bool:
    if steckbrief.ablehnung:
        return int(ergebnis.wert(steckbrief.ablehnung, person)) == 0
    return int(ergebnis.wert(steckbrief.anspruch, person)) > 0


def _zusammen(namen: Iterable[tuple[str, ...]], weitere: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys([n for gruppe in namen for n in gruppe] + list(weitere)))
