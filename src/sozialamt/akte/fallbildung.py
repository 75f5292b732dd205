"""Aus der Akte wird ein Fall für den Rechenkern: Haushalt, Monat und Kenntnisstand.

`Kenntnis` liest einmal alles, was zu einem Zeitpunkt bekannt war (eine Abfrage), und bildet daraus den Fall für
beliebig viele Monate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sozialamt.akte.einstellungen import geltende, wahlen
from sozialamt.akte.geschichte import lies_geschichte
from sozialamt.akte.models import Einstellungswahl, Haushalt, Mitgliedschaft, Person, Tatsache
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Fall, Merkmalsart
from sozialamt.rechenkern.values import NIEMAND


def personenschluessel(person_id: int) -> str:
    """Schlüssel einer Person in Fall und Spur."""
    return f"p{person_id}"


@dataclass(frozen=True)
class Fallbild:
    """Der Fall eines Monats und die Menschen hinter den Schlüsseln."""

    monat: date
    fall: Fall
    personen: Mapping[str, Person]

    @property
    def namen(self) -> dict[str, str]:
        return {schluessel: person.rufname for schluessel, person in self.personen.items()}


@dataclass(frozen=True)
class Kenntnis:
    """Was zu einem Zeitpunkt über einen Haushalt bekannt war, über alle Monate."""

    haushalt: Haushalt
    mitgliedschaften: tuple[Mitgliedschaft, ...]
    tatsachen: tuple[Tatsache, ...]
    einstellungen: tuple[Einstellungswahl, ...] = ()

    @classmethod
    def lade(cls, haushalt: Haushalt, gewusst_am: datetime | None = None) -> Kenntnis:
        """Eine Abfrage, gleich wie groß der Haushalt ist."""
        gelesen = lies_geschichte(haushalt, gewusst_am)
        return cls(haushalt, gelesen.mitgliedschaften, gelesen.tatsachen, gelesen.wahlen)

    def mit(self, tatsachen: Iterable[Tatsache]) -> Kenntnis:
        """Dieselbe Akte, als wären diese noch nicht gespeicherten Tatsachen schon eingetragen."""
        return replace(self, tatsachen=(*self.tatsachen, *tatsachen))

    @property
    def stand(self) -> datetime | None:
        """Zeitpunkt des jüngsten Eintrags."""
        return max((e.erfasst_am for e in (*self.tatsachen, *self.mitgliedschaften)), default=None)

    def mitglieder(self, monat: date) -> list[Person]:
        """Wer in diesem Monat zum Haushalt gehört, in der Reihenfolge der Aufnahme."""
        da = (m.person for m in self.mitgliedschaften if m.von <= monat and (m.bis is None or monat <= m.bis))
        return list(dict.fromkeys(da))

    def geltende(self, monat: date) -> dict[tuple[int | None, str], Tatsache]:
        """Je Person (None: Haushalt) und Merkmal die maßgebliche Tatsache des Monats."""
        passende = (t for t in self.tatsachen if t.gilt_ab <= monat and (t.gilt_bis is None or monat <= t.gilt_bis))
        return {(t.person_id, t.merkmal): t for t in passende}

    def fall(self, monat: date) -> Fallbild:
        """Fall des Monats; Merkmale, die das Recht nicht mehr kennt, bleiben in der Akte und rechnen nicht mit."""
        personen = self.mitglieder(monat)
        return Fallbild(
            monat=monat,
            fall=replace(
                _fall(self.haushalt, personen, self.geltende(monat).values()),
                einstellungen=geltende(self.einstellungen, monat),
            ),
            personen={personenschluessel(p.pk): p for p in personen},
        )


def bilde_fall(haushalt: Haushalt, monat: date, gewusst_am: datetime | None = None) -> Fallbild:
    """Fall eines einzelnen Monats. „Was wussten wir am Tag X über den Monat M“ beantwortet eine Abfrage."""
    mitgliedschaften = haushalt.mitgliedschaften.gewusst_am(gewusst_am).im_monat(monat).select_related("person")
    personen = list(dict.fromkeys(m.person for m in mitgliedschaften.order_by("reihenfolge", "id")))
    tatsachen = (
        Tatsache.objects.von(haushalt_id=haushalt.pk, personen=[p.pk for p in personen])
        .gewusst_am(gewusst_am)
        .im_monat(monat)
        .massgeblich()
    )
    return Fallbild(
        monat=monat,
        fall=replace(_fall(haushalt, personen, tatsachen), einstellungen=geltende(wahlen(gewusst_am), monat)),
        personen={personenschluessel(p.pk): p for p in personen},
    )


def _fall(haushalt: Haushalt, personen: list[Person], tatsachen: Iterable[Tatsache]) -> Fall:
    bekannt = regelwerk().merkmale
    position = {person.pk: i for i, person in enumerate(personen)}
    des_haushalts: dict[str, int] = {}
    der_personen: dict[int, dict[str, int]] = {person.pk: {} for person in personen}
    for tatsache in tatsachen:
        merkmal = bekannt.get(tatsache.merkmal)
        if merkmal is None or tatsache.wert is None:
            continue
        wert = tatsache.wert
        if merkmal.art is Merkmalsart.VERWEIS:
            wert = position.get(wert, NIEMAND)
        if tatsache.person_id is None:
            des_haushalts[merkmal.name] = wert
        elif tatsache.person_id in der_personen:
            der_personen[tatsache.person_id][merkmal.name] = wert
    return Fall(
        haushalt=des_haushalts,
        personen={personenschluessel(pk): angaben for pk, angaben in der_personen.items()},
        titel=haushalt.aktenzeichen,
    )
