"""Kommentar zum Faktenboard und Beschreibung des Amtes schreiben."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.vergleich.kennzahlen.katalog import katalog
from sozialamt.vergleich.models.text import Berichtstext, Textart
from sozialamt.vergleich.vorgaenge.text_schreiben import text_schreiben
from sozialamt.web.ansichten.vergleich.gemeinsam import eigene_staedte, lies_bereich, lies_stadt
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422


@recht("vergleich_freigeben")
def schreiben(request: HttpRequest, art: str, bezug: str, jahr: int) -> HttpResponse:
    """Ein Formular für beide Arten; zurück führt es zum Bericht, in dem der Text steht."""
    zurueck, titel = _ziel(request, art, bezug, jahr)
    fuer_jahr = jahr if art == Textart.FAKTENBOARD else 0
    geltend = Berichtstext.objects.geltend(art, bezug, fuer_jahr)
    umfeld = {"titel": titel, "art": art, "text": geltend.text if geltend else "", "zurueck": zurueck}
    umfeld |= {"bezug": bezug, "jahr": jahr}
    if request.method == "POST":
        umfeld["text"] = request.POST.get("text", "")
        try:
            text_schreiben(benutzer=request.user, art=art, bezug=bezug, jahr=fuer_jahr, text=umfeld["text"])
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            return render(request, "vergleich/text.html", umfeld | {"fehler": fehler}, status=UNBRAUCHBAR)
        messages.success(request, "Gespeichert. Frühere Fassungen bleiben aufbewahrt.")
        return redirect(zurueck, bezug, jahr)
    return render(request, "vergleich/text.html", umfeld)


def _ziel(request: HttpRequest, art: str, bezug: str, jahr: int) -> tuple[str, str]:
    if art == Textart.FAKTENBOARD and bezug in katalog().bereiche:
        return "vergleich_faktenboard", f"Kommentar: {lies_bereich(bezug)} {jahr}"
    if art == Textart.ORGANISATION and lies_stadt(bezug) in eigene_staedte(request):
        return "vergleich_profil", f"Beschreibung des Amtes: {lies_stadt(bezug).name}"
    raise Http404
