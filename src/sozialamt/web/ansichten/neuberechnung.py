"""Was nach heutigem Recht und Wissen anders zu entscheiden wäre: als Arbeitsliste und für einen Fall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel
from sozialamt.akte.models import Haushalt, Massenlauf, Massenlaufposten, Vorgang
from sozialamt.akte.models.massenlauf import Laufart, Laufstand, Postenstand, Wirkung
from sozialamt.akte.neuberechnung import Neuberechnung, rechne_neu
from sozialamt.akte.vorgaenge.aenderung_vormerken import aenderung_vormerken
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.vorschlag_uebernehmen import vorschlag_uebernehmen
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.leistungen import steckbriefe
from sozialamt.web.handlung import UNBRAUCHBAR, lies_nummer, versuche
from sozialamt.web.recht import recht
from sozialamt.web.unterschied import zeilen

JE_SEITE = 50


@recht("akte_lesen")
def vorschlaege(request: HttpRequest) -> HttpResponse:
    """Offene Vorschläge der Akten, die man lesen darf, nach Lauf, Leistung und Wirkung."""
    filter_ = {n: request.GET.get(n, "") for n in ("massenlauf", "leistung", "wirkung")}
    offen = _offene(request)
    gewaehlt = offen.filter(**{n: w for n, w in filter_.items() if w and (n != "massenlauf" or lies_nummer(w))})
    laeufe = Massenlauf.objects.filter(art=Laufart.NEUBERECHNUNG, stand=Laufstand.VORSCHAU)
    umfeld = {
        "summen": gewaehlt.zusammengefasst(),
        "seite": Paginator(gewaehlt.order_by("massenlauf", "id"), JE_SEITE).get_page(request.GET.get("seite")),
        "filter": filter_,
        "laeufe": laeufe,
        "wirkungen": Wirkung.choices,
        "wirkungstitel": dict(Wirkung.choices),
        "leistungen": [s for s in steckbriefe().values() if s.zahlung],
        "titel": {s.schluessel: s.titel for s in steckbriefe().values()},
        "kurz": {s.schluessel: s.kurz for s in steckbriefe().values()},
    }
    return render(request, "neuberechnung/vorschlaege.html", umfeld)


@recht("akte_lesen")
def neuberechnung(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Ein Fall: alt, neu und Unterschied, was am Recht anders ist, und welche Entscheidung in Betracht kommt."""
    akte = request.akte
    personen = [m.person for m in akte.mitgliedschaften.gewusst_am(None).select_related("person")]
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Neuberechnung")
    folgen = rechne_neu(akte, Kenntnis.lade(akte), zeitpunkt=timezone.now())
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        begonnen: list[Vorgang] = []
        fehler = versuche(
            request,
            lambda: begonnen.append(_beginne(request, akte, folgen)),
            "„Änderung prüfen“ ist begonnen; nichts ist damit schon entschieden.",
        )
        if fehler is None:
            return redirect("vorgang", begonnen[0].pk)
    laufend = {v.leistung: v for v in akte.vorgaenge.offen().filter(art="aenderung")}
    umfeld = {
        "haushalt": akte,
        "folgen": [(f, zeilen(f.paare, f.leistung), laufend.get(f.leistung)) for f in folgen],
        "darf": request.user.has_perm("akte.vorgang_fuehren", akte),
        "fehler": fehler,
    }
    return render(request, "neuberechnung/fall.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _beginne(request: HttpRequest, akte: Haushalt, folgen: Sequence[Neuberechnung]) -> Vorgang:
    """Ein offener Vorschlag des Falls gilt damit als übernommen."""
    leistung = request.POST.get("leistung", "")
    vorschlag = _offene(request).filter(haushalt=akte, leistung=leistung).order_by("-massenlauf").first()
    if vorschlag is not None:
        uebernommen = vorschlag_uebernehmen(benutzer=request.user, posten=vorschlag).vorgang
        if uebernommen is not None:
            return uebernommen
    for folge in folgen:
        if folge.leistung == leistung:
            return aenderung_vormerken(benutzer=request.user, folge=folge)
    grund = "ist nicht neu zu entscheiden"
    titel = steckbriefe()[leistung].titel if leistung in steckbriefe() else leistung or "(leer)"
    raise AngabenFehler([Mangel("Leistung", titel, grund, "Akte und Bescheide stimmen überein.")])


def _offene(request: HttpRequest) -> QuerySet[Massenlaufposten, Any]:
    zugaenglich = zugaengliche(request.user, "akte_lesen")
    return Massenlaufposten.objects.filter(
        massenlauf__art=Laufart.NEUBERECHNUNG,
        massenlauf__stand=Laufstand.VORSCHAU,
        stand=Postenstand.WARTET,
        haushalt__in=zugaenglich,
    ).select_related("haushalt", "massenlauf")
