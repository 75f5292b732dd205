"""Die Haushaltsseite: Ansprüche, Fragen, Zeitleiste, Wissensstand, Abfragen."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.akte.bausteine import FEBRUAR, GRUNDSICHERUNG, JANUAR, MAI, NOVEMBER, eintragen, neue_person

from sozialamt.akte.berechnung import berechne
from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.models import Lesezugriff
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.leistungen import steckbriefe
from sozialamt.web.templatetags.anzeige import euro

SPAETER = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def adresse(haushalt):
    return reverse("haushalt", args=[haushalt.aktenzeichen])


def zeige(client, adresse, **angaben):
    return client.get(adresse, {"monat": "2026-11"} | angaben).content.decode()


def test_zeigt_den_anspruch_den_die_akte_rechnet(client, adresse, haushalt, rentnerin):
    ergebnis = berechne(bilde_fall(haushalt, NOVEMBER), steckbriefe()[GRUNDSICHERUNG])
    assert ergebnis.cent > 0
    assert euro(ergebnis.cent) in zeige(client, adresse)


def test_fehlendes_wird_als_frage_gezeigt_und_fuehrt_zum_feld(client, adresse, sachbearbeitung, haushalt, anna):
    eintragen(sachbearbeitung, haushalt, Angabe("geburtsdatum", None, date(1955, 3, 1), person=anna))
    text = zeige(client, adresse)
    assert "Zu erfragen" in text
    assert f"tatsachen/{anna.pk}/?monat=2026-11#m-geburtsdatum" in text


def test_der_wissensstand_eines_frueheren_tages_zeigt_was_damals_galt(
    client, adresse, sachbearbeitung, haushalt, rentnerin
):
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 47700, FEBRUAR), zeitpunkt=SPAETER)
    assert "477,00" in zeige(client, adresse)
    damals = zeige(client, adresse, stand="01.05.2026")
    assert "477,00" not in damals
    assert "420,00" in damals
    assert "was am 01.05.2026 bekannt war" in damals


@pytest.mark.parametrize(("name", "wert"), [("monat", "Mittwoch"), ("stand", "gestern")])
def test_ein_unlesbares_feld_wird_erklaert_statt_geraten(client, adresse, rentnerin, name, wert):
    text = zeige(client, adresse, **{name: wert})
    assert f"„{wert}“ ist kein" in text


def test_ein_haushalt_ohne_menschen_sagt_das(client, adresse, haushalt):
    text = zeige(client, adresse)
    assert "gehört niemand zu diesem Haushalt" in text
    assert "noch keinen Bescheid" in text


def test_jedes_oeffnen_wird_je_person_vermerkt(client, adresse, sachbearbeitung, rentnerin):
    zeige(client, adresse)
    assert Lesezugriff.objects.filter(person=rentnerin, benutzer=sachbearbeitung, anlass="Haushaltsseite").count() == 1


def test_ein_monat_ohne_recht_rechnet_nicht_mit_dem_letzten_bekannten(client, adresse, rentnerin):
    text = zeige(client, adresse, monat="2035-01")
    assert "hat für 2035-01" in text.replace("-01-01", "-01")
    assert "im Monat</span>" not in text


def test_erfundene_menschen_sind_gekennzeichnet(client, sachbearbeitung):
    akte = haushalt_anlegen(benutzer=sachbearbeitung, strasse="W 1", plz="12345", ort="Ort", erzeugt=True)
    assert "Erzeugte Beispieldaten" in zeige(client, reverse("haushalt", args=[akte.aktenzeichen]))


def test_texte_von_menschen_werden_nie_zu_html(client, adresse, sachbearbeitung, haushalt):
    person = neue_person(sachbearbeitung, haushalt, "<b>Eva</b> <script>", date(1950, 1, 1))
    eintragen(sachbearbeitung, haushalt, Angabe("rente_gesetzlich", 1, JANUAR, nachweis='"><img src=x>', person=person))
    for ziel in (adresse, reverse("berechnung", args=[haushalt.aktenzeichen, GRUNDSICHERUNG, NOVEMBER])):
        text = zeige(client, ziel)
        assert "<b>Eva" not in text
        assert "<img" not in text


def test_die_zahl_der_abfragen_waechst_nicht_mit_den_daten(client, adresse, sachbearbeitung, haushalt, rentnerin):
    zeige(client, adresse)
    with CaptureQueriesContext(connection) as wenig:
        zeige(client, adresse)
    for nummer in range(4):
        person = neue_person(sachbearbeitung, haushalt, f"Kind{nummer} Müller", date(2015, 1, 1 + nummer))
        angaben = [Angabe("kindergeld", 100 * i, monat, person=person) for i, monat in enumerate((JANUAR, MAI))]
        eintragen(sachbearbeitung, haushalt, *angaben)
    with CaptureQueriesContext(connection) as viel:
        zeige(client, adresse)
    assert len(viel) == len(wenig)
    assert len(viel) <= 28
