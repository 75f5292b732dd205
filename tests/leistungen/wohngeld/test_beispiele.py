"""Worked cases with source."""

import pytest
from tests.leistungen.vorrangig import beispiele, berechnet, erwartet

BEISPIELE = beispiele("wohngeld")


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_durchgerechnete_faelle_stimmen_auf_den_cent(beispiel):
    assert berechnet(beispiel) == erwartet(beispiel)


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=[b["id"] for b in BEISPIELE])
def test_jeder_fall_nennt_seine_quelle(beispiel):
    assert beispiel["quelle"] and beispiel["verlaesslichkeit"] in {"A", "B", "C"}
