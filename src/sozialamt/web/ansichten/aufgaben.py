"""Arbeitslisten: Für jede Aufgabe, die keine eigene Seite hat, entsteht eine aus ihrer Anmeldung."""

from __future__ import annotations

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sozialamt.akte.aufgabe import Aufgabe
from sozialamt.web.aufgaben import zeile
from sozialamt.web.recht import recht

JE_SEITE = 50


def liste(aufgabe: Aufgabe) -> Callable[..., HttpResponse]:
    """Die Ansicht zu einer Aufgabe; sie verlangt deren Recht."""

    @recht(aufgabe.recht)
    @require_safe
    def arbeitsliste(request: HttpRequest) -> HttpResponse:
        heute = timezone.localdate()
        wessen = "alle" if aufgabe.alle and request.GET.get("wessen") == "alle" else "eigene"
        quelle = aufgabe.alle if aufgabe.alle and wessen == "alle" else aufgabe.zeilen
        seite = Paginator(quelle(request.user, heute), JE_SEITE).get_page(request.GET.get("seite"))
        umfeld = {
            "aufgabe": aufgabe,
            "waehlbar": aufgabe.alle is not None,
            "wessen": wessen,
            "seite": seite,
            "zeilen": [zeile(aufgabe, eintrag) for eintrag in seite],
        }
        return render(request, "aufgabe.html", umfeld)

    return arbeitsliste
