"""Anmeldung: Konten legt die Behörde an, niemand meldet sich selbst an; schutzwürdige Rollen mit zweitem Faktor."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sozialamt.akte.rechte import SCHUTZWUERDIG

FAKTOREN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
KONTOADRESSEN = ("account_", "mfa_")


class KeineSelbstanmeldung(DefaultAccountAdapter):
    """Schließt die Registrierung und siezt."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Benutzername oder Passwort stimmt nicht.",
        "too_many_login_attempts": "Zu viele Fehlversuche. Versuchen Sie es in einer Viertelstunde wieder.",
        "enter_current_password": "Geben Sie Ihr jetziges Passwort ein.",
        "rate_limited": "Zu viele Versuche. Warten Sie einen Augenblick.",
    }

    def is_open_for_signup(self, request: Any) -> bool:
        return False


class ZweiterFaktor(DefaultMFAAdapter):
    """Geheimnisse der Authentifizierungs-Apps liegen verschlüsselt in der Datenbank."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "Ihre Rolle verlangt einen zweiten Faktor. Behalten Sie mindestens einen.",
    }

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        vorhandene = Authenticator.objects.filter(user=user, type=type).count()
        return f"Schlüssel {vorhandene + 1}"

    def encrypt(self, text: str) -> str:
        return _schluessel().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _schluessel().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Den letzten zweiten Faktor gibt nicht ab, wessen Rolle einen verlangt."""
        andere = Authenticator.objects.filter(user=authenticator.user, type__in=FAKTOREN).exclude(pk=authenticator.pk)
        return not verlangt_zweiten_faktor(authenticator.user) or andere.exists()

    def get_totp_issuer(self) -> str:
        return f"{settings.BEHOERDE['amt']} {settings.BEHOERDE['traeger']}"


@cache
def _schluessel() -> Fernet:
    """Aus dem Geheimnis des Servers abgeleitet; geht es verloren, richten alle ihren zweiten Faktor neu ein."""
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"zweiter-faktor:{settings.SECRET_KEY}".encode()).digest()))


def verlangt_zweiten_faktor(benutzer: Any) -> bool:
    """Nach der Einstellung `ZWEITER_FAKTOR`: alle, Rollen mit schutzwürdigen Rechten oder niemand."""
    match settings.ZWEITER_FAKTOR:
        case "alle":
            return True
        case "schutzwuerdig":
            return bool(benutzer.rechte & SCHUTZWUERDIG)
    return False


def hat_zweiten_faktor(benutzer: Any) -> bool:
    return Authenticator.objects.filter(user=benutzer, type__in=FAKTOREN).exists()


class ZweiterFaktorNoetig:
    """Wer einen zweiten Faktor braucht und keinen hat, kommt nur auf die Seiten, auf denen man ihn einrichtet."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        name = request.resolver_match.url_name or ""
        if name.startswith(KONTOADRESSEN) or not request.user.is_authenticated:
            return None
        if not verlangt_zweiten_faktor(request.user) or hat_zweiten_faktor(request.user):
            return None
        messages.warning(request, "Ihre Rolle verlangt einen zweiten Faktor. Richten Sie ihn zuerst ein.")
        return redirect("mfa_index")


class Anmeldeformular(LoginForm):
    """Anmeldeformular mit den Bezeichnungen der Behörde und ohne Platzhalter in den Feldern."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Benutzername"
        self.fields["password"].label = "Passwort"
        self.fields["password"].help_text = ""
        for feld in self.fields.values():
            feld.widget.attrs.pop("placeholder", None)
