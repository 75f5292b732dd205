"""Zwei Menschen an derselben Akte zugleich: einer gewinnt, der andere sieht, was sich geändert hat."""

import pytest
from tests.eigene_datenbank import rufe


@pytest.mark.django_db
def test_zwei_zugleich_verlieren_keine_aenderung(tmp_path):
    assert "in Ordnung" in rufe("tests.akte.vorgaenge.gleichzeitig", tmp_path)
