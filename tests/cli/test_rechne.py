"""`sozialamt rechne` and `sozialamt rechenkern`: from the shell, with German refusals and exit code 2."""

import pyarrow.parquet as pq
import pytest

from sozialamt.cli import FEHLER, main
from sozialamt.cli.fortschritt import Anzeige
from sozialamt.demo.bevoelkerung import schreibe_parquet
from sozialamt.rechenkern.kern import store

ZIELE = "kindergeld_anspruch"


@pytest.fixture(scope="module", autouse=True)
def kernordner(tmp_path_factory):
    with pytest.MonkeyPatch.context() as umgebung:
        umgebung.setenv(store.UMGEBUNG, str(tmp_path_factory.mktemp("kern")))
        yield


@pytest.fixture(scope="module")
def eingabe(tmp_path_factory):
    ordner = tmp_path_factory.mktemp("eingabe")
    schreibe_parquet(ordner, 3_000, je_datei=2_000)
    return ordner


def rufe(*argumente):
    return main(["rechne", *map(str, argumente)])


def test_rechnet_einen_ordner_und_setzt_fort(eingabe, tmp_path, capsys):
    argumente = (eingabe, "--monat", "2026-11", "--ziele", ZIELE, "--vorgaben", "alle", "--ausgabe", tmp_path / "aus")
    assert rufe(*argumente) == 0
    assert "3.000 Personen" in capsys.readouterr().out
    aus = pq.read_table(sorted((tmp_path / "aus").glob("*.parquet"))[0])
    assert aus.column_names == [ZIELE] and any(w for zeile in aus[ZIELE].to_pylist() for w in zeile)
    assert rufe(*argumente) == 0
    assert "2 Teile (2 schon fertig)" in capsys.readouterr().out
    assert rufe(*[a if a != "2026-11" else "2026-10" for a in argumente]) == FEHLER
    assert "anders sind der Monat" in capsys.readouterr().err


def test_ohne_vorgaben_werden_fehlende_spalten_genannt(eingabe, tmp_path, capsys):
    assert rufe(eingabe, "--monat", "2026-11", "--ziele", "wohngeld", "--ausgabe", tmp_path / "aus") == FEHLER
    assert "die Spalte fehlt" in capsys.readouterr().err
    assert not list((tmp_path / "aus").glob("*.parquet"))


@pytest.mark.parametrize(
    ("argumente", "text"),
    [
        (("fehlt.parquet", "--monat", "2026-11"), "gibt es nicht"),
        (("{e}", "--monat", "2026-11", "--ziele", "wohngelt"), "Gemeint ist vielleicht: wohngeld"),
        (("{e}", "--monat", "2031-11", "--ziele", ZIELE, "--vorgaben", "alle"), "keinen Wert"),
        (("{e}", "--monat", "2026-11", "--ziele", ZIELE, "--vorgaben", "unsinn"), "unsinn"),
        (("{e}", "--monat", "2026-11", "--ziele", ZIELE, "--behalte", "nummer"), "nummer"),
        (("{e}", "--monat", "2026-11", "--ziele", ZIELE, "--cluster", "tcp://127.0.0.1:1"), "kein Scheduler"),
    ],
)
def test_unbrauchbares_gibt_code_2_und_einen_deutschen_satz(eingabe, tmp_path, capsys, argumente, text):
    gefuellt = [a.format(e=eingabe) for a in argumente]
    assert rufe(*gefuellt, "--ausgabe", tmp_path / "aus") == FEHLER
    assert text in capsys.readouterr().err


@pytest.mark.parametrize("argumente", [("--monat", "November"), ("--monat", "2026-11", "--faeden", "0")])
def test_falsche_schalter_gibt_code_2(eingabe, tmp_path, argumente):
    with pytest.raises(SystemExit, match="2"):
        rufe(eingabe, *argumente, "--ausgabe", tmp_path / "aus")


def test_uebersetze_legt_den_kern_bereit(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(store.UMGEBUNG, str(tmp_path))
    assert main(["rechenkern", "uebersetze", "--monat", "2024-11", "--ziele", "haushaltsgroesse"]) == 0
    assert "Regeln stehen bereit" in capsys.readouterr().out
    assert list(tmp_path.glob("kern_*.bin"))


def test_ohne_terminal_kommt_alle_paar_sekunden_eine_zeile(capsys, monkeypatch):
    uhr = iter([0.0, 1.0, 6.0, 6.0, 6.0, 7.0])
    monkeypatch.setattr("sozialamt.cli.fortschritt.time.monotonic", lambda: next(uhr))
    with Anzeige(1_000, balken=False) as anzeige:
        anzeige.weiter(200)
        anzeige.weiter(400)
        anzeige.weiter(100)
    zeilen = capsys.readouterr().err.splitlines()
    assert zeilen == ["60 % (600 Personen), 100 Personen/s, noch 4 s"]


def test_am_terminal_steht_ein_balken(capsys):
    with Anzeige(1_000, balken=True) as anzeige:
        anzeige.weiter(1_000)
    text = capsys.readouterr().err
    assert "100 %" in text and "Personen/s" in text
