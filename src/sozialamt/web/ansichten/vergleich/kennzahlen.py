"""Eigene Kennzahlen: geprüfte Formeln über Basisgrößen."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.vergleich.kennzahlen.katalog import Polaritaet, katalog
from sozialamt.vergleich.models import Kennzahlformel
from sozialamt.vergleich.vorgaenge.formel_anlegen import Formelangaben, formel_anlegen
from sozialamt.web.recht import recht

UNBRAUCHBAR = 422
FELDER = ("schluessel", "titel", "einheit", "formel", "polaritaet")
POLARITAETEN = [
    (Polaritaet.NEUTRAL.value, "keine Wertung"),
    (Polaritaet.HOCH_ENTLASTET.value, "hoch ist günstig"),
    (Polaritaet.HOCH_BELASTET.value, "hoch ist ungünstig"),
]


@recht("vergleich_lesen")
def kennzahlen(request: HttpRequest) -> HttpResponse:
    """Liste, Formular und das Verzeichnis der Größen, aus denen eine Formel bestehen darf."""
    umfeld: dict[str, Any] = {"angaben": {"stellen": "1"}}
    if request.method == "POST":
        umfeld["angaben"] = request.POST
        try:
            neu = formel_anlegen(benutzer=request.user, angaben=_angaben(request))
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            umfeld["fehler"] = fehler
        else:
            messages.success(request, f"Kennzahl {neu.nummer} „{neu.titel}“ ist angelegt.")
            return redirect("vergleich_kennzahlen")
    umfeld |= {
        "formeln": Kennzahlformel.objects.select_related("angelegt_von"),
        "groessen": sorted(katalog().groessen.values(), key=lambda g: g.nummer),
        "polaritaeten": POLARITAETEN,
        "darf_anlegen": request.user.has_perm("akte.vergleich_liefern"),
    }
    return render(request, "vergleich/kennzahlen.html", umfeld, status=UNBRAUCHBAR if "fehler" in umfeld else None)


def _angaben(request: HttpRequest) -> Formelangaben:
    stellen = request.POST.get("stellen", "")
    texte = {feld: request.POST.get(feld, "").strip() for feld in FELDER}
    return Formelangaben(**texte, stellen=int(stellen) if stellen.isascii() and stellen.isdigit() else -1)
