"""Jede Seite antwortet, nur Berechtigten, auf Deutsch und ohne fremde Adressen."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from tests.akte.bausteine import GRUNDSICHERUNG, MAI, NOVEMBER, benutzer_mit
from tests.web.conftest import angemeldet

from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen

OHNE_ANMELDUNG = {"account_login", "account_logout", "account_signup", "account_reset_password"}


@pytest.fixture
def seiten(sachbearbeitung, haushalt, rentnerin):
    """Zu jedem Namen einer Adresse eine, die es gibt."""
    akte = {"aktenzeichen": haushalt.aktenzeichen}
    zeitraum = {"haushalt": haushalt, "leistung": GRUNDSICHERUNG, "beginn": MAI, "ende": NOVEMBER}
    entwurf = bescheid_entwerfen(benutzer=sachbearbeitung, **zeitraum)
    erlassen = bescheid_erlassen(
        benutzer=sachbearbeitung, entwurf=bescheid_entwerfen(benutzer=sachbearbeitung, **zeitraum)
    )
    return {
        "start": {},
        "suche": {},
        "haushalt_neu": {},
        "haushalt": akte,
        "person_neu": akte,
        "tatsachen_haushalt": akte,
        "tatsachen_person": akte | {"person_id": rentnerin.pk},
        "berechnung": akte | {"leistung": GRUNDSICHERUNG, "monat": NOVEMBER},
        "ueberblick": akte | {"monat": NOVEMBER},
        "was_wuerde_es_aendern": akte | {"monat": NOVEMBER},
        "bescheid_entwerfen": akte,
        "lesezugriffe": akte,
        "entwurf": {"pk": entwurf.pk},
        "bescheid": {"nummer": erlassen.nummer},
        "bescheid_pdf": {"nummer": erlassen.nummer},
    }


DARF = {
    "sachbearbeitung": {"lesezugriffe": 403},
    "teamleitung": {},
    "revision": dict.fromkeys(
        ["haushalt_neu", "person_neu", "tatsachen_haushalt", "tatsachen_person", "bescheid_entwerfen"], 403
    ),
    "leitung": dict.fromkeys(
        [
            "suche",
            "haushalt_neu",
            "haushalt",
            "person_neu",
            "tatsachen_haushalt",
            "tatsachen_person",
            "berechnung",
            "ueberblick",
            "was_wuerde_es_aendern",
            "bescheid_entwerfen",
            "lesezugriffe",
            "entwurf",
            "bescheid",
            "bescheid_pdf",
        ],
        403,
    ),
}


def test_jede_adresse_steht_in_der_pruefung(seiten):
    namen = {muster.name for muster in _muster(get_resolver().url_patterns)}
    assert namen == set(seiten) | OHNE_ANMELDUNG


def _muster(liste):
    for eintrag in liste:
        if isinstance(eintrag, URLPattern):
            yield eintrag
        else:
            yield from _muster(eintrag.url_patterns)


@pytest.mark.parametrize("rolle", DARF)
def test_jede_rolle_sieht_nur_ihre_seiten(seiten, rolle, sachbearbeitung):
    konto = sachbearbeitung if rolle == "sachbearbeitung" else benutzer_mit(rolle)
    client = angemeldet(konto)
    antworten = {name: client.get(reverse(name, kwargs=k)).status_code for name, k in seiten.items()}
    assert antworten == dict.fromkeys(seiten, 200) | DARF[rolle]


def test_ohne_anmeldung_fuehrt_jede_seite_zur_anmeldung(seiten):
    for name, argumente in seiten.items():
        antwort = Client().get(reverse(name, kwargs=argumente))
        assert antwort.status_code == 302
        assert antwort["Location"].startswith(reverse("account_login"))


def test_keine_seite_ruft_etwas_von_aussen_oder_braucht_unsichere_stile(seiten, client):
    for name, argumente in seiten.items():
        antwort = client.get(reverse(name, kwargs=argumente))
        richtlinie = antwort["Content-Security-Policy"]
        assert "unsafe" not in richtlinie
        assert "http" not in richtlinie
        if name == "bescheid_pdf":
            continue
        text = antwort.content.decode()
        assert not re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", text), name
        assert " style=" not in text, name
        assert "<style" not in text, name
        assert not re.findall(r"<script(?![^>]*\bsrc=)", text), name
        assert not re.findall(r"\son[a-z]+=", text), name
        assert '<html lang="de"' in text


@pytest.mark.parametrize(
    "adresse",
    [
        "/gibt-es-nicht/",
        "/haushalte/50-999999/",
        "/bescheide/50-999999-001/",
        "/entwuerfe/999999/",
        "/konto/registrieren/",
    ],
)
def test_was_es_nicht_gibt_sagt_das_auf_deutsch(client, adresse):
    antwort = client.get(adresse)
    assert antwort.status_code == 404
    assert "Diese Seite gibt es nicht" in antwort.content.decode()


def test_eine_unbekannte_leistung_und_ein_fremder_mensch_sind_nicht_zu_finden(client, haushalt, rentnerin):
    akte = haushalt.aktenzeichen
    assert client.get(f"/haushalte/{akte}/berechnung/gibt-es-nicht/2026-11/").status_code == 404
    assert client.get(f"/haushalte/{akte}/berechnung/{GRUNDSICHERUNG}/2026-13/").status_code == 404
    assert client.get(f"/haushalte/{akte}/tatsachen/{rentnerin.pk + 1}/").status_code == 404


def test_eine_stoerung_zeigt_eine_verstaendliche_seite(client, haushalt, rentnerin, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("sozialamt.web.ansichten.haushalt.haushaltsbild", lambda bild: 1 / 0)
    antwort = client.get(reverse("haushalt", args=[haushalt.aktenzeichen]))
    assert antwort.status_code == 500
    assert "Da ist etwas schiefgegangen" in antwort.content.decode()


def test_ein_abgelaufenes_formular_wird_erklaert(sachbearbeitung, haushalt):
    client = Client(enforce_csrf_checks=True)
    client.force_login(sachbearbeitung, backend="allauth.account.auth_backends.AuthenticationBackend")
    antwort = client.post(reverse("haushalt_neu"), {"strasse": "x"})
    assert antwort.status_code == 403
    assert "abgelaufen" in antwort.content.decode()
