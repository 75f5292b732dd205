"""Anmeldung: Sperre nach Fehlversuchen, zweiter Faktor, Passwort, Ende der Sitzung, Anmeldedienst."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests import datenbankvorlage
from tests.akte.bausteine import benutzer_mit
from tests.web.conftest import angemeldet

from sozialamt.config import umgebung
from sozialamt.web import anmeldung

PASSWORT = "Ein-langes-Passwort-1"
WURZEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def konto(db):
    konto = benutzer_mit("teamleitung")
    konto.set_password(PASSWORT)
    konto.save()
    return konto


def melde_an(passwort: str = PASSWORT, client: Client | None = None):
    return (client or Client()).post(reverse("account_login"), {"login": "teamleitung", "password": passwort})


def code(geheimnis: str) -> str:
    return format_hotp_value(hotp_value(geheimnis, next(iter(yield_hotp_counters_from_time()))))


def test_nach_fuenf_falschen_passwoertern_hilft_auch_das_richtige_nicht(konto):
    for _ in range(5):
        assert "stimmt nicht" in melde_an("falsch").content.decode()
    gesperrt = melde_an()
    assert gesperrt.status_code == 200
    assert "Viertelstunde" in gesperrt.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM akte_zwischenspeicher")
        assert cursor.fetchone()[0] > 0


def test_ein_gesperrtes_konto_kommt_nicht_hinein_und_fliegt_hinaus(konto):
    client = angemeldet(konto)
    assert client.get(reverse("suche")).status_code == 200
    konto.is_active = False
    konto.save()
    assert client.get(reverse("suche")).status_code == 302
    assert melde_an()["Location"] == reverse("account_inactive")
    assert Client().get(reverse("account_inactive")).status_code == 200


def test_mit_zweitem_faktor_genuegt_das_passwort_nicht(konto):
    geheimnis = generate_totp_secret()
    TOTP.activate(konto, geheimnis)
    client = Client()
    antwort = melde_an(client=client)
    assert antwort["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("suche"))["Location"].startswith(reverse("account_login"))
    falsch = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert falsch.status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": code(geheimnis)})["Location"] == reverse("start")
    assert client.get(reverse("suche")).status_code == 200


def test_schutzwuerdige_rollen_richten_zuerst_den_zweiten_faktor_ein(konto, settings):
    settings.ZWEITER_FAKTOR = "schutzwuerdig"
    client = Client()
    melde_an(client=client)
    assert client.get(reverse("suche"))["Location"] == reverse("mfa_index")
    assert "verlangt einen zweiten Faktor" in client.get(reverse("mfa_index")).content.decode()
    client.post(reverse("account_reauthenticate"), {"password": PASSWORT})
    seite = client.get(reverse("mfa_activate_totp"))
    geheimnis = seite.context["form"].secret
    assert client.post(reverse("mfa_activate_totp"), {"code": code(geheimnis)}).status_code == 302
    assert client.get(reverse("suche")).status_code == 200
    aus = client.post(reverse("mfa_deactivate_totp"))
    assert aus.status_code == 200
    assert Authenticator.objects.filter(user=konto, type="totp").exists()


def test_wer_keine_schutzwuerdige_rolle_hat_braucht_keinen(sachbearbeitung, settings):
    settings.ZWEITER_FAKTOR = "schutzwuerdig"
    assert angemeldet(sachbearbeitung).get(reverse("suche")).status_code == 200
    settings.ZWEITER_FAKTOR = "alle"
    assert angemeldet(sachbearbeitung).get(reverse("suche"))["Location"] == reverse("mfa_index")


def test_das_geheimnis_der_app_liegt_verschluesselt(konto):
    geheimnis = generate_totp_secret()
    TOTP.activate(konto, geheimnis)
    gespeichert = str(Authenticator.objects.get(type="totp").data)
    assert geheimnis not in gespeichert
    assert anmeldung.ZweiterFaktor().decrypt(Authenticator.objects.get(type="totp").data["secret"]) == geheimnis


def test_das_passwort_wechselt_nur_wer_das_alte_kennt(konto):
    client = Client()
    melde_an(client=client)
    adresse = reverse("account_change_password")
    neu = {"password1": "Noch-ein-langes-1", "password2": "Noch-ein-langes-1"}
    assert client.post(adresse, {"oldpassword": "falsch"} | neu).status_code == 200
    assert client.post(adresse, {"oldpassword": PASSWORT} | neu).status_code == 302
    konto.refresh_from_db()
    assert konto.check_password("Noch-ein-langes-1")


def test_die_seiten_des_kontos_sehen_aus_wie_die_anwendung_und_sprechen_deutsch(konto):
    client = Client()
    melde_an(client=client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORT})
    TOTP.activate(konto, generate_totp_secret())
    namen = ["konto", "mfa_index", "account_change_password", "mfa_list_webauthn", "mfa_add_webauthn"]
    for name in [*namen, "mfa_generate_recovery_codes", "account_reauthenticate", "mfa_activate_totp"]:
        text = client.get(reverse(name), follow=True).content.decode()
        text = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
        assert "kern-heading-large" in text, name
        for englisch in (" your ", "Password", "You ", "key<", ">Add", " dein", " du ", "Gib "):
            assert englisch not in text, (name, englisch)


@pytest.mark.parametrize(("wahl", "produktion"), [("keine", True), ("manche", False)])
def test_in_produktion_laesst_sich_der_zweite_faktor_nicht_abschalten(monkeypatch, wahl, produktion):
    monkeypatch.setenv("SOZIALAMT_ZWEITER_FAKTOR", wahl)
    with pytest.raises(ImproperlyConfigured, match="ZWEITER_FAKTOR"):
        umgebung.zweiter_faktor(produktion=produktion)


def test_ohne_angabe_verlangt_die_produktion_ihn_fuer_schutzwuerdige_rollen(monkeypatch):
    monkeypatch.delenv("SOZIALAMT_ZWEITER_FAKTOR", raising=False)
    assert umgebung.zweiter_faktor(produktion=True) == "schutzwuerdig"


def test_eine_halbe_einrichtung_des_anmeldedienstes_wird_abgelehnt(monkeypatch):
    monkeypatch.setenv("SOZIALAMT_OIDC_SERVER", "https://anmeldung.example")
    with pytest.raises(ImproperlyConfigured, match="OIDC_KENNUNG, OIDC_GEHEIMNIS fehlt"):
        umgebung.oidc()
    monkeypatch.setenv("SOZIALAMT_OIDC_KENNUNG", "k")
    monkeypatch.setenv("SOZIALAMT_OIDC_GEHEIMNIS", "g")
    monkeypatch.setenv("SOZIALAMT_OIDC_SERVER", "http://anmeldung.example")
    with pytest.raises(ImproperlyConfigured, match="https"):
        umgebung.oidc()


def test_ein_eingestellter_anmeldedienst_hat_seinen_knopf_und_nur_dann(client, tmp_path):
    assert "Stadtkonto" not in Client().get(reverse("account_login")).content.decode()
    (tmp_path / "jwt.py").write_text("", encoding="utf-8")
    umfeld = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(WURZEL / "src")]),
        "SOZIALAMT_DATEN": str(tmp_path),
        "SOZIALAMT_DATABASE_URL": f"sqlite:///{shutil.copy(datenbankvorlage.sqlite(), tmp_path / 'leer.sqlite3')}",
        "SOZIALAMT_OIDC_SERVER": "https://anmeldung.example",
        "SOZIALAMT_OIDC_KENNUNG": "k",
        "SOZIALAMT_OIDC_GEHEIMNIS": "g",
        "SOZIALAMT_OIDC_NAME": "Stadtkonto",
        "DJANGO_SETTINGS_MODULE": "sozialamt.config.settings",
    }
    skript = (
        "import django; django.setup()\n"
        "from django.core.management import call_command; from django.test import Client\n"
        "call_command('check')\n"
        "print(Client(SERVER_NAME='localhost').get('/konto/anmelden/').content.decode())"
    )
    lauf = subprocess.run([sys.executable, "-c", skript], env=umfeld, capture_output=True, text=True, check=False)
    assert lauf.returncode == 0, lauf.stderr[-2000:]
    assert "Mit Stadtkonto anmelden" in lauf.stdout
