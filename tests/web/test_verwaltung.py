"""Konten, Rollen mit zweiter Person, Einheiten, Löschkonzept: auf dem Bildschirm und im Protokoll."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.akte.bausteine import benutzer_mit
from tests.akte.bausteine_schutz import benutzer_in, einheit
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Benutzer, Organisationseinheit, Protokolleintrag, Rollenantrag


@pytest.fixture
def verwalterin(db):
    return benutzer_in("verwalterin", "administration")


@pytest.fixture
def verwaltet(verwalterin):
    return angemeldet(verwalterin)


@pytest.fixture
def zweite(db):
    return angemeldet(benutzer_mit("leitung"))


def aendere(client, konto, **angaben):
    return client.post(reverse("benutzerkonto", args=[konto.pk]), angaben)


def neues_konto(client, name="mmuster"):
    return client.post(reverse("benutzer"), {"name": name, "vorname": "Maria", "nachname": "Muster"})


def test_ein_neues_konto_darf_nichts_und_meldet_sich_mit_dem_ersten_passwort_an(verwaltet):
    text = neues_konto(verwaltet).content.decode()
    passwort = re.search(r"<code>(.+?)</code>", text)[1]
    konto = Benutzer.objects.get(username="mmuster")
    assert konto.rechte == frozenset()
    assert passwort not in verwaltet.get(reverse("benutzer")).content.decode()
    client = Client()
    client.post(reverse("account_login"), {"login": "mmuster", "password": passwort})
    assert client.get(reverse("start")).status_code == 200
    assert client.get(reverse("suche")).status_code == 403


@pytest.mark.parametrize("name", ["", "x", "Ümlaut", "a b", "verwalterin", "VERWALTERIN"])
def test_ein_unbrauchbarer_oder_vergebener_name_wird_erklaert(verwaltet, name):
    antwort = neues_konto(verwaltet, name)
    assert antwort.status_code == 422
    assert "Benutzername" in antwort.content.decode()
    assert Benutzer.objects.count() == 1


def test_eine_gewoehnliche_rolle_gilt_sofort_eine_schutzwuerdige_nach_freigabe(verwaltet, verwalterin, zweite):
    konto = Benutzer.objects.create(username="neu")
    aendere(verwaltet, konto, aktion="rolle_geben", rolle="sachbearbeitung")
    aendere(verwaltet, konto, aktion="rolle_geben", rolle="teamleitung")
    assert {z.rolle for z in konto.rollen.all()} == {"sachbearbeitung"}
    antrag = Rollenantrag.objects.get()
    selbst = verwaltet.post(reverse("freigaben"), {"nummer": antrag.pk, "ja": "ja"})
    assert selbst.status_code == 422
    assert "jemand anderes" in selbst.content.decode()
    assert zweite.post(reverse("freigaben"), {"nummer": antrag.pk, "ja": "ja"}).status_code == 302
    assert {z.rolle for z in konto.rollen.all()} == {"sachbearbeitung", "teamleitung"}
    aendere(verwaltet, konto, aktion="rolle_nehmen", rolle="teamleitung")
    assert {z.rolle for z in konto.rollen.all()} == {"sachbearbeitung"}
    vorgaenge = set(Protokolleintrag.objects.values_list("vorgang", flat=True))
    assert {"rolle_vergeben", "rolle_beantragen", "rolle_freigeben", "rolle_entziehen"} <= vorgaenge


def test_ein_abgelehnter_antrag_gibt_nichts(verwaltet, zweite):
    konto = Benutzer.objects.create(username="neu")
    aendere(verwaltet, konto, aktion="rolle_geben", rolle="revision")
    doppelt = aendere(verwaltet, konto, aktion="rolle_geben", rolle="revision")
    assert "beantragt" in doppelt.content.decode()
    zweite.post(reverse("freigaben"), {"nummer": Rollenantrag.objects.get().pk, "ja": "nein"})
    assert not konto.rollen.exists()
    assert not Rollenantrag.objects.exists()
    assert zweite.post(reverse("freigaben"), {"nummer": "1", "ja": "ja"}).status_code == 404


@pytest.mark.parametrize("aktion", ["rolle_geben", "rolle_nehmen", "einheit_geben", "sperren", "passwort"])
def test_am_eigenen_konto_aendert_niemand_selbst_etwas(verwaltet, verwalterin, aktion):
    antwort = aendere(verwaltet, verwalterin, aktion=aktion, rolle="sachbearbeitung", einheit=einheit("Amt").pk)
    assert antwort.status_code == 422
    assert not Protokolleintrag.objects.exists()


def test_sperren_beendet_die_sitzung_und_oeffnen_hebt_es_auf(verwaltet):
    konto = benutzer_mit("sachbearbeitung")
    client = angemeldet(konto)
    aendere(verwaltet, konto, aktion="sperren")
    assert client.get(reverse("start")).status_code == 302
    aendere(verwaltet, konto, aktion="oeffnen")
    konto.refresh_from_db()
    assert konto.is_active


def test_ein_neues_passwort_beendet_alle_sitzungen(verwaltet):
    konto = benutzer_mit("sachbearbeitung")
    client = angemeldet(konto)
    text = aendere(verwaltet, konto, aktion="passwort").content.decode()
    konto.refresh_from_db()
    assert konto.check_password(re.search(r"<code>(.+?)</code>", text)[1])
    assert client.get(reverse("start")).status_code == 302


def test_einheiten_bleiben_ein_baum(verwaltet):
    pfad = reverse("einheiten")
    verwaltet.post(pfad, {"name": "Amt"})
    amt = Organisationseinheit.objects.get()
    verwaltet.post(pfad, {"name": "Team", "uebergeordnet": amt.pk})
    team = Organisationseinheit.objects.get(name="Team")
    im_kreis = verwaltet.post(pfad, {"einheit": amt.pk, "name": "Amt", "uebergeordnet": team.pk})
    assert "liegt selbst darunter" in im_kreis.content.decode()
    assert "gibt es schon" in verwaltet.post(pfad, {"name": "team"}).content.decode()
    verwaltet.post(pfad, {"einheit": team.pk, "name": "Team 1", "uebergeordnet": amt.pk, "aktiv": "nein"})
    team.refresh_from_db()
    assert (team.name, team.uebergeordnet, team.aktiv) == ("Team 1", amt, False)
    konto = benutzer_mit("sachbearbeitung")
    aendere(verwaltet, konto, aktion="einheit_geben", einheit=amt.pk)
    assert Benutzer.objects.get(pk=konto.pk).einheiten == {amt.pk, team.pk}
    aendere(verwaltet, konto, aktion="einheit_nehmen", einheit=amt.pk)
    assert Benutzer.objects.get(pk=konto.pk).einheiten == frozenset()


def test_die_startseite_fuehrt_jede_rolle_zu_ihren_seiten(verwaltet, zweite):
    assert reverse("benutzer") in verwaltet.get(reverse("start")).content.decode()
    text = zweite.get(reverse("start")).content.decode()
    assert reverse("freigaben") in text
    assert reverse("benutzer") not in text


def test_das_loeschkonzept_nennt_fristen_regeln_und_dass_es_vorgaben_sind(verwaltet):
    text = verwaltet.get(reverse("loeschkonzept")).content.decode()
    assert "Vorgabe" in text
    assert "akte.Tatsache" in text
    assert "noch nichts gelöscht" in text
