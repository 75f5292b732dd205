"""Haushaltsseite: Personen, Ansprüche des Monats, Tatsachen auf der Zeitleiste, Bescheide."""

from __future__ import annotations

from datetime import date, datetime, time

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Bescheid, Bescheidentwurf, Lesezugriff, Vorgang
from sozialamt.akte.monat import lies_monat, monat_weiter
from sozialamt.akte.rechte import rechte_am
from sozialamt.akte.ueberblick import haushaltsbild
from sozialamt.akte.vorbereitet import vorbereitet
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.leistungen import steckbriefe
from sozialamt.web.haushaltsteile import teile
from sozialamt.web.leistungsbild import umfeld
from sozialamt.web.recht import recht
from sozialamt.web.schutzlage import schutzlage
from sozialamt.web.verlauf import verlauf
from sozialamt.web.zeitleiste import achse, leisten

LESEZUGRIFFE_JE_SEITE = 50


@recht("akte_lesen")
def haushalt(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Der Haushalt in einem Monat, auf Wunsch mit dem Wissensstand eines früheren Tages."""
    akte = request.akte
    maengel: list[Mangel] = []
    monat = gewaehlter_monat(request, maengel)
    stand = gewaehlter_stand(request, maengel)
    kenntnis = Kenntnis.lade(akte, stand)
    bild = kenntnis.fall(monat)
    rechte = rechte_am(request.user, akte)
    personen = list(dict.fromkeys(m.person for m in kenntnis.mitgliedschaften))
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Haushaltsseite")
    return render(
        request,
        "haushalt.html",
        umfeld(haushaltsbild(bild))
        | {
            "haushalt": akte,
            "schutz": schutzlage(akte, rechte),
            "monat": monat,
            "vormonat": monat_weiter(monat, -1),
            "folgemonat": monat_weiter(monat, 1),
            "stand": stand,
            "maengel": maengel,
            "bild": bild,
            "mitgliedschaften": kenntnis.mitgliedschaften,
            "leisten": leisten(kenntnis, monat),
            "achse": achse(monat),
            "verlauf": verlauf(kenntnis),
            "bescheide": _bescheide(haushalt=akte.pk),
            "entwuerfe": _entwuerfe(haushalt=akte.pk),
            "vorgaenge": _vorgaenge(haushalt=akte.pk),
            "titel": {s.schluessel: s.titel for s in steckbriefe().values()},
            "teile": teile(akte, rechte),
            "darf_eintragen": "tatsache_eintragen" in rechte,
            "darf_entwerfen": "bescheid_entwerfen" in rechte,
            "darf_vorgang": "vorgang_fuehren" in rechte,
            "darf_aufnehmen": "haushalt_anlegen" in rechte,
            "darf_auskunft": "auskunft_erteilen" in rechte,
            "darf_lesezugriffe": "lesezugriffe_lesen" in rechte,
        },
    )


@vorbereitet
def _bescheide(*, haushalt: int) -> QuerySet[Bescheid]:
    return Bescheid.objects.filter(haushalt=haushalt).select_related("created_by").defer("inhalt", "rechenweg")


@vorbereitet
def _entwuerfe(*, haushalt: int) -> QuerySet[Bescheidentwurf]:
    entwuerfe = Bescheidentwurf.objects.filter(haushalt=haushalt)
    return entwuerfe.select_related("created_by").defer("inhalt", "rechenweg")


@vorbereitet
def _vorgaenge(*, haushalt: int) -> QuerySet[Vorgang]:
    return Vorgang.objects.filter(haushalt=haushalt).offen().select_related("zustaendig")


def gewaehlter_monat(request: HttpRequest, maengel: list[Mangel]) -> date:
    """Monat aus der Adresse, sonst der laufende."""
    heute = timezone.localdate().replace(day=1)
    if not request.GET.get("monat"):
        return heute
    try:
        return lies_monat(request.GET["monat"])
    except AngabenFehler as fehler:
        maengel.extend(fehler.maengel)
        return heute


def gewaehlter_stand(request: HttpRequest, maengel: list[Mangel]) -> datetime | None:
    """Ende des gewählten Tages; ohne Angabe der heutige Wissensstand."""
    text = request.GET.get("stand", "").strip()
    if not text:
        return None
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            tag = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day of the calendar, not a moment
        except ValueError:
            continue
        return timezone.make_aware(datetime.combine(tag, time.max))
    maengel.append(Mangel("Wissensstand", text, "ist kein Datum", "Schreiben Sie zum Beispiel 01.03.2026."))
    return None


@recht("lesezugriffe_lesen")
def lesezugriffe(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Wer diese Akte gelesen hat."""
    akte = request.akte
    zugriffe = Lesezugriff.objects.filter(haushalt=akte).select_related("benutzer", "person")
    seite = Paginator(zugriffe, LESEZUGRIFFE_JE_SEITE).get_page(request.GET.get("seite"))
    return render(request, "lesezugriffe.html", {"haushalt": akte, "seite": seite})
