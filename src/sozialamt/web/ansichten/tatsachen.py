"""Tatsachen einer Person oder des Haushalts eintragen."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Haushalt, Person
from sozialamt.akte.monat import lies_monat, monatsschluessel
from sozialamt.akte.neuberechnung import Neuberechnung, auswirkung
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.tatsachen_aendern import tatsachen_aendern
from sozialamt.leistungen import steckbriefe
from sozialamt.web.ansichten.haushalt import gewaehlter_monat
from sozialamt.web.formular import abschnitte, lies_formular
from sozialamt.web.recht import recht
from sozialamt.web.unterschied import zeilen

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
    folgen: list[Neuberechnung] | None = None
    if request.method == "POST":
        antwort, maengel, folgen = _eintragen(request, akte, person, kenntnis)
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
        "folgen": None if folgen is None else [(f, zeilen(f.paare, f.leistung)) for f in folgen],
    }
    return render(request, "tatsachen.html", umfeld, status=UNBRAUCHBAR if maengel else None)


def _eintragen(
    request: HttpRequest, akte: Haushalt, person: Person | None, kenntnis: Kenntnis
) -> tuple[HttpResponse | None, dict[str, Mangel], list[Neuberechnung] | None]:
    """Trägt ein oder zeigt, wenn danach gefragt ist, nur die Auswirkung."""
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
        return None, maengel, None
    try:
        if "ansehen" in request.POST:
            return None, {}, auswirkung(akte, angaben, benutzer=request.user, zeitpunkt=timezone.now())
        vorgaenge = tatsachen_aendern(benutzer=request.user, haushalt=akte, angaben=angaben)
    except AngabenFehler as fehler:
        return None, {f"vorgang-{i}": mangel for i, mangel in enumerate(fehler.maengel)}, None
    anzahl = len(angaben)
    was = "Es hat sich nichts geändert." if not anzahl else f"{anzahl} Angabe(n) ab {vergleich:%m.%Y} eingetragen."
    messages.success(request, was)
    for vorgang in vorgaenge:
        titel = steckbriefe()[vorgang.leistung].titel
        messages.success(request, f"{titel}: Der Bescheid passt nicht mehr. Vorgang und Wiedervorlage sind angelegt.")
    ziel = reverse("haushalt", args=[akte.aktenzeichen])
    return redirect(f"{ziel}?monat={monatsschluessel(vergleich)}"), {}, None


def _lies(text: str, feld: str, titel: str, maengel: dict[str, Mangel]) -> date | None:
    try:
        return lies_monat(text, titel)
    except AngabenFehler as fehler:
        maengel[feld] = fehler.maengel[0]
        return None
