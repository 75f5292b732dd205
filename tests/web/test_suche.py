"""Die Suche auf dem Bildschirm: zwei Listen, Seiten, Ordnung, nur was man sehen darf; Dubletten beim Anlegen."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.akte.bausteine import neue_person
from tests.akte.bausteine_schutz import benutzer_in, einheit, zustaendig
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Haushalt, Person


def suche(client, anfrage: str, **angaben) -> str:
    return client.get(reverse("suche"), {"q": anfrage} | angaben).content.decode()


def test_personen_und_haushalte_stehen_in_zwei_listen(client, haushalt, anna):
    text = suche(client, "mühlenweg")
    assert "1 Person<" in text
    assert "1 Haushalt<" in text
    assert "Müller, Anna" in text
    assert "Müller, Anna" not in suche(client, "mühlenweg", art="haushalte")


def test_viele_treffer_kommen_seitenweise_und_geordnet(client, sachbearbeitung, haushalt):
    for nummer in range(30):
        neue_person(sachbearbeitung, haushalt, f"P{nummer:02d} Wolf", date(1950 + nummer, 1, 1))
    text = suche(client, "wolf")
    assert "30 Personen" in text
    assert "Seite 1 von 2" in text
    jung = suche(client, "wolf", sortierung="jung")
    assert jung.index("P29") < jung.index("P28")
    assert "P00" in suche(client, "wolf", seite="2", sortierung="jung")
    assert "30 Personen" in suche(client, "wolf", sortierung="unsinn", seite="unsinn")


def test_die_suche_zeigt_nur_was_man_lesen_darf(haushalt, anna, sachbearbeitung):
    zustaendig(haushalt, einheit("Nord"), sachbearbeitung)
    fremde = angemeldet(benutzer_in("fremde", "sachbearbeitung", einheit("Süd")))
    assert "Nichts gefunden" in suche(fremde, "müller")


def test_mehr_treffer_kosten_nicht_mehr_abfragen(client, sachbearbeitung, haushalt, anna):
    suche(client, "mül")
    with CaptureQueriesContext(connection) as wenig:
        suche(client, "mül")
    for nummer in range(8):
        neue_person(sachbearbeitung, haushalt, f"Q{nummer} Müller", date(1950 + nummer, 1, 1))
    with CaptureQueriesContext(connection) as viel:
        suche(client, "mül")
    assert len(viel) == len(wenig)


@pytest.fixture
def angaben(anna):
    return {"vorname": "Ana", "nachname": "Miller", "geburtsdatum": "14.03.1955", "von": "11.2026"}


def test_eine_moegliche_dublette_wird_verglichen_und_nur_mit_grund_angelegt(client, haushalt, angaben):
    pfad = reverse("person_neu", args=[haushalt.aktenzeichen])
    antwort = client.post(pfad, angaben)
    text = antwort.content.decode()
    assert antwort.status_code == 422
    assert "Müller, Anna" in text
    assert haushalt.aktenzeichen in text
    assert Person.objects.count() == 1
    assert client.post(pfad, angaben | {"dublettengrund": "anderer_mensch"}).status_code == 302
    assert Person.objects.count() == 2


def test_eine_dublette_in_einer_fremden_akte_verraet_nichts_ueber_sie(haushalt, angaben, sachbearbeitung):
    zustaendig(haushalt, einheit("Nord"), sachbearbeitung)
    sued = einheit("Süd")
    fremde = benutzer_in("fremde", "sachbearbeitung", sued)
    client = angemeldet(fremde)
    client.post(reverse("haushalt_neu"), {"strasse": "W 1", "plz": "12345", "ort": "Ort"})
    neu = Haushalt.objects.latest("pk")
    text = client.post(reverse("person_neu", args=[neu.aktenzeichen]), angaben).content.decode()
    assert "führt eine andere Einheit" in text
    assert "Müller" not in text
    assert haushalt.aktenzeichen not in text
