"""Empfängerprüfung: was die Bank zu Name und IBAN sagt, und was eine zweite Person daraus macht."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sozialamt.akte.fehler import Aktenfehler
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.kasse.models import Empfaengerpruefung, Pruefergebnis, Zahllauf, Zahlung, Zahlungsweg
from sozialamt.kasse.vorgaenge.empfaenger_pruefen import (
    empfaengerpruefung_entscheiden,
    empfaengerpruefung_festhalten,
)
from sozialamt.web.handlung import UNBRAUCHBAR, lies_nummer, versuche
from sozialamt.web.recht import recht

JE_SEITE = 50
ZEIGE = (
    ("offen", "über die zu entscheiden ist"),
    ("ungeprueft", "ohne Antwort der Bank"),
    *((wert, text) for wert, text in Pruefergebnis.choices),
    ("", "alle"),
)


@recht("zahlungsweg_freigeben")
def empfaengerpruefung(request: HttpRequest) -> HttpResponse:
    """Freigegebene Konten mit der letzten Antwort der Bank; auf Wunsch nur die eines Zahllaufs."""
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        fehler = versuche(request, lambda: _handle(request), "Das ist festgehalten.")
        if fehler is None:
            return redirect(request.get_full_path())
    gewaehlt = {n: request.GET.get(n, "").strip() for n in ("suche", "lauf")} | {
        "zeige": request.GET.get("zeige", "offen")
    }
    wege = _wege(request, gewaehlt).order_by("haushalt__aktenzeichen", "id")
    umfeld = {
        "seite": Paginator(wege, JE_SEITE).get_page(request.GET.get("seite")),
        "gewaehlt": gewaehlt,
        "auswahl": ZEIGE,
        "ergebnisse": Pruefergebnis.choices,
        "fehler": fehler,
    }
    return render(request, "kasse/empfaenger.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def stand_der_pruefung(lauf: Zahllauf) -> dict[str, int]:
    """Wie viele Konten des Laufs einen offenen Zweifel oder noch keine Antwort der Bank haben."""
    wege = _des_laufs(Zahlungsweg.objects.all(), lauf.nummer)
    return {
        "offen": wege.filter(pruefungen__in=Empfaengerpruefung.objects.ungeklaert()).count(),
        "ungeprueft": wege.filter(pruefungen__isnull=True).count(),
    }


def _wege(request: HttpRequest, gewaehlt: dict[str, str]) -> QuerySet[Zahlungsweg]:
    zugaenglich = zugaengliche(request.user, "zahlungsweg_freigeben")
    letzte = Empfaengerpruefung.objects.filter(zahlungsweg=OuterRef("pk")).order_by("-pk").values("ergebnis")[:1]
    wege = Zahlungsweg.objects.freigegeben().filter(haushalt__in=zugaenglich).annotate(letzte=Subquery(letzte))
    match gewaehlt["zeige"]:
        case "offen":
            wege = wege.filter(pruefungen__in=Empfaengerpruefung.objects.ungeklaert())
        case "ungeprueft":
            wege = wege.filter(letzte=None)
        case ergebnis if ergebnis in Pruefergebnis.values:
            wege = wege.filter(letzte=ergebnis)
    if gewaehlt["lauf"]:
        wege = _des_laufs(wege, gewaehlt["lauf"])
    if gewaehlt["suche"]:
        wege = wege.filter(
            Q(haushalt__aktenzeichen__icontains=gewaehlt["suche"]) | Q(kontoinhaber__icontains=gewaehlt["suche"])
        )
    pruefungen = Empfaengerpruefung.objects.select_related("geprueft_von", "entscheidung__entschieden_von")
    return wege.select_related("haushalt", "erfasst_von").prefetch_related(
        Prefetch("pruefungen", queryset=pruefungen.order_by("-pk"))
    )


def _des_laufs(wege: QuerySet[Zahlungsweg], nummer: str) -> QuerySet[Zahlungsweg]:
    return wege.filter(pk__in=Zahlung.objects.wirksam().filter(zahllauf__nummer=nummer).values("zahlungsweg"))


def _handle(request: HttpRequest) -> None:
    post = request.POST
    if "pruefung" in post:
        empfaengerpruefung_entscheiden(
            benutzer=request.user,
            pruefung=get_object_or_404(Empfaengerpruefung, pk=lies_nummer(post["pruefung"])),
            trotzdem_zahlen="trotzdem" in post,
            begruendung=post.get("begruendung", ""),
        )
        return
    empfaengerpruefung_festhalten(
        benutzer=request.user,
        zahlungsweg=get_object_or_404(Zahlungsweg, pk=lies_nummer(post.get("zahlungsweg"))),
        ergebnis=post.get("ergebnis", ""),
        bekannter_name=post.get("bekannter_name", ""),
    )
