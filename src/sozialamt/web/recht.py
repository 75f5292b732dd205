"""Jede Adresse erklärt ihr Recht: `@recht("akte_lesen")`. Was nichts erklärt, wird nicht ausgeliefert.

Der Dekorator prüft das Recht der Rolle und, wenn die Adresse zu einer Akte gehört, auch den Zugriff auf sie, bevor
die Ansicht läuft. Die Vorgänge prüfen danach noch einmal selbst.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from sozialamt.akte.models import Bescheid, Bescheidentwurf, Haushalt, Vorgang, Vorgangsschreiben
from sozialamt.akte.rechte import RECHTE, pruefe_recht
from sozialamt.akte.vorbereitet import vorbereitet
from sozialamt.kasse.models import Zahlung

Ansicht = Callable[..., HttpResponse]
Ziel = Callable[[Mapping[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Rechtsangabe:
    """Was eine Adresse verlangt. Ohne Recht: `grund` sagt, warum sie keines braucht."""

    recht: str = ""
    ziel: Ziel | None = None
    grund: str = ""
    ohne_anmeldung: bool = False


def haushalt_aus(angaben: Mapping[str, Any]) -> Haushalt | None:
    """Der Haushalt aus dem Aktenzeichen der Adresse; None, wenn sie keines hat."""
    if "aktenzeichen" not in angaben:
        return None
    for haushalt in _mit_aktenzeichen(aktenzeichen=angaben["aktenzeichen"]):
        return haushalt
    raise Http404


@vorbereitet
def _mit_aktenzeichen(*, aktenzeichen: str) -> QuerySet[Haushalt]:
    return Haushalt.objects.filter(aktenzeichen=aktenzeichen).order_by()


def bescheid_aus(angaben: Mapping[str, Any]) -> Bescheid:
    """Der Bescheid aus der Nummer der Adresse, ohne seine großen Felder."""
    bescheide = Bescheid.objects.select_related("haushalt").defer("inhalt", "rechenweg")
    return get_object_or_404(bescheide, nummer=angaben["nummer"])


def entwurf_aus(angaben: Mapping[str, Any]) -> Bescheidentwurf:
    """Der Entwurf aus der Nummer der Adresse, ohne seine großen Felder."""
    entwuerfe = Bescheidentwurf.objects.select_related("haushalt").defer("inhalt", "rechenweg")
    return get_object_or_404(entwuerfe, pk=angaben["pk"])


def vorgang_aus(angaben: Mapping[str, Any]) -> Vorgang:
    """Der Vorgang aus der Nummer der Adresse."""
    return get_object_or_404(Vorgang.objects.select_related("haushalt"), pk=angaben["pk"])


def vorgangsschreiben_aus(angaben: Mapping[str, Any]) -> Haushalt:
    """Der Haushalt, zu dem das Schreiben der Adresse gehört."""
    schreiben = Vorgangsschreiben.objects.select_related("vorgang__haushalt").defer("pdf")
    return get_object_or_404(schreiben, pk=angaben["pk"]).vorgang.haushalt


def zahlung_aus(angaben: Mapping[str, Any]) -> Zahlung:
    """Die Zahlung aus der Nummer der Adresse."""
    return get_object_or_404(Zahlung.objects.select_related("haushalt"), pk=angaben["pk"])


def recht(name: str, ziel: Ziel = haushalt_aus) -> Callable[[Ansicht], Ansicht]:
    """Die Ansicht verlangt dieses Recht; `ziel` findet die Akte, die Ansicht bekommt sie als `request.akte`."""
    if name not in RECHTE:
        raise ValueError(f"Unbekanntes Recht: {name}")

    def dekoriere(ansicht: Ansicht) -> Ansicht:
        @wraps(ansicht)
        def geprueft(request: HttpRequest, *args: Any, **angaben: Any) -> HttpResponse:
            pruefe_recht(request.user, name)
            request.akte = ziel(angaben)
            if request.akte is not None:
                pruefe_recht(request.user, name, request.akte)
            return ansicht(request, *args, **angaben)

        geprueft.rechtsangabe = Rechtsangabe(recht=name, ziel=ziel)
        return geprueft

    return dekoriere


def angemeldet(grund: str) -> Callable[[Ansicht], Ansicht]:
    """Für alle Angemeldeten, gleich welche Rolle."""
    return _ohne_recht(Rechtsangabe(grund=grund))


def oeffentlich(grund: str) -> Callable[[Ansicht], Ansicht]:
    """Auch ohne Anmeldung erreichbar."""
    return _ohne_recht(Rechtsangabe(grund=grund, ohne_anmeldung=True))


def _ohne_recht(angabe: Rechtsangabe) -> Callable[[Ansicht], Ansicht]:
    def dekoriere(ansicht: Ansicht) -> Ansicht:
        @wraps(ansicht)
        def erreichbar(request: HttpRequest, *args: Any, **angaben: Any) -> HttpResponse:
            return ansicht(request, *args, **angaben)

        erreichbar.rechtsangabe = angabe
        return login_not_required(erreichbar) if angabe.ohne_anmeldung else erreichbar

    return dekoriere
