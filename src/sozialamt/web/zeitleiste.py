"""Tatsachen auf einer Zeitleiste: je Merkmal eine Zeile mit Balken für die Monate, in denen ein Wert gilt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import Person, Tatsache
from sozialamt.akte.monat import MONATE_IM_JAHR, monate
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Merkmal, Merkmalsart
from sozialamt.rechenkern.values import NIEMAND, anzeige

MONATE_DAVOR, MONATE_DANACH = 11, 12


@dataclass(frozen=True, slots=True)
class Balken:
    """Aufeinanderfolgende Monate mit demselben maßgeblichen Eintrag, als Anteil der Leiste."""

    start: int
    laenge: int
    text: str


@dataclass(frozen=True, slots=True)
class Zeile:
    """Ein Merkmal: was im gewählten Monat gilt und wie es sich über die Leiste verteilt."""

    merkmal: str
    titel: str
    wert: str
    gilt_ab: date | None
    gilt_bis: date | None
    erfasst: Tatsache | None
    balken: tuple[Balken, ...]
    verlauf: tuple[tuple[Tatsache, str], ...]


@dataclass(frozen=True, slots=True)
class Gruppe:
    titel: str
    zeilen: tuple[Zeile, ...]


@dataclass(frozen=True, slots=True)
class Leiste:
    """Alle Tatsachen einer Person oder des Haushalts."""

    person: Person | None
    gruppen: tuple[Gruppe, ...]


def wert_text(tatsache: Tatsache, merkmal: Merkmal | None, namen: Mapping[int, str]) -> str:
    """Wert, wie ihn ein Mensch liest; Verweise mit dem Namen der Person."""
    if tatsache.wert is None:
        return "keine Angabe mehr"
    if merkmal is None:
        return str(tatsache.wert)
    if merkmal.art is Merkmalsart.VERWEIS:
        return "niemand" if tatsache.wert == NIEMAND else namen.get(tatsache.wert, f"Person {tatsache.wert}")
    return anzeige(tatsache.wert, merkmal.einheit, merkmal.auswahl)


def achse(monat: date) -> list[date]:
    """Monate, die die Leiste zeigt."""
    index = monat.year * MONATE_IM_JAHR + monat.month - 1 - MONATE_DAVOR
    anfang = date(index // MONATE_IM_JAHR, index % MONATE_IM_JAHR + 1, 1)
    index += MONATE_DAVOR + MONATE_DANACH
    return monate(anfang, date(index // MONATE_IM_JAHR, index % MONATE_IM_JAHR + 1, 1))


def leisten(kenntnis: Kenntnis, monat: date) -> list[Leiste]:
    """Erst der Haushalt, dann jede Person, die je dazugehörte."""
    personen = list(dict.fromkeys(m.person for m in kenntnis.mitgliedschaften))
    namen = {p.pk: p.rufname for p in personen}
    eintraege: dict[int | None, dict[str, list[Tatsache]]] = {}
    for tatsache in kenntnis.tatsachen:
        eintraege.setdefault(tatsache.person_id, {}).setdefault(tatsache.merkmal, []).append(tatsache)
    monate_der_achse = achse(monat)
    return [
        Leiste(person, _gruppen(eintraege.get(person.pk if person else None, {}), monate_der_achse, monat, namen))
        for person in (None, *personen)
    ]


def _gruppen(
    je_merkmal: Mapping[str, list[Tatsache]], monate_der_achse: list[date], monat: date, namen: Mapping[int, str]
) -> tuple[Gruppe, ...]:
    bekannt = regelwerk().merkmale
    gruppen: dict[str, list[Zeile]] = {}
    for name in sorted(je_merkmal, key=lambda n: list(bekannt).index(n) if n in bekannt else len(bekannt)):
        merkmal = bekannt.get(name)
        zeile = _zeile(name, merkmal, je_merkmal[name], monate_der_achse, monat, namen)
        gruppen.setdefault(merkmal.gruppe if merkmal else "Nicht mehr gefragt", []).append(zeile)
    return tuple(Gruppe(titel, tuple(zeilen)) for titel, zeilen in gruppen.items())


def _zeile(  # noqa: PLR0913 - one row needs exactly these, all by position in one place
    name: str,
    merkmal: Merkmal | None,
    tatsachen: list[Tatsache],
    monate_der_achse: list[date],
    monat: date,
    namen: Mapping[int, str],
) -> Zeile:
    geltend = geltende_am(tatsachen, monat)
    return Zeile(
        merkmal=name,
        titel=merkmal.titel if merkmal else name,
        wert=wert_text(geltend, merkmal, namen) if geltend else "–",
        gilt_ab=geltend.gilt_ab if geltend else None,
        gilt_bis=geltend.gilt_bis if geltend else None,
        erfasst=geltend,
        balken=_balken(tatsachen, monate_der_achse, merkmal, namen),
        verlauf=tuple((t, wert_text(t, merkmal, namen)) for t in reversed(tatsachen)),
    )


def geltende_am(tatsachen: list[Tatsache], monat: date) -> Tatsache | None:
    """Die zuletzt eingetragene, die den Monat umfasst."""
    for tatsache in reversed(tatsachen):
        if tatsache.gilt_ab <= monat and (tatsache.gilt_bis is None or monat <= tatsache.gilt_bis):
            return tatsache
    return None


def _balken(
    tatsachen: list[Tatsache], monate_der_achse: list[date], merkmal: Merkmal | None, namen: Mapping[int, str]
) -> tuple[Balken, ...]:
    balken: list[Balken] = []
    vorige: Tatsache | None = None
    for i, monat in enumerate(monate_der_achse):
        geltend = geltende_am(tatsachen, monat)
        if geltend is not None and geltend.wert is not None:
            if geltend is vorige and balken:
                letzter = balken[-1]
                balken[-1] = Balken(letzter.start, letzter.laenge + 1, letzter.text)
            else:
                balken.append(Balken(i, 1, wert_text(geltend, merkmal, namen)))
        vorige = geltend
    return tuple(balken)
