"""Der Start lädt die öffentlichen Werte einmal und legt für das Beispielamt die Beispielstadt an."""

from __future__ import annotations

import pytest

from sozialamt.akte.models import Benutzer
from sozialamt.cli.start import _lade_staedte
from sozialamt.vergleich.models import Stadt, Wert
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht


def test_der_start_laedt_einmal_und_sagt_es(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    _lade_staedte([])
    assert f"{Wert.objects.count()} öffentliche Werte" in capsys.readouterr().out
    _lade_staedte([])
    assert capsys.readouterr().out == ""
    assert not Stadt.objects.filter(schluessel="musterstadt").exists()


def test_die_beispielstadt_gehoert_den_konten_des_beispielamts(db: None) -> None:
    konto = Benutzer.objects.create(username="controlling")
    _lade_staedte(["controlling", "gibtsnicht"])
    _lade_staedte(["controlling", "gibtsnicht"])
    assert list(konto.vergleichsstaedte.values_list("stadt__schluessel", flat=True)) == ["musterstadt"]


def test_jahre_nennen_auch_was_nur_die_eigene_stadt_sieht(db: None) -> None:
    _lade_staedte([])
    assert lesen.jahre(Sicht.oeffentlich())[0] == 2024
    assert set(lesen.jahre(Sicht.der_stadt("essen"))) == set(lesen.jahre(Sicht.oeffentlich()))
