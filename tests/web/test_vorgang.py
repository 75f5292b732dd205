"""Vorgänge auf dem Bildschirm: beginnen, weiterführen, entscheiden, Fristen, Auswirkung."""

from datetime import date

import pytest
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, MAI

from sozialamt.akte.models import Bescheidentwurf, Frist, Tatsache, Traegeranspruch, Vorgang
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.web.entscheidungsformular import FORMULARE


@pytest.fixture
def antrag(sachbearbeitung, haushalt, rentnerin):
    return antrag_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=MAI)


@pytest.fixture
def bewilligt(sachbearbeitung, teamleitung, haushalt, rentnerin):
    entwurf = bescheid_entwerfen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=JANUAR, ende=date(2026, 12, 1)
    )
    return bescheid_erlassen(benutzer=teamleitung, entwurf=entwurf)


def adresse(vorgang):
    return reverse("vorgang", args=[vorgang.pk])


def test_einen_antrag_beginnen_und_auf_der_akte_sehen(client, haushalt, rentnerin):
    angaben = {"art": "antrag", "leistung": GRUNDSICHERUNG, "eingang": "11.05.2026", "vermerk": "vorgesprochen"}
    antwort = client.post(reverse("vorgang_beginnen", args=[haushalt.aktenzeichen]), angaben)
    vorgang = Vorgang.objects.get()
    assert antwort["Location"] == adresse(vorgang)
    seite = client.get(antwort["Location"]).content.decode()
    assert "in Prüfung" in seite
    assert "§ 88 Abs. 1 SGG" in seite
    assert "vorgesprochen" in seite
    akte = client.get(reverse("haushalt", args=[haushalt.aktenzeichen])).content.decode()
    assert adresse(vorgang) in akte


@pytest.mark.parametrize(
    ("angaben", "meldung"),
    [
        ({"eingang": "morgen"}, "„morgen“ ist kein Datum"),
        ({"art": "widerspruch"}, "Wählen Sie den Bescheid"),
        ({"art": "wunsch"}, "„wunsch“ gibt es nicht"),
    ],
)
def test_ein_unbrauchbarer_beginn_wird_erklaert(client, haushalt, angaben, meldung):
    vorgabe = {"art": "antrag", "leistung": GRUNDSICHERUNG, "eingang": "11.05.2026"}
    antwort = client.post(reverse("vorgang_beginnen", args=[haushalt.aktenzeichen]), vorgabe | angaben)
    assert antwort.status_code == 422
    assert meldung in antwort.content.decode()
    assert not Vorgang.objects.exists()


def test_anhoeren_mitwirkung_und_wiedervorlage_auf_der_seite_des_vorgangs(client, antrag):
    client.post(
        adresse(antrag),
        {
            "handlung": "mitwirkung_anfordern",
            "version": "1",
            "unterlagen": "Mietvertrag",
            "pflicht": "60-1-3",
            "tage": "14",
        },
    )
    antrag.refresh_from_db()
    assert antrag.zustand == "wartet_auf_mitwirkung"
    client.post(
        adresse(antrag),
        {"handlung": "anhoeren", "version": "2", "tatsachen": "a", "absicht": "b", "tage": "14"},
    )
    seite = client.get(adresse(antrag)).content.decode()
    assert "Anhörung läuft" in seite
    assert "Anhörung vor einer Entscheidung (PDF)" in seite
    client.post(adresse(antrag), {"handlung": "frist_setzen", "titel": "nachsehen", "faellig": "01.12.2090"})
    assert Frist.objects.filter(titel="nachsehen").exists()


def test_wer_zu_spaet_kommt_sieht_was_geschah(client, antrag):
    schritt = {"handlung": "vermerken", "ereignis_am": "11.05.2026", "vermerk": "erste", "version": "1"}
    client.post(adresse(antrag), schritt)
    antwort = client.post(adresse(antrag), schritt | {"vermerk": "zweite"})
    assert antwort.status_code == 422
    text = antwort.content.decode()
    assert "Inzwischen ist an diesem Vorgang gearbeitet worden" in text
    assert antrag.schritte.count() == 2


@pytest.mark.parametrize("falsch", [{"version": "x"}, {"tage": "bald"}, {"tage": "1"}])
def test_unlesbares_im_schritt_wird_erklaert(client, antrag, falsch):
    vorgabe = {"handlung": "anhoeren", "version": "1", "tatsachen": "a", "absicht": "b", "tage": "14"}
    assert client.post(adresse(antrag), vorgabe | falsch).status_code == 422
    assert not antrag.schreiben.exists()


def test_aus_dem_antrag_wird_ein_entwurf(client, antrag):
    ziel = reverse("vorgang_entscheiden", args=[antrag.pk, "bewilligen"])
    assert 'value="05.2026"' in client.get(ziel).content.decode()
    antwort = client.post(ziel, {"beginn": "05.2026", "ende": "12.2026", "vorlaeufig_grund": "offen"})
    assert antwort.status_code == 422
    assert "höchstens 6 Monate" in antwort.content.decode()
    antwort = client.post(ziel, {"beginn": "05.2026", "ende": "12.2026"})
    entwurf = Bescheidentwurf.objects.get()
    assert antwort["Location"] == reverse("entwurf", args=[entwurf.pk])
    assert adresse(antrag) in client.get(antwort["Location"]).content.decode()


def test_eine_entscheidung_die_nicht_passt_gibt_es_nicht(client, antrag):
    assert client.get(reverse("vorgang_entscheiden", args=[antrag.pk, "aendern"])).status_code == 404


