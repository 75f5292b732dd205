"""Streitige Fragen auf dem Schirm."""

from html import unescape

import pytest
from django.urls import reverse
from tests.akte.bausteine import benutzer_mit
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Einstellungswahl
from sozialamt.leistungen import regelwerk

ADRESSE = "/verwaltung/streitfragen/"
WAHL = {
    "einstellung": "bemessung_erwerbsfreibetrag",
    "ansicht": "netto",
    "gilt_ab": "05.2026",
    "grund": "Urteil des LSG",
}


@pytest.fixture
def verwaltung(db):
    return angemeldet(benutzer_mit("administration"))


def test_jede_streitfrage_steht_mit_norm_hinweis_und_ansichten_da(verwaltung):
    assert reverse("einstellungen") == ADRESSE
    text = unescape(verwaltung.get(ADRESSE).content.decode())
    for einstellung in regelwerk().einstellungen.values():
        assert einstellung.titel in text and einstellung.norm in text and einstellung.hinweis in text
        assert all(ansicht in text for _, ansicht in einstellung.optionen.values())


def test_eine_wahl_wird_gespeichert_und_gezeigt(verwaltung):
    antwort = verwaltung.post(ADRESSE, WAHL, follow=True)
    wahl = Einstellungswahl.objects.get()
    assert (wahl.einstellung, f"{wahl.gilt_ab:%m.%Y}") == ("bemessung_erwerbsfreibetrag", "05.2026")
    text = antwort.content.decode()
    assert "Urteil des LSG" in text and "(gewählt)" in text


@pytest.mark.parametrize("feld", ["gilt_ab", "ansicht", "grund"])
def test_ein_fehlendes_feld_wird_erklaert(verwaltung, feld):
    antwort = verwaltung.post(ADRESSE, WAHL | {feld: ""})
    assert antwort.status_code == 422
    assert not Einstellungswahl.objects.exists()


def test_die_sachbearbeitung_waehlt_nicht(client):
    assert client.get(ADRESSE).status_code == 403
