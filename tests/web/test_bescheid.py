"""Entwerfen, erlassen, herunterladen; anlegen; anmelden."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG, NOVEMBER

from sozialamt.akte.models import Bescheid, Bescheidentwurf, Haushalt, Lesezugriff, Person


def entwirf(client, haushalt, **angaben):
    adresse = reverse("bescheid_entwerfen", args=[haushalt.aktenzeichen])
    return client.post(adresse, {"leistung": GRUNDSICHERUNG, "beginn": "07.2026", "ende": "12.2026"} | angaben)


def test_vom_entwurf_zum_pdf(client, zweite, haushalt, rentnerin):
    antwort = entwirf(client, haushalt)
    entwurf = Bescheidentwurf.objects.get()
    assert antwort["Location"] == reverse("entwurf", args=[entwurf.pk])
    seite = client.get(antwort["Location"]).content.decode()
    assert "Dezember 2026" in seite
    assert "Bescheid erlassen" not in seite
    assert "Was sich am Geld ändert" in seite
    client.post(antwort["Location"], {"vorlegen": "ja"})
    assert client.post(antwort["Location"], {"erlassen": "ja"}).status_code == 403
    seite = zweite.get(antwort["Location"]).content.decode()
    assert "Bescheid erlassen" in seite
    antwort = zweite.post(antwort["Location"], {"erlassen": "ja"})
    bescheid = Bescheid.objects.get()
    seite = client.get(antwort["Location"]).content.decode()
    assert bescheid.nummer in seite
    assert "Warum dieser Betrag?" in seite
    pdf = client.get(reverse("bescheid_pdf", args=[bescheid.nummer]))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-")
    assert Lesezugriff.objects.filter(person=rentnerin, anlass="Bescheid als PDF").exists()


def test_zurueckweisen_verlangt_einen_grund_und_zeigt_ihn(client, zweite, haushalt, rentnerin):
    adresse = entwirf(client, haushalt)["Location"]
    client.post(adresse, {"vorlegen": "ja"})
    assert zweite.post(adresse, {"zurueckweisen": "ja", "grund": ""}).status_code == 422
    zweite.post(adresse, {"zurueckweisen": "ja", "grund": "Miete prüfen"})
    seite = client.get(adresse).content.decode()
    assert "Zurückgewiesen von teamleitung: Miete prüfen" in seite
    assert "Zur Freigabe vorlegen" in seite


def test_verwerfen_fuehrt_zurueck_zum_haushalt(client, haushalt, rentnerin):
    adresse = entwirf(client, haushalt)["Location"]
    antwort = client.post(adresse, {"verwerfen": "ja"})
    assert antwort["Location"] == reverse("haushalt", args=[haushalt.aktenzeichen])
    assert not Bescheidentwurf.objects.exists()


@pytest.mark.parametrize(
    ("angaben", "meldung"),
    [
        ({"beginn": "bald"}, "„bald“ ist kein Monat"),
        ({"ende": "07.2028"}, "umfasst 25 Monate"),
        ({"leistung": "geschenk"}, "„geschenk“ gibt es nicht"),
        ({"beginn": "01.2035", "ende": "01.2035"}, "kann nicht berechnet werden"),
    ],
)
def test_unbrauchbares_wird_erklaert(client, haushalt, rentnerin, angaben, meldung):
    antwort = entwirf(client, haushalt, **angaben)
    assert antwort.status_code == 422
    assert meldung in antwort.content.decode()
    assert not Bescheidentwurf.objects.exists()


def test_ein_bescheid_wird_durch_ansehen_nicht_geaendert(client, zweite, haushalt, rentnerin):
    zweite.post(entwirf(client, haushalt)["Location"], {"erlassen": "ja"})
    adresse = reverse("bescheid", args=[Bescheid.objects.get().nummer])
    assert client.post(adresse).status_code == 405


def test_neuer_haushalt_mit_erster_person(client):
    antwort = client.post(reverse("haushalt_neu"), {"strasse": "Weg 1", "plz": "12345", "ort": "Musterstadt"})
    akte = Haushalt.objects.get()
    assert antwort["Location"] == reverse("person_neu", args=[akte.aktenzeichen])
    angaben = {"vorname": "Eva", "nachname": "Neu", "geburtsdatum": "1.2.1950", "von": "11.2026"}
    antwort = client.post(antwort["Location"], angaben)
    person = Person.objects.get()
    assert antwort["Location"] == reverse("tatsachen_person", args=[akte.aktenzeichen, person.pk])
    assert akte.mitgliedschaften.get().von == NOVEMBER


@pytest.mark.parametrize(
    ("name", "wert", "meldung"),
    [
        ("geburtsdatum", "31.02.1950", "„31.02.1950“ ist kein Datum"),
        ("geburtsdatum", "01.01.2090", "liegt in der Zukunft"),
        ("von", "", "„(leer)“ ist kein Monat"),
        ("vorname", "", "Tragen Sie den Vornamen ein"),
    ],
)
def test_eine_unvollstaendige_person_wird_nicht_angelegt(client, haushalt, name, wert, meldung):
    angaben = {"vorname": "Eva", "nachname": "Neu", "geburtsdatum": "1.2.1950", "von": "11.2026"}
    antwort = client.post(reverse("person_neu", args=[haushalt.aktenzeichen]), angaben | {name: wert})
    assert antwort.status_code == 422
    assert meldung in antwort.content.decode()
    assert not Person.objects.exists()


def test_anmeldung_mit_passwort_und_abmeldung(sachbearbeitung):
    sachbearbeitung.set_password("ein langes Passwort")
    sachbearbeitung.save()
    client = Client()
    falsch = client.post(reverse("account_login"), {"login": "sachbearbeitung", "password": "falsch"})
    assert "kern-alert--danger" in falsch.content.decode()
    richtig = client.post(reverse("account_login"), {"login": "sachbearbeitung", "password": "ein langes Passwort"})
    assert richtig["Location"] == reverse("start")
    assert client.get(reverse("start")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("start")).status_code == 302
