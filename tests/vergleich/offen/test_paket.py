"""Offene Daten: nur Freigegebenes, kleine Zahlen gesperrt, gültiges Data Package, CSV gleich Parquet."""

import io
import json
import zipfile
from datetime import date

import frictionless
import polars as pl
import pytest
from tests.vergleich.bausteine import grundbestand, liefere, nutzer_fuer, stadt

from sozialamt.vergleich.models.freigabe import Reichweite
from sozialamt.vergleich.offen import paket
from sozialamt.vergleich.offen.bestand import bestand
from sozialamt.vergleich.offen.tabellen import GEHEIM, tabellen
from sozialamt.vergleich.vorgaenge.freigeben import freigeben

__all__ = ["grundbestand"]

TAG, JAHR = date(2026, 11, 22), 2023
WERTE = {"lb_gsiae": 1002, "lb_gsiae_ave": 1000, "lb_gsiae_ie": 2, "lb_hlu": 300, "einwohner": 600_000, "lb_hzp": 77}
FREI = ["lb_gsiae", "lb_gsiae_ave", "lb_gsiae_ie", "lb_hlu", "einwohner"]


@pytest.fixture
def freigegeben(grundbestand):
    leitung = nutzer_fuer(stadt("dortmund"), "leitung")
    liefere(stadt("dortmund"), JAHR, WERTE | {"lb_asylblg": "nicht_zustaendig"}, leitung)
    oeffentlich = Reichweite.OEFFENTLICH.value
    freigeben(benutzer=leitung, stadt=stadt("dortmund"), groessen=[*FREI, "lb_asylblg"], reichweite=oeffentlich)
    freigeben(benutzer=leitung, stadt=stadt("dortmund"), groessen=["lb_hzp"], reichweite=Reichweite.STAEDTE.value)
    return leitung


def werte() -> dict:
    return {z["groesse"]: z for z in tabellen().werte.to_dicts()}


def test_nur_was_fuer_alle_freigegeben_ist_steht_darin(freigegeben):
    assert set(werte()) == {*FREI, "lb_asylblg"}
    liefere(stadt("dortmund"), JAHR, {"lb_hlu": 999}, freigegeben)
    assert werte()["lb_hlu"]["wert"] == 300


def test_die_kleine_zahl_und_die_sie_verraet_sind_geheim(freigegeben):
    gefunden = werte()
    geheim = {name for name, z in gefunden.items() if z["fehlt"] == GEHEIM}
    assert "lb_gsiae_ie" in geheim
    assert len({"lb_gsiae", "lb_gsiae_ave"} & geheim) >= 1
    assert all(gefunden[name]["wert"] is None for name in geheim)
    assert gefunden["lb_asylblg"]["fehlt"] == "nicht_zustaendig"


def test_keine_kennzahl_fuehrt_zur_gesperrten_zahl_zurueck(freigegeben):
    namen = set(tabellen().kennzahlen["kennzahl"])
    assert "anzahl_hlu" in namen
    assert not {"anzahl_gsiae_ie", "dichte_gsiae_ie", "je_lb_gsiae_ie"} & namen
    assert not {name for name in namen if name.startswith("anteil_lb_")}


def test_ohne_kleine_zahl_sind_die_anteile_da(grundbestand):
    leitung = nutzer_fuer(stadt("dortmund"), "leitung")
    liefere(stadt("dortmund"), JAHR, {"lb_hlu": 300, "lb_gsiae_ave": 700}, leitung)
    freigeben(benutzer=leitung, stadt=stadt("dortmund"), groessen=["lb_hlu", "lb_gsiae_ave"], reichweite="oeffentlich")
    anteile = {z["kennzahl"]: z["wert"] for z in tabellen().kennzahlen.to_dicts()}
    assert anteile["anteil_lb_hlu"] == pytest.approx(30)


def test_die_grenze_ist_einstellbar(freigegeben):
    assert tabellen(grenze=1).gesperrt == 0
    assert tabellen(grenze=400).gesperrt > 2


def test_frictionless_findet_keinen_fehler(freigegeben, tmp_path):
    for name, inhalt in paket.dateien(tabellen(), TAG).items():
        (tmp_path / name).write_bytes(inhalt)
    bericht = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert bericht.valid, bericht.flatten(["rowNumber", "fieldName", "note"])


def test_frictionless_prueft_wirklich(freigegeben, tmp_path):
    for name, inhalt in paket.dateien(tabellen(), TAG).items():
        (tmp_path / name).write_bytes(inhalt.replace(b"dortmund,lb_hlu", b"atlantis,lb_hlu"))
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_csv_und_parquet_sagen_dasselbe(freigegeben):
    fertig = paket.dateien(tabellen(), TAG)
    for name in ("werte", "kennzahlen"):
        parquet = pl.read_parquet(fertig[f"{name}.parquet"])
        csv = pl.read_csv(fertig[f"{name}.csv"], schema_overrides=parquet.schema)
        leer = pl.col(pl.String).fill_null("")
        assert parquet.height > 2
        assert csv.with_columns(leer).equals(parquet.with_columns(leer))


def test_texte_loesen_keine_formel_aus():
    roh = pl.DataFrame({"text": ["=1+1", "@x", "gut", None], "zahl": [-1.0, 2.0, None, 4.0]})
    zeilen = paket.csv_datei(roh).decode().splitlines()
    assert zeilen[1:] == ["'=1+1,-1.0", "'@x,2.0", "gut,", ",4.0"]


def test_das_archiv_enthaelt_alles_und_bleibt_bei_gleichem_inhalt_gleich(freigegeben):
    fertig = paket.dateien(tabellen(), TAG)
    erstes, zweites = paket.zip_datei(fertig), paket.zip_datei(dict(reversed(fertig.items())))
    assert erstes == zweites
    with zipfile.ZipFile(io.BytesIO(erstes)) as archiv:
        assert set(archiv.namelist()) == set(fertig)
        assert json.loads(archiv.read("datapackage.json"))["licenses"][0]["name"] == "dl-de-by-2.0"


def test_der_bestand_wird_einmal_erzeugt_und_nach_einer_freigabe_neu(freigegeben, tmp_path):
    erster = bestand(tmp_path, grenze=3)
    assert bestand(tmp_path, grenze=3).ordner == erster.ordner
    freigeben(benutzer=freigegeben, stadt=stadt("dortmund"), groessen=["lb_hzp"], reichweite="oeffentlich")
    zweiter = bestand(tmp_path, grenze=3)
    assert zweiter.ordner != erster.ordner
    assert b"lb_hzp" in zweiter.lies("werte.csv")
    assert zweiter.lies("../geheimnis") is None
