"""Austausch mit anderen Installationen und Einlesen öffentlicher Tabellen."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.vergleich.austausch.schluessel import oeffentlicher_schluessel
from sozialamt.vergleich.models import Austauschpaket, Lieferung, Partner, Stadt
from sozialamt.vergleich.models.stadt import Gebietsart
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.vorgaenge.paket_annehmen import paket_annehmen
from sozialamt.vergleich.vorgaenge.paket_ausstellen import paket_ausstellen
from sozialamt.vergleich.vorgaenge.partner_eintragen import partner_eintragen
from sozialamt.vergleich.vorgaenge.tabelle_einlesen import tabelle_einlesen
from sozialamt.web.ansichten.vergleich.gemeinsam import eigene_staedte
from sozialamt.web.recht import recht

UNBRAUCHBAR, LETZTE, GENANNT = 422, 20, 200


@recht("vergleich_liefern")
def austausch(request: HttpRequest) -> HttpResponse:
    """Eigener Schlüssel, Partner, Pakete: ausstellen, annehmen und was zuletzt kam."""
    umfeld: dict[str, Any] = {}
    if request.method == "POST":
        try:
            return _trage_partner_ein(request) if "partner" in request.POST else _nimm_paket_an(request)
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            umfeld["fehler"] = fehler
    umfeld |= {
        "schluessel": oeffentlicher_schluessel(),
        "staedte": eigene_staedte(request),
        "partner": Partner.objects.prefetch_related("staedte"),
        "andere": Stadt.objects.exclude(art=Gebietsart.VERGLEICHSGEBIET).filter(benutzer=None).order_by("name"),
        "pakete": Austauschpaket.objects.select_related("partner", "stadt", "lieferung").defer("lieferung__bericht")[
            :LETZTE
        ],
    }
    return render(request, "vergleich/austausch.html", umfeld, status=UNBRAUCHBAR if "fehler" in umfeld else None)


def _trage_partner_ein(request: HttpRequest) -> HttpResponse:
    partner = partner_eintragen(
        benutzer=request.user,
        name=request.POST.get("name", ""),
        schluessel=request.POST.get("schluessel", ""),
        staedte=list(Stadt.objects.filter(schluessel__in=request.POST.getlist("stadt"))),
    )
    messages.success(request, f"Pakete von {partner} werden jetzt angenommen.")
    return redirect("vergleich_austausch")


def _nimm_paket_an(request: HttpRequest) -> HttpResponse:
    paket = paket_annehmen(benutzer=request.user, inhalt=_datei(request, "Ein Paket endet auf .json.").read())
    messages.success(request, f"Angenommen: Stand {paket.laufnummer} von {paket.stadt}.")
    return redirect("vergleich_lieferbericht", paket.lieferung_id)


@recht("vergleich_freigeben")
@require_POST
def paket(request: HttpRequest, stadt: str) -> HttpResponse:
    """Das unterschriebene Paket der eigenen Stadt als Datei."""
    eigene = get_object_or_404(Stadt, schluessel=stadt, benutzer__benutzer=request.user)
    antwort = HttpResponse(paket_ausstellen(benutzer=request.user, stadt=eigene), content_type="application/json")
    antwort["Content-Disposition"] = f'attachment; filename="staedtevergleich-{eigene.schluessel}.json"'
    return antwort


@recht("vergleich_freigeben")
def tabelle(request: HttpRequest) -> HttpResponse:
    """Eine Tabelle der amtlichen Statistik einlesen; was übergangen wurde, steht Zeile für Zeile darunter."""
    umfeld: dict[str, Any] = {"quelle": request.POST.get("quelle", "")}
    if request.method == "POST":
        try:
            datei = _datei(request, "Laden Sie die Tabelle als CSV herunter.")
            umfeld["einlesung"] = einlesung = tabelle_einlesen(
                benutzer=request.user, dateiname=datei.name or "Tabelle", inhalt=datei.read(), quelle=umfeld["quelle"]
            )
            umfeld |= {"genannt": einlesung.uebergangen[:GENANNT], "weitere": len(einlesung.uebergangen) - GENANNT}
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            umfeld["fehler"] = fehler
    bisher = Lieferung.objects.filter(art=Lieferungsart.OEFFENTLICH).defer("bericht").select_related("von")
    umfeld["lieferungen"] = bisher[:LETZTE]
    return render(request, "vergleich/tabelle.html", umfeld, status=UNBRAUCHBAR if "fehler" in umfeld else None)


def _datei(request: HttpRequest, abhilfe: str) -> UploadedFile:
    datei = request.FILES.get("datei")
    if datei is None:
        raise AngabenFehler([Mangel("Datei", "(keine)", "ist nicht ausgewählt", abhilfe)])
    return datei
