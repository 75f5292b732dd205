"""Suche: Wortanfänge, Umlaute in jeder Schreibweise, Geburtsdatum, Anschrift, Aktenzeichen."""

from datetime import date

import pytest
from tests.akte.bausteine import neue_person
from tests.akte.bausteine_schutz import vermerk

from sozialamt.akte.models import Haushalt, Person, Suchwort
from sozialamt.akte.phonetik import klang
from sozialamt.akte.suchwoerter import falte, woerter

HEUTE = date(2026, 11, 1)


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
    assert list(Person.objects.suche(anfrage, HEUTE)) == [anna]


def test_findet_ueber_das_aktenzeichen(anna, haushalt):
    assert list(Person.objects.suche(haushalt.aktenzeichen, HEUTE)) == [anna]


@pytest.mark.parametrize("anfrage", ["", "   ", "%", "Meier", "Müller Bert", "üllerstraße", "'; DROP TABLE"])
def test_findet_nichts_was_nicht_passt(anna, anfrage):
    assert list(Person.objects.suche(anfrage, HEUTE)) == []


def test_treffer_sind_nach_namen_geordnet_und_kommen_einmal(sachbearbeitung, haushalt, anna):
    zwei = neue_person(sachbearbeitung, haushalt, "Ärne Müller", date(1990, 1, 1))
    assert list(Person.objects.suche("mül", HEUTE)) == [anna, zwei]


@pytest.mark.parametrize(
    ("eins", "zwei"), [("Strauß", "STRAUSS"), ("Søren", "Sören"), ("Yıldız", "Yildiz"), ("é", "E")]
)
def test_gleich_gefaltet(eins, zwei):
    assert falte(eins) == falte(zwei)


@pytest.mark.parametrize(
    ("wort", "code"),
    [
        ("Müller-Lüdenscheidt", "65752682"),
        ("Wikipedia", "3412"),
        ("Breschnew", "17863"),
        ("Meyer", "67"),
        ("Maier", "67"),
        ("Schmidt", "862"),
        ("Philipp", "351"),
        ("Xaver", "4837"),
        ("Christoph", "47823"),
        ("Heinz", "068"),
        ("123", ""),
    ],
)
def test_koelner_phonetik_nach_den_beispielen_des_verfahrens(wort, code):
    assert klang(wort) == code


@pytest.mark.parametrize("anfrage", ["Miller", "Mueler Anna", "anna müler 14.03.1955", "Ana Müller"])
def test_findet_was_gleich_klingt(anna, anfrage):
    assert list(Person.objects.suche(anfrage, HEUTE)) == [anna]


def test_genaues_steht_vor_gleich_klingendem(sachbearbeitung, haushalt, anna):
    genau = neue_person(sachbearbeitung, haushalt, "Zoe Miller", date(1990, 1, 1))
    treffer = Person.objects.suche("miller", HEUTE).order_by("rang", "name_gefaltet")
    assert [(p, p.rang) for p in treffer] == [(genau, 0), (anna, 1)]


def test_sehr_kurze_woerter_werden_nicht_nach_klang_gesucht(sachbearbeitung, haushalt):
    neue_person(sachbearbeitung, haushalt, "Bo Ay", date(1990, 1, 1))
    assert not Person.objects.suche("po", HEUTE).exists()


def test_ein_einziger_laut_genuegt_nicht(sachbearbeitung, haushalt):
    noah = neue_person(sachbearbeitung, haushalt, "Noah Ay", date(1990, 1, 1))
    assert not Person.objects.suche("mei", HEUTE).exists()
    assert list(Person.objects.suche("noa", HEUTE)) == [noah]


@pytest.mark.parametrize("anfrage", ["Mühlenweg 3", "12345 Musterstadt", "anna", "Miller", "50-000", "anna mühlenweg"])
def test_haushalte_findet_man_ueber_anschrift_aktenzeichen_und_mitglied(haushalt, anna, anfrage):
    assert list(Haushalt.objects.suche(anfrage, HEUTE)) == [haushalt]


def test_eine_geschuetzte_anschrift_findet_niemand(haushalt, anna, sachbearbeitung):
    vermerk(anna, "auskunftssperre", sachbearbeitung)
    for anfrage in ("Mühlenweg", "12345", "anna mühlenweg"):
        assert not Person.objects.suche(anfrage, HEUTE).exists()
        assert not Haushalt.objects.suche(anfrage, HEUTE).exists()
    assert list(Haushalt.objects.suche(f"müller {haushalt.aktenzeichen}", HEUTE)) == [haushalt]


def test_sehr_kurze_woerter_passen_nur_ganz(haushalt, anna):
    assert list(Haushalt.objects.suche("mühlenweg 3", HEUTE)) == [haushalt]
    assert not Haushalt.objects.suche("mü", HEUTE).exists()


def test_ein_aktenzeichen_ist_ein_wort_und_seine_nummer_auch_allein_zu_finden(haushalt):
    assert list(Haushalt.objects.suche(haushalt.aktenzeichen.removeprefix("50-"), HEUTE)) == [haushalt]
    assert not Haushalt.objects.suche("50", HEUTE).exists()
    assert woerter("Akte 50-012345, Weg 12-14") == ["akte", "50012345", "weg", "12", "14"]


def test_eine_iban_ist_ein_wort_auch_mit_leerzeichen(haushalt, anna):
    assert woerter("Konto DE02 1203 0000 0000 2020 51") == ["konto", "de02120300000000202051"]
    Suchwort.objects.create(wort="de02120300000000202051", art="iban", person=anna)
    assert list(Person.objects.suche("DE02 1203 0000 0000 2020 51", HEUTE)) == [anna]
    assert list(Person.objects.suche("de021203", HEUTE)) == [anna]
