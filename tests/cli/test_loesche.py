"""`sozialamt loesche`: Vorschau und Lauf nennen jeden Posten."""

from datetime import UTC, datetime

import pytest
from tests.akte.bausteine import anna, haushalt, sachbearbeitung

from sozialamt.akte.models import Haushalt
from sozialamt.cli import main

__all__ = ["anna", "haushalt", "sachbearbeitung"]


@pytest.fixture
def faellig(haushalt, anna, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2050, 1, 2, tzinfo=UTC))
    return haushalt


def test_die_vorschau_loescht_nichts_der_lauf_schon(faellig, capsys):
    assert main(["loesche", "--vorschau"]) == 0
    gezeigt = capsys.readouterr().out
    assert f"akte {faellig.pk}: " in gezeigt
    assert "wären zu löschen" in gezeigt
    assert Haushalt.objects.exists()
    assert main(["loesche"]) == 0
    assert "gelöscht" in capsys.readouterr().out
    assert not Haushalt.objects.exists()
    assert main(["loesche"]) == 0
    assert "0 Posten gelöscht, 0 gesperrt." in capsys.readouterr().out
