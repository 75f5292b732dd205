"""Auskunft über Zugriffe und die Liste aller Ausgaben."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sozialamt.akte.models import Ausgabe, Person
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.auskunft_erteilen import auskunft_erteilen
from sozialamt.web.recht import recht

JE_SEITE = 50


@recht("auskunft_erteilen")
def auskunft(request: HttpRequest, aktenzeichen: str, person_id: int) -> HttpResponse:
    """Alle Zugriffe auf eine Person; ein Knopf macht daraus das Schreiben."""
    person = Person.objects.filter(mitgliedschaften__haushalt=request.akte, pk=person_id).distinct().first()
    if person is None:
        raise Http404
    if request.method == "POST":
        antwort = HttpResponse(auskunft_erteilen(benutzer=request.user, person=person), content_type="application/pdf")
        antwort["Content-Disposition"] = f'attachment; filename="Auskunft-{aktenzeichen}.pdf"'
        antwort["Cache-Control"] = "no-store"
        return antwort
    akte_lesen(benutzer=request.user, haushalt=request.akte, personen=[person], anlass="Auskunft über Zugriffe")
    zugriffe = person.lesezugriffe.select_related("benutzer")
    seite = Paginator(zugriffe, JE_SEITE).get_page(request.GET.get("seite"))
    return render(request, "auskunft.html", {"haushalt": request.akte, "person": person, "seite": seite})


@recht("ausgaben_lesen")
@require_safe
def ausgaben(request: HttpRequest) -> HttpResponse:
    """Wer zu welchem Zweck Daten ausgegeben hat, die neuesten zuerst."""
    alle = Ausgabe.objects.select_related("benutzer", "haushalt")
    seite = Paginator(alle, JE_SEITE).get_page(request.GET.get("seite"))
    return render(request, "ausgaben.html", {"seite": seite})
