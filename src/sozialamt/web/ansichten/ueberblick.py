"""Das ganze Bild eines Haushalts in einem Monat: wer was erhält, was zuerst, warum nicht, was es ändern würde."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.monat import monat_weiter
from sozialamt.akte.ueberblick import haushaltsbild
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.web.ansichten.haushalt import gewaehlter_stand
from sozialamt.web.leistungsbild import je_person, umfeld, urteile
from sozialamt.web.recht import recht


@recht("akte_lesen")
@require_safe
def ueberblick(request: HttpRequest, aktenzeichen: str, monat: date) -> HttpResponse:
    """Alle Leistungen eines Monats auf einer Seite, zum Lesen und Drucken."""
    return _seite(request, monat, mit_gegenprobe=False)


@recht("akte_lesen")
@require_safe
def was_wuerde_es_aendern(request: HttpRequest, aktenzeichen: str, monat: date) -> HttpResponse:
    """Dieselbe Seite mit der Gegenprobe; sie rechnet spürbar länger und kommt darum nur auf Wunsch."""
    return _seite(request, monat, mit_gegenprobe=True)


def _seite(request: HttpRequest, monat: date, *, mit_gegenprobe: bool) -> HttpResponse:
    akte = request.akte
    stand = gewaehlter_stand(request, [])
    fall = Kenntnis.lade(akte, stand).fall(monat)
    akte_lesen(benutzer=request.user, haushalt=akte, personen=fall.personen.values(), anlass="Überblick")
    bild = haushaltsbild(fall, mit_gegenprobe=mit_gegenprobe)
    b = bild.ueberblick
    return render(
        request,
        "ueberblick.html",
        umfeld(bild)
        | {
            "haushalt": akte,
            "monat": monat,
            "vormonat": monat_weiter(monat, -1),
            "folgemonat": monat_weiter(monat, 1),
            "stand": stand,
            "anhang": f"?stand={stand:%Y-%m-%d}" if stand else "",
            "urteile": list(urteile(b)) if b else [],
            "je_person": je_person(b) if b else [],
            "mit_gegenprobe": mit_gegenprobe,
            "darf_eintragen": request.user.has_perm("akte.tatsache_eintragen", akte),
        },
    )
