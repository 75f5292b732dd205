"""Streitige Fragen: welcher Ansicht das Amt folgt, seit wann und warum."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sozialamt.akte.einstellungen import streitfragen
from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.vorgaenge.einstellung_waehlen import einstellung_waehlen
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422


@recht("einstellungen_waehlen")
def einstellungen(request: HttpRequest) -> HttpResponse:
    """Jede Streitfrage mit Norm, Ansichten und Vorgabe; eine Wahl gilt ab einem Monat für alle Berechnungen."""
    fehler = None
    angaben = {feld: request.POST.get(feld, "") for feld in ("einstellung", "ansicht", "gilt_ab", "grund")}
    if request.method == "POST":
        try:
            gilt_ab = lies_monat(angaben.pop("gilt_ab"), "gilt ab")
            einstellung_waehlen(benutzer=request.user, gilt_ab=gilt_ab, **angaben)
        except RechtFehlt:
            raise
        except Aktenfehler as gefunden:
            fehler = gefunden
        else:
            messages.success(request, f"Die Ansicht gilt ab {gilt_ab:%m.%Y} für alle Berechnungen.")
            return redirect("einstellungen")
    monat = timezone.localdate().replace(day=1)
    umfeld = {"streitfragen": streitfragen(monat), "monat": monat, "fehler": fehler, "offen": angaben["einstellung"]}
    return render(request, "einstellungen.html", umfeld, status=UNBRAUCHBAR if fehler else None)
