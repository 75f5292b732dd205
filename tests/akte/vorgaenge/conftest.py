import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, anna, haushalt, leitung, rentnerin, sachbearbeitung, teamleitung
from tests.akte.vorgaenge.bausteine import HEUTE

from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen

__all__ = ["anna", "haushalt", "leitung", "rentnerin", "sachbearbeitung", "teamleitung"]


@pytest.fixture
def antrag(sachbearbeitung, haushalt, rentnerin):
    return antrag_aufnehmen(
        benutzer=sachbearbeitung,
        haushalt=haushalt,
        leistung=GRUNDSICHERUNG,
        eingang=HEUTE.date(),
        zeitpunkt=HEUTE,
    )
