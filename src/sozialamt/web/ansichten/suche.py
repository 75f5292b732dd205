"""Suche über Personen und Haushalte, beim Tippen und seitenweise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler
from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.kasse.vorgaenge.iban_suchen import iban_suchen, sieht_aus_wie_iban
from sozialamt.web.recht import recht

SEITENGROESSE = 25
SORTIERUNGEN = {
    "name": ("rang", "name_gefaltet", "id"),
    "alt": ("rang", "geburtsdatum", "name_gefaltet"),
    "jung": ("rang", "-geburtsdatum", "name_gefaltet"),
}


class Trefferseiten(Paginator):  # type: ignore[type-arg]  # not subscriptable at run time
    """Blättern mit einer einzigen Prüfung der Rechte: Sie ergibt alle Schlüssel, `lade` die Zeilen einer Seite."""

    def __init__(self, schluessel: list[int], lade: Callable[[list[int]], Iterable[Any]]) -> None:
        super().__init__(schluessel, SEITENGROESSE)
        self.lade = lade

    def page(self, number: int | str) -> Page[Any]:
        """Die Seite mit ihren Zeilen."""
        seite = super().page(number)
        zeilen = {zeile.pk: zeile for zeile in self.lade(seite.object_list)}
        seite.object_list = [zeilen[pk] for pk in seite.object_list]
        return seite


@recht("akte_lesen")
def suche(request: HttpRequest) -> HttpResponse:
    """Zwei Listen: Personen, und Haushalte über Aktenzeichen, Anschrift oder Mitglied."""
    anfrage = request.GET.get("q", "").strip()
    heute = timezone.localdate()
    sortierung = request.GET.get("sortierung", "name")
    art = "haushalte" if request.GET.get("art") == "haushalte" else "personen"
    personen = Person.objects.suche(anfrage, heute).fuer(request.user)
    haushalte = Haushalt.objects.suche(anfrage, heute).fuer(request.user)
    if art == "personen":
        rang = dict(personen.order_by(*SORTIERUNGEN.get(sortierung, ("rang",))).values_list("pk", "rang"))
        seiten = Trefferseiten(list(rang), lambda pks: _personen(pks, rang, request))
    else:
        geordnet = haushalte.order_by("aktenzeichen").values_list("pk", flat=True)
        seiten = Trefferseiten(list(geordnet), lambda pks: Haushalt.objects.filter(pk__in=pks).mit_schutz(heute))
    listen = {"personen": personen, "haushalte": haushalte}
    anzahl = {name: seiten.count if name == art else liste.count() for name, liste in listen.items()}
    seite = seiten.get_page(request.GET.get("seite"))
    umfeld = {
        **bankverbindung(request, anfrage),
        "anfrage": anfrage,
        "art": art,
        "sortierung": sortierung,
        "anzahl_personen": anzahl["personen"],
        "anzahl_haushalte": anzahl["haushalte"],
        "seite": seite,
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


def _personen(schluessel: list[int], rang: Mapping[int, int], request: HttpRequest) -> list[Person]:
    """Mit dem laufenden Haushalt, soweit man ihn lesen darf, und der Güte des Treffers."""
    mit_schutz = Prefetch("haushalt", queryset=Haushalt.objects.mit_schutz(timezone.localdate()))
    aktuelle = Mitgliedschaft.objects.gewusst_am(None).filter(
        bis__isnull=True, haushalt__in=zugaengliche(request.user, "akte_lesen")
    )
    mitgliedschaften = Prefetch("mitgliedschaften", queryset=aktuelle.prefetch_related(mit_schutz), to_attr="aktuelle")
    personen = list(Person.objects.filter(pk__in=schluessel).prefetch_related(mitgliedschaften))
    for person in personen:
        person.rang = rang[person.pk]
    return personen
