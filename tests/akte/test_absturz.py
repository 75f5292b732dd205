"""Ein Prozess stirbt mitten im Vorgang oder im Massenlauf: nichts doppelt, nichts halb, nichts verloren."""

import os

import pytest
from tests.eigene_datenbank import rufe

ABSTUERZE = os.environ.get("SOZIALAMT_FUZZ_ABSTUERZE", "6")
SAAT = os.environ.get("SOZIALAMT_FUZZ_SAAT", "1")


@pytest.mark.django_db
@pytest.mark.parametrize("was", ["vorgang", "massenlauf"])
def test_nach_jedem_abbruch_ist_jeder_bescheid_ganz_und_gebucht(was, tmp_path):
    assert f"{ABSTUERZE} Abbrüche" in rufe("tests.akte.absturz", tmp_path, was, ABSTUERZE, SAAT)
