"""Parquet in, Parquet out: bounded, resumable after a kill, nothing mixed, and refusals that name the first rows."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sozialamt.rechenkern import UngueltigeAngaben
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner, rechne, store, streaming
from sozialamt.rechenkern.kern.manifest import STAND, AndererAuftrag, Manifest
from sozialamt.rechenkern.kern.streaming import Lauf, stroeme, teile_von
from tests.rechenkern.conftest import ZIELE

MONAT = "2024-11"


def erzeuge(haushalte, zufall):
    groesse = zufall.integers(1, 5, haushalte)
    grenzen = np.concatenate([[0], np.cumsum(groesse)]).astype(np.int32)
    personen = int(grenzen[-1])

    def je_person(werte):
        return pa.ListArray.from_arrays(pa.array(grenzen), pa.array(werte))

    return pa.table(
        {
            "id": pa.array([f"H{i}" for i in range(haushalte)]),
            "miete": pa.array(zufall.integers(0, 90_000, haushalte).astype(np.int32)),
            "lohn": je_person(zufall.integers(0, 400_000, personen).astype(np.int32)),
            "krank": je_person(zufall.random(personen) < 0.2),
            "partner": je_person(np.full(personen, -1, np.int32)),
            "empfaenger": je_person(np.where(zufall.random(personen) < 0.3, 0, -1).astype(np.int32)),
        }
    )


@pytest.fixture
def kleine_teile(monkeypatch):
    monkeypatch.setattr(streaming, "HAUSHALTE_JE_TEIL", 500)
    monkeypatch.setattr(streaming, "HAUSHALTE_JE_SATZ", 200)


@pytest.fixture
def eingabe(tmp_path, kleine_teile):
    ordner = tmp_path / "eingabe"
    ordner.mkdir()
    zufall = np.random.default_rng(5)
    for nummer, haushalte in enumerate((2_300, 900, 1)):
        pq.write_table(erzeuge(haushalte, zufall), ordner / f"t{nummer}.parquet", row_group_size=250)
    return ordner


@pytest.fixture
def rechner(werk):
    return Rechner(werk, Rechenauftrag.fuer(ZIELE, MONAT))


def lies(ordner):
    teile = sorted(ordner.glob("*.parquet"))
    return pa.concat_tables([pq.read_table(t) for t in teile]).combine_chunks()


def dateizeiten(ordner):
    return {p.name: p.stat().st_mtime_ns for p in ordner.glob("*.parquet")}


def test_ergebnis_gleicht_der_rechnung_im_ganzen(werk, rechner, eingabe, tmp_path):
    lauf = Lauf.aus(eingabe, tmp_path / "aus", ["id"])
    gemeldet = []
    bilanz = stroeme(rechner, lauf, 2, gemeldet.append)
    alles = pa.concat_tables([pq.read_table(d) for d in lauf.eingabe])
    erwartet = rechne(alles, ZIELE, MONAT, werk)
    aus = lies(lauf.ausgabe)
    assert aus.column("id").to_pylist() == alles.column("id").to_pylist()
    for ziel in ZIELE:
        assert aus.column(ziel).to_pylist() == erwartet.column(ziel).to_pylist()
    assert (bilanz.haushalte, bilanz.teile, bilanz.uebernommen) == (3_201, len(teile_von(lauf)), 0)
    assert sum(gemeldet) == bilanz.personen == len(alles.column("lohn").combine_chunks().flatten())


def test_eine_einzelne_datei_geht_auch(rechner, eingabe, tmp_path):
    lauf = Lauf.aus(eingabe / "t1.parquet", tmp_path / "aus")
    assert stroeme(rechner, lauf, 1).haushalte == 900


def test_fertiges_wird_nicht_noch_einmal_gerechnet(rechner, eingabe, tmp_path):
    lauf = Lauf.aus(eingabe, tmp_path / "aus")
    erste = stroeme(rechner, lauf, 2)
    vorher = dateizeiten(lauf.ausgabe)
    zweite = stroeme(rechner, lauf, 2)
    assert dateizeiten(lauf.ausgabe) == vorher
    assert zweite.uebernommen == erste.teile and zweite.personen == erste.personen
    assert zweite.ergaenzt == erste.ergaenzt


@pytest.mark.parametrize("schaden", ["gekuerzt", "veraendert", "geloescht", "ohne_vermerk", "fremder_vermerk"])
def test_beschaedigte_teile_werden_neu_gerechnet(rechner, eingabe, tmp_path, schaden):
    lauf = Lauf.aus(eingabe, tmp_path / "aus")
    stroeme(rechner, lauf, 1)
    gesund = lies(lauf.ausgabe)
    vorher = dateizeiten(lauf.ausgabe)
    opfer = sorted(lauf.ausgabe.glob("*.parquet"))[1]
    vermerk = lauf.ausgabe / STAND / f"{opfer.name}.json"
    inhalt = bytearray(opfer.read_bytes())
    if schaden == "gekuerzt":
        opfer.write_bytes(inhalt[:-40])
    elif schaden == "veraendert":
        inhalt[len(inhalt) // 2] ^= 1
        opfer.write_bytes(inhalt)
    elif schaden == "geloescht":
        opfer.unlink()
    elif schaden == "ohne_vermerk":
        vermerk.unlink()
    else:
        vermerk.write_text(json.dumps(json.loads(vermerk.read_text()) | {"auftrag": "x"}))
    bilanz = stroeme(rechner, lauf, 1)
    assert bilanz.uebernommen == bilanz.teile - 1
    assert lies(lauf.ausgabe).equals(gesund)
    geaendert = {n for n, z in dateizeiten(lauf.ausgabe).items() if z != vorher.get(n)}
    assert geaendert == {opfer.name}


def test_halb_geschriebenes_zaehlt_nicht_und_wird_aufgeraeumt(rechner, eingabe, tmp_path):
    lauf = Lauf.aus(eingabe, tmp_path / "aus")
    (lauf.ausgabe / STAND).mkdir(parents=True)
    (lauf.ausgabe / ".teil-00000-00000.parquet.4711.neu").write_bytes(b"PAR1 halb")
    assert stroeme(rechner, lauf, 1).uebernommen == 0
    assert not list(lauf.ausgabe.glob(".*"))


def test_der_speicher_ist_unabhaengig_von_der_groesse_der_datei(rechner, eingabe, tmp_path, monkeypatch):
    groessen = []
    urspruenglich = Rechner.rechne

    def beobachtet(self, tabelle, *args, **kwargs):
        groessen.append(tabelle.num_rows)
        return urspruenglich(self, tabelle, *args, **kwargs)

    monkeypatch.setattr(Rechner, "rechne", beobachtet)
    stroeme(rechner, Lauf.aus(eingabe, tmp_path / "aus"), 1)
    assert max(groessen) <= streaming.HAUSHALTE_JE_SATZ and sum(groessen) == 3_201


# --------------------------------------------------------------------- another order
@pytest.mark.parametrize(
    ("aenderung", "genannt"),
    [
        ({"monat": "2022-11"}, "der Monat"),
        ({"ziele": ("zuschlag",)}, "die Ziele"),
        ({"parameter": {"regelsatz": 60_000}}, "die Parameter oder Einstellungen"),
        ({"einstellungen": {"genau": 0}}, "die Parameter oder Einstellungen"),
        ({"vorgaben": frozenset({"krank"})}, "die Vorgaben ohne Spalte"),
    ],
)
def test_ein_anderer_auftrag_wird_nicht_vermischt(werk, rechner, eingabe, tmp_path, aenderung, genannt):
    lauf = Lauf.aus(eingabe, tmp_path / "aus")
    stroeme(rechner, lauf, 1)
    vorher = dateizeiten(lauf.ausgabe)
    angaben = {"ziele": ZIELE, "monat": MONAT} | aenderung
    anderer = Rechner(werk, Rechenauftrag.fuer(angaben.pop("ziele"), angaben.pop("monat"), **angaben))
    with pytest.raises(AndererAuftrag, match=genannt):
        stroeme(anderer, lauf, 1)
    assert dateizeiten(lauf.ausgabe) == vorher


def test_geaenderte_eingabe_wird_nicht_vermischt(rechner, eingabe, tmp_path):
    lauf = Lauf.aus(eingabe, tmp_path / "aus")
    stroeme(rechner, lauf, 1)
    pq.write_table(erzeuge(900, np.random.default_rng(9)), eingabe / "t1.parquet", row_group_size=250)
    with pytest.raises(AndererAuftrag, match="die Eingabedateien"):
        stroeme(rechner, lauf, 1)


def test_ein_ordner_mit_fremden_dateien_wird_nicht_benutzt(rechner, eingabe, tmp_path):
    with pytest.raises(AndererAuftrag, match="fremde Parquet-Dateien"):
        stroeme(rechner, Lauf.aus(eingabe, eingabe), 1)


def test_zwei_laeufe_zugleich_in_einem_ordner_gehen_nicht(tmp_path):
    with (
        Manifest.oeffne(tmp_path, {"monat": "a"}),
        pytest.raises(AndererAuftrag, match="rechnet gerade ein anderer Lauf"),
        Manifest.oeffne(tmp_path, {"monat": "a"}),
    ):
        pass


# --------------------------------------------------------------------- refusals
def ersetzt(tabelle, name, spalte):
    return tabelle.set_column(tabelle.schema.get_field_index(name), name, spalte)


def abgelehnt(rechner, tmp_path, tabelle):
    pq.write_table(tabelle, tmp_path / "schlecht.parquet", row_group_size=250)
    ausgabe = tmp_path / "aus"
    with pytest.raises(UngueltigeAngaben) as fehler:
        stroeme(rechner, Lauf.aus(tmp_path / "schlecht.parquet", ausgabe), 1)
    assert not list(ausgabe.glob(".*"))
    return str(fehler.value)


@pytest.fixture
def gute_tabelle():
    return erzeuge(1_000, np.random.default_rng(1))


def test_fehlende_spalte_wird_mit_titel_und_ausweg_genannt(rechner, tmp_path, gute_tabelle, kleine_teile):
    text = abgelehnt(rechner, tmp_path, gute_tabelle.drop_columns(["lohn", "krank"]))
    assert "schlecht.parquet: lohn: – – die Spalte fehlt. Lohn: Ergänze die Spalte" in text
    assert re.search(r"krank.*rechne mit der Vorgabe \(--vorgaben\)", text)


def test_leerer_wert_ohne_vorgabe_wird_mit_der_zeile_genannt(rechner, tmp_path, gute_tabelle, kleine_teile):
    miete = gute_tabelle["miete"].to_pylist()
    miete[777] = miete[901] = None
    text = abgelehnt(rechner, tmp_path, ersetzt(gute_tabelle, "miete", pa.array(miete, pa.int32())))
    assert "schlecht.parquet: miete" in text and "zuerst 777" in text and "hat keine Vorgabe" in text


def test_falscher_typ_wird_genannt(rechner, tmp_path, gute_tabelle, kleine_teile):
    text = abgelehnt(rechner, tmp_path, ersetzt(gute_tabelle, "miete", pa.array(["viel"] * 1_000)))
    assert "miete: string – erwartet wird int32/int64 (Cent)" in text


def test_person_ausserhalb_des_haushalts_wird_genannt(rechner, tmp_path, gute_tabelle, kleine_teile):
    empfaenger = gute_tabelle["empfaenger"].to_pylist()
    empfaenger[903][0] = 9
    spalte = pa.array(empfaenger, pa.list_(pa.int32()))
    text = abgelehnt(rechner, tmp_path, ersetzt(gute_tabelle, "empfaenger", spalte))
    assert "empfaenger" in text and "Haushalt 903 Person 0" in text and "verweist aus dem Haushalt hinaus" in text


def test_personen_ohne_haushalt_werden_genannt(rechner, tmp_path, gute_tabelle, kleine_teile):
    lohn = gute_tabelle["lohn"].to_pylist()
    lohn[3] = lohn[3] + [1]
    text = abgelehnt(rechner, tmp_path, ersetzt(gute_tabelle, "lohn", pa.array(lohn, pa.list_(pa.int32()))))
    assert "andere Länge" in text and "zuerst 3" in text


def test_was_keine_parquet_datei_ist_wird_genannt(rechner, tmp_path):
    (tmp_path / "text.parquet").write_text("kein Parquet")
    with pytest.raises(UngueltigeAngaben, match=r"text.parquet: .*keine lesbare Parquet-Datei"):
        stroeme(rechner, Lauf.aus(tmp_path / "text.parquet", tmp_path / "aus"), 1)
    with pytest.raises(UngueltigeAngaben, match="gibt es nicht"):
        Lauf.aus(tmp_path / "fehlt.parquet", tmp_path / "aus")
    leer = tmp_path / "leer"
    leer.mkdir()
    with pytest.raises(UngueltigeAngaben, match="enthält keine Parquet-Datei"):
        Lauf.aus(leer, tmp_path / "aus")


# --------------------------------------------------------------------- kill -9
KIND = """
import sys, time
from pathlib import Path
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner, streaming
from tests.rechenkern.conftest import toy_werk, ZIELE
streaming.HAUSHALTE_JE_TEIL, streaming.HAUSHALTE_JE_SATZ = 500, 200
rechner = Rechner(toy_werk(), Rechenauftrag.fuer(ZIELE, "2024-11"))
print("bereit", flush=True)
streaming.stroeme(rechner, streaming.Lauf.aus(Path(sys.argv[1]), Path(sys.argv[2])), 1, lambda n: time.sleep(0.05))
"""


def test_nach_kill_9_geht_es_weiter_und_das_ergebnis_ist_dasselbe(rechner, eingabe, tmp_path):
    ganz, unterbrochen = tmp_path / "ganz", tmp_path / "unterbrochen"
    stroeme(rechner, Lauf.aus(eingabe, ganz), 1)
    wurzel = Path(__file__).parents[3]
    umgebung = os.environ | {"PYTHONPATH": f"{wurzel}{os.pathsep}{wurzel / 'src'}", store.UMGEBUNG: str(store.ordner())}
    kind = subprocess.Popen(
        [sys.executable, "-c", KIND, eingabe, unterbrochen], stdout=subprocess.PIPE, env=umgebung, text=True
    )
    assert kind.stdout is not None and kind.stdout.readline() == "bereit\n"
    ende = time.monotonic() + 60
    while len(list(unterbrochen.glob("*.parquet"))) < 3 and time.monotonic() < ende:
        time.sleep(0.005)
    kind.send_signal(signal.SIGKILL)
    kind.wait()
    kind.stdout.close()
    fertig = dateizeiten(unterbrochen)
    assert 3 <= len(fertig) < len(dateizeiten(ganz))
    bilanz = stroeme(rechner, Lauf.aus(eingabe, unterbrochen), 1)
    assert bilanz.uebernommen >= 2
    assert lies(unterbrochen).equals(lies(ganz))
    unveraendert = [n for n, z in dateizeiten(unterbrochen).items() if fertig.get(n) == z]
    assert len(unveraendert) == bilanz.uebernommen
    assert not [p for p in unterbrochen.iterdir() if p.name.startswith(".")]
