"""Der Überblick aus der Akte: dasselbe wie aus einer Falldatei, mit Namen statt Schlüsseln."""

from datetime import date

import pytest
from tests.akte.bausteine import JANUAR, NOVEMBER, eintragen, neue_person

from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.ueberblick import haushaltsbild
from sozialamt.akte.vorgaenge.mitglied_aufnehmen import mitglied_aufnehmen
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.ueberblick import ueberblick

pytestmark = pytest.mark.django_db


def test_die_akte_zeigt_dieselben_betraege_wie_der_befehl(haushalt, rentnerin):
    fall = bilde_fall(haushalt, NOVEMBER)
    aus_der_akte = haushaltsbild(fall).ueberblick
    aus_dem_fall = ueberblick(fall.fall, 20261101, regelwerk(), mit_gegenprobe=False)
    assert aus_der_akte.summe == aus_dem_fall.summe > 0
    assert [(p.leistung, p.betrag, p.verhaeltnis) for p in aus_der_akte.posten] == [
        (p.leistung, p.betrag, p.verhaeltnis) for p in aus_dem_fall.posten
    ]


def test_menschen_stehen_mit_namen_da_und_fuehren_zur_akte(haushalt, rentnerin):
    bild = haushaltsbild(bilde_fall(haushalt, NOVEMBER))
    assert bild.ueberblick.personen == ("Anna Müller",)
    assert bild.personen["Anna Müller"] == rentnerin


def test_gleiche_namen_unterscheidet_das_geburtsdatum_und_zuletzt_die_nummer(sachbearbeitung, haushalt, anna):
    neue_person(sachbearbeitung, haushalt, "Anna Müller", date(1980, 1, 2))
    drilling = person_anlegen(
        benutzer=sachbearbeitung, vorname="Anna", nachname="Müller", geburtsdatum=date(1980, 1, 2), trotz_dublette=True
    )
    mitglied_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, person=drilling, von=JANUAR)
    namen = list(haushaltsbild(bilde_fall(haushalt, NOVEMBER)).personen)
    assert namen[0] == "Anna Müller (* 14.03.1955)"
    assert namen[2] == f"Anna Müller (Nr. {drilling.pk})" and len(set(namen)) == 3


def test_verweise_bleiben_beim_richtigen_menschen(sachbearbeitung, haushalt, rentnerin):
    karl = neue_person(sachbearbeitung, haushalt, "Karl Müller", date(1950, 5, 1))
    eintragen(sachbearbeitung, haushalt, Angabe("partner", karl.pk, JANUAR, person=rentnerin))
    eintragen(sachbearbeitung, haushalt, Angabe("partner", rentnerin.pk, JANUAR, person=karl))
    wohngeld = next(
        p for p in haushaltsbild(bilde_fall(haushalt, NOVEMBER)).ueberblick.posten if p.leistung == "wohngeld"
    )
    assert wohngeld.personen == ("Anna Müller", "Karl Müller")


def test_ein_monat_ohne_recht_und_ein_leerer_haushalt_haben_keinen_ueberblick(haushalt, rentnerin):
    ohne_recht = haushaltsbild(bilde_fall(haushalt, date(2035, 1, 1)))
    assert ohne_recht.ueberblick is None and "2035-01" in ohne_recht.kein_recht
    leer = haushaltsbild(bilde_fall(haushalt, date(2020, 1, 1)))
    assert leer.ueberblick is None and not leer.personen and not leer.kein_recht
