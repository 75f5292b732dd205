"""Anmeldung über den Anmeldedienst der Stadt (OpenID Connect); nur, wenn er eingestellt ist."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect

from sozialamt.akte.models import Benutzer


class NurBekannte(DefaultSocialAccountAdapter):
    """Der Dienst bestätigt, wer jemand ist; ein Konto mit diesem Benutzernamen muss es hier schon geben."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        name = sociallogin.account.extra_data.get("preferred_username", "")
        konto = Benutzer.objects.filter(username=name, is_active=True).first() if name else None
        if konto is None:
            messages.error(request, f"Für „{name or 'diese Anmeldung'}“ gibt es hier kein Konto.")
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, konto)