@pytest.mark.parametrize("formular", FORMULARE, ids=lambda f: f.schluessel)
def test_jedes_leere_formular_nennt_seine_maengel(formular, sachbearbeitung, antrag):
    from sozialamt.akte.fehler import Aktenfehler

    with pytest.raises(Aktenfehler):
        formular.entwirf(sachbearbeitung, antrag, {})


def test_auswirkung_ansehen_speichert_nichts_und_zeigt_den_unterschied(client, haushalt, rentnerin, bewilligt):
    vorher = Tatsache.objects.count()
    ziel = reverse("tatsachen_person", args=[haushalt.aktenzeichen, rentnerin.pk])
    angaben = {"gilt_ab": "08.2026", "m-rente_gesetzlich": "550,00"}
    seite = client.post(ziel, angaben | {"ansehen": "ja"}).content.decode()
    assert "noch nichts ist gespeichert" in seite
    assert "−50,00" in seite
    assert "SGB X" in seite
    assert 'value="550,00"' in seite
    assert Tatsache.objects.count() == vorher
    antwort = client.post(ziel, angaben, follow=True)
    assert "Der Bescheid passt nicht mehr" in antwort.content.decode()
    vorgang = Vorgang.objects.get()
    seite = client.get(adresse(vorgang)).content.decode()
    assert "Diese Entscheidung entwerfen" in seite
    assert "Was die Akte heute ergibt" in seite


def test_fristen_zeigen_eigene_und_alle_und_lassen_sich_abhaken(client, zweite, antrag):
    ziel = reverse("fristen")
    assert "Über den Antrag entscheiden" in client.get(ziel, {"bis": "01.01.2090"}).content.decode()
    assert "Über den Antrag" not in zweite.get(ziel, {"bis": "01.01.2090"}).content.decode()
    alle = {"bis": "01.01.2090", "wessen": "alle"}
    assert "Über den Antrag" in zweite.get(ziel, alle).content.decode()
    assert "Über den Antrag" not in zweite.get(ziel, alle | {"art": "wiedervorlage"}).content.decode()
    assert client.get(ziel, {"bis": "bald"}).status_code == 422
    antwort = client.post(ziel, {"frist": Frist.objects.get().pk})
    assert antwort.status_code == 422
    assert "endet erst mit dem Schritt" in antwort.content.decode()


def test_anspruch_gegen_einen_anderen_aufnehmen_und_geltend_machen(client, haushalt, rentnerin):
    angaben = {
        "person": str(rentnerin.pk),
        "leistung": GRUNDSICHERUNG,
        "grundlage": "104",
        "gegner": "Rentenversicherung",
        "anschrift": "Weg 1, 12345 Ort",
        "anspruch_auf": "Altersrente",
        "von": "01.2026",
        "bis": "09.2090",
    }
    ziel = reverse("traegeranspruch_neu", args=[haushalt.aktenzeichen])
    assert client.post(ziel, angaben | {"von": "bald"}).status_code == 422
    client.post(ziel, angaben)
    anspruch = Traegeranspruch.objects.get()
    liste = client.get(reverse("traegeransprueche")).content.decode()
    assert "30.09.2091" in liste
    antwort = client.post(reverse("traegeransprueche"), {"anspruch": anspruch.pk})
    assert antwort["Location"] == adresse(anspruch.vorgang)
    assert "Kein Anspruch wartet" in client.get(reverse("traegeransprueche")).content.decode()


def test_kostenersatz_vom_formular_bis_zur_entscheidung(client, haushalt, anna):
    ort = reverse("kostenersatz_neu", args=[haushalt.aktenzeichen])
    assert client.get(ort).status_code == 200
    angaben = {
        "grundlage": "102",
        "leistung": "hilfe_zum_lebensunterhalt",
        "person": str(anna.pk),
        "gegner": "Clara Erbin",
        "anschrift": "Am Markt 1, 54321 Nebenstadt",
        "von": "01.2026",
        "bis": "02.2026",
        "ereignis": "31.02.2026",
        "nachlass": "6.000,00",
    }
    for falsch in ({}, {"grundlage": "999"}, {"ereignis": "01.03.2026", "person": "0"}, {"nachlass": "-5"}):
        assert client.post(ort, angaben | falsch).status_code == 422
    eigene = angaben | {"gegner": "", "anschrift": "", "schuldner": str(anna.pk), "ereignis": "20.02.2026"}
    assert client.post(ort, eigene | {"schuldner": "0"}).status_code == 422
    assert client.post(ort, eigene).status_code == 302
    vorgang = Vorgang.objects.get(art="kostenersatz")
    assert vorgang.kostenersatz.schuldner == anna
    assert "Haftet zusammen mit" in client.get(ort).content.decode()
    zusammen = eigene | {"mit": str(vorgang.kostenersatz.pk)}
    assert client.post(ort, zusammen | {"mit": "0"}).status_code == 422
    assert client.post(ort, zusammen).status_code == 302
    assert vorgang.kostenersatz.mithaftende.count() == 1
    antwort = client.post(ort, angaben | {"ereignis": "20.02.2026"})
    vorgang = Vorgang.objects.filter(art="kostenersatz").latest("pk")
    assert antwort.url == reverse("vorgang", args=[vorgang.pk])
    assert "Kostenersatz festsetzen" in client.get(antwort.url).content.decode()
    entscheidung = reverse("vorgang_entscheiden", args=[vorgang.pk, "kostenersatz_festsetzen"])
    antwort = client.post(entscheidung, {"gruende": "Erbin", "haerte": "abc"})
    assert antwort.status_code == 422
    antwort = client.post(entscheidung, {"gruende": "Erbin"})
    assert "nichts zu ersetzen" in antwort.content.decode()
