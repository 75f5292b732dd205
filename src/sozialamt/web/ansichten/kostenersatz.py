"""Kostenersatz durch Erben und andere aufnehmen; entschieden wird danach im Vorgang."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.models import Kostenersatz, Person
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.vorgaenge.kostenersatz_aufnehmen import Ersatzangaben, kostenersatz_aufnehmen
from sozialamt.leistungen import steckbriefe
from sozialamt.web.handlung import UNBRAUCHBAR, lies_euro
from sozialamt.web.recht import recht

FELDER = ("grundlage", "leistung", "person", "gegner", "anschrift", "von", "bis", "ereignis", "nachlass", "gepflegt")
LEISTUNGEN = tuple(dict.fromkeys(leistung for g in Grundlage for leistung in g.leistungen))


@recht("vorgang_fuehren")
def aufnehmen(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Wer, wofür, nach welcher Norm; daraus entsteht der Vorgang mit seiner Frist."""
    akte = request.akte
    angaben = {feld: request.POST.get(feld, "") for feld in FELDER}
    mitglieder = akte.mitgliedschaften.gewusst_am(None).select_related("person")
    personen = list(dict.fromkeys(m.person for m in mitglieder))
    umfeld = {
        "haushalt": akte,
        "angaben": angaben,
        "personen": personen,
        "leistungen": [steckbriefe()[leistung] for leistung in LEISTUNGEN],
        "grundlagen": Kostenersatz.GRUNDLAGEN,
    }
    if request.method != "POST":
        return render(request, "vorgaenge/kostenersatz_neu.html", umfeld)
    try:
        neu = kostenersatz_aufnehmen(
            benutzer=request.user,
            haushalt=akte,
            leistung=angaben["leistung"],
            person=_person(personen, angaben["person"]),
            angaben=_angaben(angaben),
        )
    except RechtFehlt:
        raise
    except Aktenfehler as fehler:
        umfeld["fehler"] = fehler
        return render(request, "vorgaenge/kostenersatz_neu.html", umfeld, status=UNBRAUCHBAR)
    messages.success(request, "Der Kostenersatz ist aufgenommen. Hören Sie an, bevor Sie ihn festsetzen.")
    return redirect("vorgang", neu.vorgang_id)


def _person(personen: list[Person], text: str) -> Person | None:
    if not text:
        return None
    for person in personen:
        if str(person.pk) == text:
            return person
    raise AngabenFehler([Mangel("Leistung für", text, "gehört nicht zum Haushalt", "Wählen Sie eine Person.")])


def _angaben(angaben: dict[str, str]) -> Ersatzangaben:
    try:
        grundlage = Grundlage(angaben["grundlage"])
    except ValueError as fehler:
        wert = angaben["grundlage"] or "(leer)"
        raise AngabenFehler([Mangel("Grundlage", wert, "gibt es nicht", "Wählen Sie eine Norm.")]) from fehler
    return Ersatzangaben(
        grundlage=grundlage,
        gegner=angaben["gegner"],
        anschrift=angaben["anschrift"],
        von=lies_monat(angaben["von"], "von Monat"),
        bis=lies_monat(angaben["bis"], "bis Monat"),
        ereignis_am=lies_tag(angaben["ereignis"], "Tag des Ereignisses"),
        nachlass=lies_euro(angaben["nachlass"], "Wert des Nachlasses") if angaben["nachlass"].strip() else None,
        gepflegt=bool(angaben["gepflegt"]),
    )
