import pytest
from tests.kasse.bausteine import Uhr, haushalt, konto

from sozialamt.akte.models import Benutzer, Haushalt, Person


@pytest.fixture
def uhr() -> Uhr:
    return Uhr()


@pytest.fixture
def sach(db: None) -> Benutzer:
    return konto("sach", "sachbearbeitung")


@pytest.fixture
def kasse(db: None) -> Benutzer:
    return konto("kasse", "kasse")


@pytest.fixture
def team(db: None) -> Benutzer:
    return konto("team", "teamleitung")


@pytest.fixture
def akte_und_person(db: None) -> tuple[Haushalt, Person]:
    return haushalt()


@pytest.fixture
def akte(akte_und_person: tuple[Haushalt, Person]) -> Haushalt:
    return akte_und_person[0]


@pytest.fixture
def jorg(akte_und_person: tuple[Haushalt, Person]) -> Person:
    return akte_und_person[1]
