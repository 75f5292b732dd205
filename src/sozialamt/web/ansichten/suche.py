"""Suche über Personen und Haushalte."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sozialamt.akte.models import Mitgliedschaft, Person
from sozialamt.akte.rechte import pruefe_recht

SEITENGROESSE = 25


def suche(request: HttpRequest) -> HttpResponse:
    """Trefferliste, seitenweise; jedes Wort der Anfrage ist ein Wortanfang."""
    pruefe_recht(request.user, "akte_lesen")
    anfrage = request.GET.get("q", "").strip()
    aktuelle = Mitgliedschaft.objects.gewusst_am(None).filter(bis__isnull=True).select_related("haushalt")
    personen = Person.objects.suche(anfrage).prefetch_related(
        Prefetch("mitgliedschaften", queryset=aktuelle, to_attr="aktuelle")
    )
    seite = Paginator(personen, SEITENGROESSE).get_page(request.GET.get("seite"))
    return render(request, "suche.html", {"anfrage": anfrage, "seite": seite})
