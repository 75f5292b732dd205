"""Spaltenweise lesen: jede Datenbank gibt dasselbe, auch wo Werte fehlen oder nichts da ist."""

import polars as pl
import pytest

from sozialamt.akte.spalten import lies_spalten
from sozialamt.vergleich.models import Stadt

ARTEN = {"id": pl.Int64, "name": pl.String, "ags": pl.String}
BEFEHL = "SELECT id, name, ags FROM vergleich_stadt WHERE schluessel = %s"


@pytest.mark.django_db
def test_in_einer_transaktion_steht_auch_was_noch_nicht_festgeschrieben_ist():
    stadt = Stadt.objects.create(schluessel="probe", name="O'Hara%", ags="99999")
    assert lies_spalten(BEFEHL, ["probe"], ARTEN).rows() == [(stadt.pk, "O'Hara%", "99999")]


@pytest.mark.django_db
def test_ohne_zeilen_stehen_die_spalten_trotzdem_da():
    leer = lies_spalten(BEFEHL, ["d'Or"], ARTEN)
    assert leer.is_empty()
    assert leer.schema == ARTEN


@pytest.mark.django_db
def test_fehlendes_ist_leer_und_nicht_null():
    gelesen = lies_spalten("SELECT NULL, 7", [], {"a": pl.Int64, "b": pl.Int64})
    assert gelesen.rows() == [(None, 7)]


@pytest.mark.django_db(transaction=True)
def test_ausserhalb_einer_transaktion_stimmt_es_auch():
    stadt = Stadt.objects.create(schluessel="probe", name="Probe", ags="99999")
    assert lies_spalten(BEFEHL, ["probe"], ARTEN).rows() == [(stadt.pk, "Probe", "99999")]
