"""Antragsbogen: Blatt für Blatt erfassen, wonach die Regeln der beantragten Leistung fragen."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from sozialamt.akte.antragsbogen import Antragsbogen, Blatt
from sozialamt.akte.berechnung import Zustand, berechne
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Vorgang
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.tatsachen_aendern import tatsachen_aendern
from sozialamt.leistungen import steckbriefe
from sozialamt.web.formular import abschnitte, lies_formular
from sozialamt.web.recht import recht, vorgang_aus

UNBRAUCHBAR = 422
UEBERSICHT = "fertig"


@recht("tatsache_eintragen", ziel=vorgang_aus)
def angaben(request: HttpRequest, pk: int) -> HttpResponse:
    """Ein Blatt des Bogens; nach dem letzten die Übersicht mit dem, was sich ergibt."""
    vorgang = get_object_or_404(Vorgang.objects.select_related("haushalt"), pk=pk)
    bogen = _bogen(vorgang)
    gewaehlt = request.GET.get("blatt", "")
    blatt = next((b for b in bogen.blaetter if b.schluessel == gewaehlt), None)
    if blatt is None and gewaehlt != UEBERSICHT:
        blatt = next((b for b in bogen.blaetter if b.fehlend), None) or next(iter(bogen.blaetter), None)
    akte_lesen(
        benutzer=request.user,
        haushalt=vorgang.haushalt,
        personen=bogen.kenntnis.mitglieder(bogen.monat),
        anlass="Antragsbogen",
    )
    umfeld = {"vorgang": vorgang, "haushalt": vorgang.haushalt, "bogen": bogen, "blatt": blatt}
    if blatt is None:
        return render(request, "vorgaenge/angaben.html", umfeld | _ergebnis(bogen))
    maengel: dict[str, Mangel] = {}
    if request.method == "POST":
        maengel = _trage_ein(request, vorgang, bogen, blatt)
        if not maengel:
            return redirect(_naechstes(vorgang, blatt, bogen.blaetter))
    getippt = {name: wert for name, wert in request.POST.items() if isinstance(wert, str)}
    umfeld |= {
        "abschnitte": abschnitte(
            person=blatt.person,
            geltende=bogen.geltende,
            mitglieder=bogen.kenntnis.mitglieder(bogen.monat),
            getippt=getippt,
            maengel=maengel,
            nur=bogen.merkmale,
        ),
        "gilt_ab": getippt.get("gilt_ab", f"{bogen.monat:%m.%Y}"),
        "nachweis": getippt.get("nachweis", ""),
        "maengel": maengel,
    }
    return render(request, "vorgaenge/angaben.html", umfeld, status=UNBRAUCHBAR if maengel else None)


def _bogen(vorgang: Vorgang) -> Antragsbogen:
    monat = vorgang.antragsdatum.replace(day=1)
    return Antragsbogen(Kenntnis.lade(vorgang.haushalt), steckbriefe()[vorgang.leistung], monat)


def _ergebnis(bogen: Antragsbogen) -> dict[str, object]:
    ergebnis = berechne(bogen.kenntnis.fall(bogen.monat), bogen.steckbrief)
    return {"ergebnis": ergebnis, "anspruch": ergebnis.zustand is Zustand.ANSPRUCH}


def _trage_ein(request: HttpRequest, vorgang: Vorgang, bogen: Antragsbogen, blatt: Blatt) -> dict[str, Mangel]:
    """Trägt ein, was sich auf dem Blatt geändert hat; gibt die Mängel zurück."""
    try:
        ab: date = lies_monat(request.POST.get("gilt_ab", ""), "Gilt ab Monat")
    except AngabenFehler as fehler:
        return {"gilt_ab": fehler.maengel[0]}
    gelesen, maengel = lies_formular(
        person=blatt.person,
        geltende=bogen.kenntnis.geltende(ab),
        getippt={name: wert for name, wert in request.POST.items() if isinstance(wert, str)},
        zeitraum=(ab, None),
        nachweis=request.POST.get("nachweis", "").strip(),
    )
    if maengel:
        return maengel
    try:
        tatsachen_aendern(benutzer=request.user, haushalt=vorgang.haushalt, angaben=gelesen)
    except AngabenFehler as fehler:
        return {f"vorgang-{i}": mangel for i, mangel in enumerate(fehler.maengel)}
    messages.success(request, f"{blatt.titel}: {len(gelesen)} Angaben eingetragen.")
    return {}


def _naechstes(vorgang: Vorgang, blatt: Blatt, blaetter: list[Blatt]) -> str:
    """Dasselbe Blatt, solange dort etwas fehlt oder die Antworten neue Fragen öffnen; sonst das folgende."""
    hier = next((b for b in _bogen(vorgang).blaetter if b.schluessel == blatt.schluessel), blatt)
    reihe = [*(b.schluessel for b in blaetter), UEBERSICHT]
    ziel = hier.schluessel if hier.fehlend or hier.gefragt - blatt.gefragt else reihe[reihe.index(blatt.schluessel) + 1]
    return f"{reverse('vorgang_angaben', args=[vorgang.pk])}?blatt={ziel}"
