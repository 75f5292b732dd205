"""Startseite: was heute auf dem Tisch liegt, zuletzt gelesene Akten, die eigenen Wege."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte.aufgabe import stapel
from sozialamt.akte.models import Haushalt
from sozialamt.akte.rechte import ROLLEN
from sozialamt.akte.zuletzt import zuletzt_gelesen
from sozialamt.web.aufgaben import karten
from sozialamt.web.recht import angemeldet

ZULETZT = 8
WEGE = (
    ("zahllaeufe_lesen", "zahllaeufe", "Zahlläufe"),
    ("vergleich_lesen", "vergleich", "Vergleich der Städte"),
    ("vergleich_liefern", "vergleich_lieferung", "Werte liefern"),
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
    """Aufgaben mit Zahl, Suche und zuletzt gelesene Akten."""
    heute = timezone.localdate()
    alle = karten(stapel(request.user, heute), heute)
    darf_lesen = "akte_lesen" in request.user.rechte
    return render(
        request,
        "start.html",
        {
            "heute": heute,
            "rollen": [ROLLEN[rolle][0] for rolle in request.user.rollennamen if rolle in ROLLEN],
            "karten": [k for k in alle if k.stapel.anzahl],
            "leere": [k for k in alle if not k.stapel.anzahl],
            "darf_lesen": darf_lesen,
            "wege": [(ziel, titel) for name, ziel, titel in WEGE if name in request.user.rechte],
            "darf_anlegen": "haushalt_anlegen" in request.user.rechte,
            "zuletzt": zuletzt_gelesen(request.user, heute, ZULETZT) if darf_lesen else [],
            "beispieldaten": Haushalt.objects.filter(erzeugt=True).exists(),
        },
    )
