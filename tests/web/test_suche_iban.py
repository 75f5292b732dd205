"""Suche nach einer Bankverbindung: nur ganz, nur mit eigenem Recht, immer vermerkt."""

from datetime import date

import pytest
from tests.akte.bausteine_schutz import benutzer_in, einheit, zustaendig
from tests.kasse.bausteine import BEGINN, IBANS, zahlungsweg
from tests.web.conftest import angemeldet

from sozialamt.akte.fehler import RechtFehlt
from sozialamt.akte.models import Protokolleintrag
from sozialamt.kasse.vorgaenge.iban_suchen import iban_suchen, sieht_aus_wie_iban

GRUPPIERT = "de02 1203 0000 0000 2020 51"


@pytest.fixture
def konto(haushalt, sachbearbeitung, teamleitung):
    return zahlungsweg(haushalt, sachbearbeitung, teamleitung, BEGINN, gilt_ab=date(2026, 1, 1))


def test_wer_darf_findet_den_haushalt_gleich_wie_die_iban_geschrieben_ist(konto, zweite, haushalt):
    for text in (IBANS[0], GRUPPIERT):
        seite = zweite.get("/suche/", {"q": text}).content.decode()
        assert haushalt.aktenzeichen in seite
        assert "Jörg Müßig" in seite


def test_jede_suche_steht_im_protokoll_ohne_die_ganze_iban(konto, zweite, teamleitung, haushalt):
    zweite.get("/suche/", {"q": GRUPPIERT})
    eintrag = Protokolleintrag.objects.filter(vorgang="iban_suchen").get()
    assert eintrag.benutzer == teamleitung
    assert eintrag.angaben == {"endet_auf": "2051", "haushalte": [haushalt.pk]}


def test_ohne_das_recht_findet_niemand_etwas(konto, client, sachbearbeitung, haushalt):
    seite = client.get("/suche/", {"q": IBANS[0]}).content.decode()
    assert haushalt.aktenzeichen not in seite
    assert "suchen nur Kasse, Teamleitung und Revision" in seite
    with pytest.raises(RechtFehlt):
        iban_suchen(benutzer=sachbearbeitung, iban=IBANS[0])
    assert not Protokolleintrag.objects.filter(vorgang="iban_suchen").exists()


def test_teile_und_falsche_pruefziffern_finden_nichts(konto, zweite, haushalt):
    assert haushalt.aktenzeichen not in zweite.get("/suche/", {"q": IBANS[0][:12]}).content.decode()
    falsch = zweite.get("/suche/", {"q": "DE03" + IBANS[0][4:]}).content.decode()
    assert "hat falsche Prüfziffern" in falsch
    assert not Protokolleintrag.objects.filter(vorgang="iban_suchen").exists()


def test_akten_fremder_einheiten_bleiben_verborgen(konto, haushalt, sachbearbeitung):
    nord, sued = einheit("Nord"), einheit("Süd")
    zustaendig(haushalt, nord, sachbearbeitung)
    fremd = angemeldet(benutzer_in("fremd", "teamleitung", sued))
    assert "Keine Akte, die Sie lesen dürfen" in fremd.get("/suche/", {"q": IBANS[0]}).content.decode()


@pytest.mark.parametrize("text", ["Müller", "50-000001", "01.02.1955", "DE02", "Deutschlandstraße 12"])
def test_andere_anfragen_sind_keine_iban(text):
    assert not sieht_aus_wie_iban(text)
