"""Arbeitsliste der Plausibilität: Befund, wer ihn klärt, und die Erklärung."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.models import Auffaelligkeit
from sozialamt.vergleich.models.pruefung import Stand
from sozialamt.vergleich.vorgaenge.auffaelligkeit_bearbeiten import auffaelligkeit_bearbeiten
from sozialamt.web.ansichten.vergleich.gemeinsam import eigene_staedte
from sozialamt.web.recht import recht

JE_SEITE, UNBRAUCHBAR = 50, 422
WAEHLBAR = [(s.value, s.label) for s in Stand if s is not Stand.BEHOBEN]


@recht("vergleich_liefern")
def liste(request: HttpRequest) -> HttpResponse:
    """Befunde der eigenen Städte; ohne Auswahl die ungeklärten."""
    alle = Auffaelligkeit.objects.filter(stadt__in=eigene_staedte(request))
    stand = request.GET.get("stand", "")
    gewaehlt = alle.filter(stand=stand) if stand in Stand.values else alle.ungeklaert()
    seite = Paginator(gewaehlt.select_related("stadt", "groesse", "zustaendig"), JE_SEITE).get_page(
        request.GET.get("seite")
    )
    return render(
        request, "vergleich/auffaelligkeiten.html", {"seite": seite, "stand": stand, "staende": Stand.choices}
    )


@recht("vergleich_liefern")
def bearbeiten(request: HttpRequest, pk: int) -> HttpResponse:
    """Einen Befund übernehmen, erklären oder zurückstellen."""
    befund = get_object_or_404(
        Auffaelligkeit.objects.select_related("stadt", "groesse"), pk=pk, stadt__in=eigene_staedte(request)
    )
    kollegen = [
        b for b in Benutzer.objects.filter(vergleichsstaedte__stadt=befund.stadt) if "vergleich_liefern" in b.rechte
    ]
    umfeld = {"befund": befund, "staende": WAEHLBAR, "kollegen": kollegen}
    if request.method != "POST":
        return render(request, "vergleich/auffaelligkeit.html", umfeld)
    wer = next((b for b in kollegen if str(b.pk) == request.POST.get("zustaendig")), None)
    try:
        auffaelligkeit_bearbeiten(
            benutzer=request.user,
            auffaelligkeit=befund,
            stand=request.POST.get("stand", ""),
            kommentar=request.POST.get("kommentar", ""),
            zustaendig=wer,
        )
    except RechtFehlt:
        raise
    except Aktenfehler as fehler:
        befund.kommentar = request.POST.get("kommentar", "")
        return render(request, "vergleich/auffaelligkeit.html", umfeld | {"fehler": fehler}, status=UNBRAUCHBAR)
    messages.success(request, "Gespeichert.")
    return redirect("vergleich_auffaelligkeiten")
