"""Seiten für Fehler, in verständlichem Deutsch."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sozialamt.web.recht import oeffentlich

UNGUELTIG, VERBOTEN, NICHT_GEFUNDEN, SERVERFEHLER = 400, 403, 404, 500


@login_not_required
def ungueltig(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", {"grund": "Die Anfrage ist unvollständig."}, status=UNGUELTIG)


@login_not_required
def verboten(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", {"grund": "Sie dürfen diese Seite nicht öffnen."}, status=VERBOTEN)


@login_not_required
def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    grund = "Das Formular ist abgelaufen. Laden Sie die Seite neu und senden Sie es noch einmal."
    return render(request, "403.html", {"grund": grund}, status=VERBOTEN)


@login_not_required
def nicht_gefunden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=NICHT_GEFUNDEN)


@login_not_required
def serverfehler(request: HttpRequest) -> HttpResponse:
    """Ohne Kontext und Datenbank: Diese Seite muss immer gehen."""
    return render(None, "500.html", status=SERVERFEHLER)


@oeffentlich("gibt es hier nicht")
def gibt_es_nicht(request: HttpRequest) -> HttpResponse:
    """Adressen, die das Anmeldepaket kennt, die es hier aber nicht gibt."""
    raise Http404
