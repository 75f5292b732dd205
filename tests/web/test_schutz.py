"""Schutz auf den Bildschirmen: verborgene Anschriften, begründete Zugriffe, Zuständigkeit, Befangenheit."""

import re

import pytest
from django.urls import reverse
from tests.akte.bausteine import MAI
from tests.akte.bausteine_schutz import benutzer_in, einheit, vermerk, zustaendig
from tests.web.adressen import argumente, beispielwerte, muster
from tests.web.conftest import angemeldet

from sozialamt.akte.models import Befangenheit, Einheitszuweisung, Lesezugriff, Notzugriff, Protokolleintrag
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen

STRASSE = "Mühlenweg 3"
ZEIGT_ANSCHRIFT = {"bescheid_pdf"}


@pytest.fixture
def nord(db):
    return einheit("Nord")


@pytest.fixture
def akte(haushalt, rentnerin, nord, sachbearbeitung):
    Einheitszuweisung.objects.create(benutzer=sachbearbeitung, einheit=nord)
    zustaendig(haushalt, nord, sachbearbeitung)
    return haushalt


@pytest.fixture
def leitet(nord):
    return angemeldet(benutzer_in("leitet", "teamleitung", nord))


@pytest.fixture
def fremde(akte):
    return angemeldet(benutzer_in("fremde", "sachbearbeitung", einheit("Süd")))


def test_keine_seite_zeigt_eine_geschuetzte_anschrift(akte, rentnerin, leitet, sachbearbeitung):
    sachbearbeitung = type(sachbearbeitung).objects.get(pk=sachbearbeitung.pk)
    werte = beispielwerte(sachbearbeitung, rentnerin)
    pfade = [
        reverse(m.name, kwargs=argumente(m, werte))
        for m in muster()
        if m.name not in ZEIGT_ANSCHRIFT and not m.callback.rechtsangabe.ohne_anmeldung
    ]
    pfade += [reverse("suche") + "?q=müller"]
    vorher = " ".join(leitet.get(pfad).content.decode(errors="ignore") for pfad in pfade)
    assert STRASSE in vorher
    vermerk(rentnerin, "schutzeinrichtung", sachbearbeitung)
    for pfad in pfade:
        assert STRASSE not in leitet.get(pfad).content.decode(errors="ignore"), pfad


def test_aufdecken_zeigt_die_anschrift_und_vermerkt_es(akte, rentnerin, leitet, client, sachbearbeitung):
    vermerk(akte, "auskunftssperre", sachbearbeitung)
    pfad = reverse("anschrift", args=[akte.aktenzeichen])
    assert leitet.get(pfad).status_code == 405
    assert STRASSE in leitet.post(pfad).content.decode()
    assert Lesezugriff.objects.filter(anlass__contains="aufgedeckt", person=rentnerin).count() == 1


def test_der_weg_in_eine_fremde_akte_fuehrt_ueber_die_begruendung(akte, fremde, leitet):
    haushalt = reverse("haushalt", args=[akte.aktenzeichen])
    antwort = fremde.get(haushalt)
    zugriff = reverse("zugriff", args=[akte.aktenzeichen])
    assert antwort.status_code == 403
    assert zugriff in antwort.content.decode()
    assert fremde.post(zugriff, {"begruendung": "kurz"}).status_code == 422
    begruendung = "Vertretung am Schalter, Bürgerin ist da"
    assert fremde.post(zugriff, {"begruendung": begruendung})["Location"] == haushalt
    text = fremde.get(haushalt).content.decode()
    assert "Bescheid entwerfen" not in text
    assert begruendung in leitet.get(reverse("notzugriffe")).content.decode()
    assert Notzugriff.objects.count() == 1


def test_uebertragen_schuetzen_und_beenden_auf_einer_seite(akte, rentnerin, leitet):
    sued = einheit("Süd")
    pfad = reverse("schutz", args=[akte.aktenzeichen])
    schutz = {"aktion": "schuetzen", "art": "auskunftssperre", "grund": "", "von": "01.01.2026"}
    assert "Nennen Sie Grund" in leitet.post(pfad, schutz).content.decode()
    assert leitet.post(pfad, schutz | {"grund": "Meldebehörde", "person": rentnerin.pk}).status_code == 302
    text = leitet.get(pfad).content.decode()
    assert "Meldebehörde" in text
    nummer = re.search(r'name="nummer" value="(\d+)"', text)[1]
    assert leitet.post(pfad, {"aktion": "vermerk_beenden", "nummer": nummer, "bis": "02.01.2026"}).status_code == 302
    assert "Kein Schutzvermerk" in leitet.get(pfad).content.decode()
    antwort = leitet.post(pfad, {"aktion": "uebertragen", "einheit": sued.pk, "ab": "01.05.2026"})
    assert antwort["Location"] == reverse("start")
    assert leitet.get(pfad).status_code == 403
    assert akte.zustaendigkeiten.am(MAI).first().einheit == sued


def test_wer_sich_befangen_erklaert_sieht_die_akte_nicht_mehr(akte, rentnerin, leitet):
    pfad = reverse("schutz", args=[akte.aktenzeichen])
    antwort = leitet.post(pfad, {"aktion": "befangen", "person": rentnerin.pk, "grund": "Mutter"}, follow=True)
    assert "sieht diese Akte nicht mehr" in antwort.content.decode()
    assert leitet.get(pfad).status_code == 403
    assert Befangenheit.objects.get().benutzer.username == "leitet"


@pytest.mark.parametrize("angaben", [{"aktion": "gibt-es-nicht"}, {}])
def test_eine_unbekannte_aktion_aendert_nichts(akte, leitet, angaben):
    vorher = Protokolleintrag.objects.count()
    assert leitet.post(reverse("schutz", args=[akte.aktenzeichen]), angaben).status_code == 302
    assert Protokolleintrag.objects.count() == vorher


def test_ein_vermerk_einer_anderen_akte_laesst_sich_hier_nicht_beenden(akte, leitet, sachbearbeitung):
    andere = haushalt_anlegen(benutzer=sachbearbeitung, strasse="W 1", plz="12345", ort="O")
    fremd = vermerk(andere, "auskunftssperre", sachbearbeitung)
    pfad = reverse("schutz", args=[akte.aktenzeichen])
    antwort = leitet.post(pfad, {"aktion": "vermerk_beenden", "nummer": fremd.pk, "bis": "01.02.2026"})
    assert antwort.status_code == 404
