"""Fristen und Wiedervorlagen: was ansteht, eigene oder die des Amtes."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, RechtFehlt
from sozialamt.akte.models import Benutzer, Frist
from sozialamt.akte.rechte import hat_recht
from sozialamt.akte.vorbereitet import Zeilen
from sozialamt.akte.vorgaenge.frist_erledigen import frist_erledigen
from sozialamt.akte.zugriff import mit_sicht, zugaengliche
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
    bekannte_art = art if art in dict([OHNE_WIEDERVORLAGEN, *Frist.ARTEN]) else ""
    liste = Zeilen(lambda *teil: _faellige(request.user, wessen == "alle", bekannte_art, *teil, bis=bis))
    umfeld = {
        "seite": Paginator(liste, JE_SEITE).get_page(request.GET.get("seite")),
        "arten": [OHNE_WIEDERVORLAGEN, *Frist.ARTEN],
        "art": art,
        "wessen": wessen,
        "bis": request.GET.get("bis", "") if fehler else f"{bis:%d.%m.%Y}",
        "heute": heute,
        "fehler": fehler,
        "darf_erledigen": hat_recht(request.user, "vorgang_fuehren"),
    }
    return render(request, "vorgaenge/fristen.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@mit_sicht
def _faellige(
    benutzer: Benutzer, aller: bool, art: str, ab: int | None = None, ende: int | None = None, *, bis: date
) -> QuerySet[Frist]:
    """Offene Fristen in zugänglichen Akten, eigene oder aller; davon nur die Zeilen von `ab` bis vor `ende`."""
    liste = Frist.objects.faellig(bis).filter(haushalt__in=zugaengliche(benutzer, "akte_lesen"))
    if not aller:
        liste = liste.filter(zustaendig=benutzer)
    if art == OHNE_WIEDERVORLAGEN[0]:
        liste = liste.exclude(art=Frist.WIEDERVORLAGE)
    elif art:
        liste = liste.filter(art=art)
    return liste.select_related("haushalt", "vorgang", "zustaendig")[ab:ende]


def _bis(request: HttpRequest, heute: date) -> date:
    text = request.GET.get("bis", "").strip()
    return lies_tag(text, "fällig bis") if text else heute + timedelta(days=TAGE_VORAUS)
