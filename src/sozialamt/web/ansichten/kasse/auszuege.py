"""Kontoauszüge einlesen; Rückläufer und Ungeklärtes abarbeiten; Konten freigeben."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.kasse.models import Bewegungsart, Forderung, Kontoauszug, Kontobewegung, Sperrgrund, Zahlungsweg
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import bewegung_klaeren, kontoauszug_einlesen
from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_freigeben, zahlungsweg_sperren
from sozialamt.web.handlung import UNBRAUCHBAR, lies_nummer, versuche
from sozialamt.web.recht import recht

JE_SEITE = 50


@recht("zahllaeufe_lesen")
def auszuege(request: HttpRequest) -> HttpResponse:
    """Hochladen; Rückläufer ohne neues Konto; was zu klären ist."""
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        fehler = versuche(request, lambda: _handle(request), "Erledigt.")
        if fehler is None:
            return redirect("kontoauszuege")
    ruecklaeufer = Kontobewegung.objects.filter(art=Bewegungsart.RUECKLAEUFER).select_related("zahlung__haushalt")
    umfeld = {
        "fehler": fehler,
        "darf": request.user.has_perm("akte.kontoauszug_einlesen"),
        "auszuege": Kontoauszug.objects.select_related("eingelesen_von")[:10],
        "zu_klaeren": Kontobewegung.objects.zu_klaeren()[:JE_SEITE],
        "anzahl_zu_klaeren": Kontobewegung.objects.zu_klaeren().count(),
        "seite": Paginator(ruecklaeufer, JE_SEITE).get_page(request.GET.get("seite")),
    }
    return render(request, "kasse/auszuege.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _handle(request: HttpRequest) -> None:
    if "bewegung" in request.POST:
        nummer = request.POST.get("forderung", "").strip()
        forderung = Forderung.objects.filter(nummer=nummer).first() if nummer else None
        if nummer and forderung is None:
            raise AngabenFehler([Mangel("Kassenzeichen", nummer, "gibt es nicht", "Prüfen Sie die Nummer.")])
        bewegung_klaeren(
            benutzer=request.user,
            bewegung=get_object_or_404(Kontobewegung, pk=lies_nummer(request.POST["bewegung"])),
            begruendung=request.POST.get("begruendung", ""),
            forderung=forderung,
        )
        return
    datei = request.FILES.get("datei")
    if datei is None:
        raise AngabenFehler([Mangel("Datei", "(leer)", "fehlt", "Wählen Sie die Datei der Bank.")])
    kontoauszug_einlesen(benutzer=request.user, inhalt=datei.read(), dateiname=datei.name or "Datei")


@recht("zahlungsweg_freigeben")
def konten(request: HttpRequest) -> HttpResponse:
    """Erfasste Konten, die auf die zweite Person warten."""
    zugaenglich = zugaengliche(request.user, "zahlungsweg_freigeben")
    offen = Zahlungsweg.objects.offen().filter(haushalt__in=zugaenglich).select_related("haushalt", "erfasst_von")
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        weg = get_object_or_404(Zahlungsweg, pk=lies_nummer(request.POST.get("zahlungsweg")))
        if "ablehnen" in request.POST:
            fehler = versuche(
                request,
                lambda: zahlungsweg_sperren(benutzer=request.user, zahlungsweg=weg, grund=Sperrgrund.ABGELEHNT),
                "Das Konto ist abgelehnt.",
            )
        else:
            fehler = versuche(
                request,
                lambda: zahlungsweg_freigeben(benutzer=request.user, zahlungsweg=weg),
                "Das Konto ist freigegeben.",
            )
        if fehler is None:
            return redirect("konten_freigeben")
    umfeld = {
        "seite": Paginator(offen, JE_SEITE).get_page(request.GET.get("seite")),
        "darf_freigeben": request.user.has_perm("akte.zahlungsweg_freigeben"),
        "fehler": fehler,
    }
    return render(request, "kasse/konten.html", umfeld, status=UNBRAUCHBAR if fehler else None)
