"""Einstellungen: sicher ohne Zutun, in Produktion nur vollständig."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from sozialamt.config import umgebung

PRODUKTION = {
    "SOZIALAMT_BETRIEB": "produktion",
    "SOZIALAMT_GEHEIMNIS": "x" * 60,
    "SOZIALAMT_HOSTS": "sozialamt.musterstadt.example",
}
ABFRAGE = (
    "from django.conf import settings as s; "
    "print(s.DEBUG, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.ALLOWED_HOSTS)"
)


def lade(tmp_path: Path, **variablen: str) -> subprocess.CompletedProcess[str]:
    eigene = {name: wert for name, wert in os.environ.items() if not name.startswith("SOZIALAMT_")}
    eigene |= {"DJANGO_SETTINGS_MODULE": "sozialamt.config.settings", "SOZIALAMT_DATEN": str(tmp_path)} | variablen
    return subprocess.run([sys.executable, "-c", ABFRAGE], env=eigene, capture_output=True, text=True, check=False)


def test_produktion_startet_mit_geheimnis_und_hosts(tmp_path):
    lauf = lade(tmp_path, **PRODUKTION)
    assert lauf.stdout.strip() == "False True True ['sozialamt.musterstadt.example']"


@pytest.mark.parametrize(
    ("aenderung", "meldung"),
    [
        ({"SOZIALAMT_GEHEIMNIS": ""}, "SOZIALAMT_GEHEIMNIS fehlt"),
        ({"SOZIALAMT_GEHEIMNIS": "kurz"}, "SOZIALAMT_GEHEIMNIS ist zu kurz"),
        ({"SOZIALAMT_HOSTS": ""}, "SOZIALAMT_HOSTS fehlt"),
        ({"SOZIALAMT_HOSTS": "*"}, "SOZIALAMT_HOSTS fehlt oder enthält"),
        ({"SOZIALAMT_BETRIEB": "test"}, "„test“ ist keine Betriebsart"),
    ],
)
def test_unvollstaendige_produktion_startet_nicht(tmp_path, aenderung, meldung):
    lauf = lade(tmp_path, **PRODUKTION | aenderung)
    assert lauf.returncode != 0
    assert meldung in lauf.stderr


def test_lokal_antwortet_nur_dem_eigenen_rechner(tmp_path):
    lauf = lade(tmp_path)
    assert lauf.stdout.strip() == "False False False ['127.0.0.1', 'localhost', '[::1]']"


def test_das_lokale_geheimnis_entsteht_einmal_und_gehoert_nur_dem_besitzer(tmp_path):
    erstes = umgebung.geheimnis(tmp_path, produktion=False)
    assert umgebung.geheimnis(tmp_path, produktion=False) == erstes
    assert len(erstes) >= umgebung.GEHEIMNIS_LAENGE
    assert (tmp_path / "geheimnis").stat().st_mode & 0o077 == 0


def test_produktion_erzeugt_kein_geheimnis(tmp_path, monkeypatch):
    monkeypatch.delenv("SOZIALAMT_GEHEIMNIS", raising=False)
    with pytest.raises(ImproperlyConfigured):
        umgebung.geheimnis(tmp_path, produktion=True)
    assert not (tmp_path / "geheimnis").exists()


def test_jede_variable_hat_eine_erklaerung():
    assert all(variable.hilfe.endswith(".") for variable in umgebung.VARIABLEN)
    assert len({variable.name for variable in umgebung.VARIABLEN}) == len(umgebung.VARIABLEN)


def test_sprache_zeit_und_richtlinie():
    assert (settings.LANGUAGE_CODE, settings.TIME_ZONE, settings.USE_TZ) == ("de", "Europe/Berlin", True)
    anweisungen = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert anweisungen["default-src"] == ["'none'"]
    assert all("unsafe" not in wert for werte in anweisungen.values() for wert in werte)


def test_sqlite_schreibt_mit_wal(db):
    from django.db import connection

    if connection.vendor == "sqlite":
        optionen = connection.settings_dict["OPTIONS"]
        assert "journal_mode=WAL" in optionen["init_command"]
        assert optionen["transaction_mode"] == "IMMEDIATE"
    else:
        assert connection.vendor == "postgresql"


def test_keine_migration_fehlt(db):
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_freigabegrenzen_sind_cent_je_rolle_und_unlesbares_verhindert_den_start():
    text = "sachbearbeitung=5000/15000, teamleitung = 20000/1"
    assert umgebung.freigabegrenzen(text) == {
        "sachbearbeitung": (500_000, 1_500_000),
        "teamleitung": (2_000_000, 100),
    }
    assert umgebung.freigabegrenzen("") == {}
    for falsch in ("sachbearbeitung", "sachbearbeitung=5000", "=1/1", "x=-1/2", "x=viel/2"):
        with pytest.raises(ImproperlyConfigured, match="ist nicht lesbar"):
            umgebung.freigabegrenzen(falsch)
