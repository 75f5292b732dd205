"""Bescheid: Entwurf rechnen, prüfen, erlassen; Schreiben herunterladen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.akte.models import Bescheid, Bescheiddokument, Bescheidentwurf, Entwurfsstand, Haushalt
from sozialamt.akte.monat import lies_monat, monat_weiter
from sozialamt.akte.vieraugen import bewegt_geld
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.anschrift_aufdecken import anschrift_aufdecken
from sozialamt.akte.vorgaenge.bescheid_entwerfen import HOECHSTDAUER_MONATE, bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.bescheid_vorlegen import bescheid_vorlegen
from sozialamt.akte.vorgaenge.bescheid_zurueckweisen import bescheid_zurueckweisen
from sozialamt.akte.vorgaenge.bescheidentwurf_verwerfen import bescheidentwurf_verwerfen
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.bogen import berechnungsboegen, zeitraeume
from sozialamt.web.ansichten.haushalt import gewaehlter_monat
from sozialamt.web.rechenweg import Rechenweg
from sozialamt.web.recht import bescheid_aus, entwurf_aus, recht
from sozialamt.web.unterschied import unterschiedsliste

UNBRAUCHBAR = 422


@recht("bescheid_entwerfen")
def entwerfen(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Leistung und Zeitraum wählen; daraus entsteht der gerechnete Entwurf."""
    akte = request.akte
    monat = gewaehlter_monat(request, [])
    angaben = {
        "leistung": request.POST.get("leistung", request.GET.get("leistung", "")),
        "beginn": request.POST.get("beginn", f"{monat:%m.%Y}"),
        "ende": request.POST.get("ende", f"{_vorschlag_ende(monat):%m.%Y}"),
    }
    umfeld = {"haushalt": akte, "angaben": angaben, "leistungen": steckbriefe().values(), "monat": monat}
    if request.method != "POST":
        return render(request, "bescheid_entwerfen.html", umfeld)
    try:
        neu = bescheid_entwerfen(
            benutzer=request.user,
            haushalt=akte,
            leistung=angaben["leistung"],
            beginn=lies_monat(angaben["beginn"], "von Monat"),
            ende=lies_monat(angaben["ende"], "bis Monat"),
        )
    except RechtFehlt:
        raise
    except Aktenfehler as fehler:
        return render(request, "bescheid_entwerfen.html", umfeld | {"fehler": fehler}, status=UNBRAUCHBAR)
    return redirect("entwurf", neu.pk)


def _vorschlag_ende(beginn: date) -> date:
    """Zwölf Monate, aber nicht über das Ende des bekannten Rechts hinaus: bis zum Jahresende."""
    return min(monat_weiter(beginn, HOECHSTDAUER_MONATE - 1), date(beginn.year, HOECHSTDAUER_MONATE, 1))


@recht("akte_lesen", ziel=entwurf_aus)
def entwurf(request: HttpRequest, pk: int) -> HttpResponse:
    """Entwurf prüfen, dann erlassen oder verwerfen."""
    dokument = get_object_or_404(Bescheidentwurf.objects.select_related("haushalt", "created_by"), pk=pk)
    akte = dokument.haushalt
    umfeld: dict[str, Any] = {}
    if request.method == "POST":
        try:
            return _entscheiden(request, dokument)
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            umfeld["fehler"] = fehler
    personen = [m.person for m in akte.mitgliedschaften.gewusst_am(dokument.gewusst_am).select_related("person")]
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Bescheidentwurf")
    umfeld |= _inhalt(dokument) | _freigabe(request, dokument) | {"entwurf": dokument}
    return render(request, "entwurf.html", umfeld, status=UNBRAUCHBAR if "fehler" in umfeld else None)


def _entscheiden(request: HttpRequest, dokument: Bescheidentwurf) -> HttpResponse:
    akte = dokument.haushalt
    if "verwerfen" in request.POST:
        bescheidentwurf_verwerfen(benutzer=request.user, entwurf=dokument)
        messages.success(request, "Der Entwurf ist verworfen.")
        return redirect("haushalt", akte.aktenzeichen)
    if "vorlegen" in request.POST:
        bescheid_vorlegen(benutzer=request.user, entwurf=dokument)
        messages.success(request, "Der Entwurf liegt zur Freigabe vor. Eine zweite Person prüft und erlässt ihn.")
        return redirect("entwurf", dokument.pk)
    if "zurueckweisen" in request.POST:
        bescheid_zurueckweisen(benutzer=request.user, entwurf=dokument, grund=request.POST.get("grund", ""))
        messages.success(request, "Der Entwurf ist zurückgewiesen.")
        return redirect("entwurf", dokument.pk)
    erlassen = bescheid_erlassen(benutzer=request.user, entwurf=dokument)
    messages.success(request, f"Bescheid {erlassen.nummer} ist erlassen.")
    return redirect("bescheid", erlassen.nummer)


