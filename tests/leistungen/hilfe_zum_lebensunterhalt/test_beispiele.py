"""Worked cases with source."""

import pytest
from tests.leistungen.sozialhilfe_beispiele import beispiele, berechnet, erwartet

BEISPIELE = beispiele("hilfe_zum_lebensunterhalt")


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_durchgerechnete_faelle_stimmen_auf_den_cent(beispiel):
    assert berechnet(beispiel) == erwartet(beispiel)


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_jeder_fall_nennt_quelle_und_verlaesslichkeit(beispiel):
    assert beispiel["quelle"]
    assert beispiel["verlaesslichkeit"] in ("A", "B", "C")
