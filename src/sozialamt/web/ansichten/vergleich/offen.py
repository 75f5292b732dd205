"""Offene Daten: Katalogseite, Dateien, Metadaten. Ohne Anmeldung; gezeigt wird nur öffentlich Freigegebenes."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sozialamt.vergleich.models import Stadt
from sozialamt.vergleich.models.stadt import Gebietsart
from sozialamt.vergleich.offen import dcat
from sozialamt.vergleich.offen.bestand import Bestand, bestand
from sozialamt.vergleich.offen.paket import LIZENZEN
from sozialamt.web.recht import oeffentlich

GRUND = "Offene Daten: nur Veröffentlichtes und was eine Stadt ausdrücklich für alle freigab"
TYPEN = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
    "ttl": "text/turtle; charset=utf-8",
}
METADATEN = "katalog.ttl"
ERKLAERT = {
    "staedte": "Städte und Regionen mit amtlichem Schlüssel",
    "groessen": "Basisgrößen mit Nummer, Titel und Einheit",
    "werte": "Werte je Stadt, Größe und Jahr mit Stichtag, Quelle und dem Grund, wo ein Wert fehlt",
    "kennzahlen": "Abgeleitete Kennzahlen je Stadt und Jahr",
    "datapackage": "Beschreibung der Tabellen (Frictionless Data Package)",
    "paket": "alles zusammen",
}


def offener_bestand() -> Bestand:
    """Der Bestand dieser Installation."""
    return bestand(Path(settings.DATENORDNER) / "offene-daten", grenze=settings.OFFENE_DATEN["mindestfallzahl"])


def metadaten(request: HttpRequest, daten: Bestand) -> dcat.Angaben:
    """Angaben für DCAT-AP.de aus Einstellungen und Bestand."""
    behoerde, offen = settings.BEHOERDE, settings.OFFENE_DATEN
    staedte = Stadt.objects.exclude(art=Gebietsart.VERGLEICHSGEBIET).exclude(ags="").filter(erzeugt=False)
    return dcat.Angaben(
        adresse=request.build_absolute_uri(reverse("offene_daten")),
        behoerde=f"{behoerde['traeger']}, {behoerde['amt']}",
        email=offen["email"],
        bereitsteller=offen["bereitsteller"],
        tag=daten.tag,
        dateien=daten.namen(),
        gebiete=tuple(staedte.order_by("ags").values_list("ags", flat=True)),
    )


@require_safe
@oeffentlich(GRUND)
def katalog(request: HttpRequest) -> HttpResponse:
    """Was es gibt, unter welcher Lizenz, und ob die Metadaten gültig sind."""
    daten = offener_bestand()
    namen = [(n, ERKLAERT.get(n.split(".")[0], ""), (daten.ordner / n).stat().st_size) for n in daten.namen()]
    return render(
        request,
        "vergleich/offene_daten.html",
        {
            "dateien": namen,
            "tag": daten.tag,
            "lizenz": LIZENZEN[0],
            "grenze": settings.OFFENE_DATEN["mindestfallzahl"],
            "maengel": dcat.maengel(dcat.graph(metadaten(request, daten))),
            "metadaten": METADATEN,
        },
    )


@require_safe
@oeffentlich(GRUND)
def datei(request: HttpRequest, stamm: str, endung: str) -> HttpResponse:
    """Eine Datei des Bestands oder seine Metadaten."""
    name = f"{stamm}.{endung}"
    daten = offener_bestand()
    inhalt = (
        dcat.graph(metadaten(request, daten)).serialize(format="turtle").encode()
        if name == METADATEN
        else daten.lies(name)
    )
    if inhalt is None:
        raise Http404
    antwort = HttpResponse(inhalt, content_type=TYPEN[endung])
    antwort["Content-Disposition"] = f'attachment; filename="{name}"'
    return antwort
