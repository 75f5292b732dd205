"""Startseite."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte.models import Bescheidentwurf, Haushalt
from sozialamt.leistungen import steckbriefe
from sozialamt.web.recht import angemeldet

ZULETZT, ENTWUERFE = 8, 10
WEGE = (
    ("benutzer_verwalten", "benutzer", "Benutzer und Rollen"),
    ("rolle_freigeben", "freigaben", "Rollen freigeben"),
    ("einheit_verwalten", "einheiten", "Organisationseinheiten"),
    ("einstellungen_waehlen", "einstellungen", "Streitige Fragen"),
    ("notzugriffe_lesen", "notzugriffe", "Zugriffe mit Begründung"),
    ("ausgaben_lesen", "ausgaben", "Ausgaben personenbezogener Daten"),
    ("loeschprotokoll_lesen", "loeschkonzept", "Löschkonzept und Löschprotokoll"),
)
"""Recht, Adresse und Titel der Seiten, die zu keiner Akte gehören."""


@angemeldet("Startseite; zeigt nur, was die eigenen Rechte erlauben")
def start(request: HttpRequest) -> HttpResponse:
    """Suche, zuletzt gelesene Akten und offene Entwürfe."""
    darf_lesen = request.user.has_perm("akte.akte_lesen")
    zuletzt = (
        Haushalt.objects.fuer(request.user).mit_schutz(timezone.localdate()).zuletzt_gelesen(request.user, ZULETZT)
        if darf_lesen
        else []
    )
    entwuerfe = (
        Bescheidentwurf.objects.fuer(request.user).select_related("haushalt", "created_by").defer("inhalt", "rechenweg")
    )
    return render(
        request,
        "start.html",
        {
            "darf_lesen": darf_lesen,
            "wege": [(ziel, titel) for name, ziel, titel in WEGE if name in request.user.rechte],
            "darf_anlegen": request.user.has_perm("akte.haushalt_anlegen"),
            "zuletzt": zuletzt,
            "entwuerfe": entwuerfe[:ENTWUERFE] if darf_lesen else [],
            "titel": {s.schluessel: s.titel for s in steckbriefe().values()},
            "beispieldaten": Haushalt.objects.filter(erzeugt=True).exists(),
        },
    )
