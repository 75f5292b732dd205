"""Das eigene Konto: Rollen, Einheiten, Anmeldung."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sozialamt.web.anmeldung import hat_zweiten_faktor, verlangt_zweiten_faktor
from sozialamt.web.recht import angemeldet


@angemeldet("betrifft nur das eigene Konto")
@require_safe
def konto(request: HttpRequest) -> HttpResponse:
    """Was man selbst darf und wie man sich anmeldet."""
    return render(
        request,
        "konto.html",
        {
            "rollen": request.user.rollen.all(),
            "einheiten": request.user.einheitszuweisungen.select_related("einheit"),
            "faktor": hat_zweiten_faktor(request.user),
            "faktor_noetig": verlangt_zweiten_faktor(request.user),
        },
    )
