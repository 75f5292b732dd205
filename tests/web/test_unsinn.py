"""Doppelklick, zweiter Tab, unmögliche Zahlen und Zeichen: immer eine Meldung, nie eine Störung."""

import pytest
from django.db import DataError
from django.test import RequestFactory
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG, MAI
from tests.web.conftest import angemeldet
from tests.web.test_kasse import Amt

from sozialamt.akte.models import Bescheidentwurf, Haushalt
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.kasse.models import Zahlungsweg
from sozialamt.web.handlung import lies_euro, lies_nummer
from sozialamt.web.middleware import FachlicheFehler


@pytest.fixture
def vorgang(sachbearbeitung, haushalt, rentnerin):
    return antrag_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=MAI)


def test_ein_doppelklick_legt_einen_entwurf_an(vorgang, sachbearbeitung):
    ort = reverse("vorgang_entscheiden", args=[vorgang.pk, "bewilligen"])
    browser = angemeldet(sachbearbeitung)
    ziele = [browser.post(ort, {"beginn": "05.2026", "ende": "06.2026"}).url for _ in range(2)]
    assert ziele[0] == ziele[1]
    browser.post(ort, {"beginn": "05.2026", "ende": "07.2026"})
    assert Bescheidentwurf.objects.count() == 2


@pytest.mark.parametrize("tage", ["999999999999999999999", "367", "6", "-1", "zwei"])
def test_eine_unmoegliche_frist_wird_erklaert(vorgang, sachbearbeitung, tage):
    angaben = {"handlung": "anhoeren", "tatsachen": "a", "absicht": "b", "tage": tage, "version": "1"}
    antwort = angemeldet(sachbearbeitung).post(reverse("vorgang", args=[vorgang.pk]), angaben)
    assert antwort.status_code == 422
    assert "Frist in Tagen" in antwort.content.decode()


def test_ein_nullzeichen_wird_abgelehnt_bevor_die_datenbank_es_sieht(sachbearbeitung, haushalt):
    vorher = Haushalt.objects.count()
    angaben = {"strasse": "A\0B", "plz": "12345", "ort": "Ort"}
    antwort = angemeldet(sachbearbeitung).post(reverse("haushalt_neu"), angaben)
    assert (antwort.status_code, Haushalt.objects.count()) == (400, vorher)
    assert "nicht gespeichert werden kann" in antwort.content.decode()


def test_was_nicht_in_die_datenbank_passt_ist_eine_meldung(rf: RequestFactory):
    antwort = FachlicheFehler(lambda request: None).process_exception(rf.get("/"), DataError("value too long"))
    assert antwort.status_code == 400
    assert "länger, als sein Feld erlaubt" in antwort.content.decode()


@pytest.mark.django_db
def test_dasselbe_konto_wird_nicht_zweimal_erfasst():
    amt = Amt()
    amt.richte_konto_ein()
    adresse = f"/haushalte/{amt.akte.aktenzeichen}/zahlungswege/"
    angaben = {
        "kontoinhaber": "Wohnen eG",
        "iban": "DE02500105170137075030",
        "empfaenger": "vermieter",
        "gilt_ab": "01.01.2026",
    }
    assert amt.seite("sach", adresse, **angaben)[0] == 200
    code, text = amt.seite("sach", adresse, **angaben)
    assert (code, "schon erfasst" in text) == (422, True)
    assert Zahlungsweg.objects.offen().count() == 1
    assert amt.seite("team", "/kasse/konten/", zahlungsweg="abc", freigeben="ja")[0] == 404


def test_schluessel_und_betraege_aus_formularen_bleiben_in_ihren_grenzen():
    assert [lies_nummer(t) for t in ("7", "", None, "abc", "-1", "٣", "9" * 19)] == [7, 0, 0, 0, 0, 0, 0]
    with pytest.raises(Exception, match="ist größer als"):
        lies_euro("9" * 20, "Betrag")
