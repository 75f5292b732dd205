"""Verlauf der Tatsachen in Sätzen: was sich wann geändert hat, von welchem Wert auf welchen, mit Nachweis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import Tatsache
from sozialamt.akte.monat import monat_weiter
from sozialamt.leistungen import regelwerk
from sozialamt.web.zeitleiste import geltende_am, wert_text

HOECHSTENS = 40
"""So viele Änderungen zeigt die Seite; die Balken darunter zeigen alle."""


@dataclass(frozen=True, slots=True)
class Aenderung:
    """Ab diesem Monat gilt etwas anderes. `alt` ist leer, wenn vorher nichts bekannt war."""

    monat: date
    wer: str
    titel: str
    alt: str
    neu: str
    tatsache: Tatsache | None


def verlauf(kenntnis: Kenntnis) -> list[tuple[date, list[Aenderung]]]:
    """Je Monat, was sich in ihm ändert, der jüngste zuerst; nur was nach heutigem Wissen gilt."""
    personen = {m.person.pk: m.person.rufname for m in kenntnis.mitgliedschaften}
    je_stelle: dict[tuple[int | None, str], list[Tatsache]] = {}
    for tatsache in kenntnis.tatsachen:
        je_stelle.setdefault((tatsache.person_id, tatsache.merkmal), []).append(tatsache)
    alle = [a for stelle, eintraege in je_stelle.items() for a in _einer(stelle, eintraege, personen)]
    je_monat: dict[date, list[Aenderung]] = {}
    for aenderung in sorted(alle, key=lambda a: a.monat, reverse=True)[:HOECHSTENS]:
        je_monat.setdefault(aenderung.monat, []).append(aenderung)
    return list(je_monat.items())


def _einer(
    stelle: tuple[int | None, str], eintraege: list[Tatsache], personen: Mapping[int, str]
) -> Iterator[Aenderung]:
    """Wechsel eines Merkmals; der erste Wert überhaupt ist keiner."""
    wem, name = stelle
    merkmal = regelwerk().merkmale.get(name)
    grenzen = {t.gilt_ab for t in eintraege} | {monat_weiter(t.gilt_bis, 1) for t in eintraege if t.gilt_bis}
    vorher: str | None = None
    for monat in sorted(grenzen):
        geltend = geltende_am(eintraege, monat)
        neu = wert_text(geltend, merkmal, personen) if geltend and geltend.wert is not None else ""
        if vorher is not None and neu != vorher:
            wer = personen.get(wem, "früheres Mitglied") if wem is not None else "Haushalt"
            yield Aenderung(monat, wer, merkmal.titel if merkmal else name, vorher, neu, geltend)
        vorher = neu
