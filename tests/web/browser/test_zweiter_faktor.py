"""Der zweite Faktor im Browser: App, Codes und Passkey mit einem gedachten Schlüssel, jede Seite breit und schmal."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page, expect
from tests.web.browser.conftest import Fenster
from tests.web.browser.pruefung import pruefe_beide_groessen

from sozialamt.demo.konten import PASSWORT

KONTO = "controlling"
SCHLUESSEL = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def fenster(breit: Fenster) -> Fenster:
    """Angemeldet, mit einem gedachten Schlüssel im Gerät; Passkeys verlangen einen Namen statt einer Nummer."""
    breit.adresse = breit.adresse.replace("127.0.0.1", "localhost")
    seite = breit.melde_an(KONTO)
    werkzeug = seite.context.new_cdp_session(seite)
    werkzeug.send("WebAuthn.enable")
    werkzeug.send("WebAuthn.addVirtualAuthenticator", {"options": SCHLUESSEL})
    return breit


def sieh_an(seite: Page, ueberschrift: str) -> None:
    """Die Seite ist die erwartete und hat in beiden Größen keine Hindernisse."""
    expect(seite.get_by_role("heading", level=1)).to_have_text(ueberschrift)
    pruefe_beide_groessen(seite)


def druecke(seite: Page, knopf: str) -> None:
    seite.get_by_role("button", name=knopf, exact=True).click()


def folge(seite: Page, verweis: str) -> None:
    seite.get_by_role("link", name=verweis, exact=True).click()


def bestaetige(seite: Page) -> None:
    sieh_an(seite, "Bestätigen, dass Sie es sind")
    seite.get_by_label("Passwort").fill(PASSWORT)
    druecke(seite, "Bestätigen")


def code(geheimnis: str) -> str:
    """Was die App gerade zeigt."""
    return format_hotp_value(hotp_value(geheimnis, next(iter(yield_hotp_counters_from_time()))))


def test_app_codes_und_passkey_vom_einrichten_bis_zum_entfernen(fenster: Fenster):
    seite = fenster.seite
    fenster.oeffne("/konto/faktor/")
    sieh_an(seite, "Zweiter Faktor")

    folge(seite, "App einrichten")
    bestaetige(seite)
    sieh_an(seite, "App einrichten")
    seite.get_by_label("Code").fill(code(seite.locator("main code").inner_text()))
    druecke(seite, "Einrichten")
    sieh_an(seite, "Wiederherstellungscodes")

    fenster.oeffne("/konto/faktor/codes/neu/")
    sieh_an(seite, "Neue Wiederherstellungscodes")
    druecke(seite, "Codes erzeugen")
    sieh_an(seite, "Wiederherstellungscodes")
    einmal = seite.locator("ul.codes li").first.inner_text()
    with seite.expect_download() as herunterladen:
        folge(seite, "Als Datei")
    assert einmal in herunterladen.value.path().read_text(encoding="utf-8")

    fenster.oeffne("/konto/faktor/schluessel/")
    sieh_an(seite, "Passkeys und Sicherheitsschlüssel")
    folge(seite, "Schlüssel hinzufügen")
    sieh_an(seite, "Schlüssel hinzufügen")
    seite.get_by_role("checkbox").check()
    druecke(seite, "Schlüssel hinzufügen")
    expect(seite.get_by_text("Der Schlüssel ist hinzugefügt.")).to_be_visible()
    sieh_an(seite, "Zweiter Faktor")
    folge(seite, "Schlüssel verwalten")
    sieh_an(seite, "Passkeys und Sicherheitsschlüssel")
    folge(seite, "umbenennen")
    sieh_an(seite, "Schlüssel umbenennen")
    seite.get_by_label("Name").fill("Dienstschlüssel")
    druecke(seite, "Speichern")
    expect(seite.get_by_text("Dienstschlüssel")).to_be_visible()
    for adresse in ("/konto/faktor/bestaetigen/", "/konto/faktor/schluessel/bestaetigen/"):
        fenster.oeffne(adresse)
        sieh_an(seite, "Bestätigen, dass Sie es sind")

    druecke(seite, "Abmelden")
    seite.get_by_label("Benutzername").fill(KONTO)
    seite.get_by_label("Passwort").fill(PASSWORT)
    druecke(seite, "Anmelden")
    sieh_an(seite, "Zweiter Faktor")
    seite.get_by_label("Code").fill(einmal)
    druecke(seite, "Anmelden")
    seite.get_by_role("heading", name="Guten Tag").wait_for()

    druecke(seite, "Abmelden")
    druecke(seite, "Passkey benutzen")
    expect(seite.get_by_role("heading", name="Guten Tag")).to_be_visible()

    fenster.oeffne("/konto/faktor/schluessel/")
    folge(seite, "entfernen")
    bestaetige(seite)
    sieh_an(seite, "Schlüssel entfernen")
    druecke(seite, "Entfernen")
    expect(seite.get_by_text("Sie haben noch keinen Schlüssel hinzugefügt.")).to_be_visible()
    fenster.oeffne("/konto/faktor/app/aus/")
    sieh_an(seite, "App entfernen")
    druecke(seite, "App entfernen")
    expect(seite.get_by_role("link", name=re.compile("App einrichten"))).to_be_visible()
