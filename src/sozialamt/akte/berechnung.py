"""Eine Leistung für einen Monat aus der Akte berechnen: Ergebnis, Fragen oder der Grund, warum es nicht geht."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from sozialamt.akte.begruendung import bescheidziele
from sozialamt.akte.fallbildung import Fallbild, Kenntnis
from sozialamt.akte.monat import monatsschluessel
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.bogen import Bogen, berechnungsbogen
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.leistungen.zahlung import Teilbetrag, anspruchsberechtigte, teilbetraege
from sozialamt.rechenkern import Ergebnis, erklaere
from sozialamt.rechenkern.errors import FehlendeAngaben, Frage, KeinWert
from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import plane


class Zustand(StrEnum):
    """Wie eine Berechnung ausging."""

    ANSPRUCH = "anspruch"
    KEIN_ANSPRUCH = "kein_anspruch"
    FRAGEN = "fragen"
    NIEMAND = "niemand"
    KEIN_RECHT = "kein_recht"


@dataclass(frozen=True)
class Leistungsergebnis:
    """Ergebnis einer Leistung in einem Monat."""

    steckbrief: Steckbrief
    bild: Fallbild
    ergebnis: Ergebnis | None = None
    fragen: tuple[Frage, ...] = ()
    kein_recht: str = ""

    @property
    def titel(self) -> str:
        return self.steckbrief.titel_am(monatsschluessel(self.bild.monat))

    @cached_property
    def zustand(self) -> Zustand:
        if self.kein_recht:
            return Zustand.KEIN_RECHT
        if self.fragen:
            return Zustand.FRAGEN
        if self.ergebnis is None:
            return Zustand.NIEMAND
        return Zustand.ANSPRUCH if self._zugesprochen(self.ergebnis) else Zustand.KEIN_ANSPRUCH

    def _zugesprochen(self, ergebnis: Ergebnis) -> bool:
        """Ein Betrag, oder dem Grunde nach (Sachleistung, Feststellung): eine Person ohne Ablehnungsgrund."""
        ablehnung = self.steckbrief.ablehnung
        return self.cent > 0 or (ablehnung is not None and 0 in ergebnis.werte[ablehnung])

    @cached_property
    def cent(self) -> int:
        """Monatsbetrag über alle Gruppen des Haushalts."""
        if self.ergebnis is None:
            return 0
        werte = self.ergebnis.werte[self.steckbrief.anspruch]
        return sum(werte[stelle] for stelle in anspruchsberechtigte(self.ergebnis, self.steckbrief))

    @cached_property
    def teilbetraege(self) -> list[Teilbetrag]:
        """Der Monatsbetrag nach Person, Bestandteil und Kostenträger; leer, wenn hier nicht gezahlt wird."""
        return teilbetraege(self.ergebnis, self.steckbrief) if self.ergebnis else []

    @cached_property
    def ablehnungsgruende(self) -> list[str]:
        """Sätze der Ablehnungsregel, ohne Wiederholung; leer, wenn kein Grund vorliegt."""
        name = self.steckbrief.ablehnung
        if not name or self.ergebnis is None:
            return []
        auswahl = self.ergebnis.plan.regelwerk.regeln[name][0].auswahl
        gruende = (wert for wert in self.ergebnis.werte[name] if wert)
        return [auswahl(wert).text if auswahl else str(wert) for wert in dict.fromkeys(gruende)]

    @cached_property
    def spur(self) -> dict[str, Any]:
        return self.ergebnis.spur.als_dict() if self.ergebnis else {}

    @cached_property
    def bogen(self) -> Bogen | None:
        return berechnungsbogen(self.spur, self.steckbrief) if self.ergebnis else None


def berechne(bild: Fallbild, steckbrief: Steckbrief, *, fuer_bescheid: bool = False) -> Leistungsergebnis:
    """Rechnet eine Leistung; fehlende Angaben und fehlendes Recht sind Ergebnisse, keine Ausnahmen.

    `fuer_bescheid` rechnet auch die Werte, die nur die Begründung nennt.
    """
    if not bild.personen:
        return Leistungsergebnis(steckbrief, bild)
    try:
        ziele = _ziele(steckbrief, bild.monat, fuer_bescheid=fuer_bescheid)
        ergebnis = erklaere(bild.fall, ziele, monatsschluessel(bild.monat), regelwerk())
    except FehlendeAngaben as fehler:
        return Leistungsergebnis(steckbrief, bild, fragen=fehler.fragen)
    except KeinWert as fehler:
        return Leistungsergebnis(steckbrief, bild, kein_recht=str(fehler))
    return Leistungsergebnis(steckbrief, bild, ergebnis=ergebnis)


def berechne_alle(bild: Fallbild) -> list[Leistungsergebnis]:
    """Alle Leistungen, die im Haus sind, in einem Lauf; fehlt irgendwo etwas, jede für sich."""
    alle = list(steckbriefe().values())
    ziele = tuple(dict.fromkeys(z for s in alle for z in _ziele(s, bild.monat, fuer_bescheid=False)))
    if bild.personen:
        try:
            ergebnis = erklaere(bild.fall, ziele, monatsschluessel(bild.monat), regelwerk())
        except (FehlendeAngaben, KeinWert):
            return [berechne(bild, steckbrief) for steckbrief in alle]
        return [Leistungsergebnis(steckbrief, bild, ergebnis=ergebnis) for steckbrief in alle]
    return [Leistungsergebnis(steckbrief, bild) for steckbrief in alle]


def berechne_zeitraum(
    kenntnis: Kenntnis, steckbrief: Steckbrief, monate: Iterable[date], *, fuer_bescheid: bool = False
) -> list[Leistungsergebnis]:
    """Eine Leistung über mehrere Monate."""
    return [berechne(kenntnis.fall(monat), steckbrief, fuer_bescheid=fuer_bescheid) for monat in monate]


def merkmale_der_leistung(steckbrief: Steckbrief, monat: date) -> frozenset[str]:
    """Merkmale, nach denen die Regeln dieser Leistung in diesem Monat fragen; leer, wo es das Recht nicht gibt."""
    try:
        plan = plane(regelwerk(), _ziele(steckbrief, monat, fuer_bescheid=False), datum_aus_iso(monat.isoformat()))
    except KeinWert:
        return frozenset()
    return frozenset(m.name for m in plan.merkmale)


def _ziele(steckbrief: Steckbrief, monat: date, *, fuer_bescheid: bool) -> tuple[str, ...]:
    namen = bescheidziele(steckbrief, monatsschluessel(monat)) if fuer_bescheid else steckbrief.regelnamen()
    ebene = steckbrief.ebene
    return namen + (() if ebene in (PERSON, HAUSHALT) else (f"zugehoerigkeit_{ebene}",))
