"""Suche über Personen und Haushalte, beim Tippen und seitenweise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte import suchtreffer
from sozialamt.akte.fehler import AngabenFehler
from sozialamt.akte.models import Benutzer, Haushalt, Mitgliedschaft, Person
from sozialamt.akte.vorbereitet import vorbereitet, zaehle
from sozialamt.akte.zugriff import mit_sicht, zugaengliche
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
    reihenfolge = SORTIERUNGEN.get(sortierung, ("rang",))
    art = "haushalte" if request.GET.get("art") == "haushalte" else "personen"
    treffer = suchtreffer.suche(anfrage, heute)
    personen = _rangfolge(request.user, reihenfolge, genau=treffer.genaue, alle=treffer.personen)
    haushalte = _lesbare(request.user, alle=treffer.haushalte)
    if art == "personen":
        rang = dict(personen)
        seiten = Trefferseiten(list(rang), lambda pks: _personen(pks, rang, request))
        anzahl = {"personen": seiten.count, "haushalte": zaehle([haushalte])[0]}
    else:
        seiten = Trefferseiten([pk for (pk,) in haushalte], lambda pks: _haushalte_mit_schutz(heute, alle=pks))
        anzahl = {"personen": zaehle([personen])[0], "haushalte": seiten.count}
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


@mit_sicht
def _rangfolge(
    benutzer: Benutzer, reihenfolge: tuple[str, ...], *, genau: set[int], alle: set[int]
) -> QuerySet[Any, Any]:
    """Schlüssel und Güte der Treffer, die der Benutzer lesen darf."""
    personen = Person.objects.treffer(genau, alle).fuer(benutzer)
    return personen.order_by(*reihenfolge).values_list("pk", "rang")


@mit_sicht
def _lesbare(benutzer: Benutzer, *, alle: set[int]) -> QuerySet[Any, Any]:
    """Schlüssel der Haushalte unter diesen, die der Benutzer lesen darf."""
    haushalte = Haushalt.objects.filter(pk__eine_von=alle).fuer(benutzer)
    return haushalte.order_by("aktenzeichen").values_list("pk")


@vorbereitet
def _haushalte_mit_schutz(heute: date, *, alle: Collection[int]) -> QuerySet[Haushalt]:
    return Haushalt.objects.filter(pk__eine_von=alle).mit_schutz(heute)


@vorbereitet
def _mit_schluesseln(*, alle: Collection[int]) -> QuerySet[Person]:
    return Person.objects.filter(pk__eine_von=alle)


@mit_sicht
def _laufende(benutzer: Benutzer, *, personen: Collection[int]) -> QuerySet[Mitgliedschaft]:
    """Laufende Mitgliedschaften in Haushalten, die der Benutzer lesen darf."""
    laufende = Mitgliedschaft.objects.gewusst_am(None).filter(person__eine_von=personen, bis__isnull=True)
    return laufende.filter(haushalt__in=zugaengliche(benutzer, "akte_lesen"))


def _personen(schluessel: list[int], rang: Mapping[int, int], request: HttpRequest) -> list[Person]:
    """Mit dem laufenden Haushalt, soweit man ihn lesen darf, und der Güte des Treffers."""
    if not schluessel:
        return []
    mitgliedschaften = list(_laufende(request.user, personen=schluessel))
    schluessel_der_haushalte = {m.haushalt_id for m in mitgliedschaften}
    haushalte = {h.pk: h for h in _haushalte_mit_schutz(timezone.localdate(), alle=schluessel_der_haushalte)}
    personen = {p.pk: p for p in _mit_schluesseln(alle=schluessel)}
    for person in personen.values():
        person.rang, person.aktuelle = rang[person.pk], []
    for mitgliedschaft in mitgliedschaften:
        mitgliedschaft.haushalt = haushalte[mitgliedschaft.haushalt_id]
        personen[mitgliedschaft.person_id].aktuelle.append(mitgliedschaft)
    return list(personen.values())
