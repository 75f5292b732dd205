"""What is missed shows and makes the run fail; a goal of our own only shows."""

from bench.muss import Muss, melde


def test_verfehltes_laesst_den_lauf_scheitern(capsys):
    assert melde([Muss("schnell", "1 s", True), Muss("klein", "2 GiB", False)]) == 1
    assert capsys.readouterr().out.splitlines() == ["erfüllt   schnell: 1 s", "VERFEHLT  klein: 2 GiB"]
    assert Muss("klein", "2 GiB", False).zeile == ("klein", "2 GiB", "**verfehlt**")


def test_ein_eigenes_ziel_ist_offen(capsys):
    ziel = Muss("ein Fall in 20 ms", "74 ms", False, gefordert=False)
    assert melde([ziel]) == 0 and ziel.zeile[2] == "eigenes Ziel, noch offen"
    assert "noch offen" in capsys.readouterr().out
