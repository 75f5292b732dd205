"""Adressen des Städtevergleichs, der offenen Daten und der Lese-API."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from sozialamt.web.ansichten.vergleich import (
    aehnlich,
    api,
    auffaelligkeiten,
    austausch,
    berichte,
    freigabe,
    kennzahlen,
    lieferung,
    offen,
    texte,
    uebersicht,
)

V, JAHR = "vergleich/", "<int:jahr>/"


def _bericht(adresse: str, ansicht: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    """Seite, PDF und Zahlen eines Berichts."""
    return [
        path(V + adresse, ansicht, name=name),
        path(V + adresse + "bericht.pdf", ansicht, {"form": "pdf"}, name=name + "_pdf"),
        path(V + adresse + "daten.csv", ansicht, {"form": "csv"}, name=name + "_csv"),
    ]


urlpatterns = [
    path(V, uebersicht.uebersicht, name="vergleich"),
    *_bericht("profil/<slug:stadt>/" + JAHR, berichte.profil, "vergleich_profil"),
    *_bericht("bereich/<slug:schluessel>/" + JAHR, berichte.bereich, "vergleich_bereich"),
    *_bericht("faktenboard/<slug:schluessel>/" + JAHR, berichte.faktenboard, "vergleich_faktenboard"),
    *_bericht("monitoring/" + JAHR, berichte.monitoring, "vergleich_monitoring"),
    path(V + "grafik/<slug:kennung>.<slug:art>", berichte.grafik, name="vergleich_grafik"),
    path(V + "text/<slug:art>/<slug:bezug>/" + JAHR, texte.schreiben, name="vergleich_text"),
    path(V + "aehnlich/", aehnlich.aehnlich, name="vergleich_aehnlich"),
    path(V + "was-waere-wenn/", aehnlich.wenn, name="vergleich_wenn"),
    path(V + "kennzahlen/", kennzahlen.kennzahlen, name="vergleich_kennzahlen"),
    path(V + "lieferung/", lieferung.lieferung, name="vergleich_lieferung"),
    path(V + "lieferung/vorlage.<slug:art>", lieferung.vorlage, name="vergleich_vorlage"),
    path(V + "lieferung/<int:pk>/", lieferung.lieferbericht, name="vergleich_lieferbericht"),
    path(V + "auffaelligkeiten/", auffaelligkeiten.liste, name="vergleich_auffaelligkeiten"),
    path(V + "auffaelligkeiten/<int:pk>/", auffaelligkeiten.bearbeiten, name="vergleich_auffaelligkeit"),
    path(V + "freigabe/", freigabe.freigabe, name="vergleich_freigabe"),
    path(V + "austausch/", austausch.austausch, name="vergleich_austausch"),
    path(V + "austausch/<slug:stadt>.json", austausch.paket, name="vergleich_paket"),
    path(V + "tabelle/", austausch.tabelle, name="vergleich_tabelle"),
    path("offene-daten/", offen.katalog, name="offene_daten"),
    path("offene-daten/<slug:stamm>.<slug:endung>", offen.datei, name="offene_datei"),
    path("api/vergleich/openapi.json", api.openapi, name="api_vergleich_openapi"),
    path("api/vergleich/<slug:name>/", api.tabelle, name="api_vergleich"),
]
