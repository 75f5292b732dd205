"""Der Überblick über einen Haushalt aus der Akte: dasselbe Bild wie `sozialamt berechne --alle`, mit Namen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sozialamt.akte.fallbildung import Fallbild
from sozialamt.akte.models import Person
from sozialamt.akte.monat import monatsschluessel
from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.ueberblick import Ueberblick, ueberblick
from sozialamt.rechenkern import Fall, KeinWert
from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.values import Datum

GEMERKT = 256
"""So viele Bilder merkt sich ein Prozess: Gleiche Angaben geben immer dasselbe Bild, das Recht wechselt nur mit ihm."""

Angaben = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Haushaltsbild:
    """Überblick eines Monats, in dem Menschen mit Namen stehen; `personen` führt von dort zur Akte.

    Ohne Überblick gehört niemand zum Haushalt, oder der Monat hat kein Recht (`kein_recht` nennt den fehlenden Wert).
    """

    ueberblick: Ueberblick | None
    personen: Mapping[str, Person]
    kein_recht: str = ""


def haushaltsbild(bild: Fallbild, *, mit_gegenprobe: bool = False) -> Haushaltsbild:
    """Alle Leistungen des Monats; mit Gegenprobe auch, welche Angabe eine Ablehnung ändern würde (langsam)."""
    personen = dict(zip(_anzeigenamen(bild), bild.personen.values(), strict=True))
    if not personen:
        return Haushaltsbild(None, personen)
    fall = bild.fall
    angaben = zip(personen, (tuple(a.items()) for a in fall.personen.values()), strict=True)
    monat = datum_aus_iso(monatsschluessel(bild.monat))
    try:
        fertig = _gerechnet(
            (fall.titel, tuple(fall.haushalt.items()), tuple(angaben), tuple(fall.einstellungen.items())),
            monat,
            mit_gegenprobe=mit_gegenprobe,
        )
    except KeinWert as fehler:
        return Haushaltsbild(None, personen, str(fehler))
    return Haushaltsbild(fertig, personen)


@lru_cache(maxsize=GEMERKT)
def _gerechnet(
    fall: tuple[str, Angaben, tuple[tuple[str, Angaben], ...], Angaben], monat: Datum, *, mit_gegenprobe: bool
) -> Ueberblick:
    """Der Überblick zu Angaben, die als Schlüssel taugen."""
    titel, haushalt, personen, einstellungen = fall
    angaben = {name: dict(werte) for name, werte in personen}
    return ueberblick(
        Fall(dict(haushalt), angaben, dict(einstellungen), titel), monat, regelwerk(), mit_gegenprobe=mit_gegenprobe
    )


def _anzeigenamen(bild: Fallbild) -> list[str]:
    """Rufnamen; heißen zwei gleich, unterscheidet sie das Geburtsdatum, zuletzt die Nummer."""
    namen = list(bild.namen.values())
    for genauer in ("{0.rufname} (* {0.geburtsdatum:%d.%m.%Y})", "{0.rufname} (Nr. {0.pk})"):
        haeufig = Counter(namen)
        namen = [
            genauer.format(person) if haeufig[name] > 1 else name
            for name, person in zip(namen, bild.personen.values(), strict=True)
        ]
    return namen
