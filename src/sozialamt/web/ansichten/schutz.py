"""Zuständigkeit, Schutzvermerke und Befangenheit einer Akte; Zugriff auf fremde Akten mit Begründung."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.akte.models import (
    Befangenheit,
    Benutzer,
    Haushalt,
    Loeschsperre,
    Notzugriff,
    Organisationseinheit,
    Person,
    Schutzart,
    Schutzvermerk,
    Sperrgrund,
)
from sozialamt.akte.rechte import rechte_am
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.anschrift_aufdecken import anschrift_aufdecken
from sozialamt.akte.vorgaenge.befangenheit_eintragen import befangenheit_eintragen
from sozialamt.akte.vorgaenge.eintrag_beenden import eintrag_beenden
from sozialamt.akte.vorgaenge.loeschsperre_setzen import loeschsperre_setzen
from sozialamt.akte.vorgaenge.schutzvermerk_setzen import schutzvermerk_setzen
from sozialamt.akte.vorgaenge.zugriff_begruenden import zugriff_begruenden
from sozialamt.akte.vorgaenge.zustaendigkeit_uebertragen import zustaendigkeit_uebertragen
from sozialamt.web.recht import recht
from sozialamt.web.schutzlage import schutzlage

UNBRAUCHBAR = 422
JE_SEITE = 50


@recht("akte_lesen")
def schutz(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Was gilt, was galt, und die Formulare dafür; je Knopf ein Vorgang."""
    fehler = None
    if request.method == "POST":
        try:
            was = _AKTIONEN[request.POST.get("aktion", "")](request, request.akte)
        except RechtFehlt:
            raise
        except KeyError:
            return redirect("schutz", aktenzeichen)
        except Aktenfehler as gefunden:
            fehler = gefunden
        else:
            messages.success(request, was)
            darf_noch = "akte_lesen" in rechte_am(request.user, request.akte)
            return redirect("schutz", aktenzeichen) if darf_noch else redirect("start")
    umfeld = _umfeld(request, request.akte) | {"fehler": fehler, "angaben": request.POST}
    return render(request, "schutz.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _umfeld(request: HttpRequest, akte: Haushalt) -> dict[str, Any]:
    heute = timezone.localdate()
    rechte = rechte_am(request.user, akte)
    personen = _mitglieder(akte)
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Zuständigkeit und Schutz")
    einheiten = Organisationseinheit.objects.aktive()
    return {
        "haushalt": akte,
        "heute": heute,
        "rechte": rechte,
        "schutz": schutzlage(akte, rechte),
        "personen": personen,
        "verlauf": akte.zustaendigkeiten.select_related("einheit", "sachbearbeiter", "erfasst_von"),
        "befangene": Befangenheit.objects.wirksam_am(heute)
        .filter(person__in=personen)
        .select_related("benutzer", "person"),
        "loeschsperren": Loeschsperre.objects.wirksam_am(heute).filter(haushalt=akte),
        "sperrgruende": Sperrgrund.choices,
        "arten": Schutzart.choices,
        "einheiten": einheiten if "zustaendigkeit_uebertragen" in rechte else [],
        "konten": Benutzer.objects.filter(is_active=True).order_by("last_name", "first_name")
        if rechte & {"zustaendigkeit_uebertragen", "befangenheit_eintragen"}
        else [],
    }


def _mitglieder(akte: Haushalt) -> list[Person]:
    mitgliedschaften = akte.mitgliedschaften.gewusst_am(None).select_related("person")
    return list(dict.fromkeys(m.person for m in mitgliedschaften))


def _uebertrage(request: HttpRequest, akte: Haushalt) -> str:
    einheit = get_object_or_404(Organisationseinheit, pk=_nummer(request, "einheit"))
    konto = request.POST.get("sachbearbeiter")
    zustaendigkeit_uebertragen(
        benutzer=request.user,
        haushalt=akte,
        einheit=einheit,
        sachbearbeiter=get_object_or_404(Benutzer, pk=_nummer(request, "sachbearbeiter")) if konto else None,
        ab=_tag(request, "ab", "zuständig ab"),
    )
    return f"Zuständig ist nun {einheit.name}."


def _schuetze(request: HttpRequest, akte: Haushalt) -> str:
    person = request.POST.get("person")
    bis = request.POST.get("bis", "").strip()
    schutzvermerk_setzen(
        benutzer=request.user,
        ziel=_mitglied(akte, _nummer(request, "person")) if person else akte,
        art=request.POST.get("art", ""),
        grund=request.POST.get("grund", ""),
        von=_tag(request, "von", "gilt ab"),
        bis=lies_tag(bis, "gilt bis") if bis else None,
    )
    return "Der Schutzvermerk ist gesetzt."


def _beende_vermerk(request: HttpRequest, akte: Haushalt) -> str:
    vermerk = get_object_or_404(Schutzvermerk, pk=_nummer(request, "nummer"))
    if vermerk.haushalt_id != akte.pk:
        _mitglied(akte, vermerk.person_id)
    eintrag_beenden(benutzer=request.user, eintrag=vermerk, bis=_tag(request, "bis", "gilt bis"))
    return "Der Schutzvermerk endet."


def _befangen(request: HttpRequest, akte: Haushalt) -> str:
    konto = request.POST.get("befangen")
    befangen = get_object_or_404(Benutzer, pk=_nummer(request, "befangen")) if konto else request.user
    befangenheit_eintragen(
        benutzer=request.user,
        befangen=befangen,
        person=_mitglied(akte, _nummer(request, "person")),
        grund=request.POST.get("grund", ""),
        von=timezone.localdate(),
    )
    return f"{befangen.anzeigename} ist als befangen eingetragen und sieht diese Akte nicht mehr."


def _beende_befangenheit(request: HttpRequest, akte: Haushalt) -> str:
    eintrag = get_object_or_404(Befangenheit, pk=_nummer(request, "nummer"))
    _mitglied(akte, eintrag.person_id)
    eintrag_beenden(benutzer=request.user, eintrag=eintrag, bis=_tag(request, "bis", "gilt bis"))
    return "Die Befangenheit endet."


def _sperre(request: HttpRequest, akte: Haushalt) -> str:
    loeschsperre_setzen(
        benutzer=request.user, haushalt=akte, grund=request.POST.get("grund", ""), von=timezone.localdate()
    )
    return "Die Akte wird nicht gelöscht, solange die Sperre besteht."


def _beende_sperre(request: HttpRequest, akte: Haushalt) -> str:
    sperre = get_object_or_404(Loeschsperre, pk=_nummer(request, "nummer"), haushalt=akte)
    eintrag_beenden(benutzer=request.user, eintrag=sperre, bis=_tag(request, "bis", "gilt bis"))
    return "Die Löschsperre endet."


_AKTIONEN = {
    "sperren": _sperre,
    "sperre_beenden": _beende_sperre,
    "uebertragen": _uebertrage,
    "schuetzen": _schuetze,
    "vermerk_beenden": _beende_vermerk,
    "befangen": _befangen,
    "befangenheit_beenden": _beende_befangenheit,
}


def _mitglied(akte: Haushalt, person_id: int | None) -> Person:
    return get_object_or_404(Person.objects.filter(mitgliedschaften__haushalt=akte).distinct(), pk=person_id)


def _nummer(request: HttpRequest, feld: str) -> int:
    text = request.POST.get(feld, "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _tag(request: HttpRequest, feld: str, titel: str) -> date:
    return lies_tag(request.POST.get(feld, ""), titel)


@recht("geschuetzte_anschrift_lesen")
@require_POST
def anschrift(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Zeigt die geschützte Anschrift einmal; der Zugriff steht danach im Protokoll."""
    text = anschrift_aufdecken(benutzer=request.user, haushalt=request.akte)
    return render(request, "anschrift.html", {"haushalt": request.akte, "anschrift": text})


@recht("zugriff_begruenden", ziel=lambda angaben: None)
def zugriff(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Eine fremde Akte mit Begründung öffnen; die Akte selbst zeigt diese Seite nicht."""
    akte = get_object_or_404(Haushalt, aktenzeichen=aktenzeichen)
    fehler = None
    if request.method == "POST":
        try:
            zugriff_begruenden(benutzer=request.user, haushalt=akte, begruendung=request.POST.get("begruendung", ""))
        except RechtFehlt:
            raise
        except Aktenfehler as gefunden:
            fehler = gefunden
        else:
            return redirect("haushalt", aktenzeichen)
    umfeld = {"aktenzeichen": aktenzeichen, "fehler": fehler, "begruendung": request.POST.get("begruendung", "")}
    return render(request, "zugriff.html", umfeld, status=UNBRAUCHBAR if fehler else None)


@recht("notzugriffe_lesen")
@require_safe
def notzugriffe(request: HttpRequest) -> HttpResponse:
    """Alle Zugriffe mit Begründung auf Akten, die man selbst lesen darf, die neuesten zuerst."""
    alle = Notzugriff.objects.filter(haushalt__in=Haushalt.objects.fuer(request.user))
    seite = Paginator(alle.select_related("benutzer", "haushalt"), JE_SEITE).get_page(request.GET.get("seite"))
    return render(request, "notzugriffe.html", {"seite": seite})
