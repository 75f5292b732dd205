"""Ansprüche gegen andere Träger und Dritte: aufnehmen, geltend machen, beziffern, Arbeitsliste."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.akte.models import Traegeranspruch
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.vorgaenge.anspruch_gegen_anderen_anlegen import (
    UEBERLEITUNG,
    Anspruch,
    anspruch_gegen_anderen_anlegen,
)
from sozialamt.akte.vorgaenge.anspruch_ueberleiten import anspruch_ueberleiten
from sozialamt.akte.vorgaenge.erstattung_anmelden import erstattung_anmelden
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.leistungen import steckbriefe
from sozialamt.web.anspruchsaufnahme import nimm_auf, personen_der_akte, waehle_person
from sozialamt.web.handlung import UNBRAUCHBAR, lies_nummer
from sozialamt.web.recht import recht

JE_SEITE = 50
FELDER = ("person", "leistung", "grundlage", "gegner", "anschrift", "anspruch_auf", "von", "bis", "bekannt")


@recht("akte_lesen")
def liste(request: HttpRequest) -> HttpResponse:
    """Alle noch nicht geltend gemachten Ansprüche, die mit der nächsten Ausschlussfrist zuerst."""
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        try:
            return _geltend_machen(request)
        except RechtFehlt:
            raise
        except Aktenfehler as grund:
            fehler = grund
    zugaenglich = zugaengliche(request.user, "akte_lesen")
    offene = (
        Traegeranspruch.objects.offen()
        .filter(vorgang__haushalt__in=zugaenglich)
        .select_related("vorgang__haushalt", "vorgang__person")
    )
    umfeld = {
        "seite": Paginator(offene, JE_SEITE).get_page(request.GET.get("seite")),
        "heute": timezone.localdate(),
        "fehler": fehler,
        "ueberleitung": UEBERLEITUNG,
        "darf": request.user.has_perm("akte.vorgang_fuehren"),
    }
    return render(request, "vorgaenge/traegeransprueche.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _geltend_machen(request: HttpRequest) -> HttpResponse:
    anspruch = get_object_or_404(Traegeranspruch, pk=lies_nummer(request.POST.get("anspruch")))
    if anspruch.grundlage == UEBERLEITUNG:
        anspruch_ueberleiten(benutzer=request.user, anspruch=anspruch, ermessen=request.POST.get("ermessen", ""))
    else:
        erstattung_anmelden(benutzer=request.user, anspruch=anspruch)
    messages.success(request, f"Der Anspruch gegen {anspruch.gegner} ist geltend gemacht; das Schreiben liegt bei.")
    return redirect("vorgang", anspruch.vorgang_id)


@recht("vorgang_fuehren")
def anlegen(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Gegen wen, worauf, für welche Monate."""
    akte = request.akte
    angaben = {feld: request.POST.get(feld, "") for feld in FELDER}
    personen = personen_der_akte(akte)
    umfeld = {
        "haushalt": akte,
        "angaben": angaben,
        "personen": personen,
        "leistungen": [s for s in steckbriefe().values() if s.zahlung],
        "grundlagen": Traegeranspruch.GRUNDLAGEN,
    }

    def vorgang() -> Traegeranspruch:
        return anspruch_gegen_anderen_anlegen(
            benutzer=request.user,
            haushalt=akte,
            person=waehle_person(personen, angaben["person"], "Person"),
            leistung=angaben["leistung"],
            anspruch=_anspruch(angaben),
        )

    erfolg = "Der Anspruch ist aufgenommen. Geltend gemacht ist er damit noch nicht."
    return nimm_auf(request, "vorgaenge/traegeranspruch_neu.html", umfeld, vorgang, erfolg)


def _anspruch(angaben: dict[str, str]) -> Anspruch:
    bekannt = angaben["bekannt"].strip()
    return Anspruch(
        grundlage=angaben["grundlage"],
        gegner=angaben["gegner"],
        anschrift=angaben["anschrift"],
        anspruch_auf=angaben["anspruch_auf"],
        von=lies_monat(angaben["von"], "von Monat"),
        bis=lies_monat(angaben["bis"], "bis Monat"),
        entscheidung_bekannt_am=lies_tag(bekannt, "Entscheidung bekannt seit") if bekannt else None,
    )
