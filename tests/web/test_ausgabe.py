"""Eine Liste mit Daten über Menschen verlässt das Haus nur mit Zweck, und jede Ausgabe ist vermerkt."""

from pathlib import Path

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, MAI

import sozialamt.web.ansichten
from sozialamt.akte.models import Ausgabe
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen

LISTE = "/aufgaben/antraege/?wessen=alle"


@pytest.fixture
def antrag(sachbearbeitung, haushalt, rentnerin):
    return antrag_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=MAI)


def test_mit_zweck_kommt_die_liste_und_ist_vermerkt(antrag, zweite, haushalt, teamleitung):
    antwort = zweite.post(LISTE, {"zweck": "Urlaubsvertretung im Mai"})
    assert antwort["Content-Type"].startswith("text/csv")
    assert haushalt.aktenzeichen in antwort.content.decode("utf-8-sig")
    vermerk = Ausgabe.objects.get()
    assert (vermerk.benutzer, vermerk.zweck, vermerk.anzahl) == (teamleitung, "Urlaubsvertretung im Mai", 1)


def test_ohne_zweck_kommt_nichts(antrag, zweite):
    antwort = zweite.post(LISTE, {"zweck": " "})
    assert antwort.status_code == 422
    assert "Zweck" in antwort.content.decode()
    assert not Ausgabe.objects.exists()


def test_wer_nicht_ausgeben_darf_sieht_kein_formular_und_bekommt_nichts(antrag, client):
    assert "Als CSV ausgeben" not in client.get(LISTE).content.decode()
    assert client.post(LISTE, {"zweck": "Urlaubsvertretung im Mai"}).status_code == 403
    assert not Ausgabe.objects.exists()


def test_nur_der_eine_weg_schreibt_listen_ueber_menschen():
    """Der Vergleich kennt keine Menschen; jede andere Ansicht, die CSV schreibt, muss über `web/ausgabe.py`."""
    ordner = Path(sozialamt.web.ansichten.__file__).parent
    andere = [p for p in ordner.rglob("*.py") if "vergleich" not in p.parts and "csv" in p.read_text(encoding="utf-8")]
    assert andere == []
