"""Benutzer, Rollen und Einheiten verwalten; schutzwürdige Rollen freigeben; Löschkonzept ansehen."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.akte.loeschung import fristen, regeln
from sozialamt.akte.models import Benutzer, Loeschprotokoll, Organisationseinheit, Protokolleintrag, Rollenantrag
from sozialamt.akte.rechte import ROLLENAUSWAHL
from sozialamt.akte.vorgaenge.benutzer_anlegen import benutzer_anlegen
from sozialamt.akte.vorgaenge.einheit_pflegen import einheit_pflegen
from sozialamt.akte.vorgaenge.konto_aendern import einheit_zuweisen, konto_sperren, passwort_zuruecksetzen
from sozialamt.akte.vorgaenge.rolle_vergeben import rolle_entziehen, rolle_freigeben, rolle_vergeben
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422
JE_SEITE, EINTRAEGE = 50, 30
ZUSTAENDE = (("ja", "besteht"), ("nein", "aufgelöst"))


def _kein_ziel(angaben: object) -> None:
    """Diese Seiten gehören zu keiner Akte."""


@recht("benutzer_verwalten")
def benutzer(request: HttpRequest) -> HttpResponse:
    """Liste der Konten und das Formular für ein neues."""
    fehler, passwort, neu = None, "", None
    angaben = {feld: request.POST.get(feld, "") for feld in ("name", "vorname", "nachname")}
    if request.method == "POST":
        try:
            neu, passwort = benutzer_anlegen(benutzer=request.user, **angaben)
            angaben = {}
        except RechtFehlt:
            raise
        except Aktenfehler as gefunden:
            fehler = gefunden
    suche = request.GET.get("q", "").strip()
    konten = Benutzer.objects.prefetch_related("rollen", "einheitszuweisungen__einheit").order_by("username")
    if suche:
        felder = ("username", "first_name", "last_name")
        passend = Q()
        for feld in felder:
            passend |= Q(**{f"{feld}__icontains": suche})
        konten = konten.filter(passend)
    umfeld = {
        "seite": Paginator(konten, JE_SEITE).get_page(request.GET.get("seite")),
        "suche": suche,
        "angaben": angaben,
        "fehler": fehler,
        "neu": neu,
        "passwort": passwort,
    }
    return render(request, "benutzer.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@recht("benutzer_verwalten", ziel=_kein_ziel)
def konto(request: HttpRequest, pk: int) -> HttpResponse:
    """Ein Konto: Rollen, Einheiten, Sperre, neues Passwort; dazu, was daran geändert wurde."""
    eines = get_object_or_404(Benutzer, pk=pk)
    fehler, passwort = None, ""
    if request.method == "POST":
        try:
            passwort = _aendere(request, eines)
        except RechtFehlt:
            raise
        except Aktenfehler as gefunden:
            fehler = gefunden
        else:
            if not passwort:
                messages.success(request, "Die Änderung gilt.")
                return redirect("benutzerkonto", pk)
    zugewiesen = [z.einheit for z in eines.einheitszuweisungen.select_related("einheit")]
    umfeld = {
        "konto": eines,
        "rollen": eines.rollen.all(),
        "antraege": eines.rollenantraege.select_related("beantragt_von"),
        "rollenauswahl": ROLLENAUSWAHL,
        "zugewiesen": zugewiesen,
        "einheiten": Organisationseinheit.objects.aktive().exclude(pk__in=[e.pk for e in zugewiesen]),
        "eintraege": Protokolleintrag.objects.filter(angaben__konto=eines.pk).select_related("benutzer")[:EINTRAEGE],
        "fehler": fehler,
        "passwort": passwort,
    }
    return render(request, "benutzerkonto.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _aendere(request: HttpRequest, eines: Benutzer) -> str:
    """Führt die gewählte Änderung aus; gibt ein neues Passwort zurück, wenn es eines gibt."""
    wer = {"benutzer": request.user, "konto": eines}
    rolle = request.POST.get("rolle", "")
    match request.POST.get("aktion", ""):
        case "rolle_geben":
            rolle_vergeben(**wer, rolle=rolle)
        case "rolle_nehmen":
            rolle_entziehen(**wer, rolle=rolle)
        case "einheit_geben" | "einheit_nehmen" as aktion:
            einheit_zuweisen(**wer, einheit=_einheit(request, "einheit"), gehoert=aktion == "einheit_geben")
        case "sperren" | "oeffnen" as aktion:
            konto_sperren(**wer, gesperrt=aktion == "sperren")
        case "passwort":
            return passwort_zuruecksetzen(**wer)
    return ""


def _einheit(request: HttpRequest, feld: str) -> Organisationseinheit:
    text = request.POST.get(feld, "")
    return get_object_or_404(Organisationseinheit, pk=int(text) if text.isascii() and text.isdigit() else 0)


@recht("rolle_freigeben")
def freigaben(request: HttpRequest) -> HttpResponse:
    """Beantragte schutzwürdige Rollen; entscheiden darf nur, wer nicht beteiligt ist."""
    fehler = None
    if request.method == "POST":
        nummer = request.POST.get("nummer", "")
        antrag = get_object_or_404(Rollenantrag, pk=int(nummer) if nummer.isascii() and nummer.isdigit() else 0)
        try:
            rolle_freigeben(benutzer=request.user, antrag=antrag, ja=request.POST.get("ja") == "ja")
        except RechtFehlt:
            raise
        except Aktenfehler as gefunden:
            fehler = gefunden
        else:
            messages.success(request, "Über den Antrag ist entschieden.")
            return redirect("freigaben")
    antraege = Rollenantrag.objects.select_related("benutzer", "beantragt_von")
    umfeld = {"antraege": antraege, "fehler": fehler}
    return render(request, "freigaben.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@recht("einheit_verwalten")
def einheiten(request: HttpRequest) -> HttpResponse:
    """Der Baum der Einheiten; anlegen, umbenennen, umhängen, auflösen."""
    fehler = None
    if request.method == "POST":
        try:
            einheit_pflegen(
                benutzer=request.user,
                name=request.POST.get("name", ""),
                einheit=_einheit(request, "einheit") if request.POST.get("einheit") else None,
                uebergeordnet=_einheit(request, "uebergeordnet") if request.POST.get("uebergeordnet") else None,
                aktiv=request.POST.get("aktiv", "ja") == "ja",
            )
        except RechtFehlt:
            raise
        except Aktenfehler as gefunden:
            fehler = gefunden
        else:
            messages.success(request, "Die Einheit ist gespeichert.")
            return redirect("einheiten")
    alle = list(Organisationseinheit.objects.select_related("uebergeordnet"))
    umfeld = {"einheiten": alle, "fehler": fehler, "angaben": request.POST, "zustaende": ZUSTAENDE}
    return render(request, "einheiten.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@recht("loeschprotokoll_lesen")
@require_safe
def loeschkonzept(request: HttpRequest) -> HttpResponse:
    """Regeln, Fristen und was zuletzt gelöscht wurde."""
    seite = Paginator(Loeschprotokoll.objects.all(), JE_SEITE).get_page(request.GET.get("seite"))
    umfeld = {"fristen": fristen().values(), "regeln": sorted(regeln().items()), "seite": seite}
    return render(request, "loeschkonzept.html", umfeld)
