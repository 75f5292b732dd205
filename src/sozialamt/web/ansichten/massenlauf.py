"""Massenläufe: Vorschau ansehen, freigeben oder verwerfen, verfolgen, was daraus wurde."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sozialamt.akte.fehler import Aktenfehler
from sozialamt.akte.models import Massenlauf, Massenlaufposten
from sozialamt.akte.models.massenlauf import Laufstand, Postenstand, Wirkung
from sozialamt.akte.vorgaenge.massenlauf_freigeben import massenlauf_freigeben
from sozialamt.akte.vorgaenge.massenlauf_verwerfen import massenlauf_verwerfen
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.leistungen import steckbriefe
from sozialamt.web.handlung import UNBRAUCHBAR, versuche
from sozialamt.web.recht import recht

JE_SEITE = 50


@recht("massenlauf_vorbereiten")
def massenlaeufe(request: HttpRequest) -> HttpResponse:
    """Alle Läufe, der jüngste zuerst."""
    laeufe = Massenlauf.objects.select_related("created_by", "freigegeben_von")
    seite = Paginator(laeufe, JE_SEITE).get_page(request.GET.get("seite"))
    return render(request, "massenlauf/laeufe.html", {"seite": seite})


@recht("massenlauf_vorbereiten")
def massenlauf(request: HttpRequest, pk: int) -> HttpResponse:
    """Was der Lauf bewirkt, je Leistung und Fall für Fall."""
    lauf = get_object_or_404(Massenlauf.objects.select_related("created_by", "freigegeben_von"), pk=pk)
    fehler = None
    if request.method == "POST":
        fehler = _entscheide(request, lauf)
        if fehler is None:
            return redirect("massenlauf", pk)
    filter_ = {n: request.GET.get(n, "") for n in ("leistung", "wirkung", "stand")}
    posten = lauf.posten.filter(**{n: wert for n, wert in filter_.items() if wert})
    umfeld = {
        "lauf": lauf,
        "fehler": fehler,
        "summen": lauf.posten.all().zusammengefasst(),
        "angaben": lauf.angaben.count(),
        "seite": Paginator(_sichtbar(posten, request), JE_SEITE).get_page(request.GET.get("seite")),
        "filter": filter_,
        "wirkungen": Wirkung.choices,
        "staende": Postenstand.choices,
        "titel": {s.schluessel: s.titel for s in steckbriefe().values()},
        "kurz": {s.schluessel: s.kurz for s in steckbriefe().values()},
        "wirkungstitel": dict(Wirkung.choices),
        "offen": lauf.stand == Laufstand.VORSCHAU,
        "darf_freigeben": request.user.has_perm("akte.massenlauf_freigeben") and lauf.created_by_id != request.user.pk,
    }
    return render(request, "massenlauf/lauf.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _sichtbar(posten: QuerySet[Massenlaufposten], request: HttpRequest) -> QuerySet[Massenlaufposten]:
    """Fälle, deren Akte man lesen darf; die Summen darüber nennen alle."""
    zugaenglich = zugaengliche(request.user, "akte_lesen")
    return posten.filter(haushalt__in=zugaenglich).select_related("haushalt", "bescheid").defer("bescheid__rechenweg")


def _entscheide(request: HttpRequest, lauf: Massenlauf) -> Aktenfehler | None:
    if "freigeben" in request.POST:
        return versuche(
            request,
            lambda: massenlauf_freigeben(benutzer=request.user, lauf=lauf),
            f"Der Massenlauf ist freigegeben. Ausgeführt wird er mit: sozialamt massenlauf --ausfuehren {lauf.pk}",
        )
    return versuche(
        request,
        lambda: massenlauf_verwerfen(benutzer=request.user, lauf=lauf),
        "Der Massenlauf ist verworfen. Es hat sich nichts geändert.",
    )
