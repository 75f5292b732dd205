"""Lese-API: dieselben offenen Daten seitenweise als JSON. Nur GET, ohne Anmeldung, nur öffentlich Freigegebenes."""

from __future__ import annotations

from typing import Any

import polars as pl
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from sozialamt.web.ansichten.vergleich.offen import GRUND, offener_bestand
from sozialamt.web.recht import oeffentlich

JE_SEITE, HOECHSTENS = 100, 1000
UNGUELTIG = 400
FILTER: dict[str, tuple[str, ...]] = {
    "staedte": ("schluessel", "ags"),
    "groessen": ("schluessel", "bereich"),
    "werte": ("stadt", "groesse", "jahr"),
    "kennzahlen": ("stadt", "kennzahl", "jahr"),
}
GANZZAHL = frozenset({"jahr"})


@require_safe
@oeffentlich(GRUND)
def tabelle(request: HttpRequest, name: str) -> HttpResponse:
    """Zeilen einer Tabelle, gefiltert und seitenweise; `weiter` nennt die nächste Seite."""
    if name not in FILTER:
        raise Http404
    fremd = sorted(set(request.GET) - {*FILTER[name], "seite", "je_seite"})
    if fremd:
        return _abgelehnt(f"Unbekannt: {', '.join(fremd)}. Möglich: {', '.join(FILTER[name])}, seite, je_seite.")
    try:
        seite, je_seite = _zahl(request, "seite", 1), min(_zahl(request, "je_seite", JE_SEITE), HOECHSTENS)
        gewaehlt = _gefiltert(request, name)
    except ValueError as fehler:
        return _abgelehnt(str(fehler))
    zeilen = gewaehlt.slice((seite - 1) * je_seite, je_seite)
    ende = seite * je_seite >= gewaehlt.height
    return JsonResponse(
        {
            "anzahl": gewaehlt.height,
            "seite": seite,
            "weiter": None if ende else _adresse(request, name, seite + 1),
            "daten": zeilen.to_dicts(),
        },
        json_dumps_params={"ensure_ascii": False},
    )


def _gefiltert(request: HttpRequest, name: str) -> pl.DataFrame:
    abfrage = pl.scan_parquet(offener_bestand().ordner / f"{name}.parquet")
    for feld in FILTER[name]:
        if feld in request.GET:
            wert: Any = _zahl(request, feld, 0) if feld in GANZZAHL else request.GET[feld]
            abfrage = abfrage.filter(pl.col(feld) == wert)
    return abfrage.collect()


def _zahl(request: HttpRequest, name: str, vorgabe: int) -> int:
    text = request.GET.get(name, str(vorgabe))
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise ValueError(f"„{name}“ ist „{text}“; erlaubt ist eine ganze Zahl ab 1.")
    return int(text[:9])


def _adresse(request: HttpRequest, name: str, seite: int) -> str:
    angaben = request.GET.copy()
    angaben["seite"] = str(seite)
    return request.build_absolute_uri(f"{reverse('api_vergleich', args=[name])}?{angaben.urlencode()}")


def _abgelehnt(grund: str) -> JsonResponse:
    return JsonResponse({"fehler": grund}, status=UNGUELTIG, json_dumps_params={"ensure_ascii": False})


@require_safe
@oeffentlich(GRUND)
def openapi(request: HttpRequest) -> HttpResponse:
    """Die Beschreibung der API nach OpenAPI 3.1."""
    return JsonResponse(beschreibung(request.build_absolute_uri("/")), json_dumps_params={"ensure_ascii": False})


def beschreibung(server: str) -> dict[str, Any]:
    """Aus der Liste der Tabellen und Filter, damit Beschreibung und Verhalten nicht auseinanderlaufen."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Städtevergleich Soziales", "version": "1", "description": "Nur lesend; offene Daten."},
        "servers": [{"url": server}],
        "paths": {f"/api/vergleich/{name}/": {"get": _vorgang(name)} for name in FILTER},
    }


def _vorgang(name: str) -> dict[str, Any]:
    filter_ = [
        {"name": f, "in": "query", "schema": {"type": "integer" if f in GANZZAHL else "string"}} for f in FILTER[name]
    ]
    seiten = [
        {"name": "seite", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}},
        {"name": "je_seite", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": HOECHSTENS}},
    ]
    felder = {
        "anzahl": {"type": "integer"},
        "seite": {"type": "integer"},
        "weiter": {"type": ["string", "null"]},
        "daten": {"type": "array", "items": {"type": "object"}},
    }
    inhalt = {"application/json": {"schema": {"type": "object", "properties": felder, "required": sorted(felder)}}}
    antworten = {"200": {"description": "Eine Seite", "content": inhalt}, "400": {"description": "Unbekannter Filter"}}
    return {"operationId": name, "summary": name, "parameters": [*filter_, *seiten], "responses": antworten}
