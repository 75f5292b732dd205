"""Handbuch und Rundgang."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sozialamt.akte.models import Haushalt
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.zuletzt import zuletzt_gelesen
from sozialamt.web import handbuch, rundgang
from sozialamt.web.recht import angemeldet, recht

ZULETZT = 5


@angemeldet("Handbuch; enthält nichts über Menschen")
@require_safe
def uebersicht(request: HttpRequest) -> HttpResponse:
    """Das Inhaltsverzeichnis, mit einer Suche über alle Seiten."""
    anfrage = request.GET.get("q", "").strip()
    umfeld = {
        "anfrage": anfrage,
        "treffer": handbuch.suche(anfrage),
        "seite": handbuch.seite(handbuch.STARTSEITE),
        "hoechstens": handbuch.HOECHSTENS,
    }
    return render(request, "handbuch/uebersicht.html", umfeld)


@angemeldet("Handbuch; enthält nichts über Menschen")
@require_safe
def seite(request: HttpRequest, name: str) -> HttpResponse:
    """Eine Seite."""
    gefunden = handbuch.seite(name)
    if gefunden is None:
        raise Http404
    return render(request, "handbuch/seite.html", {"seite": gefunden})


@angemeldet("Bilder des Handbuchs; zeigen nur erfundene Menschen")
@require_safe
def bild(request: HttpRequest, name: str) -> HttpResponse:
    """Ein Bild aus docs/bilder."""
    if name not in {p.name for p in handbuch.bilder().glob("*.png")}:
        raise Http404
    return HttpResponse((handbuch.bilder() / name).read_bytes(), content_type="image/png")


@recht("akte_lesen")
@require_safe
def gang(request: HttpRequest) -> HttpResponse:
    """Ein Fall vom Antrag bis zur Zahlung, Schritt für Schritt an einer wirklichen Akte."""
    nummer = request.GET.get("akte", "").strip()
    lesbar = Haushalt.objects.fuer(request.user)
    akte = lesbar.filter(aktenzeichen=nummer).first() if nummer else None
    if akte is not None:
        personen = [m.person for m in akte.mitgliedschaften.gewusst_am(None).select_related("person")]
        akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Rundgang")
    umfeld = {
        "nummer": nummer,
        "akte": akte,
        "schritte": rundgang.schritte(akte, request.user) if akte else [],
        "zuletzt": zuletzt_gelesen(request.user, timezone.localdate(), ZULETZT),
    }
    return render(request, "handbuch/rundgang.html", umfeld)
