"""Was jede Seite zeigt."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def behoerde(request: HttpRequest) -> dict[str, Any]:
    return {
        "behoerde": settings.BEHOERDE,
        "oidc": settings.OIDC.get("name", ""),
        "ohne_zweiten_faktor": settings.ZWEITER_FAKTOR == "keine",
    }
