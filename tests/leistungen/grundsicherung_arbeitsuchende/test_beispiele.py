"""Worked cases with source."""

import pytest
from tests.leistungen.grundsicherung_arbeitsuchende.sgb2_faelle import beispiele, berechnet, erwartet

BEISPIELE = beispiele()


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_durchgerechnete_faelle_stimmen_auf_den_cent(beispiel):
    assert berechnet(beispiel) == erwartet(beispiel)


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_jeder_fall_nennt_quelle_und_rechenweg(beispiel):
    assert beispiel["quelle"]
    assert beispiel["rechenweg"]
