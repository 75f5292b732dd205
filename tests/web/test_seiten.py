"""Jede Seite antwortet, nur Berechtigten, auf Deutsch und ohne fremde Adressen."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.akte.bausteine import GRUNDSICHERUNG
from tests.web.adressen import argumente, beispielwerte, muster


@pytest.fixture
def seiten(sachbearbeitung, rentnerin):
    """Zu jeder Adresse, die eine Anmeldung verlangt, eine, die es gibt."""
    werte = beispielwerte(sachbearbeitung, rentnerin)
    erreichbar = [m for m in muster() if not m.callback.rechtsangabe.ohne_anmeldung]
    return {m.name: argumente(m, werte) for m in erreichbar}


def test_ohne_anmeldung_fuehrt_jede_seite_zur_anmeldung(seiten):
    for name, angaben in seiten.items():
        antwort = Client().get(reverse(name, kwargs=angaben))
        assert antwort.status_code == 302
        assert antwort["Location"].startswith(reverse("account_login"))


def test_keine_seite_ruft_etwas_von_aussen_oder_braucht_unsichere_stile(seiten, client):
    for name, angaben in seiten.items():
        antwort = client.get(reverse(name, kwargs=angaben))
        richtlinie = antwort["Content-Security-Policy"]
        assert "unsafe" not in richtlinie
        assert "http" not in richtlinie
        if antwort.get("Content-Type", "").split(";")[0] != "text/html" or antwort.status_code in (302, 405):
            continue
        text = antwort.content.decode()
        assert not re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", text), name
        assert " style=" not in text, name
        assert "<style" not in text, name
        assert not re.findall(r"<script(?![^>]*(?:\bsrc=|application/json))", text), name
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
