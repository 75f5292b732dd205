"""What a process loads: the law without web framework and database, the web without compiler."""

import subprocess
import sys

import pytest

BIBLIOTHEK = "import sozialamt.rechenkern, sozialamt.recht, sozialamt.leistungen"
WEBPROZESS = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "sozialamt.config.settings"
from sozialamt.config.wsgi import application
from django.urls import get_resolver
get_resolver().url_patterns
"""


@pytest.mark.parametrize(
    ("laedt", "verboten"),
    [(BIBLIOTHEK, {"django", "numba", "sqlite3"}), (WEBPROZESS, {"numba", "llvmlite"})],
    ids=["bibliothek", "webprozess"],
)
def test_ein_prozess_laedt_nur_was_er_braucht(laedt, verboten):
    zeige = f"import sys\nprint(sorted({verboten!r} & set(sys.modules)))"
    befehl = [sys.executable, "-c", f"{laedt}\n{zeige}"]
    lauf = subprocess.run(befehl, capture_output=True, text=True, check=False)
    assert lauf.returncode == 0, lauf.stderr
    assert lauf.stdout.strip() == "[]"
