"""Offene Posten eines Haushalts auf seine Zahlungswege verteilen: Dritte zuerst, der Rest an den Haushalt. Ohne
Datenbank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sozialamt.kasse.abgleich import Posten
from sozialamt.kasse.models import Empfaengerart, Zahlungsweg

LEISTUNG, MONAT, BESTANDTEIL = 1, 2, 4


def geltende_wege(wege: Iterable[Zahlungsweg]) -> list[Zahlungsweg]:
    """Je Platz der zuletzt erfasste Weg; Dritte vor dem Haushalt, das Genauere vor dem Allgemeinen."""
    je_platz: dict[tuple[str, ...], Zahlungsweg] = {}
    for weg in sorted(wege, key=lambda w: (w.erfasst_am, w.pk)):
        je_platz[weg.platz] = weg
    return sorted(je_platz.values(), key=_rang)


def _rang(weg: Zahlungsweg) -> tuple[bool, bool, bool, int]:
    return (weg.empfaenger == Empfaengerart.HAUSHALT, not weg.bestandteil, not weg.leistung, weg.pk)


def verteile(
    offene: Sequence[Posten],
    wege: Sequence[Zahlungsweg],
    schon_gezahlt: Mapping[tuple[int, date], int],
) -> dict[int, list[Posten]]:
    """Posten je Zahlungsweg (Nummer). `schon_gezahlt` mindert den Höchstbetrag je Weg und Leistungsmonat.

    Was auf keinen Weg passt, bleibt offen und erscheint in der Liste ohne Zahlungsweg.
    """
    if len(wege) == 1 and wege[0].nimmt_alles:
        return {wege[0].pk: list(offene)} if offene else {}
    rest = dict(offene)
    ergebnis: dict[int, list[Posten]] = {}
    for weg in wege:
        noch: dict[date, int] = {}
        for schluessel, offen in rest.items():
            if not offen or not weg.passt(str(schluessel[LEISTUNG]), str(schluessel[BESTANDTEIL])):
                continue
            monat = schluessel[MONAT]
            assert isinstance(monat, date)  # noqa: S101 - the third part of every key
            if weg.hoechstbetrag is None:
                cent = offen
            else:
                grenze = noch.setdefault(monat, max(weg.hoechstbetrag - schon_gezahlt.get((weg.pk, monat), 0), 0))
                cent = min(offen, grenze)
                noch[monat] -= cent
            if cent:
                rest[schluessel] -= cent
                ergebnis.setdefault(weg.pk, []).append((schluessel, cent))
    return ergebnis
