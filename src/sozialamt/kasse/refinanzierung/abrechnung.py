"""Die Abrechnung eines Quartals oder Jahres: je Leistung brutto, Einnahmen, netto und was erstattet wird."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sozialamt.akte.monat import monat_weiter
from sozialamt.kasse.refinanzierung.ausgaben import Ausgabenzeile, ausgaben, personenmonate
from sozialamt.kasse.refinanzierung.saetze import SatzFehlt, kopfpauschale, quote_unterkunft
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.steckbrief import Erstattungsregel, Steckbrief
from sozialamt.rechenkern.rundung import anteil

MONATE_IM_QUARTAL = 3


@dataclass(frozen=True, slots=True)
class Zeitraum:
    """Ein Quartal (1 bis 4) oder, ohne Quartal, ein Haushaltsjahr."""

    jahr: int
    quartal: int | None = None

    @property
    def von(self) -> date:
        return date(self.jahr, (self.quartal - 1) * MONATE_IM_QUARTAL + 1 if self.quartal else 1, 1)

    @property
    def bis(self) -> date:
        ende = monat_weiter(self.von, MONATE_IM_QUARTAL) if self.quartal else date(self.jahr + 1, 1, 1)
        return ende - timedelta(days=1)

    @property
    def titel(self) -> str:
        return f"{self.quartal}. Quartal {self.jahr}" if self.quartal else f"Jahr {self.jahr}"

    @property
    def abruf(self) -> tuple[date, date] | None:
        """Wann der Bund für das Quartal in Anspruch genommen werden kann (§ 46a Abs. 3 Satz 2 SGB XII)."""
        match self.quartal:
            case 1:
                return date(self.jahr, 3, 15), date(self.jahr, 5, 14)
            case 2:
                return date(self.jahr, 6, 15), date(self.jahr, 8, 14)
            case 3:
                return date(self.jahr, 9, 15), date(self.jahr, 11, 14)
            case 4:
                return date(self.jahr + 1, 1, 1), date(self.jahr + 1, 3, 1) - timedelta(days=1)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Abrechnungszeile:
    """Eine Leistung in einem Leistungsmonat und Nachweisschlüssel; Beträge in Cent, `satz` in Basispunkten.

    `vorjahr`: betrifft einen Leistungsmonat vor dem Haushaltsjahr und wird gesondert abgerufen.
    """

    leistung: str
    monat: date
    wohnform: str
    grund: str
    brutto: int
    einnahmen: int
    erstattungsfaehig: int
    satz: int | None
    erstattung: int | None
    norm: str
    vorjahr: bool
    hinweis: str = ""

    @property
    def netto(self) -> int:
        return self.brutto - self.einnahmen


@dataclass(frozen=True)
class Abrechnung:
    """Alle Zeilen eines Zeitraums, nach Leistung und Monat geordnet."""

    zeitraum: Zeitraum
    land: str
    kenntnis: date
    zeilen: tuple[Abrechnungszeile, ...] = field(default=())

    def je_leistung(self) -> dict[str, list[Abrechnungszeile]]:
        gruppen: dict[str, list[Abrechnungszeile]] = defaultdict(list)
        for zeile in self.zeilen:
            gruppen[zeile.leistung].append(zeile)
        return dict(gruppen)


def summe(zeilen: Iterable[Abrechnungszeile]) -> tuple[int, int, int, int]:
    """Brutto, Einnahmen, netto und Erstattung in Cent; was keinen Satz hat, zählt bei der Erstattung nicht mit."""
    alle = list(zeilen)
    brutto, einnahmen = sum(z.brutto for z in alle), sum(z.einnahmen for z in alle)
    return brutto, einnahmen, brutto - einnahmen, sum(z.erstattung or 0 for z in alle)


def rechne_ab(zeitraum: Zeitraum, *, land: str, kenntnis: date) -> Abrechnung:
    """Zählt das Kassenbuch aus; `kenntnis` ist der Tag, dessen Sätze gelten (Quoten ändern sich rückwirkend)."""
    alle = steckbriefe()
    gruppen: dict[tuple[str, date, str, str], list[Ausgabenzeile]] = defaultdict(list)
    for zeile in ausgaben(zeitraum.von, zeitraum.bis):
        gruppen[zeile.leistung, zeile.monat, zeile.wohnform, zeile.grund].append(zeile)
    rechner = _Erstattungsrechner(zeitraum, land, kenntnis)
    zeilen = [
        rechner.zeile(alle[leistung], monat, wohnform, grund, teile)
        for (leistung, monat, wohnform, grund), teile in sorted(gruppen.items())
    ]
    return Abrechnung(zeitraum, land, kenntnis, tuple(zeilen))


class _Erstattungsrechner:
    def __init__(self, zeitraum: Zeitraum, land: str, kenntnis: date) -> None:
        self.zeitraum, self.land, self.kenntnis = zeitraum, land, kenntnis

    def zeile(
        self, steckbrief: Steckbrief, monat: date, wohnform: str, grund: str, teile: Sequence[Ausgabenzeile]
    ) -> Abrechnungszeile:
        regel = steckbrief.erstattung
        faehig = [t for t in teile if regel and (not regel.bestandteile or t.bestandteil in regel.bestandteile)]
        netto = sum(t.netto for t in faehig)
        satz, erstattung, norm, hinweis = self._erstattung(steckbrief, monat, netto)
        return Abrechnungszeile(
            leistung=steckbrief.schluessel,
            monat=monat,
            wohnform=wohnform,
            grund=grund,
            brutto=sum(t.brutto for t in teile),
            einnahmen=sum(t.einnahmen for t in teile),
            erstattungsfaehig=netto if erstattung is None or erstattung else 0,
            satz=satz,
            erstattung=erstattung,
            norm=norm,
            vorjahr=monat.year < self.zeitraum.jahr,
            hinweis=hinweis,
        )

    def _erstattung(self, steckbrief: Steckbrief, monat: date, netto: int) -> tuple[int | None, int | None, str, str]:
        """Satz, Betrag, Norm und Hinweis; ein fehlender Satz ist eine Lücke mit Grund, kein Nullbetrag."""
        regel = steckbrief.erstattung
        if regel is None:
            return 0, 0, "", "Keine Erstattung."
        try:
            match regel.regel:
                case Erstattungsregel.VOLL:
                    return 10_000, netto, regel.norm, regel.hinweis
                case Erstattungsregel.ANTEIL:
                    return regel.satz, anteil(netto, regel.satz), regel.norm, regel.hinweis
                case Erstattungsregel.QUOTE_UNTERKUNFT:
                    satz, norm = quote_unterkunft(self.land, monat.year, self.kenntnis)
                    return satz, anteil(netto, satz), norm, regel.hinweis
                case Erstattungsregel.KOPFPAUSCHALE:
                    betrag, norm = kopfpauschale(self.land, monat)
                    menschen = personenmonate(steckbrief.schluessel, self.zeitraum.von, self.zeitraum.bis).get(monat, 0)
                    return None, betrag * menschen, norm, f"{menschen} Personen zu je {betrag // 100} Euro im Monat."
                case Erstattungsregel.ANDERNORTS:
                    return 0, 0, regel.norm, regel.hinweis
        except SatzFehlt as fehler:
            return None, None, regel.norm, str(fehler)
