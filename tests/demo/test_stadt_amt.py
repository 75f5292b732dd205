"""Teams und Schreibtische der erzeugten Stadt."""

import pytest

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.demo.stadt_amt import FAELLE_JE_KONTO, besetze


def test_viele_faelle_bekommen_viele_schreibtische(db):
    amt = besetze(5 * FAELLE_JE_KONTO)
    assert len(amt.plaetze) == 5
    neue = Benutzer.objects.filter(username__startswith="sachbearbeitung_3")
    assert [b.has_usable_password() for b in neue] == [False]


def test_in_einer_fremden_datenbank_entsteht_keine_stadt(db):
    Benutzer.objects.create(username="echt")
    with pytest.raises(ZustandFehler, match="leere Datenbank"):
        besetze(1)
