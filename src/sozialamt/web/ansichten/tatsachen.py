"""Tatsachen einer Person oder des Haushalts eintragen."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Haushalt, Person
from sozialamt.akte.monat import lies_monat, monatsschluessel
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import tatsachen_eintragen
from sozialamt.web.ansichten.haushalt import gewaehlter_monat
from sozialamt.web.formular import abschnitte, lies_formular
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422


@recht("tatsache_eintragen")
def des_haushalts(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    return _formular(request, request.akte, None)


@recht("tatsache_eintragen")
def der_person(request: HttpRequest, aktenzeichen: str, person_id: int) -> HttpResponse:
    akte = request.akte
    mitglied = akte.mitgliedschaften.gewusst_am(None).filter(person=person_id).select_related("person").first()
    if mitglied is None:
        raise Http404
    return _formular(request, akte, mitglied.person)


def _formular(request: HttpRequest, akte: Haushalt, person: Person | None) -> HttpResponse:
    kenntnis = Kenntnis.lade(akte)
    maengel: dict[str, Mangel] = {}
    if request.method == "POST":
        antwort, maengel = _eintragen(request, akte, person, kenntnis)
        if antwort is not None:
            return antwort
    monat = gewaehlter_monat(request, [])
    personen = [person] if person else kenntnis.mitglieder(monat)
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Tatsachen bearbeiten")
    getippt = {name: wert for name, wert in request.POST.items() if isinstance(wert, str)}
    umfeld = {
        "haushalt": akte,
        "person": person,
        "monat": monat,
        "abschnitte": abschnitte(
            person=person,
            geltende=kenntnis.geltende(monat),
            mitglieder=kenntnis.mitglieder(monat),
            getippt=getippt,
            maengel=maengel,
        ),
        "gilt_ab": getippt.get("gilt_ab", f"{monat:%m.%Y}"),
        "gilt_bis": getippt.get("gilt_bis", ""),
        "nachweis": getippt.get("nachweis", ""),
        "maengel": maengel,
    }
    return render(request, "tatsachen.html", umfeld, status=UNBRAUCHBAR if maengel else None)


def _eintragen(
    request: HttpRequest, akte: Haushalt, person: Person | None, kenntnis: Kenntnis
) -> tuple[HttpResponse | None, dict[str, Mangel]]:
    maengel: dict[str, Mangel] = {}
    gilt_ab = _lies(request.POST.get("gilt_ab", ""), "gilt_ab", "Gilt ab Monat", maengel)
    bis_text = request.POST.get("gilt_bis", "").strip()
    gilt_bis = _lies(bis_text, "gilt_bis", "Gilt bis Monat", maengel) if bis_text else None
    vergleich = gilt_ab or gewaehlter_monat(request, [])
    angaben, feldmaengel = lies_formular(
        person=person,
        geltende=kenntnis.geltende(vergleich),
        getippt={name: wert for name, wert in request.POST.items() if isinstance(wert, str)},
        zeitraum=(vergleich, gilt_bis),
        nachweis=request.POST.get("nachweis", "").strip(),
    )
    maengel |= feldmaengel
    if maengel:
        return None, maengel
    try:
        tatsachen_eintragen(benutzer=request.user, haushalt=akte, angaben=angaben)
    except AngabenFehler as fehler:
        return None, {f"vorgang-{i}": mangel for i, mangel in enumerate(fehler.maengel)}
    anzahl = len(angaben)
    was = "Es hat sich nichts geändert." if not anzahl else f"{anzahl} Angabe(n) ab {vergleich:%m.%Y} eingetragen."
    messages.success(request, was)
    ziel = reverse("haushalt", args=[akte.aktenzeichen])
    return redirect(f"{ziel}?monat={monatsschluessel(vergleich)}"), {}


def _lies(text: str, feld: str, titel: str, maengel: dict[str, Mangel]) -> date | None:
    try:
        return lies_monat(text, titel)
    except AngabenFehler as fehler:
        maengel[feld] = fehler.maengel[0]
        return None
