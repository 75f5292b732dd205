"""Vermerke, Beratungskontakte und Dokumente einer Akte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sozialamt.akte.dateipruefung import ENDUNGEN
from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.akte.models import Dokument, Haushalt, Person, Vermerkart
from sozialamt.akte.rechte import rechte_am
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.dokument_ablegen import dokument_ablegen
from sozialamt.akte.vorgaenge.vermerk_schreiben import vermerk_schreiben
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422
JE_SEITE = 25


@recht("akte_lesen")
def vermerke(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Vermerke seitenweise, Dokumente, und die Formulare für neue."""
    fehler = None
    if request.method == "POST":
        try:
            was = _lege_ab(request) if "titel" in request.POST else _schreibe(request)
        except RechtFehlt:
            raise
        except Aktenfehler as gefunden:
            fehler = gefunden
        else:
            messages.success(request, was)
            return redirect("vermerke", aktenzeichen)
    akte = request.akte
    personen = _mitglieder(akte)
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Vermerke und Dokumente")
    alle = akte.vermerke.select_related("person", "erfasst_von")
    umfeld = {
        "haushalt": akte,
        "rechte": rechte_am(request.user, akte),
        "personen": personen,
        "arten": Vermerkart.choices,
        "seite": Paginator(alle, JE_SEITE).get_page(request.GET.get("seite")),
        "dokumente": akte.dokumente.select_related("person", "erfasst_von").defer("inhalt"),
        "typen": ", ".join(sorted(ENDUNGEN.values())),
        "heute": timezone.localdate(),
        "fehler": fehler,
        "angaben": request.POST,
    }
    return render(request, "vermerke.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _schreibe(request: HttpRequest) -> str:
    vermerk_schreiben(
        benutzer=request.user,
        haushalt=request.akte,
        art=request.POST.get("art", ""),
        am=lies_tag(request.POST.get("am", ""), "am"),
        text=request.POST.get("text", ""),
        person=_person(request),
    )
    return "Der Vermerk steht in der Akte."


def _lege_ab(request: HttpRequest) -> str:
    datei = request.FILES.get("datei")
    if datei is None:
        raise AngabenFehler([Mangel("Datei", "(leer)", "fehlt", "Wählen Sie eine Datei aus.")])
    dokument = dokument_ablegen(
        benutzer=request.user,
        haushalt=request.akte,
        titel=request.POST.get("titel", ""),
        inhalt=datei.read(),
        person=_person(request),
    )
    return f"Abgelegt: {dokument.titel} ({dokument.get_virenpruefung_display()})."


def _person(request: HttpRequest) -> Person | None:
    text = request.POST.get("person", "")
    if not text:
        return None
    nummer = int(text) if text.isascii() and text.isdigit() else 0
    return get_object_or_404(Person, pk__in=[p.pk for p in _mitglieder(request.akte) if p.pk == nummer])


def _mitglieder(akte: Haushalt) -> list[Person]:
    mitgliedschaften = akte.mitgliedschaften.gewusst_am(None).select_related("person")
    return list(dict.fromkeys(m.person for m in mitgliedschaften))


def dokument_aus(angaben: Mapping[str, Any]) -> Dokument:
    """Das Dokument aus der Nummer der Adresse, ohne seinen Inhalt."""
    return get_object_or_404(Dokument.objects.select_related("haushalt").defer("inhalt"), pk=angaben["pk"])


@recht("akte_lesen", ziel=dokument_aus)
@require_safe
def dokument(request: HttpRequest, pk: int) -> HttpResponse:
    """Die Datei zum Herunterladen; der Browser zeigt sie nie als Seite dieser Anwendung."""
    datei = request.akte
    personen = [datei.person] if datei.person else _mitglieder(datei.haushalt)
    akte_lesen(benutzer=request.user, haushalt=datei.haushalt, personen=personen, anlass="Dokument")
    antwort = HttpResponse(bytes(datei.inhalt), content_type=datei.medientyp)
    name = f"{datei.haushalt.aktenzeichen}-{datei.pk}.{ENDUNGEN[datei.medientyp]}"
    antwort["Content-Disposition"] = f'attachment; filename="{name}"'
    antwort["Content-Security-Policy"] = "sandbox; default-src 'none'"
    antwort["Cache-Control"] = "no-store"
    return antwort
