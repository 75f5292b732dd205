"""Eine Sitzung wird verlängert, solange gearbeitet wird, aber nicht bei jeder Anfrage geschrieben."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.web.conftest import angemeldet

pytestmark = pytest.mark.django_db
VOLL = timedelta(seconds=settings.SESSION_COOKIE_AGE)


@pytest.fixture
def client(sachbearbeitung):
    client = angemeldet(sachbearbeitung)
    client.get("/")
    return client


def schreibende(client):
    with CaptureQueriesContext(connection) as abfragen:
        assert client.get("/").status_code == 200
    return [a["sql"] for a in abfragen if a["sql"].startswith("UPDATE")]


def test_wer_weiterarbeitet_schreibt_seine_sitzung_nicht_jedes_mal(client):
    ende = Session.objects.get().expire_date
    assert schreibende(client) == []
    assert Session.objects.get().expire_date == ende


def test_nach_einer_minute_ist_sie_wieder_so_lang_wie_eingestellt(client):
    Session.objects.update(expire_date=timezone.now() + VOLL - timedelta(minutes=1, seconds=1))
    assert len(schreibende(client)) == 1
    assert Session.objects.get().expire_date > timezone.now() + VOLL - timedelta(seconds=30)


def test_eine_kuerzere_einstellung_gilt_auch_fuer_laufende_sitzungen(client):
    Session.objects.update(expire_date=timezone.now() + 2 * VOLL)
    client.get("/")
    assert Session.objects.get().expire_date <= timezone.now() + VOLL


def test_eine_abgelaufene_sitzung_gilt_nicht_mehr(client):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get("/")["Location"].startswith(reverse("account_login"))


def test_wer_sich_abmeldet_hat_keine_sitzung_mehr(client):
    schluessel = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(reverse("account_logout"))
    client.cookies[settings.SESSION_COOKIE_NAME] = schluessel
    assert client.get("/").status_code == 302
