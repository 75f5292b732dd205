"""Ein Prozess stirbt mitten im Vorgang: nichts doppelt, nichts verloren, die Bücher gehen auf."""

import os

import pytest
from tests.eigene_datenbank import rufe

ABSTUERZE = os.environ.get("SOZIALAMT_FUZZ_ABSTUERZE", "15")
SAAT = os.environ.get("SOZIALAMT_FUZZ_SAAT", "1")


@pytest.mark.django_db
def test_nach_jedem_abbruch_stimmt_jeder_cent(tmp_path):
    assert f"{ABSTUERZE} Abbrüche" in rufe("tests.kasse.absturz", tmp_path, ABSTUERZE, SAAT)


@pytest.mark.django_db
def test_gleichzeitig_gewinnt_einer_und_der_andere_erfaehrt_es(tmp_path):
    assert "in Ordnung" in rufe("tests.kasse.gleichzeitig", tmp_path)
