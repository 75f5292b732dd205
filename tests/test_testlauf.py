"""The test run itself: a skip is a failure, the second database gets exactly the tests that use one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parent / "conftest.py"
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:django")


@pytest.fixture
def probe(tmp_path):
    """A suite of its own beside this one, with the same conftest."""
    shutil.copy(CONFTEST, tmp_path / "conftest.py")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = django_db\n", encoding="utf-8")

    def lauf(text: str, *argumente: str) -> tuple[int, str]:
        (tmp_path / "test_probe.py").write_text(text, encoding="utf-8")
        ergebnis = subprocess.run([*PYTEST, *argumente], cwd=tmp_path, capture_output=True, text=True, check=False)
        return ergebnis.returncode, ergebnis.stdout

    return lauf


def test_ein_uebersprungener_test_ist_ein_fehler(probe):
    ende, ausgabe = probe("import pytest\ndef test_a():\n    pytest.skip('kein Chromium')\n")
    assert ende == pytest.ExitCode.TESTS_FAILED
    assert "1 failed" in ausgabe
    assert "kein Chromium" in ausgabe


def test_eine_uebersprungene_datei_ist_ein_fehler(probe):
    ende, ausgabe = probe("import pytest\npytest.importorskip('gibt_es_nicht')\ndef test_a(): pass\n")
    assert ende != pytest.ExitCode.OK
    assert "gibt_es_nicht" in ausgabe


def test_die_zweite_datenbank_bekommt_nur_tests_mit_datenbank(probe):
    text = """
import pytest
@pytest.fixture
def db(): pass
def test_rechnet(): pass
def test_liest(db): pass
@pytest.mark.django_db
def test_schreibt(): pass
"""
    assert "3 passed" in probe(text)[1]
    assert "2 passed, 1 deselected" in probe(text, "--nur-datenbank")[1]
