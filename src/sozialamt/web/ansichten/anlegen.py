"""Haushalt und Personen anlegen."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, DublettenVerdacht, RechtFehlt
from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
from sozialamt.akte.vorgaenge.person_anlegen import DUBLETTENGRUENDE
from sozialamt.akte.vorgaenge.person_aufnehmen import person_aufnehmen
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422


@recht("haushalt_anlegen")
def haushalt_neu(request: HttpRequest) -> HttpResponse:
    """Anschrift erfragen, Haushalt anlegen, weiter zur ersten Person."""
    angaben = {feld: request.POST.get(feld, "") for feld in ("strasse", "plz", "ort")}
    if request.method != "POST":
        return render(request, "haushalt_neu.html", {"angaben": angaben})
    try:
        akte = haushalt_anlegen(benutzer=request.user, **angaben)
    except AngabenFehler as fehler:
        return render(request, "haushalt_neu.html", {"angaben": angaben, "fehler": fehler}, status=UNBRAUCHBAR)
    messages.success(request, f"Haushalt {akte.aktenzeichen} ist angelegt. Tragen Sie nun die erste Person ein.")
    return redirect("person_neu", akte.aktenzeichen)


@recht("person_anlegen")
def person_neu(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Eine neue Person im Haushalt."""
    akte = request.akte
    felder = ("vorname", "nachname", "geburtsdatum", "von")
    angaben = {feld: request.POST.get(feld, "").strip() for feld in felder}
    if request.method != "POST":
        return render(request, "person_neu.html", {"haushalt": akte, "angaben": angaben})
    try:
        person = person_aufnehmen(
            benutzer=request.user,
            haushalt=akte,
            vorname=angaben["vorname"],
            nachname=angaben["nachname"],
            geburtsdatum=_tag(angaben["geburtsdatum"]),
            von=lies_monat(angaben["von"], "gehört zum Haushalt ab Monat"),
            trotz_dublette=request.POST.get("dublettengrund", ""),
        )
    except RechtFehlt:
        raise
    except Aktenfehler as fehler:
        umfeld = {"haushalt": akte, "angaben": angaben, "fehler": fehler}
        if isinstance(fehler, DublettenVerdacht):
            umfeld |= {"aehnliche": _aehnliche(request, fehler), "gruende": DUBLETTENGRUENDE.items()}
        return render(request, "person_neu.html", umfeld, status=UNBRAUCHBAR)
    messages.success(request, f"{person.rufname} gehört nun zum Haushalt.")
    return redirect("tatsachen_person", akte.aktenzeichen, person.pk)


def _aehnliche(request: HttpRequest, fehler: DublettenVerdacht) -> list[Person]:
    """Wer es sein könnte; Namen und Haushalt nur, wo man die Akte lesen darf."""
    haushalte = Mitgliedschaft.objects.gewusst_am(None).filter(bis__isnull=True).select_related("haushalt")
    sichtbar = haushalte.filter(haushalt__in=Haushalt.objects.fuer(request.user))
    erlaubt = Person.objects.filter(pk__in=[p.pk for p in fehler.personen]).fuer(request.user)
    return list(erlaubt.prefetch_related(Prefetch("mitgliedschaften", queryset=sichtbar, to_attr="aktuelle")))


def _tag(text: str) -> date:
    return lies_tag(text, "Geburtsdatum")
