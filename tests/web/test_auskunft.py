"""Auskunft über Zugriffe als Seite und PDF; jede Ausgabe nennt ihren Zweck."""

import io

import pypdf
import pytest
from django.urls import reverse
from tests.akte.bausteine import benutzer_mit
from tests.web.conftest import angemeldet

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt
from sozialamt.akte.models import Ausgabe
from sozialamt.akte.vorgaenge.ausgabe_vermerken import ausgabe_vermerken


@pytest.fixture
def teamleitung(db):
    konto = benutzer_mit("teamleitung")
    konto.first_name, konto.last_name = "Robin", "Geheimnis"
    konto.save()
    return konto


def test_ein_knopf_gibt_das_pdf_und_vermerkt_die_ausgabe(client, teamleitung, haushalt, anna):
    client.get(reverse("haushalt", args=[haushalt.aktenzeichen]))
    leitet = angemeldet(teamleitung)
    pfad = reverse("auskunft", args=[haushalt.aktenzeichen, anna.pk])
    assert "Geheimnis" in leitet.get(pfad, follow=True).content.decode()
    antwort = leitet.post(pfad)
    assert antwort["Content-Type"] == "application/pdf"
    leser = pypdf.PdfReader(io.BytesIO(antwort.content))
    text = "".join(seite.extract_text() for seite in leser.pages)
    assert "Anna Müller" in text
    assert "Haushaltsseite" in text
    assert "Sachbearbeitung" in text
    assert "Geheimnis" not in text
    ausgabe = Ausgabe.objects.get()
    assert (ausgabe.person, ausgabe.benutzer, ausgabe.anzahl) == (anna, teamleitung, 2)
    assert "Art. 15 DSGVO" in ausgabe.zweck
    revision = angemeldet(benutzer_mit("revision"))
    assert "Art. 15 DSGVO" in revision.get(reverse("ausgaben")).content.decode()


def test_die_haushaltsseite_fuehrt_dorthin_nur_wen_sie_darf(client, teamleitung, haushalt, anna):
    pfad = reverse("auskunft", args=[haushalt.aktenzeichen, anna.pk])
    seite = reverse("haushalt", args=[haushalt.aktenzeichen])
    assert pfad in angemeldet(teamleitung).get(seite).content.decode()
    assert pfad not in client.get(seite).content.decode()
    assert client.post(pfad).status_code == 403
    fremd = reverse("auskunft", args=[haushalt.aktenzeichen, anna.pk + 1])
    assert angemeldet(teamleitung).get(fremd).status_code == 404


def test_ohne_zweck_keine_ausgabe(teamleitung, sachbearbeitung, haushalt):
    with pytest.raises(AngabenFehler, match="Zweck"):
        ausgabe_vermerken(benutzer=teamleitung, art="Liste", zweck=" nö ", anzahl=3, betrifft=haushalt)
    with pytest.raises(RechtFehlt):
        ausgabe_vermerken(benutzer=sachbearbeitung, art="Liste", zweck="Prüfung 2026", anzahl=3)
    assert not Ausgabe.objects.exists()
    ausgabe_vermerken(benutzer=teamleitung, art="Liste", zweck="Prüfung 2026", anzahl=3, betrifft=haushalt)
    assert Ausgabe.objects.get().haushalt == haushalt
