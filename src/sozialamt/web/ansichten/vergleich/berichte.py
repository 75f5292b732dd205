"""Stadtprofil, Bereichsvergleich, Faktenboard und Monitoringbericht: Seite, PDF und Daten aus derselben Gliederung."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sozialamt.vergleich.grafik.bild import Tabelle
from sozialamt.vergleich.grafik.rendern import gemerkte, merke, png, svg
from sozialamt.vergleich.kennzahlen.katalog import katalog
from sozialamt.vergleich.models.text import Textart
from sozialamt.vergleich.profil import berichte as quelle
from sozialamt.vergleich.profil.bericht import Abbildung, Bericht, Zahlen
from sozialamt.web.ansichten.vergleich.gemeinsam import (
    ablage,
    eigene_staedte,
    jahreswahl,
    lies_bereich,
    lies_stadt,
    rahmen,
)
from sozialamt.web.recht import recht

KENNUNG = re.compile(r"[0-9a-f]{32}")
EIN_JAHR = 31_536_000
DATEIARTEN = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
@recht("vergleich_lesen")
def profil(request: HttpRequest, stadt: str, jahr: int, form: str = "html") -> HttpResponse:
    """Das Profil einer Stadt."""
    gewaehlt = lies_stadt(stadt)
    return _antwort(
        request,
        lambda: quelle.profilbericht(rahmen(request), stadt, jahr),
        {"name": "vergleich_profil", "argumente": (stadt,), "jahr": jahr, "form": form, "stadt": gewaehlt},
    )


@require_safe
@recht("vergleich_lesen")
def bereich(request: HttpRequest, schluessel: str, jahr: int, form: str = "html") -> HttpResponse:
    """Ein Bereich über alle Städte."""
    lies_bereich(schluessel)
    return _antwort(
        request,
        lambda: quelle.bereichsbericht(rahmen(request), schluessel, jahr),
        {
            "name": "vergleich_bereich",
            "argumente": (schluessel,),
            "jahr": jahr,
            "form": form,
            "faktenboard": schluessel in katalog().bereiche and schluessel,
        },
    )


@require_safe
@recht("vergleich_lesen")
def faktenboard(request: HttpRequest, schluessel: str, jahr: int, form: str = "html") -> HttpResponse:
    """Das Faktenboard eines Leistungsbereichs."""
    if schluessel not in katalog().bereiche:
        raise Http404
    return _antwort(
        request,
        lambda: quelle.faktenboard(rahmen(request), schluessel, jahr),
        {"name": "vergleich_faktenboard", "argumente": (schluessel,), "jahr": jahr, "form": form},
    )


@require_safe
@recht("vergleich_lesen")
def monitoring(request: HttpRequest, jahr: int, form: str = "html") -> HttpResponse:
    """Der Monitoringbericht eines Jahres."""
    return _antwort(
        request,
        lambda: quelle.monitoring(rahmen(request), jahr),
        {"name": "vergleich_monitoring", "argumente": (), "jahr": jahr, "form": form},
    )


@require_safe
@recht("vergleich_lesen")
def grafik(request: HttpRequest, kennung: str, art: str) -> HttpResponse:
    """Ein Bild einer gezeigten Seite. Die Kennung ist die Prüfsumme seines Inhalts; sie ändert sich mit den Zahlen."""
    bild = gemerkte(kennung, ablage()) if art in DATEIARTEN and KENNUNG.fullmatch(kennung) else None
    if bild is None:
        raise Http404
    inhalt = svg(bild, ablage()) if art == "svg" else png(bild, ablage())
    antwort = HttpResponse(inhalt, content_type=DATEIARTEN[art])
    antwort["Cache-Control"] = f"private, max-age={EIN_JAHR}, immutable"
    if "herunterladen" in request.GET:
        antwort["Content-Disposition"] = f'attachment; filename="grafik-{kennung[:8]}.{art}"'
    return antwort


def _antwort(request: HttpRequest, baue: Callable[[], Bericht], angaben: dict[str, Any]) -> HttpResponse:
    bericht = baue()
    if angaben["form"] == "pdf":
        return _pdf(request, bericht)
    if angaben["form"] == "csv":
        return _csv(bericht)
    angaben |= _textweg(request, angaben)
    bilder = {a.grafik.schluessel: merke(a.grafik, ablage()) for a in bericht.abbildungen()}
    wahl = jahreswahl(angaben["jahr"], angaben["name"], *angaben["argumente"])
    return render(request, "vergleich/bericht.html", {"bericht": bericht, "bilder": bilder, **angaben, **wahl})


def _textweg(request: HttpRequest, angaben: dict[str, Any]) -> dict[str, str]:
    """Wer freigeben darf, schreibt Kommentare; die Beschreibung des Amtes nur für die eigene Stadt."""
    if not request.user.has_perm("akte.vergleich_freigeben"):
        return {}
    if angaben["name"] == "vergleich_faktenboard":
        adresse = reverse("vergleich_text", args=[Textart.FAKTENBOARD.value, *angaben["argumente"], angaben["jahr"]])
        return {"textadresse": adresse, "textname": "Kommentar schreiben"}
    if angaben["name"] == "vergleich_profil" and angaben["stadt"] in eigene_staedte(request):
        adresse = reverse("vergleich_text", args=[Textart.ORGANISATION.value, *angaben["argumente"], angaben["jahr"]])
        return {"textadresse": adresse, "textname": "Beschreibung des Amtes ändern"}
    return {}


def _pdf(request: HttpRequest, bericht: Bericht) -> HttpResponse:
    from sozialamt.vergleich.profil.pdf import rendere_bericht

    antwort = HttpResponse(rendere_bericht(bericht, rahmen(request).tag, ablage()), content_type="application/pdf")
    antwort["Content-Disposition"] = f'attachment; filename="{dateiname(bericht)}.pdf"'
    return antwort


def dateiname(bericht: Bericht) -> str:
    """ASCII und ohne Leerzeichen."""
    text = bericht.titel.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    return "-".join("".join(z if z.isascii() and z.isalnum() else " " for z in text).split())


def tabellen(bericht: Bericht) -> list[Tabelle]:
    """Alle Tabellen des Berichts, auch die neben den Bildern."""
    bloecke = [b for k in bericht.kapitel for b in k.bloecke]
    return [
        b.grafik.tabelle if isinstance(b, Abbildung) else b.tabelle
        for b in bloecke
        if isinstance(b, Abbildung | Zahlen)
    ]


def _csv(bericht: Bericht) -> HttpResponse:
    """Die Zahlen des Berichts: je Zeile Tabelle, Zeile, Spalte, Wert, wie sie dort stehen."""
    puffer = io.StringIO()
    schreiber = csv.writer(puffer, delimiter=";", lineterminator="\r\n")
    schreiber.writerow(["tabelle", "zeile", "spalte", "wert"])
    for tabelle in tabellen(bericht):
        for zeile in tabelle.zeilen:
            for spalte, wert in zip(tabelle.kopf[1:], zeile[1:], strict=True):
                schreiber.writerow([harmlos(t) for t in (tabelle.titel, zeile[0], spalte, wert)])
    antwort = HttpResponse("\ufeff" + puffer.getvalue(), content_type="text/csv; charset=utf-8")
    antwort["Content-Disposition"] = f'attachment; filename="{dateiname(bericht)}.csv"'
    return antwort


def harmlos(text: str) -> str:
    """Ein Text, den keine Tabellenkalkulation als Formel ausführt."""
    return (
        "'" + text
        if text[:1] in {"=", "@", "\t", "\r"} or (text[:1] in {"+", "-"} and not text[1:2].isdigit())
        else text
    )
