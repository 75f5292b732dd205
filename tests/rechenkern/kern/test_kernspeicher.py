"""Compiled kernels on disk: found again, rebuilt when damaged, safe when two processes need them at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sozialamt.rechenkern.kern import store

TEXT = """\
from numba import int64, njit
@njit(int64(int64), nogil=True, cache=True)
def kern(x):
    return x + {n}
"""


@pytest.fixture
def speicher(tmp_path, monkeypatch):
    monkeypatch.setenv(store.UMGEBUNG, str(tmp_path))
    return tmp_path


def vergiss(text):
    sys.modules.pop(store.kennung(text), None)


def test_beim_zweiten_mal_wird_nichts_uebersetzt(speicher):
    text = TEXT.format(n=1)
    assert store.lade(text)(1) == 2
    vorher = {p: p.stat().st_mtime_ns for p in speicher.rglob("*.nb*")}
    vergiss(text)
    kern = store.lade(text)
    assert kern(1) == 2 and vorher == {p: p.stat().st_mtime_ns for p in speicher.rglob("*.nb*")}
    assert sum(kern.stats.cache_hits.values()) == 1


@pytest.mark.parametrize("endung", [".nbi", ".nbc", ".py", ".pruefsumme"])
@pytest.mark.parametrize("schaden", [b"", b"kaputt", None])
def test_beschaedigte_teile_werden_neu_gebaut(speicher, endung, schaden):
    text = TEXT.format(n=2)
    vergiss(text)
    store.lade(text)
    vergiss(text)
    datei = next(p for p in speicher.rglob(f"*{endung}"))
    if schaden is None:
        datei.unlink()
    else:
        datei.write_bytes(schaden)
    assert store.lade(text)(1) == 3
    assert store._unversehrt(speicher, store.kennung(text))


def test_ein_fremder_kern_gleichen_namens_wird_ersetzt(speicher):
    text, fremd = TEXT.format(n=3), TEXT.format(n=4)
    (speicher / f"{store.kennung(text)}.py").write_text(fremd)
    (speicher / f"{store.kennung(text)}.pruefsumme").write_text("fremd\n")
    assert store.lade(text)(1) == 4


def test_ein_nie_fertig_gewordener_kern_zaehlt_nicht(speicher):
    text = TEXT.format(n=5)
    (speicher / f"{store.kennung(text)}.py").write_text(text[: len(text) // 2])
    assert store.lade(text)(1) == 6


def test_zwei_prozesse_zugleich(speicher):
    programm = "from sozialamt.rechenkern.kern import store; import sys; print(store.lade(sys.argv[1])(1))"
    umgebung = {**os.environ, store.UMGEBUNG: str(speicher)}
    laeufe = [
        subprocess.Popen([sys.executable, "-c", programm, TEXT.format(n=6)], stdout=subprocess.PIPE, env=umgebung)
        for _ in range(2)
    ]
    assert [lauf.communicate(timeout=120)[0].split() for lauf in laeufe] == [[b"7"], [b"7"]]
    assert [lauf.returncode for lauf in laeufe] == [0, 0]
    assert not list(Path(speicher).rglob("*.neu"))
