"""Compiled kernels on disk: found again, rebuilt when damaged, safe when two processes need them at once."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sozialamt.rechenkern.kern import machine, store

TEXT = """\
define void @kern(i64 %a, i64 %b, ptr %L, ptr %off, ptr %S, ptr %P, ptr %C, ptr %O, ptr %D) {{
  %x = add i64 %a, {n}
  store i64 %x, ptr %O
  ret void
}}
"""


def rufe(kern, zahl):
    ergebnis = ctypes.c_int64()
    kern(zahl, 0, None, None, None, None, None, ctypes.addressof(ergebnis), None)
    return ergebnis.value


@pytest.fixture
def speicher(tmp_path, monkeypatch):
    monkeypatch.setenv(store.UMGEBUNG, str(tmp_path))
    return tmp_path


@pytest.fixture
def uebersetzt(monkeypatch):
    """Texts compiled, in order."""
    texte, echt = [], machine.uebersetze
    monkeypatch.setattr(machine, "uebersetze", lambda text: (texte.append(text), echt(text))[1])
    return texte


def vergiss(text):
    store._geladen.pop(store.kennung(text), None)


def test_beim_zweiten_mal_wird_nichts_uebersetzt(speicher, uebersetzt):
    text = TEXT.format(n=1)
    assert rufe(store.lade(text), 1) == 2 and store.lade(text) is store.lade(text)
    vergiss(text)
    assert rufe(store.lade(text), 2) == 3 and uebersetzt == [text]


@pytest.mark.parametrize("schaden", [b"", b"kaputt", b"\0" * 40, "gekuerzt", "ein Bit", None])
def test_beschaedigte_kerne_werden_neu_gebaut(speicher, uebersetzt, schaden):
    text = TEXT.format(n=2)
    vergiss(text)
    store.lade(text)
    vergiss(text)
    datei = next(speicher.glob("*.bin"))
    heil = datei.read_bytes()
    if schaden is None:
        datei.unlink()
    elif schaden == "gekuerzt":
        datei.write_bytes(heil[: len(heil) // 2])
    elif schaden == "ein Bit":
        datei.write_bytes(heil[:-1] + bytes([heil[-1] ^ 1]))
    else:
        datei.write_bytes(schaden)
    assert rufe(store.lade(text), 1) == 3
    assert datei.read_bytes() == heil and len(uebersetzt) == 2


def test_ein_fremder_kern_gleichen_namens_wird_ersetzt(speicher):
    text, fremd = TEXT.format(n=3), TEXT.format(n=4)
    (speicher / f"{store.kennung(text)}.bin").write_bytes(b"x" * 32 + machine.uebersetze(fremd))
    assert rufe(store.lade(text), 1) == 4


def test_ein_anderer_prozessor_bekommt_einen_eigenen_kern(monkeypatch):
    text = TEXT.format(n=5)
    hier = store.kennung(text)
    monkeypatch.setattr(machine, "prozessor", lambda: ("anderer", ""))
    assert store.kennung(text) != hier


PROGRAMM = """\
import ctypes, sys
from sozialamt.rechenkern.kern import store
kern, ergebnis = store.lade(sys.argv[1]), ctypes.c_int64()
kern(1, 0, None, None, None, None, None, ctypes.addressof(ergebnis), None)
print(ergebnis.value)
"""


def test_zwei_prozesse_zugleich(speicher):
    umgebung = {**os.environ, store.UMGEBUNG: str(speicher)}
    laeufe = [
        subprocess.Popen([sys.executable, "-c", PROGRAMM, TEXT.format(n=6)], stdout=subprocess.PIPE, env=umgebung)
        for _ in range(2)
    ]
    assert [lauf.communicate(timeout=120)[0].split() for lauf in laeufe] == [[b"7"], [b"7"]]
    assert [lauf.returncode for lauf in laeufe] == [0, 0]
    assert not list(Path(speicher).rglob("*.neu"))
