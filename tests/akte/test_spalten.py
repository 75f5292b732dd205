"""Spaltenweise lesen: beide Wege geben dasselbe, und nichts wird zu SQL, was keines sein soll."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tests import datenbankvorlage

from sozialamt.akte import spalten
from sozialamt.vergleich.models import Stadt

ARTEN = {"id": pl.Int64, "name": pl.String, "ags": pl.String}


@pytest.mark.django_db
def test_in_einer_transaktion_steht_auch_was_noch_nicht_festgeschrieben_ist():
    stadt = Stadt.objects.create(schluessel="probe", name="O'Hara%", ags="99999")
    befehl = "SELECT id, name, ags FROM vergleich_stadt WHERE schluessel = %s"
    assert spalten.lies_spalten(befehl, ["probe"], ARTEN).rows() == [(stadt.pk, "O'Hara%", "99999")]
    assert spalten.lies_spalten(befehl, ["fehlt"], ARTEN).schema == ARTEN


@pytest.mark.django_db
def test_beide_wege_lesen_dasselbe(tmp_path: Path):
    datei = Path(shutil.copy(datenbankvorlage.sqlite(), tmp_path / "eine.sqlite3"))
    with sqlite3.connect(datei) as andere:
        andere.execute("CREATE TABLE probe (id bigint, name varchar(20), wert bigint NULL)")
        andere.executemany("INSERT INTO probe VALUES (?, ?, ?)", [(1, "O'Hara", None), (2, "b", 2**40)])
    andere.close()
    befehl = "SELECT id, name, wert FROM probe WHERE name <> %s ORDER BY id"
    gelesen = spalten._mit_connectorx(datei, befehl, ["d'Or"])
    assert gelesen.rows() == [(1, "O'Hara", None), (2, "b", 2**40)]


@pytest.mark.django_db(transaction=True)
def test_ausserhalb_einer_transaktion_stimmt_es_auch():
    Stadt.objects.create(schluessel="probe", name="Probe", ags="99999")
    befehl = "SELECT name, ags FROM vergleich_stadt WHERE schluessel = %s"
    assert spalten.lies_spalten(befehl, ["probe"], {"n": pl.String, "a": pl.String}).rows() == [("Probe", "99999")]


@pytest.mark.parametrize(
    ("wert", "text"),
    [(None, "NULL"), (7, "7"), (True, "1"), ("a'; DROP", "'a''; DROP'")],
)
def test_werte_stehen_woertlich_im_befehl(wert, text):
    assert spalten._woertlich(wert) == text


@pytest.mark.parametrize("wert", [b"x", 1.5, "null\x00", [1], date(2026, 2, 28)])
def test_was_kein_wert_einer_abfrage_ist_wird_abgewiesen(wert):
    with pytest.raises(TypeError):
        spalten._woertlich(wert)
