"""Das Formular aus dem Merkmalskatalog."""

import pytest
from django.urls import reverse
from tests.akte.bausteine import JANUAR, MAI, NOVEMBER

from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.models import Tatsache
from sozialamt.leistungen import regelwerk


@pytest.fixture
def adresse(haushalt):
    return reverse("tatsachen_haushalt", args=[haushalt.aktenzeichen])


@pytest.fixture
def der_person(haushalt, anna):
    return reverse("tatsachen_person", args=[haushalt.aktenzeichen, anna.pk])


def felder(text):
    return {m.name for m in regelwerk().merkmale.values() if f'name="m-{m.name}"' in text}


def test_jedes_merkmal_hat_genau_ein_feld_mit_hilfe_und_norm(client, adresse, der_person, rentnerin):
    beim_haushalt = client.get(adresse).content.decode()
    bei_der_person = client.get(der_person).content.decode()
    alle = regelwerk().merkmale.values()
    assert felder(beim_haushalt) == {m.name for m in alle if m.ebene == "haushalt"}
    assert felder(bei_der_person) == {m.name for m in alle if m.ebene == "person"}
    assert regelwerk().merkmale["miete_bruttokalt"].norm in beim_haushalt
    assert "Nachweis: Mietvertrag" in beim_haushalt
    assert "Ohne Angabe gilt:" in beim_haushalt


def test_nur_was_sich_aendert_wird_eingetragen(client, adresse, haushalt, rentnerin):
    vorher = Tatsache.objects.count()
    antwort = client.post(
        adresse,
        {
            "gilt_ab": "05.2026",
            "gilt_bis": "",
            "nachweis": "Mieterhöhung",
            "m-miete_bruttokalt": "477,00",
            "m-heizkosten": "60,00",
        },
    )
    assert antwort.status_code == 302
    assert antwort["Location"].endswith("?monat=2026-05")
    neu = Tatsache.objects.latest("id")
    assert Tatsache.objects.count() == vorher + 1
    assert (neu.merkmal, neu.wert, neu.gilt_ab, neu.nachweis) == ("miete_bruttokalt", 47700, MAI, "Mieterhöhung")
    assert bilde_fall(haushalt, JANUAR).fall.haushalt["miete_bruttokalt"] == 42000
    assert bilde_fall(haushalt, NOVEMBER).fall.haushalt["miete_bruttokalt"] == 47700


def test_ein_geleertes_feld_heisst_nichts_mehr_bekannt(client, adresse, haushalt, rentnerin):
    client.post(adresse, {"gilt_ab": "05.2026", "m-miete_bruttokalt": ""})
    assert "miete_bruttokalt" not in bilde_fall(haushalt, NOVEMBER).fall.haushalt


@pytest.mark.parametrize(
    ("angaben", "meldung"),
    [
        ({"gilt_ab": "Mai", "m-heizkosten": "1"}, "„Mai“ ist kein Monat"),
        ({"gilt_ab": "05.2026", "gilt_bis": "01.2026", "m-heizkosten": "1"}, "liegt vor 05.2026"),
        ({"gilt_ab": "05.2026", "m-miete_bruttokalt": "-5"}, "ist kleiner als 0,00"),
        ({"gilt_ab": "05.2026", "m-miete_bruttokalt": "viel"}, "„viel“ ist kein Betrag in Euro"),
        ({"gilt_ab": "05.2026", "m-wohnform": "schloss"}, "„schloss“ steht nicht zur Wahl"),
    ],
)
def test_unbrauchbares_nennt_feld_wert_grund_und_abhilfe_und_speichert_nichts(
    client, adresse, rentnerin, angaben, meldung
):
    vorher = Tatsache.objects.count()
    antwort = client.post(adresse, {"m-warmwasser_dezentral": "ja"} | angaben)
    text = antwort.content.decode()
    assert antwort.status_code == 422
    assert "Das wurde nicht gespeichert" in text
    assert meldung in text
    assert Tatsache.objects.count() == vorher


def test_das_getippte_geht_bei_einem_fehler_nicht_verloren(client, adresse, rentnerin):
    antwort = client.post(adresse, {"gilt_ab": "05.2026", "m-miete_bruttokalt": "viel", "m-heizkosten": "77,70"})
    text = antwort.content.decode()
    assert 'value="viel"' in text
    assert 'value="77,70"' in text
    assert 'aria-invalid="true"' in text


def test_ein_bedingtes_merkmal_ruht_bis_seine_bedingung_erfuellt_ist(client, adresse, rentnerin):
    text = client.get(adresse).content.decode()
    ruhend = text.index("Derzeit nicht gefragt", text.index(">Angemessenheit<"))
    assert text.index('name="m-durchschnittliche_warmmiete"') > ruhend


def test_geburtsdatum_in_der_zukunft_wird_erklaert(client, der_person):
    antwort = client.post(der_person, {"gilt_ab": "05.2026", "m-geburtsdatum": "01.01.2090"})
    assert antwort.status_code == 422
    assert "01.01.2090" in antwort.content.decode()
