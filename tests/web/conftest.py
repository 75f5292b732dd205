import pytest
from django.conf import settings
from django.test import Client
from tests.akte.bausteine import anna, haushalt, leitung, rentnerin, sachbearbeitung, teamleitung

__all__ = ["anna", "haushalt", "leitung", "rentnerin", "sachbearbeitung", "teamleitung"]


def angemeldet(benutzer) -> Client:
    client = Client()
    client.force_login(benutzer, backend=settings.AUTHENTICATION_BACKENDS[1])
    return client


@pytest.fixture
def client(sachbearbeitung) -> Client:
    """Angemeldet als Sachbearbeitung."""
    return angemeldet(sachbearbeitung)


@pytest.fixture
def zweite(teamleitung) -> Client:
    """Angemeldet als Teamleitung, die freigibt."""
    return angemeldet(teamleitung)
