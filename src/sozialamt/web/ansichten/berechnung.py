"""Eine Leistung in einem Monat: Berechnungsbogen und „Warum dieser Betrag?“."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sozialamt.akte.berechnung import berechne
from sozialamt.akte.fallbildung import bilde_fall
from sozialamt.akte.monat import monat_weiter
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.leistungen import steckbriefe
from sozialamt.web.rechenweg import Rechenweg, vorgaben
from sozialamt.web.recht import recht


@recht("akte_lesen")
def berechnung(request: HttpRequest, aktenzeichen: str, leistung: str, monat: date) -> HttpResponse:
    """Rechnet aus der Akte und zeigt jeden Schritt."""
    akte = request.akte
    steckbrief = steckbriefe().get(leistung)
    if steckbrief is None:
        raise Http404
    bild = bilde_fall(akte, monat)
    akte_lesen(benutzer=request.user, haushalt=akte, personen=bild.personen.values(), anlass="Berechnung")
    ergebnis = berechne(bild, steckbrief)
    umfeld = {
        "haushalt": akte,
        "monat": monat,
        "vormonat": monat_weiter(monat, -1),
        "folgemonat": monat_weiter(monat, 1),
        "steckbrief": steckbrief,
        "ergebnis": ergebnis,
        "namen": bild.namen,
        "darf_entwerfen": request.user.has_perm("akte.bescheid_entwerfen", akte),
    }
    if ergebnis.ergebnis is not None:
        umfeld["wurzeln"] = Rechenweg(ergebnis.spur, bild.namen).wurzeln(steckbrief.anspruch)
        umfeld["vorgaben"] = list(vorgaben(ergebnis.spur, bild.namen))
    return render(request, "berechnung.html", umfeld)
