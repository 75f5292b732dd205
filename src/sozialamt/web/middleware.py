"""Fachliche Fehler werden zu verständlichen Seiten; Adressen ohne erklärtes Recht gibt es nicht."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt, ZugriffVerweigert

VERBOTEN, UNGUELTIG = 403, 400
NULLZEICHEN = "Ein Text enthält ein Zeichen, das nicht gespeichert werden kann. Geben Sie ihn neu ein."
ZU_LANG = "Ein Text ist länger, als sein Feld erlaubt, oder eine Zahl zu groß. Es ist nichts gespeichert."


class FachlicheFehler:
    """Fehlendes Recht wird 403, alles andere Fachliche 400; beides mit dem deutschen Satz des Fehlers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, ansicht: Callable[..., Any], args: Any, angaben: Any
    ) -> HttpResponse | None:
        """Hält jede Ansicht an, die kein Recht erklärt: lieber eine Störung als eine offene Tür.

        Texte mit Nullzeichen nimmt keine Datenbank; sie kommen nicht von Menschen.
        """
        if not hasattr(ansicht, "rechtsangabe"):
            raise ImproperlyConfigured(f"{request.path}: Die Ansicht erklärt kein Recht (web/recht.py).")
        texte = (text for angabe in (request.GET, request.POST) for _, werte in angabe.lists() for text in werte)
        if any("\0" in text for text in texte):
            return render(request, "400.html", {"grund": NULLZEICHEN}, status=UNGUELTIG)
        return None

    def process_exception(self, request: HttpRequest, fehler: Exception) -> HttpResponse | None:
        if isinstance(fehler, ZugriffVerweigert):
            begruendbar = fehler.aktenzeichen if request.user.has_perm("akte.zugriff_begruenden") else ""
            umfeld = {"grund": str(fehler), "begruendbar": begruendbar}
            return render(request, "403.html", umfeld, status=VERBOTEN)
        if isinstance(fehler, RechtFehlt):
            return render(request, "403.html", {"grund": str(fehler)}, status=VERBOTEN)
        if isinstance(fehler, DataError):
            return render(request, "400.html", {"grund": ZU_LANG}, status=UNGUELTIG)
        if isinstance(fehler, Aktenfehler):
            return render(request, "400.html", {"grund": str(fehler)}, status=UNGUELTIG)
        return None
