"""Suche über Personen und Haushalte, beim Tippen und seitenweise."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person
from sozialamt.web.recht import recht

SEITENGROESSE = 25
SORTIERUNGEN = {
    "name": ("rang", "name_gefaltet", "id"),
    "alt": ("rang", "geburtsdatum", "name_gefaltet"),
    "jung": ("rang", "-geburtsdatum", "name_gefaltet"),
}


@recht("akte_lesen")
def suche(request: HttpRequest) -> HttpResponse:
    """Zwei Listen: Personen, und Haushalte über Aktenzeichen, Anschrift oder Mitglied."""
    anfrage = request.GET.get("q", "").strip()
    heute = timezone.localdate()
    sortierung = request.GET.get("sortierung", "name")
    personen = (
        Person.objects.suche(anfrage, heute).fuer(request.user).order_by(*SORTIERUNGEN.get(sortierung, ("rang",)))
    )
    haushalte = Haushalt.objects.suche(anfrage, heute).fuer(request.user).mit_schutz(heute)
    art = "haushalte" if request.GET.get("art") == "haushalte" else "personen"
    listen = {"personen": _mit_haushalt(personen, request), "haushalte": haushalte.order_by("aktenzeichen")}
    seiten = {name: Paginator(liste, SEITENGROESSE) for name, liste in listen.items()}
    umfeld = {
        "anfrage": anfrage,
        "art": art,
        "sortierung": sortierung,
        "anzahl_personen": seiten["personen"].count,
        "anzahl_haushalte": seiten["haushalte"].count,
        "seite": seiten[art].get_page(request.GET.get("seite")),
    }
    return render(request, "suche.html", umfeld)


def _mit_haushalt(personen: QuerySet[Person], request: HttpRequest) -> QuerySet[Person]:
    """Dazu der laufende Haushalt, soweit man ihn lesen darf."""
    mit_schutz = Prefetch("haushalt", queryset=Haushalt.objects.mit_schutz(timezone.localdate()))
    aktuelle = Mitgliedschaft.objects.gewusst_am(None).filter(
        bis__isnull=True, haushalt__in=Haushalt.objects.fuer(request.user)
    )
    return personen.prefetch_related(
        Prefetch("mitgliedschaften", queryset=aktuelle.prefetch_related(mit_schutz), to_attr="aktuelle")
    )
