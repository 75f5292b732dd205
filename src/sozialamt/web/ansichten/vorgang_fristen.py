"""Fristen und Wiedervorlagen: was ansteht, eigene oder die des Amtes."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, RechtFehlt
from sozialamt.akte.models import Frist
from sozialamt.akte.vorgaenge.frist_erledigen import frist_erledigen
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.web.handlung import lies_nummer
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422
JE_SEITE = 50
TAGE_VORAUS = 28
OHNE_WIEDERVORLAGEN = ("frist", "alle Fristen, ohne Wiedervorlagen")


@recht("akte_lesen")
def fristen(request: HttpRequest) -> HttpResponse:
    """Offene Fristen bis zu einem Tag, die früheste zuerst."""
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        try:
            frist = get_object_or_404(Frist, pk=lies_nummer(request.POST.get("frist")))
            frist_erledigen(benutzer=request.user, frist=frist)
            messages.success(request, f"„{frist.titel}“ ist erledigt.")
            return redirect(request.get_full_path())
        except RechtFehlt:
            raise
        except Aktenfehler as grund:
            fehler = grund
    heute = timezone.localdate()
    try:
        bis = _bis(request, heute)
    except AngabenFehler as grund:
        fehler, bis = grund, heute + timedelta(days=TAGE_VORAUS)
    wessen, art = request.GET.get("wessen", "eigene"), request.GET.get("art", "")
    zugaenglich = zugaengliche(request.user, "akte_lesen")
    liste = (
        Frist.objects.faellig(bis).filter(haushalt__in=zugaenglich).select_related("haushalt", "vorgang", "zustaendig")
    )
    if wessen != "alle":
        liste = liste.filter(zustaendig=request.user)
    if art == OHNE_WIEDERVORLAGEN[0]:
        liste = liste.exclude(art=Frist.WIEDERVORLAGE)
    elif art in dict(Frist.ARTEN):
        liste = liste.filter(art=art)
    umfeld = {
        "seite": Paginator(liste, JE_SEITE).get_page(request.GET.get("seite")),
        "arten": [OHNE_WIEDERVORLAGEN, *Frist.ARTEN],
        "art": art,
        "wessen": wessen,
        "bis": request.GET.get("bis", "") if fehler else f"{bis:%d.%m.%Y}",
        "heute": heute,
        "fehler": fehler,
        "darf_erledigen": request.user.has_perm("akte.vorgang_fuehren"),
    }
    return render(request, "vorgaenge/fristen.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _bis(request: HttpRequest, heute: date) -> date:
    text = request.GET.get("bis", "").strip()
    return lies_tag(text, "fällig bis") if text else heute + timedelta(days=TAGE_VORAUS)
