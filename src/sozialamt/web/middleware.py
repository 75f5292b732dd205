"""Fachliche Fehler, die eine Ansicht nicht selbst behandelt, werden zu verständlichen Seiten."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt

VERBOTEN, UNGUELTIG = 403, 400


class FachlicheFehler:
    """Fehlendes Recht wird 403, alles andere Fachliche 400; beides mit dem deutschen Satz des Fehlers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fehler: Exception) -> HttpResponse | None:
        if isinstance(fehler, RechtFehlt):
            return render(request, "403.html", {"grund": str(fehler)}, status=VERBOTEN)
        if isinstance(fehler, Aktenfehler):
            return render(request, "400.html", {"grund": str(fehler)}, status=UNGUELTIG)
        return None
