"""Die Empfängerprüfung am Bildschirm, vom Zahllauf aus."""

import pytest
from django.utils import timezone
from tests.web.test_kasse import Amt

from sozialamt.kasse.models import Empfaengerpruefung, Zahllauf, Zahlungsweg

pytestmark = pytest.mark.django_db
SEITE = "/kasse/empfaengerpruefung/"


@pytest.fixture
def amt():
    amt = Amt()
    amt.richte_konto_ein()
    return amt


def test_vom_zahllauf_zur_antwort_der_bank_und_zur_entscheidung(amt):
    weg = Zahlungsweg.objects.get()
    code, text = amt.seite("kasse", "/kasse/", monat="12.2099", ausfuehrungstag="31.12.2099")
    assert (code, text.count("liegt zu weit in der Zukunft")) == (422, 2)
    heute = f"{timezone.localdate():%d.%m.%Y}"
    amt.seite("kasse", "/kasse/", monat=f"{amt.monat:%m.%Y}", ausfuehrungstag=heute)
    lauf = Zahllauf.objects.get()
    assert "0 Konten mit offenem Zweifel, 1 ohne Antwort" in amt.seite("kasse", f"/kasse/laeufe/{lauf.nummer}/")[1]
    liste = f"{SEITE}?lauf={lauf.nummer}&zeige=ungeprueft"
    assert weg.iban_lesbar in amt.seite("kasse", liste)[1]
    amt.seite("kasse", liste, zahlungsweg=weg.pk, ergebnis="fast", bekannter_name="Jorg Mussig")
    assert "1 Konto mit offenem Zweifel" in amt.seite("kasse", f"/kasse/laeufe/{lauf.nummer}/")[1]
    assert "entscheidet eine andere Person" in amt.seite("kasse", SEITE)[1]
    text = amt.seite("team", SEITE)[1]
    assert "bei der Bank: Jorg Mussig" in text and "Trotzdem zahlen" in text
    pruefung = Empfaengerpruefung.objects.get()
    code, text = amt.seite("team", SEITE, pruefung=pruefung.pk, begruendung="", trotzdem="ja")
    assert (code, "Begründung" in text) == (422, True)
    amt.seite("team", SEITE, pruefung=pruefung.pk, begruendung="Umlaute", trotzdem="ja")
    assert "Kein Konto passt" in amt.seite("team", SEITE)[1]
    assert "trotzdem zahlen: Umlaute" in amt.seite("team", SEITE + "?zeige=fast")[1]


def test_unsinn_in_der_adresse_und_im_formular_gibt_eine_meldung(amt):
    assert amt.seite("kasse", SEITE + "?zeige=quatsch&lauf=nix&seite=99")[0] == 200
    assert amt.seite("kasse", SEITE, zahlungsweg="abc", ergebnis="fast")[0] == 404
    weg = Zahlungsweg.objects.get()
    assert amt.seite("kasse", SEITE, zahlungsweg=weg.pk, ergebnis="vielleicht")[0] == 422
    assert amt.seite("sach", SEITE)[0] == 403
