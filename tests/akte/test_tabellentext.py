"""Was ein Tabellenprogramm ausführen würde, wird Text."""

import pytest

from sozialamt.akte.tabellentext import harmlos


@pytest.mark.parametrize("text", ["=1+1", "+49", "-2", "@SUMME(A1)", "\t=1", "\r=1", "=HYPERLINK(1)"])
def test_eine_formel_wird_text(text):
    assert harmlos(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Müller-Lüdenscheidt", "1.234,50", "a=b"])
def test_gewoehnlicher_text_bleibt(text):
    assert harmlos(text) == text
