"""Legt das Beispielamt an: Benutzer, Haushalte, Tatsachen mit Verlauf und einige Bescheide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.berechnung import Zustand, berechne_alle
from sozialamt.akte.eingabe import lies_wert
from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Haushalt, Person, Schutzart
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.mitglied_aufnehmen import mitglied_aufnehmen
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen
from sozialamt.akte.vorgaenge.schutzvermerk_setzen import schutzvermerk_setzen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, tatsachen_eintragen
from sozialamt.akte.vorgaenge.zustaendigkeit_uebertragen import zustaendigkeit_uebertragen
from sozialamt.demo import namen
from sozialamt.demo.konten import PASSWORT, lege_konten_an
from sozialamt.demo.profile import Entwurf, Mensch, entwuerfe
from sozialamt.demo.zahlungen import lege_zahlungswege_an, zahle_aus
from sozialamt.leistungen import regelwerk

STARTWERT = 50
BEGINN = date(2026, 1, 1)
ANPASSUNG = date(2026, 7, 1)
MIETERHOEHUNG = date(2026, 5, 1)
ERFASST = datetime(2026, 1, 12, 9, 30, tzinfo=UTC)
MIETE_GEMELDET = datetime(2026, 5, 19, 10, 5, tzinfo=UTC)
RENTE_GEMELDET = datetime(2026, 7, 8, 8, 15, tzinfo=UTC)
ENTSCHIEDEN = datetime(2026, 7, 15, 11, 0, tzinfo=UTC)
GEZAHLT = datetime(2026, 7, 16, 8, 0, tzinfo=UTC)
BESCHEIDE, BESCHEID_VON, BESCHEID_BIS = 6, date(2026, 7, 1), date(2026, 12, 1)


@dataclass(frozen=True, slots=True)
class Beispielamt:
    """Was angelegt wurde."""

    haushalte: int
    personen: int
    bescheide: int
    anmeldung: tuple[str, str] = ("sachbearbeitung", PASSWORT)


@transaction.atomic
def anlegen(*, hoechstens: int | None = None) -> Beispielamt:
    """Erzeugt das Beispielamt; derselbe Startwert gibt dieselben Menschen."""
    wuerfel = Random(STARTWERT)  # noqa: S311 - invented people, not secrets
    alle = lege_konten_an()
    benutzer = alle["sachbearbeitung"]
    haushalte = [_haushalt(e, wuerfel, benutzer) for e in entwuerfe(wuerfel)[:hoechstens]]
    bescheide = _bescheide(haushalte, benutzer, alle["teamleitung"])
    if bescheide:
        lege_zahlungswege_an(haushalte, alle, BEGINN, ERFASST)
        zahle_aus(alle, BESCHEID_VON, GEZAHLT)
    _verteile(haushalte, alle)
    return Beispielamt(len(haushalte), Person.objects.filter(erzeugt=True).count(), bescheide)


def _verteile(haushalte: list[Haushalt], alle: dict[str, Benutzer]) -> None:
    """Jeder zehnte Haushalt gehört Team Süd, jeder zehnte hat eine Auskunftssperre. Zuletzt, wenn alles steht."""
    tag = timezone.localdate(ENTSCHIEDEN)
    sued = alle["sachbearbeitung_sued"]
    for haushalt in haushalte[7::10]:
        zustaendigkeit_uebertragen(
            benutzer=alle["teamleitung"],
            haushalt=haushalt,
            einheit=sued.haupteinheit,
            sachbearbeiter=sued,
            ab=tag,
            zeitpunkt=ENTSCHIEDEN,
        )
    for haushalt in haushalte[12::10]:
        schutzvermerk_setzen(
            benutzer=alle["sachbearbeitung"],
            ziel=haushalt,
            art=Schutzart.AUSKUNFTSSPERRE,
            grund="Mitteilung der Meldebehörde (erfunden)",
            von=tag,
            zeitpunkt=ENTSCHIEDEN,
        )


def _haushalt(entwurf: Entwurf, wuerfel: Random, benutzer: Benutzer) -> Haushalt:
    strasse = entwurf.anschrift or f"{wuerfel.choice(namen.STRASSEN)} {wuerfel.randint(1, 140)}"
    haushalt = haushalt_anlegen(
        benutzer=benutzer, strasse=strasse, plz=namen.PLZ, ort=namen.ORT, erzeugt=True, zeitpunkt=ERFASST
    )
    nachname = wuerfel.choice(namen.NACHNAMEN)
    personen = [_person(mensch, nachname, wuerfel, haushalt, benutzer) for mensch in entwurf.menschen]
    angaben = [_angabe(name, text, nachweis="Mietvertrag") for name, text in entwurf.haushalt.items()]
    for mensch, person in zip(entwurf.menschen, personen, strict=True):
        angaben += [_angabe(name, text, person=person) for name, text in mensch.angaben.items()]
        angaben += [Angabe(name, personen[i].pk, BEGINN, None, "", person) for name, i in mensch.verweise.items()]
        if mensch.rente:
            angaben.append(Angabe("rente_gesetzlich", mensch.rente[0], BEGINN, None, "Rentenbescheid 2025", person))
    tatsachen_eintragen(benutzer=benutzer, haushalt=haushalt, angaben=angaben, zeitpunkt=ERFASST)
    _verlauf(entwurf, haushalt, personen, benutzer)
    return haushalt


def _person(mensch: Mensch, nachname: str, wuerfel: Random, haushalt: Haushalt, benutzer: Benutzer) -> Person:
    weiblich = mensch.angaben.get("geschlecht") == "weiblich"
    auswahl = namen.VORNAMEN_FRAUEN if weiblich else namen.VORNAMEN_MAENNER
    person = person_anlegen(
        benutzer=benutzer,
        vorname=wuerfel.choice(namen.VORNAMEN_KINDER if mensch.art == "kind" else auswahl),
        nachname=nachname,
        geburtsdatum=mensch.geboren,
        trotz_dublette=True,
        erzeugt=True,
        zeitpunkt=ERFASST,
    )
    mitglied_aufnehmen(benutzer=benutzer, haushalt=haushalt, person=person, von=BEGINN, zeitpunkt=ERFASST)
    return person


def _verlauf(entwurf: Entwurf, haushalt: Haushalt, personen: list[Person], benutzer: Benutzer) -> None:
    """Was sich im Lauf des Jahres änderte: höhere Miete, angepasste Rente."""
    if entwurf.miete_erhoeht:
        miete = _angabe("miete_bruttokalt", entwurf.miete_erhoeht, nachweis="Mieterhöhung vom 10.03.2026")
        miete = Angabe(miete.merkmal, miete.wert, MIETERHOEHUNG, None, miete.nachweis)
        tatsachen_eintragen(benutzer=benutzer, haushalt=haushalt, angaben=[miete], zeitpunkt=MIETE_GEMELDET)
    renten = [
        Angabe("rente_gesetzlich", mensch.rente[1], ANPASSUNG, None, "Rentenanpassung 2026", person)
        for mensch, person in zip(entwurf.menschen, personen, strict=True)
        if mensch.rente
    ]
    if renten:
        tatsachen_eintragen(benutzer=benutzer, haushalt=haushalt, angaben=renten, zeitpunkt=RENTE_GEMELDET)


def _angabe(name: str, text: str, *, person: Person | None = None, nachweis: str = "") -> Angabe:
    wert = lies_wert(regelwerk().merkmale[name], text)
    if isinstance(wert, Mangel):
        raise AngabenFehler([wert])
    return Angabe(name, wert, BEGINN, None, nachweis, person)


def _bescheide(haushalte: list[Haushalt], benutzer: Benutzer, freigabe: Benutzer) -> int:
    """Einige erlassene Bescheide, damit Akten auch eine Vorgeschichte haben; entworfen und freigegeben von zweien."""
    erlassen = 0
    for haushalt in haushalte:
        if erlassen >= BESCHEIDE:
            break
        for ergebnis in berechne_alle(bilde_fall(haushalt, BESCHEID_BIS)):
            if ergebnis.zustand is Zustand.ANSPRUCH:
                entwurf = bescheid_entwerfen(
                    benutzer=benutzer,
                    haushalt=haushalt,
                    leistung=ergebnis.steckbrief.schluessel,
                    beginn=BESCHEID_VON,
                    ende=BESCHEID_BIS,
                    zeitpunkt=ENTSCHIEDEN,
                )
                bescheid_erlassen(benutzer=freigabe, entwurf=entwurf, zeitpunkt=ENTSCHIEDEN)
                erlassen += 1
                break
    return erlassen
