"""Rechtematrix: jede Adresse × jede Rolle × eigene und fremde Einheit, geschützt, besonders geschützt, befangen.

Was erwartet wird, rechnet dieser Test selbst aus der Tabelle der Rollen, ohne den Code, den er prüft.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, reverse
from tests.akte.bausteine_schutz import befangen, benutzer_in, einheit, vermerk, zustaendig
from tests.web.adressen import argumente, beispielwerte, muster
from tests.web.conftest import angemeldet

from sozialamt.akte.rechte import LESERECHTE, ROLLEN
from sozialamt.akte.zugriff import ziel_von
from sozialamt.config import urls
from sozialamt.web.recht import recht

VERBOTEN = 403
LAGEN = ("eigene Einheit", "fremde Einheit", "Anschrift geschützt", "besonders geschützt", "befangen")
DECKT_ANSCHRIFT_AUF = {"bescheid_pdf"}
"""Verlangt bei geschützter Anschrift zusätzlich das Recht, sie aufzudecken."""

EIGENES = ("mfa_", "vergleich_")
"""Was hier nicht eingerichtet ist, gibt es nicht; den Schlüssel eines anderen und die Lieferung einer anderen Stadt
auch nicht."""


@dataclass(frozen=True)
class Adresse:
    name: str
    pfad: str
    recht: str
    akte: bool


def erlaubt(adresse: Adresse, rolle: str, lage: str) -> bool:
    rechte = ROLLEN[rolle][1]
    if adresse.recht and adresse.recht not in rechte:
        return False
    if not adresse.akte:
        return True
    match lage:
        case "fremde Einheit":
            return adresse.recht in LESERECHTE and "fremde_einheit_lesen" in rechte
        case "Anschrift geschützt":
            return adresse.name not in DECKT_ANSCHRIFT_AUF or "geschuetzte_anschrift_lesen" in rechte
        case "besonders geschützt":
            return "geschuetzte_akte_lesen" in rechte
        case "befangen":
            return False
    return True


@pytest.fixture
def adressen(sachbearbeitung, rentnerin) -> list[Adresse]:
    werte = beispielwerte(sachbearbeitung, rentnerin)
    gefunden = []
    for eines in muster():
        angabe = eines.callback.rechtsangabe
        if angabe.ohne_anmeldung:
            continue
        angaben = argumente(eines, werte)
        akte = bool(angabe.ziel and ziel_von(angabe.ziel(angaben)))
        gefunden.append(Adresse(eines.name, reverse(eines.name, kwargs=angaben), angabe.recht, akte))
    return gefunden


@pytest.fixture
def in_lage(sachbearbeitung, haushalt, rentnerin) -> Callable[[str, str], Any]:
    amt = einheit("Amt")
    nord, sued = einheit("Nord", amt), einheit("Süd", amt)

    def richte_ein(rolle: str, lage: str) -> Any:
        konto = benutzer_in(f"{rolle}_1", rolle, sued if lage == "fremde Einheit" else nord)
        zustaendig(haushalt, nord, sachbearbeitung)
        if lage == "Anschrift geschützt":
            vermerk(rentnerin, "auskunftssperre", sachbearbeitung)
        if lage == "besonders geschützt":
            vermerk(haushalt, "besondere_akte", sachbearbeitung)
        if lage == "befangen":
            befangen(konto, rentnerin)
        return konto

    return richte_ein


@pytest.mark.parametrize("rolle", ROLLEN)
def test_jede_adresse_oeffnet_sich_nur_wem_sie_darf(adressen, in_lage, rolle):
    for lage in LAGEN:
        with transaction.atomic():
            client = angemeldet(in_lage(rolle, lage))
            betroffen = [a for a in adressen if a.akte or lage == LAGEN[0]]
            ist = {a.name: _offen(client, a) for a in betroffen}
            soll = {a.name: erlaubt(a, rolle, lage) for a in betroffen}
            assert {n: (ist[n], soll[n]) for n in ist if ist[n] != soll[n]} == {}, lage
            transaction.set_rollback(True)


def _offen(client: Client, adresse: Adresse) -> bool:
    antwort = client.get(adresse.pfad)
    moeglich = (200, 302, 405, VERBOTEN, *([404] if adresse.name.startswith(EIGENES) else []))
    assert antwort.status_code in moeglich, (adresse.name, antwort.status_code)
    if antwort.status_code != VERBOTEN:
        return True
    assert client.post(adresse.pfad).status_code in (405, VERBOTEN), f"{adresse.name} nimmt Eingaben an"
    return False


def test_jede_adresse_erklaert_ihr_recht():
    ohne = [eines.name or str(eines.pattern) for eines in muster() if not hasattr(eines.callback, "rechtsangabe")]
    assert ohne == [], "Abhilfe: @recht(…), @angemeldet(…) oder @oeffentlich(…) aus sozialamt.web.recht"


def test_was_kein_recht_braucht_sagt_warum():
    for eines in muster():
        angabe = eines.callback.rechtsangabe
        assert angabe.recht or len(angabe.grund) > 8, eines.name


def test_ohne_anmeldung_sind_nur_anmeldung_und_offene_daten_erreichbar():
    offen = {eines.name for eines in muster() if eines.callback.rechtsangabe.ohne_anmeldung}
    anmeldung = {"account_login", "account_logout", "mfa_authenticate", "mfa_login_webauthn", "account_inactive"}
    daten = {"offene_daten", "offene_datei", "api_vergleich", "api_vergleich_openapi"}
    assert offen == anmeldung | daten | {"account_signup", "account_reset_password"}


def test_eine_neue_adresse_ohne_erklaerung_wird_nicht_ausgeliefert(client, settings):
    mit_neuer = ModuleType("mit_neuer")
    mit_neuer.urlpatterns = [path("neu/", lambda request: HttpResponse("offen"), name="neu"), *urls.urlpatterns]
    settings.ROOT_URLCONF = mit_neuer
    client.raise_request_exception = False
    assert client.get("/neu/").status_code == 500


def test_ein_unbekanntes_recht_faellt_schon_beim_laden_auf():
    with pytest.raises(ValueError, match="Unbekanntes Recht"):
        recht("alles_duerfen")


def test_die_erklaerte_ansicht_bekommt_ihre_akte(sachbearbeitung, haushalt):
    anfrage = RequestFactory().get("/")
    anfrage.user = sachbearbeitung
    gesehen = recht("akte_lesen")(lambda request, aktenzeichen: request.akte)
    assert gesehen(anfrage, aktenzeichen=haushalt.aktenzeichen) == haushalt
