"""Was Tests der Akte und der Bildschirme gemeinsam brauchen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sozialamt.akte.models import Benutzer, Haushalt, Person, Rollenzuweisung
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.mitglied_aufnehmen import mitglied_aufnehmen
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, tatsachen_eintragen

JANUAR, FEBRUAR, MAI, NOVEMBER = (date(2026, m, 1) for m in (1, 2, 5, 11))
ANFANG = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)
GRUNDSICHERUNG = "grundsicherung_alter_erwerbsminderung"


def benutzer_mit(rolle: str) -> Benutzer:
    konto = Benutzer.objects.create(username=rolle)
    Rollenzuweisung.objects.create(benutzer=konto, rolle=rolle)
    return konto


def zweite_person() -> Benutzer:
    """Wer freigibt, was die Sachbearbeitung entworfen hat."""
    vorhanden = Benutzer.objects.filter(username="teamleitung").first()
    return vorhanden or benutzer_mit("teamleitung")


def neue_person(benutzer: Benutzer, haushalt: Haushalt, name: str, geboren: date) -> Person:
    vorname, nachname = name.split(" ", 1)
    person = person_anlegen(
        benutzer=benutzer, vorname=vorname, nachname=nachname, geburtsdatum=geboren, zeitpunkt=ANFANG
    )
    mitglied_aufnehmen(benutzer=benutzer, haushalt=haushalt, person=person, von=JANUAR, zeitpunkt=ANFANG)
    return person


def eintragen(benutzer: Benutzer, haushalt: Haushalt, *angaben: Angabe, zeitpunkt: datetime = ANFANG) -> None:
    tatsachen_eintragen(benutzer=benutzer, haushalt=haushalt, angaben=angaben, zeitpunkt=zeitpunkt)


@pytest.fixture
def sachbearbeitung(db: None) -> Benutzer:
    return benutzer_mit("sachbearbeitung")


@pytest.fixture
def teamleitung(db: None) -> Benutzer:
    return zweite_person()


@pytest.fixture
def leitung(db: None) -> Benutzer:
    return benutzer_mit("leitung")


@pytest.fixture
def haushalt(sachbearbeitung: Benutzer) -> Haushalt:
    return haushalt_anlegen(
        benutzer=sachbearbeitung, strasse="Mühlenweg 3", plz="12345", ort="Musterstadt", zeitpunkt=ANFANG
    )


@pytest.fixture
def anna(sachbearbeitung: Benutzer, haushalt: Haushalt) -> Person:
    return neue_person(sachbearbeitung, haushalt, "Anna Müller", date(1955, 3, 14))


@pytest.fixture
def rentnerin(sachbearbeitung: Benutzer, haushalt: Haushalt, anna: Person) -> Person:
    """Anna mit Miete, Heizung und kleiner Rente."""
    eintragen(
        sachbearbeitung,
        haushalt,
        Angabe("wohnform", 0, JANUAR),
        Angabe("miete_bruttokalt", 42000, JANUAR),
        Angabe("heizkosten", 6000, JANUAR),
        Angabe("mietstufe", 4, JANUAR),
        Angabe("rente_gesetzlich", 50000, JANUAR, person=anna),
    )
    return anna
