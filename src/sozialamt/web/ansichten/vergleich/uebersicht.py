"""Der Vergleichskreis: wer dabei ist, seit wann, und was es zu jeder Stadt gibt."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sozialamt.vergleich.models import Auffaelligkeit, Mitgliedschaft, Stadt
from sozialamt.vergleich.models.stadt import Gebietsart
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.web.ansichten.vergleich.gemeinsam import bereiche, eigene_staedte, jahre
from sozialamt.web.recht import recht

JAHR_DER_VORLAGE = 2020


@recht("vergleich_lesen")
def uebersicht(request: HttpRequest) -> HttpResponse:
    """Städte mit Mitgliedschaft, eigene Aufgaben, Wege zu allen Berichten."""
    Sicht.von(request.user)
    alle = jahre()
    jahr = JAHR_DER_VORLAGE if JAHR_DER_VORLAGE in alle else (alle[0] if alle else None)
    eigene = eigene_staedte(request)
    andere = Stadt.objects.filter(mitgliedschaften__isnull=True).exclude(art=Gebietsart.VERGLEICHSGEBIET)
    return render(
        request,
        "vergleich/uebersicht.html",
        {
            "mitgliedschaften": Mitgliedschaft.objects.select_related("stadt"),
            "andere": andere,
            "jahr": jahr,
            "jahre": alle,
            "bereiche": bereiche(),
            "eigene": eigene,
            "offene": Auffaelligkeit.objects.ungeklaert().filter(stadt__in=eigene).count(),
            "darf_liefern": request.user.has_perm("akte.vergleich_liefern"),
            "darf_freigeben": request.user.has_perm("akte.vergleich_freigeben"),
        },
    )
