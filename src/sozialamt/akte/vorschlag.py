"""Welche Entscheidung aus einem Unterschied folgen kann: Norm, Zeitraum, Text und Summen als Vorschlag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sozialamt.akte.fristen import zukunft_ab
from sozialamt.akte.monat import monat_weiter
from sozialamt.akte.stand import Teil
from sozialamt.akte.verfahrensrecht import Korrektur, fruehester_monat
from sozialamt.rechenkern.values import euro


@dataclass(frozen=True, slots=True)
class Ursache:
    """Warum ein Monat nicht mehr stimmt. Ohne Kennzeichen hat sich nach dem Erlass etwas geändert.

    `recht` heißt: keine Tatsache ist neu, anders ist ein gesetzlicher Wert, eine Ansicht des Amtes oder eine Regel.
    """

    vorlaeufig: bool = False
    recht: bool = False
    von_anfang_an: bool = False
    einkommen: bool = False


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """Eine Entscheidung, die in Betracht kommt. Beträge in Cent, bis zum laufenden Monat.

    Wo keine Norm in die Vergangenheit wirkt, bleibt es beim Bescheid (`moeglich` ist falsch).
    """

    korrektur: Korrektur
    beginn: date
    ende: date
    ueberzahlt: int
    nachzahlung: int
    text: str
    moeglich: bool = True

    @property
    def norm(self) -> str:
        return self.korrektur.norm

    @property
    def handlung(self) -> str:
        """Vorgang, der diese Entscheidung entwirft."""
        if self.korrektur is Korrektur.ENDGUELTIG:
            return "endgueltig_entscheiden"
        if self.korrektur is Korrektur.ZUGUNSTEN:
            return "ueberpruefen"
        return "aendern" if self.korrektur.value.startswith("48") else "zuruecknehmen"


def vorschlaege(
    paare: Mapping[Teil, tuple[int, int]], ursachen: Mapping[date, Ursache], leistung: str, heute: date
) -> tuple[Vorschlag, ...]:
    """Aufeinander folgende Monate mit derselben Norm werden ein Vorschlag."""
    je_monat: dict[date, int] = {}
    for teil, (alt, neu) in paare.items():
        je_monat[teil.monat] = je_monat.get(teil.monat, 0) + neu - alt
    gruppen: list[tuple[Korrektur, list[date]]] = []
    for monat in sorted(je_monat):
        korrektur = _korrektur(monat, je_monat[monat], ursachen[monat], heute)
        letzter = gruppen[-1][1][-1] if gruppen and gruppen[-1][0] is korrektur else None
        wirkt = _wirkt(korrektur, monat, heute)
        if letzter and monat_weiter(letzter, 1) == monat and _wirkt(korrektur, letzter, heute) == wirkt:
            gruppen[-1][1].append(monat)
        else:
            gruppen.append((korrektur, [monat]))
    return tuple(_vorschlag(k, m, je_monat, leistung, heute) for k, m in gruppen)


def _korrektur(monat: date, unterschied: int, ursache: Ursache, heute: date) -> Korrektur:
    if ursache.vorlaeufig:
        return Korrektur.ENDGUELTIG
    if unterschied >= 0:
        return Korrektur.ZUGUNSTEN if ursache.von_anfang_an else Korrektur.AENDERUNG_ZUGUNSTEN
    zukunft = monat >= zukunft_ab(heute)
    if ursache.von_anfang_an:
        # Hat das Amt das Recht falsch angewandt, ist Vertrauen geschützt: nur für die Zukunft.
        return Korrektur.RUECKNAHME_ZUKUNFT if zukunft or ursache.recht else Korrektur.RUECKNAHME_ANGABEN
    if zukunft or ursache.recht:
        return Korrektur.AENDERUNG_ZUKUNFT
    return Korrektur.AENDERUNG_EINKOMMEN if ursache.einkommen else Korrektur.AENDERUNG_MITTEILUNG


def _wirkt(korrektur: Korrektur, monat: date, heute: date) -> bool:
    """Ob die Norm diesen Monat noch erreicht."""
    return korrektur.regel.vergangenheit or monat >= zukunft_ab(heute)


def _vorschlag(
    korrektur: Korrektur, monate: list[date], je_monat: Mapping[date, int], leistung: str, heute: date
) -> Vorschlag:
    if not _wirkt(korrektur, monate[0], heute):
        text = (
            f"Für {_wann(monate)} bleibt es beim Bescheid: {korrektur.norm} wirkt nur für die Zukunft, "
            f"ab {zukunft_ab(heute):%m.%Y}."
        )
        return Vorschlag(korrektur, monate[0], monate[-1], 0, 0, text, moeglich=False)
    bis_heute = [je_monat[m] for m in monate if m <= heute.replace(day=1)]
    ueberzahlt = -sum(u for u in bis_heute if u < 0)
    nachzahlung = sum(u for u in bis_heute if u > 0)
    saetze = _saetze(korrektur, monate, leistung, heute, ueberzahlt, nachzahlung)
    return Vorschlag(korrektur, monate[0], monate[-1], ueberzahlt, nachzahlung, " ".join(saetze))


def _saetze(
    korrektur: Korrektur, monate: list[date], leistung: str, heute: date, ueberzahlt: int, nachzahlung: int
) -> Iterator[str]:
    yield f"Für {_wann(monate)} kommt in Betracht: {korrektur.norm} ({korrektur.regel.titel})."
    if nachzahlung:
        yield f"Bis heute fehlen {euro(nachzahlung)}."
    if ueberzahlt:
        yield f"Bis heute sind {euro(ueberzahlt)} zu viel zugesprochen; nach der Aufhebung zu erstatten (§ 50 SGB X)."
    ab = fruehester_monat(leistung, heute)
    if korrektur in (Korrektur.ZUGUNSTEN, Korrektur.AENDERUNG_ZUGUNSTEN) and monate[0] < ab:
        yield f"Nachgezahlt wird frühestens ab {ab:%m.%Y}."
    if korrektur.regel.belastet:
        yield "Vorher anhören (§ 24 Abs. 1 SGB X) oder eine Ausnahme benennen (§ 24 Abs. 2 SGB X)."
    if korrektur is Korrektur.RUECKNAHME_ANGABEN:
        yield "Für die Vergangenheit nur, wenn Vertrauen ausgeschlossen ist (§ 45 Abs. 2 Satz 3 SGB X)."
    if korrektur is Korrektur.AENDERUNG_MITTEILUNG:
        yield "Für die Vergangenheit nur bei verletzter Mitteilungspflicht; sonst nur für die Zukunft."


def _wann(monate: list[date]) -> str:
    return f"{monate[0]:%m.%Y}" + (f" bis {monate[-1]:%m.%Y}" if len(monate) > 1 else "")
