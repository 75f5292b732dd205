"""The calculation sheets of the two benefits add up and ask for nothing beyond the calculation."""

import pytest
from tests.leistungen.sozialhilfe_beispiele import beispiele

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.bogen import berechnungsbogen
from sozialamt.rechenkern import erklaere
from sozialamt.recht.fall import aus_dict

LEISTUNGEN = ("hilfe_zum_lebensunterhalt", "grundsicherung_alter_erwerbsminderung")
BEISPIELE = [b for leistung in LEISTUNGEN for b in beispiele(leistung)]


@pytest.mark.parametrize("leistung", LEISTUNGEN)
@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_der_berechnungsbogen_geht_fuer_jeden_fall_auf(leistung, beispiel):
    werk, steckbrief = regelwerk(), steckbriefe()[leistung]
    fall = aus_dict({k: v for k, v in beispiel.items() if k not in ("erwartet", "kenntnis")}, werk)
    bogen = berechnungsbogen(erklaere(fall.fall(), steckbrief.regelnamen(), fall.monat, werk), steckbrief)
    assert [teil.titel for teil in bogen.teile if not teil.geht_auf] == []
    assert bogen.anspruch_gesamt == sum(bogen.anspruch)
