"""Startseite: jede Rolle sieht ihre Arbeit mit Zahl, und die Zahl ist die Länge der verlinkten Liste."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.akte.bausteine import GRUNDSICHERUNG, MAI, zweite_person
from tests.akte.bausteine_schutz import benutzer_in, einheit, gehoert_zu, zustaendig
from tests.web.conftest import angemeldet

from sozialamt.akte.aufgabe import AUFGABEN, GEZAEHLT_BIS, Aufgabe, melde_an, stapel
from sozialamt.akte.models import Frist, Massenlauf
from sozialamt.akte.rechte import RECHTE, ROLLEN
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_vorlegen import bescheid_vorlegen
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen
from sozialamt.leistungen import steckbriefe
from sozialamt.web.aufgaben import adresse

KARTE = re.compile(r'<a class="stapel__weg" href="([^"]+)">\s*<span class="stapel__zahl">([^<]+)<')


def karten(client) -> dict[str, str]:
    """Adresse und Zahl jeder Karte."""
    text = client.get("/").content.decode()
    return {ziel.replace("&amp;", "&"): zahl for ziel, zahl in KARTE.findall(text)}


@pytest.fixture
def amt(sachbearbeitung, haushalt, rentnerin):
    """Ein Antrag, ein Entwurf, ein vorgelegter Entwurf, eine überfällige Wiedervorlage; alle in einer Einheit."""
    team = einheit("Team")
    gehoert_zu(sachbearbeitung, team)
    zustaendig(haushalt, team, sachbearbeitung, persoenlich=True)
    antrag_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=MAI)
    zeitraum = {"benutzer": sachbearbeitung, "haushalt": haushalt, "leistung": GRUNDSICHERUNG}
    bescheid_entwerfen(**zeitraum, beginn=MAI, ende=MAI)
    bescheid_vorlegen(benutzer=sachbearbeitung, entwurf=bescheid_entwerfen(**zeitraum, beginn=MAI, ende=MAI))
    gestern = timezone.localdate() - timedelta(days=1)
    frist_setzen(benutzer=sachbearbeitung, haushalt=haushalt, titel="Nachfragen", faellig=timezone.localdate())
    Frist.objects.update(faellig=gestern)
    return team


def test_jede_aufgabe_nennt_ein_recht_und_hat_eine_liste():
    heute = timezone.localdate()
    for aufgabe in AUFGABEN.values():
        assert aufgabe.recht in RECHTE, aufgabe.schluessel
        assert adresse(aufgabe, heute).startswith("/"), aufgabe.schluessel


def test_die_zahl_ist_die_laenge_der_liste(amt, client):
    gefunden = karten(client)
    assert {"/aufgaben/antraege/", "/aufgaben/entwuerfe/"} <= gefunden.keys()
    for ziel, zahl in gefunden.items():
        seite = client.get(ziel).context["seite"]
        assert str(seite.paginator.count) == zahl, ziel


@pytest.mark.parametrize("rolle", ROLLEN)
def test_gezaehlt_wird_mit_vorbereiteten_abfragen_dasselbe_wie_mit_neu_gebauten(amt, rolle):
    heute = timezone.localdate()
    for benutzer in (benutzer_in("innen", rolle, amt), benutzer_in("aussen", rolle, einheit("Anderes Team"))):
        for s in stapel(benutzer, heute):
            quelle = s.aufgabe.alle if s.alle else s.aufgabe.zeilen
            assert s.anzahl == quelle(benutzer, heute).count(), (benutzer, s.aufgabe.schluessel)


def test_die_leitung_des_teams_sieht_die_arbeit_aller_und_was_sie_freigibt(amt):
    gefunden = karten(angemeldet(benutzer_in("leitung_1", "teamleitung", amt)))
    assert gefunden["/aufgaben/freigaben/"] == "1"
    assert gefunden["/aufgaben/antraege/?wessen=alle"] == "1"
    assert any(ziel.startswith("/fristen/?wessen=alle") for ziel in gefunden)


def test_wer_vorlegt_gibt_nicht_frei(amt, client):
    assert "/aufgaben/freigaben/" not in karten(client)


def test_fremde_einheiten_sehen_nichts_davon(amt):
    fremd = angemeldet(benutzer_in("fremd_1", "teamleitung", einheit("Anderes Team")))
    assert karten(fremd) == {}
    assert "Hier wartet nichts" in fremd.get("/aufgaben/antraege/?wessen=alle").content.decode()


@pytest.mark.parametrize("rolle", ROLLEN)
def test_jede_rolle_hat_eine_startseite(rolle, db):
    antwort = angemeldet(benutzer_in("jemand", rolle, einheit("Amt"))).get("/")
    assert antwort.status_code == 200
    assert "Heute zu tun" in antwort.content.decode()


def _abfragen(client, adresse: str) -> int:
    with CaptureQueriesContext(connection) as gestellt:
        client.get(adresse)
    return len(gestellt)


def test_mehr_arbeit_kostet_nicht_mehr_abfragen(amt, client, sachbearbeitung, haushalt):
    client.get("/")
    seiten = ("/", "/aufgaben/antraege/", "/fristen/")
    wenig = [_abfragen(client, seite) for seite in seiten]
    for leistung in [s for s in steckbriefe() if s != GRUNDSICHERUNG][:5]:
        antrag_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, leistung=leistung, eingang=MAI)
    assert [_abfragen(client, seite) for seite in seiten] == wenig
    assert client.get("/aufgaben/antraege/").context["seite"].paginator.count == 6


def test_ab_hundert_wird_nicht_weiter_gezaehlt(db):
    leitung = benutzer_in("leitung_1", "teamleitung", einheit("Amt"))
    jetzt = timezone.now()
    Massenlauf.objects.bulk_create(
        Massenlauf(monat=MAI, anlass="Test", gewusst_am=jetzt, created_at=jetzt, created_by=zweite_person())
        for _ in range(GEZAEHLT_BIS + 5)
    )
    assert karten(angemeldet(leitung))["/massenlaeufe/"] == "99+"


def test_eine_aufgabe_ohne_weg_faellt_schon_beim_laden_auf():
    with pytest.raises(ValueError, match="entweder eine Seite"):
        Aufgabe("neu", "Neu", "akte_lesen", lambda b, heute: None)
    with pytest.raises(ValueError, match="gibt es schon"):
        melde_an(Aufgabe("fristen", "Fristen", "akte_lesen", lambda b, heute: None, seite="fristen"))
