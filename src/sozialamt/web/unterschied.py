"""Unterschiede zwischen dem, was gilt, und dem, was gelten soll, zum Zeigen: gleiche Monate zusammengefasst."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sozialamt.akte.models import Bescheidentwurf, Person
from sozialamt.akte.monat import monat_weiter
from sozialamt.akte.stand import Teil
from sozialamt.akte.vieraugen import unterschiede
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.zahlung import Kostentraeger


@dataclass(frozen=True, slots=True)
class Unterschied:
    """Eine Zeile der Tabelle: Person, Bestandteil und Träger über aufeinander folgende Monate."""

    von: date
    bis: date
    person: str
    bestandteil: str
    kostentraeger: str
    alt: int
    neu: int

    @property
    def differenz(self) -> int:
        """Im Monat, in Cent."""
        return self.neu - self.alt


def unterschiedsliste(entwurf: Bescheidentwurf) -> list[Unterschied]:
    """Was der Entwurf am Geld ändert."""
    return zeilen(unterschiede(entwurf), entwurf.leistung)


def zeilen(paare: Mapping[Teil, tuple[int, int]], leistung: str) -> list[Unterschied]:
    """Die Paare (bisher, künftig) je Teil als Tabelle."""
    namen = {p.pk: p.rufname for p in Person.objects.filter(pk__in={t.person_id for t in paare})}
    titel = steckbriefe()[leistung].bestandteil
    gruppen = sorted({(t.person_id, t.bestandteil, t.kostentraeger) for t in paare})
    ergebnis = []
    for person, bestandteil, traeger in gruppen:
        monate = [
            t for t in sorted(paare) if (t.person_id, t.bestandteil, t.kostentraeger) == (person, bestandteil, traeger)
        ]
        for von, bis, (alt, neu) in _zeitraeume([(t.monat, paare[t]) for t in monate]):
            wer, was = namen.get(person, ""), titel(bestandteil)
            ergebnis.append(Unterschied(von, bis, wer, was, Kostentraeger(traeger).titel, alt, neu))
    return ergebnis


def _zeitraeume(monate: Iterable[tuple[date, tuple[int, int]]]) -> list[tuple[date, date, tuple[int, int]]]:
    ergebnis: list[tuple[date, date, tuple[int, int]]] = []
    for monat, paar in monate:
        if ergebnis and ergebnis[-1][2] == paar and monat_weiter(ergebnis[-1][1], 1) == monat:
            ergebnis[-1] = (ergebnis[-1][0], monat, paar)
        else:
            ergebnis.append((monat, monat, paar))
    return ergebnis
