"""Suche über Personen und Haushalte."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person
from sozialamt.web.recht import recht

SEITENGROESSE = 25


@recht("akte_lesen")
def suche(request: HttpRequest) -> HttpResponse:
    """Trefferliste, seitenweise; jedes Wort der Anfrage ist ein Wortanfang."""
    anfrage = request.GET.get("q", "").strip()
    sichtbar = Haushalt.objects.fuer(request.user)
    aktuelle = Mitgliedschaft.objects.gewusst_am(None).filter(bis__isnull=True, haushalt__in=sichtbar)
    mit_schutz = Prefetch("haushalt", queryset=Haushalt.objects.mit_schutz(timezone.localdate()))
    personen = (
        Person.objects.suche(anfrage)
        .fuer(request.user)
        .prefetch_related(
            Prefetch("mitgliedschaften", queryset=aktuelle.prefetch_related(mit_schutz), to_attr="aktuelle")
        )
    )
    seite = Paginator(personen, SEITENGROESSE).get_page(request.GET.get("seite"))
    return render(request, "suche.html", {"anfrage": anfrage, "seite": seite})
