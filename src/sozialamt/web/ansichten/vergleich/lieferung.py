"""Liefern: Vorlage laden, Datei prüfen lassen, aus den eigenen Akten zählen, Bericht je Zeile."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.vergleich.lieferung.vorlage import vorlage_csv, vorlage_xlsx
from sozialamt.vergleich.models import Auffaelligkeit, Basisgroesse, Lieferung, Stadt
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.vorgaenge.datei_liefern import datei_liefern
from sozialamt.vergleich.vorgaenge.eigene_liefern import eigene_liefern
from sozialamt.web.ansichten.vergleich.gemeinsam import eigene_stadt, eigene_staedte
from sozialamt.web.recht import recht

UNBRAUCHBAR, JE_SEITE, LETZTE, GEZEIGT = 422, 100, 20, 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@recht("vergleich_liefern")
def lieferung(request: HttpRequest) -> HttpResponse:
    """Formular und bisherige Lieferungen der eigenen Stadt."""
    stadt = eigene_stadt(request)
    jahr_text = request.POST.get("jahr") or request.GET.get("jahr") or str(timezone.localdate().year - 1)
    umfeld: dict[str, Any] = {"stadt": stadt, "staedte": eigene_staedte(request), "jahr": jahr_text}
    if request.method == "POST" and stadt is not None:
        try:
            neu = _liefere(request, stadt, jahr_text)
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            umfeld |= {"fehler": fehler, "weitere": max(0, len(getattr(fehler, "maengel", ())) - GEZEIGT)}
        else:
            messages.success(
                request, f"Angenommen: {neu.neu} neue, {neu.ersetzt} geänderte, {neu.gleich} gleiche Werte."
            )
            return redirect("vergleich_lieferbericht", neu.pk)
    umfeld["lieferungen"] = Lieferung.objects.filter(stadt=stadt).defer("bericht").select_related("von")[:LETZTE]
    return render(request, "vergleich/lieferung.html", umfeld, status=UNBRAUCHBAR if "fehler" in umfeld else None)


def _liefere(request: HttpRequest, stadt: Stadt, jahr: str) -> Lieferung:
    if "akte" in request.POST:
        return eigene_liefern(benutzer=request.user, stadt=stadt, jahr=_lies_jahr(jahr))
    datei = request.FILES.get("datei")
    if datei is None:
        raise AngabenFehler(
            [Mangel("Datei", "(keine)", "ist nicht ausgewählt", "Wählen Sie eine CSV- oder XLSX-Datei.")]
        )
    return datei_liefern(benutzer=request.user, stadt=stadt, dateiname=datei.name, inhalt=datei.read())


def _lies_jahr(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    raise AngabenFehler([Mangel("Jahr", text, "ist keine Jahreszahl", "Schreiben Sie zum Beispiel 2025.")])


@require_safe
@recht("vergleich_liefern")
def vorlage(request: HttpRequest, art: str) -> HttpResponse:
    """Die leere Vorlage der eigenen Stadt für ein Jahr."""
    stadt = eigene_stadt(request)
    if stadt is None or art not in ("csv", "xlsx"):
        raise Http404
    jahr = _lies_jahr(request.GET.get("jahr", ""))
    inhalt, typ = (vorlage_xlsx(stadt, jahr), XLSX) if art == "xlsx" else (vorlage_csv(stadt, jahr), "text/csv")
    antwort = HttpResponse(inhalt, content_type=typ)
    antwort["Content-Disposition"] = f'attachment; filename="lieferung-{stadt.schluessel}-{jahr}.{art}"'
    return antwort


@require_safe
@recht("vergleich_liefern")
def lieferbericht(request: HttpRequest, pk: int) -> HttpResponse:
    """Was aus jeder Zeile wurde (ohne Werte), und welche Auffälligkeiten die Stadt jetzt hat."""
    fremd_aber_offen = Q(art__in=(Lieferungsart.AUSTAUSCH, Lieferungsart.OEFFENTLICH))
    gewaehlt = get_object_or_404(Lieferung, Q(stadt__in=eigene_staedte(request)) | fremd_aber_offen, pk=pk)
    titel = dict(Basisgroesse.objects.values_list("pk", "titel"))
    zeilen = [z | {"titel": titel.get(z["groesse_id"], "")} for z in gewaehlt.berichtszeilen()]
    seite = Paginator(zeilen, JE_SEITE).get_page(request.GET.get("seite"))
    offene = Auffaelligkeit.objects.ungeklaert().filter(stadt=gewaehlt.stadt).count()
    return render(request, "vergleich/lieferbericht.html", {"lieferung": gewaehlt, "seite": seite, "offene": offene})
