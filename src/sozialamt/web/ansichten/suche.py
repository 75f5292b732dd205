"""Suche über Personen und Haushalte, beim Tippen und seitenweise."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler
from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person
from sozialamt.kasse.vorgaenge.iban_suchen import iban_suchen, sieht_aus_wie_iban
from sozialamt.web.recht import recht

SEITENGROESSE = 25
SORTIERUNGEN = {
    "name": ("rang", "name_gefaltet", "id"),
    "alt": ("rang", "geburtsdatum", "name_gefaltet"),
    "jung": ("rang", "-geburtsdatum", "name_gefaltet"),
}


class Trefferseiten(Paginator):  # type: ignore[type-arg]  # not subscriptable at run time
    """Blättern mit einer einzigen Prüfung der Rechte: Sie gibt alle Schlüssel geordnet, eine Seite holt nur ihre."""

    def __init__(self, treffer: QuerySet[Any]) -> None:
        super().__init__(list(treffer.values_list("pk", flat=True)), SEITENGROESSE)
        self.treffer = treffer

    def page(self, number: int | str) -> Page[Any]:
        """Die Seite mit ihren Zeilen."""
        seite = super().page(number)
        seite.object_list = list(self.treffer.filter(pk__in=seite.object_list))
        return seite


@recht("akte_lesen")
def suche(request: HttpRequest) -> HttpResponse:
    """Zwei Listen: Personen, und Haushalte über Aktenzeichen, Anschrift oder Mitglied."""
    anfrage = request.GET.get("q", "").strip()
    heute = timezone.localdate()
    sortierung = request.GET.get("sortierung", "name")
    personen = (
        Person.objects.suche(anfrage, heute).fuer(request.user).order_by(*SORTIERUNGEN.get(sortierung, ("rang",)))
    )
    haushalte = Haushalt.objects.suche(anfrage, heute).fuer(request.user).mit_schutz(heute)
    art = "haushalte" if request.GET.get("art") == "haushalte" else "personen"
    listen = {"personen": _mit_haushalt(personen, request), "haushalte": haushalte.order_by("aktenzeichen")}
    seiten = Trefferseiten(listen[art])
    anzahl = {name: seiten.count if name == art else liste.count() for name, liste in listen.items()}
    umfeld = {
        **bankverbindung(request, anfrage),
        "anfrage": anfrage,
        "art": art,
        "sortierung": sortierung,
        "anzahl_personen": anzahl["personen"],
        "anzahl_haushalte": anzahl["haushalte"],
        "seite": seiten.get_page(request.GET.get("seite")),
    }
    return render(request, "suche.html", umfeld)


def bankverbindung(request: HttpRequest, anfrage: str) -> dict[str, Any]:
    """Treffer zu einer vollständigen IBAN; wem das Recht fehlt, dem sagt die Seite das."""
    if not sieht_aus_wie_iban(anfrage):
        return {}
    if "iban_suchen" not in request.user.rechte:
        return {"iban_verwehrt": True}
    try:
        return {"wege": iban_suchen(benutzer=request.user, iban=anfrage), "nach_iban": True}
    except AngabenFehler as fehler:
        return {"iban_mangel": fehler.maengel[0]}


def _mit_haushalt(personen: QuerySet[Person], request: HttpRequest) -> QuerySet[Person]:
    """Dazu der laufende Haushalt, soweit man ihn lesen darf."""
    mit_schutz = Prefetch("haushalt", queryset=Haushalt.objects.mit_schutz(timezone.localdate()))
    aktuelle = Mitgliedschaft.objects.gewusst_am(None).filter(
        bis__isnull=True, haushalt__in=Haushalt.objects.fuer(request.user)
    )
    return personen.prefetch_related(
        Prefetch("mitgliedschaften", queryset=aktuelle.prefetch_related(mit_schutz), to_attr="aktuelle")
    )
