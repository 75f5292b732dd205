"""Kernel sources on disk: months with the same versions of all rules share one, others never."""

import pytest

from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.kern import store, textcache
from sozialamt.rechenkern.plan import plane

ZIELE = ("wohngeld",)


@pytest.fixture
def gebaut(tmp_path, monkeypatch):
    """Asks for the source of a month; gives how many were built so far (each the text of its month)."""
    monkeypatch.setenv(store.UMGEBUNG, str(tmp_path))
    zahl = []

    def frage(monat):
        plan = plane(regelwerk(), ZIELE, monat)
        leer = {"text": str(monat), "spalten": (), "bedingte": {}, "parameter": (), "ziele": ZIELE, "abgeleitete": ()}
        leer["geprueft"] = ()
        felder = {n: leer.get(n, 0) for n in textcache.Kernquelle.__dataclass_fields__}

        def baue():
            zahl.append(monat)
            return textcache.Kernquelle(**felder)

        return textcache.quelle(plan, (), [], baue).text, len(zahl)

    return frage


def test_monate_mit_demselben_recht_teilen_sich_die_quelle(gebaut):
    assert gebaut(20260101) == ("20260101", 1)
    assert gebaut(20260201) == ("20260101", 1)
    assert gebaut(20260301) == ("20260101", 1)


def test_eine_andere_fassung_einer_regel_braucht_eine_andere_quelle(gebaut):
    gebaut(20191201)
    assert gebaut(20260101)[1] == 2
