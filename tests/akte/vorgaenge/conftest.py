import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, anna, benutzer_mit, haushalt, leitung, rentnerin, sachbearbeitung
from tests.akte.vorgaenge.bausteine import HEUTE

from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen

__all__ = ["anna", "haushalt", "leitung", "rentnerin", "sachbearbeitung"]


@pytest.fixture
def teamleitung(db):
    return benutzer_mit("teamleitung")


@pytest.fixture
def antrag(sachbearbeitung, haushalt, rentnerin):
    return antrag_aufnehmen(
        benutzer=sachbearbeitung,
        haushalt=haushalt,
        leistung=GRUNDSICHERUNG,
        eingang=HEUTE.date(),
        zeitpunkt=HEUTE,
    )
