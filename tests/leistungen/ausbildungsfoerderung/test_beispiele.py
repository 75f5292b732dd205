"""Worked cases with source."""

import pytest
from tests.leistungen.beispielrechnung import beispiele, berechnet, erwartet

BEISPIELE = beispiele("ausbildungsfoerderung")


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_durchgerechnete_faelle_stimmen_auf_den_cent(beispiel):
    assert berechnet(beispiel) == erwartet(beispiel)


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_jeder_fall_nennt_quelle_und_rechenweg(beispiel):
    assert beispiel["quelle"] and beispiel["rechenweg"] and beispiel["verlaesslichkeit"] in "ABC"