def _freigabe(request: HttpRequest, dokument: Bescheidentwurf) -> dict[str, Any]:
    """Was sich am Geld ändert, wie weit der Entwurf ist und was dieser Mensch damit tun darf."""
    stand = Entwurfsstand.objects.filter(entwurf=dokument).select_related("vorgelegt_von", "vorgang").first()
    geld = unterschiedsliste(dokument)
    urheber = request.user.pk in {dokument.created_by_id, stand.vorgelegt_von_id if stand else None}
    darf = request.user.has_perm("akte.bescheid_erlassen", dokument.haushalt)
    vorgelegt = stand is not None and stand.stand == Entwurfsstand.VORGELEGT
    zurueck = stand is not None and stand.stand == Entwurfsstand.ZURUECKGEWIESEN
    return {
        "stand": stand,
        "geld": geld,
        "bewegt_geld": bewegt_geld(dokument),
        "darf_erlassen": darf and not zurueck and not (urheber and bewegt_geld(dokument)),
        "darf_vorlegen": not vorgelegt and request.user.has_perm("akte.bescheid_entwerfen", dokument.haushalt),
        "darf_zurueckweisen": darf and vorgelegt,
        "darf_verwerfen": request.user.has_perm("akte.bescheid_entwerfen", dokument.haushalt),
    }


@recht("akte_lesen", ziel=bescheid_aus)
@require_safe
def bescheid(request: HttpRequest, nummer: str) -> HttpResponse:
    """Der erlassene Bescheid mit Beträgen und aufbewahrtem Rechenweg."""
    dokument = get_object_or_404(Bescheid.objects.select_related("haushalt", "created_by"), nummer=nummer)
    _lesen(request, dokument, "Bescheid")
    return render(request, "bescheid.html", _inhalt(dokument) | {"bescheid": dokument})


@recht("akte_lesen", ziel=bescheid_aus)
@require_safe
def pdf(request: HttpRequest, nummer: str) -> HttpResponse:
    """Das Schreiben, wie es hinausging."""
    schreiben = get_object_or_404(
        Bescheiddokument.objects.select_related("bescheid__haushalt"), bescheid__nummer=nummer
    )
    akte = schreiben.bescheid.haushalt
    if Haushalt.objects.mit_schutz(timezone.localdate()).get(pk=akte.pk).geschuetzt:
        anschrift_aufdecken(benutzer=request.user, haushalt=akte, anlass="Bescheid mit geschützter Anschrift")
    _lesen(request, schreiben.bescheid, "Bescheid als PDF")
    antwort = HttpResponse(bytes(schreiben.pdf), content_type="application/pdf")
    antwort["Content-Disposition"] = f'attachment; filename="Bescheid-{nummer}.pdf"'
    return antwort


def _lesen(request: HttpRequest, dokument: Bescheid, anlass: str) -> None:
    akte = dokument.haushalt
    personen = [m.person for m in akte.mitgliedschaften.gewusst_am(dokument.gewusst_am).select_related("person")]
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass=anlass)


def _inhalt(dokument: Bescheid | Bescheidentwurf) -> dict[str, Any]:
    """Aufbewahrter Inhalt, zum Zeigen aufbereitet; nichts davon wird neu gerechnet."""
    inhalt = dokument.inhalt
    steckbrief = steckbriefe()[dokument.leistung]
    namen = {schluessel: person["name"] for schluessel, person in inhalt["personen"].items()}
    spuren = {spur["monat"]: spur for spur in dokument.spuren}
    boegen = berechnungsboegen(spuren.values(), steckbrief)
    return {
        "haushalt": dokument.haushalt,
        "inhalt": inhalt,
        "namen": namen,
        "abschnitte": [
            {
                "von": von,
                "bis": bis,
                "bogen": bogen,
                "wurzeln": Rechenweg(spuren[von], namen, vorsilbe=von).wurzeln(steckbrief.anspruch),
            }
            for von, bis, bogen in zeitraeume(boegen)
        ],
    }
