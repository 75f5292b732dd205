"""Zahlläufe: sammeln, Schritt für Schritt bis zur Bank, Zeilen, Stichprobe, Datei."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler
from sozialamt.akte.models import Haushalt
from sozialamt.akte.monat import lies_monat
from sozialamt.kasse.models import Auffaelligkeit, Kontobewegung, Laufstatus, Zahldatei, Zahllauf, Zahlung, Zahlungsweg
from sozialamt.kasse.sollstand import offene_posten
from sozialamt.kasse.vorgaenge.zahllauf_aendern import zahllauf_verwerfen, zahlung_ausschliessen
from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import auffaelligkeit_abhaken, zahllauf_pruefen
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden
from sozialamt.web.ansichten.kasse.empfaenger import stand_der_pruefung
from sozialamt.web.handlung import UNBRAUCHBAR, lies_nummer, versuche
from sozialamt.web.recht import recht, zahlung_aus

JE_SEITE = 50
OHNE_WEG_HOECHSTENS = 20

SCHRITTE: dict[str, tuple[Callable[..., object], str]] = {
    "pruefen": (zahllauf_pruefen, "Der Zahllauf ist geprüft."),
    "freigeben": (zahllauf_freigeben, "Der Zahllauf ist freigegeben."),
    "datei": (zahldatei_erstellen, "Die Zahldatei ist erstellt."),
    "senden": (zahllauf_senden, "Der Zahllauf ist als gesendet gebucht."),
    "verwerfen": (zahllauf_verwerfen, "Der Zahllauf ist verworfen."),
}
NAECHSTER = {
    Laufstatus.GESAMMELT: ("pruefen", "Prüfen", "zahllauf_pruefen"),
    Laufstatus.GEPRUEFT: ("freigeben", "Freigeben", "zahllauf_freigeben"),
    Laufstatus.FREIGEGEBEN: ("datei", "Zahldatei erstellen", "zahllauf_senden"),
    Laufstatus.DATEI_ERSTELLT: ("senden", "Als gesendet buchen", "zahllauf_senden"),
}
WEG = [s for s in Laufstatus if s != Laufstatus.VERWORFEN]


@recht("zahllaeufe_lesen")
def laeufe(request: HttpRequest) -> HttpResponse:
    """Alle Läufe; ein neuer wird hier gesammelt."""
    heute = timezone.localdate()
    angaben = {
        "monat": request.POST.get("monat", f"{heute:%m.%Y}"),
        "ausfuehrungstag": request.POST.get("ausfuehrungstag", f"{heute + timedelta(days=2):%d.%m.%Y}"),
    }
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        gesammelt: list[Zahllauf] = []

        def sammle() -> None:
            monat = lies_monat(angaben["monat"])
            tag = lies_tag(angaben["ausfuehrungstag"], "Ausführung am")
            gesammelt.append(zahllauf_sammeln(benutzer=request.user, monat=monat, ausfuehrungstag=tag))

        fehler = versuche(request, sammle, "Der Zahllauf ist gesammelt.")
        if fehler is None:
            return redirect("zahllauf", gesammelt[0].nummer)
    alle = Zahllauf.objects.select_related("gesammelt_von", "freigegeben_von")
    umfeld = {
        "seite": Paginator(alle, JE_SEITE).get_page(request.GET.get("seite")),
        "angaben": angaben,
        "fehler": fehler,
        "darf_sammeln": request.user.has_perm("akte.zahllauf_sammeln"),
        "wege_offen": Zahlungsweg.objects.offen().count(),
        "zu_klaeren": Kontobewegung.objects.zu_klaeren().count(),
    }
    return render(request, "kasse/laeufe.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@recht("zahllaeufe_lesen")
def lauf(request: HttpRequest, nummer: str) -> HttpResponse:
    """Ein Lauf: Stand, nächster Schritt, Zeilen mit Filter."""
    einer = get_object_or_404(Zahllauf, nummer=nummer)
    fehler = None
    if request.method == "POST":
        schritt, erfolg = SCHRITTE.get(request.POST.get("schritt", ""), (None, ""))
        if schritt is None:
            return redirect("zahllauf", nummer)
        fehler = versuche(request, lambda: schritt(benutzer=request.user, zahllauf=einer), erfolg)
        if fehler is None:
            return redirect("zahllauf", nummer)
        einer.refresh_from_db()
    umfeld = _umfeld(request, einer) | {"fehler": fehler}
    return render(request, "kasse/lauf.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _umfeld(request: HttpRequest, einer: Zahllauf) -> dict[str, Any]:
    zeilen = einer.zahlungen.select_related("haushalt", "ausschluss", "zahllauf")
    if suche := request.GET.get("suche", "").strip():
        treffer = Q(haushalt__aktenzeichen__icontains=suche) | Q(kontoinhaber__icontains=suche)
        zeilen = zeilen.filter(treffer | Q(schluessel__icontains=suche))
    if (art := request.GET.get("art", "")) == "auffaellig":
        zeilen = zeilen.filter(auffaelligkeiten__isnull=False).distinct()
    elif art == "dritte":
        zeilen = zeilen.exclude(empfaenger="haushalt")
    elif art == "heraus":
        zeilen = zeilen.filter(ausschluss__isnull=False)
    auffaellig = Auffaelligkeit.objects.filter(zahlung__zahllauf=einer, zahlung__ausschluss__isnull=True)
    naechster = NAECHSTER.get(Laufstatus(einer.status))
    stelle = WEG.index(Laufstatus(einer.status)) if einer.status in WEG else -1
    return {
        "lauf": einer,
        "weg": [(s.label, i < stelle, i == stelle) for i, s in enumerate(WEG)],
        "naechster": naechster if naechster and request.user.has_perm(f"akte.{naechster[2]}") else None,
        "darf_verwerfen": einer.status in ("gesammelt", "geprueft") and request.user.has_perm("akte.zahllauf_sammeln"),
        "darf_heraus": einer.status in ("gesammelt", "geprueft") and request.user.has_perm("akte.zahllauf_pruefen"),
        "darf_datei": request.user.has_perm("akte.zahllauf_senden"),
        "datei": Zahldatei.objects.filter(zahllauf=einer).only("sha256", "anzahl", "summe").first(),
        "seite": Paginator(zeilen, JE_SEITE).get_page(request.GET.get("seite")),
        "suche": suche,
        "art": art,
        "auffaellig": auffaellig.count(),
        "auffaellig_offen": auffaellig.filter(sichtvermerk__isnull=True).count(),
        "empfaenger": stand_der_pruefung(einer) if einer.status in ("gesammelt", "geprueft") else {},
        "ohne_weg": _ohne_weg(einer) if einer.status in ("gesammelt", "geprueft") else [],
    }


def _ohne_weg(einer: Zahllauf) -> list[tuple[Haushalt, int]]:
    """Haushalte, für die etwas offen blieb, weil ein freigegebener Zahlungsweg fehlt, mit dem Betrag in Cent."""
    je_haushalt: dict[int, int] = {}
    for schluessel, cent in offene_posten(einer.monat):
        haushalt = int(str(schluessel[0]))
        je_haushalt[haushalt] = je_haushalt.get(haushalt, 0) + cent
    namen = Haushalt.objects.in_bulk(list(je_haushalt)[:OHNE_WEG_HOECHSTENS])
    return [(akte, je_haushalt[pk]) for pk, akte in namen.items()]


@recht("zahllaeufe_lesen")
def stichprobe(request: HttpRequest, nummer: str) -> HttpResponse:
    """Auffällige Zeilen ansehen und abhaken."""
    einer = get_object_or_404(Zahllauf, nummer=nummer)
    alle = Auffaelligkeit.objects.filter(zahlung__zahllauf=einer).select_related(
        "zahlung__haushalt", "zahlung__ausschluss", "sichtvermerk__gesehen_von"
    )
    fehler = None
    if request.method == "POST":
        eine = get_object_or_404(alle, pk=lies_nummer(request.POST.get("auffaelligkeit")))
        bemerkung = request.POST.get("bemerkung", "")
        fehler = versuche(
            request,
            lambda: auffaelligkeit_abhaken(benutzer=request.user, auffaelligkeit=eine, bemerkung=bemerkung),
            f"{eine.zahlung.schluessel} ist abgehakt.",
        )
        if fehler is None:
            return redirect(request.get_full_path())
    umfeld = {
        "lauf": einer,
        "seite": Paginator(alle, JE_SEITE).get_page(request.GET.get("seite")),
        "darf_abhaken": einer.status == Laufstatus.GEPRUEFT and request.user.has_perm("akte.zahllauf_freigeben"),
        "fehler": fehler,
    }
    return render(request, "kasse/stichprobe.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@recht("zahllauf_pruefen", ziel=zahlung_aus)
def herausnehmen(request: HttpRequest, pk: int) -> HttpResponse:
    """Eine Zeile mit Begründung aus dem Lauf nehmen."""
    zeile = get_object_or_404(Zahlung.objects.select_related("zahllauf", "haushalt"), pk=pk)
    fehler = None
    if request.method == "POST":
        begruendung = request.POST.get("begruendung", "")
        fehler = versuche(
            request,
            lambda: zahlung_ausschliessen(benutzer=request.user, zahlung=zeile, begruendung=begruendung),
            f"{zeile.schluessel} ist herausgenommen; der Betrag bleibt offen.",
        )
        if fehler is None:
            return redirect("zahllauf", zeile.zahllauf.nummer)
    umfeld = {"zeile": zeile, "fehler": fehler}
    return render(request, "kasse/herausnehmen.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@recht("zahllauf_senden")
@require_safe
def datei(request: HttpRequest, nummer: str) -> HttpResponse:
    """Die abgelegte Zahldatei, Byte für Byte."""
    abgelegt = get_object_or_404(Zahldatei, zahllauf__nummer=nummer)
    antwort = HttpResponse(bytes(abgelegt.inhalt), content_type="application/xml")
    antwort["Content-Disposition"] = f'attachment; filename="{nummer}.xml"'
    return antwort
