"""Eine Entscheidung entwerfen: nur die Felder, die ihre Norm braucht."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sozialamt.akte.fehler import Aktenfehler, RechtFehlt
from sozialamt.akte.models import Vorgang
from sozialamt.web.entscheidungsformular import Formular, moegliche_entscheidungen
from sozialamt.web.recht import recht, vorgang_aus

UNBRAUCHBAR = 422


@recht("bescheid_entwerfen", ziel=vorgang_aus)
def entscheiden(request: HttpRequest, pk: int, entscheidung: str) -> HttpResponse:
    """Formular einer Entscheidung; daraus entsteht der Entwurf."""
    vorgang = get_object_or_404(Vorgang.objects.select_related("haushalt", "person", "bescheid"), pk=pk)
    formular = _formular(vorgang, entscheidung)
    quelle = request.POST if request.method == "POST" else request.GET
    werte = {feld.name: quelle.get(feld.name, _vorgabe(vorgang, feld.name)) for feld in formular.felder}
    umfeld = {
        "vorgang": vorgang,
        "haushalt": vorgang.haushalt,
        "formular": formular,
        "felder": [(feld, werte[feld.name]) for feld in formular.felder],
    }
    if request.method != "POST":
        return render(request, "vorgaenge/entscheidung.html", umfeld)
    try:
        entwurf = formular.entwirf(request.user, vorgang, werte)
    except RechtFehlt:
        raise
    except Aktenfehler as fehler:
        return render(request, "vorgaenge/entscheidung.html", umfeld | {"fehler": fehler}, status=UNBRAUCHBAR)
    messages.success(request, "Der Entwurf ist angelegt. Prüfen Sie ihn und legen Sie ihn vor.")
    return redirect("entwurf", entwurf.pk)


def _formular(vorgang: Vorgang, schluessel: str) -> Formular:
    for formular in moegliche_entscheidungen(vorgang):
        if formular.schluessel == schluessel:
            return formular
    raise Http404


def _vorgabe(vorgang: Vorgang, feld: str) -> str:
    """Was sich aus dem Vorgang ergibt: Beginn mit dem Monat des Antrags, Kenntnis seit seinem Tag."""
    if feld in ("beginn", "monat"):
        return f"{(vorgang.bescheid.beginn if vorgang.bescheid else vorgang.antragsdatum):%m.%Y}"
    if feld == "ende" and vorgang.bescheid:
        return f"{vorgang.bescheid.ende:%m.%Y}"
    return f"{vorgang.antragsdatum:%d.%m.%Y}" if feld == "kenntnis" else ""
