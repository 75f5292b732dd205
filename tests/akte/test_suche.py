"""Suche: Wortanfänge, Umlaute in jeder Schreibweise, Geburtsdatum, Anschrift, Aktenzeichen."""

from datetime import date

import pytest
from tests.akte.bausteine import neue_person

from sozialamt.akte.models import Person
from sozialamt.akte.suchwoerter import falte


@pytest.mark.parametrize(
    "anfrage",
    [
        "Müller",
        "mueller",
        "MULLER",
        "anna mül",
        "Mül Ann",
        "14.03.1955",
        "müller 14.3.1955",
        "Mühlenweg",
        "muehlenw 3 anna",
        "12345 Musterstadt müller",
    ],
)
def test_findet_unter_jeder_schreibweise(anna, anfrage):
    assert list(Person.objects.suche(anfrage)) == [anna]


def test_findet_ueber_das_aktenzeichen(anna, haushalt):
    assert list(Person.objects.suche(haushalt.aktenzeichen)) == [anna]


@pytest.mark.parametrize("anfrage", ["", "   ", "%", "Meier", "Müller Bert", "üllerstraße", "'; DROP TABLE"])
def test_findet_nichts_was_nicht_passt(anna, anfrage):
    assert list(Person.objects.suche(anfrage)) == []


def test_treffer_sind_nach_namen_geordnet_und_kommen_einmal(sachbearbeitung, haushalt, anna):
    zwei = neue_person(sachbearbeitung, haushalt, "Ärne Müller", date(1990, 1, 1))
    assert list(Person.objects.suche("mül")) == [anna, zwei]


@pytest.mark.parametrize(
    ("eins", "zwei"), [("Strauß", "STRAUSS"), ("Søren", "Sören"), ("Yıldız", "Yildiz"), ("é", "E")]
)
def test_gleich_gefaltet(eins, zwei):
    assert falte(eins) == falte(zwei)
