"""Arbeitslisten: Für jede Aufgabe, die keine eigene Seite hat, entsteht eine aus ihrer Anmeldung."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sozialamt.akte.aufgabe import Aufgabe
from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.web.aufgaben import zeile
from sozialamt.web.ausgabe import Liste, ausgeben
from sozialamt.web.recht import recht

JE_SEITE, UNBRAUCHBAR = 50, 422


def liste(aufgabe: Aufgabe) -> Callable[..., HttpResponse]:
    """Die Ansicht zu einer Aufgabe; sie verlangt deren Recht."""

    @recht(aufgabe.recht)
    @require_http_methods(["GET", "HEAD", "POST"])
    def arbeitsliste(request: HttpRequest) -> HttpResponse:
        heute = timezone.localdate()
        wessen = "alle" if aufgabe.alle and request.GET.get("wessen") == "alle" else "eigene"
        quelle = aufgabe.alle if aufgabe.alle and wessen == "alle" else aufgabe.zeilen
        fehler: Aktenfehler | None = None
        if request.method == "POST":
            try:
                return _als_datei(request, aufgabe, quelle(request.user, heute))
            except RechtFehlt:
                raise
            except Aktenfehler as grund:
                fehler = grund
        seite = Paginator(quelle(request.user, heute), JE_SEITE).get_page(request.GET.get("seite"))
        umfeld = {
            "aufgabe": aufgabe,
            "waehlbar": aufgabe.alle is not None,
            "wessen": wessen,
            "seite": seite,
            "zeilen": [zeile(aufgabe, eintrag) for eintrag in seite],
            "darf_ausgeben": "ausgabe_erstellen" in request.user.rechte,
            "fehler": fehler,
        }
        return render(request, "aufgabe.html", umfeld, status=UNBRAUCHBAR if fehler else None)

    return arbeitsliste


def _als_datei(request: HttpRequest, aufgabe: Aufgabe, eintraege: Iterable[Any]) -> HttpResponse:
    koepfe = [s.titel for s in aufgabe.spalten]
    zeilen = [[text for _, text in zeile(aufgabe, eintrag)[1]] for eintrag in eintraege]
    liste_ = Liste(f"Arbeitsliste {aufgabe.titel}", aufgabe.schluessel, koepfe, zeilen)
    return ausgeben(request, liste_)
