"""Das Geld eines Haushalts: Kontoblatt, Zahlungswege, Forderungen."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import Aktenfehler
from sozialamt.akte.models import Haushalt, Person
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.vorbereitet import vorbereitet, zaehle
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.kasse.aufrechnungsrecht import NORMEN
from sozialamt.kasse.forderungsstand import forderungsstand
from sozialamt.kasse.kontoblatt import kontozeilen, monatsblatt
from sozialamt.kasse.models import Empfaengerart, Forderung, Sperrgrund, Zahlungsweg
from sozialamt.kasse.vorgaenge.forderung_bearbeiten import (
    Einbehalt,
    aufrechnung_erklaeren,
    forderung_niederschlagen,
    raten_vereinbaren,
)
from sozialamt.kasse.vorgaenge.zahlungsweg_erfassen import Wegangaben, juengster_weg, zahlungsweg_erfassen
from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_sperren
from sozialamt.leistungen import steckbriefe
from sozialamt.web.handlung import UNBRAUCHBAR, lies_euro, lies_nummer, versuche
from sozialamt.web.recht import recht

JE_SEITE = 50
MONATE_AUF_DER_HAUSHALTSSEITE = 6
WEGFELDER = (
    "kontoinhaber",
    "iban",
    "empfaenger",
    "leistung",
    "hoechstbetrag",
    "verwendungszweck",
    "gilt_ab",
    "gilt_bis",
)


def zahlungen(haushalt: Haushalt) -> dict[str, Any]:
    """Inhalt des Abschnitts `kasse/teile/zahlungen.html` der Haushaltsseite."""
    monate = monatsblatt(haushalt)
    return {
        "monate": monate[:MONATE_AUF_DER_HAUSHALTSSEITE],
        "weitere": max(len(monate) - MONATE_AUF_DER_HAUSHALTSSEITE, 0),
        "wege": _freigegebene(haushalt=haushalt.pk),
        "wege_offen": zaehle([_offene(haushalt=haushalt.pk)])[0],
        "offen": sum(zeile.offen for zeile in monate),
        "ueberzahlt": sum(zeile.ueberzahlt for zeile in monate),
        "titel": _titel(),
    }


@vorbereitet
def _freigegebene(*, haushalt: int) -> QuerySet[Zahlungsweg]:
    return Zahlungsweg.objects.filter(haushalt=haushalt).freigegeben()


@vorbereitet
def _offene(*, haushalt: int) -> QuerySet[Any, Any]:
    return Zahlungsweg.objects.filter(haushalt=haushalt).offen().order_by().values_list("pk")


@recht("buchungen_lesen")
def kontoblatt(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Salden je Monat und alle Buchungen mit laufendem Stand."""
    akte = _akte(request, "Kontoblatt")
    umfeld = {
        "haushalt": akte,
        "monate": monatsblatt(akte),
        "seite": Paginator(kontozeilen(akte), JE_SEITE).get_page(request.GET.get("seite")),
        "titel": _titel(),
    }
    return render(request, "kasse/kontoblatt.html", umfeld)


@recht("buchungen_lesen")
def zahlungswege(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Konten des Haushalts und seiner Dritten; ein neues wartet auf die Freigabe einer zweiten Person."""
    akte = _akte(request, "Zahlungswege")
    angaben = {feld: request.POST.get(feld, "") for feld in WEGFELDER}
    angaben["gilt_ab"] = angaben["gilt_ab"] or f"{timezone.localdate():%d.%m.%Y}"
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        if "beenden" in request.POST:
            weg = get_object_or_404(Zahlungsweg, pk=lies_nummer(request.POST["beenden"]), haushalt=akte)
            fehler = versuche(
                request,
                lambda: zahlungsweg_sperren(benutzer=request.user, zahlungsweg=weg, grund=Sperrgrund.BEENDET),
                "Der Zahlungsweg ist beendet.",
            )
        else:
            fehler = versuche(
                request,
                lambda: zahlungsweg_erfassen(
                    benutzer=request.user,
                    haushalt=akte,
                    angaben=_wegangaben(angaben),
                    gesehen=_nummer(request.POST.get("gesehen", "")),
                ),
                "Das Konto ist erfasst. Eine zweite Person muss es freigeben.",
            )
        if fehler is None:
            return redirect("zahlungswege", aktenzeichen)
    umfeld = {
        "haushalt": akte,
        "wege": akte.zahlungswege.select_related("erfasst_von", "freigabe__freigegeben_von", "sperre"),
        "gesehen": juengster_weg(akte),
        "angaben": angaben,
        "empfaenger": Empfaengerart.choices,
        "leistungen": [s for s in steckbriefe().values() if s.zahlung],
        "darf_erfassen": request.user.has_perm("akte.zahlungsweg_erfassen", akte),
        "titel": _titel(),
        "fehler": fehler,
    }
    return render(request, "kasse/zahlungswege.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _nummer(text: str) -> int | None:
    """Nummer aus einem verborgenen Feld; None, wenn es fehlt."""
    return int(text) if text.isascii() and text.isdigit() else None


def _wegangaben(angaben: dict[str, str]) -> Wegangaben:
    return Wegangaben(
        kontoinhaber=angaben["kontoinhaber"],
        iban=angaben["iban"],
        gilt_ab=lies_tag(angaben["gilt_ab"], "gilt ab"),
        gilt_bis=lies_tag(angaben["gilt_bis"], "gilt bis") if angaben["gilt_bis"] else None,
        empfaenger=angaben["empfaenger"],
        leistung=angaben["leistung"],
        hoechstbetrag=lies_euro(angaben["hoechstbetrag"], "Höchstbetrag") if angaben["hoechstbetrag"] else None,
        verwendungszweck=angaben["verwendungszweck"],
    )


@recht("buchungen_lesen")
def forderungen(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Was zurückzuzahlen oder zu ersetzen ist: Raten, Einbehalt, Niederschlagung."""
    akte = _akte(request, "Forderungen")
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        forderung = get_object_or_404(Forderung, nummer=request.POST.get("forderung", ""), haushalt=akte)
        fehler = versuche(request, lambda: _bearbeite(request, forderung), "Das ist gespeichert.")
        if fehler is None:
            return redirect("forderungen", aktenzeichen)
    heute = timezone.localdate()
    alle = akte.forderungen.prefetch_related(
        "ratenplaene", "aufrechnungen__person", "buchungen__person"
    ).select_related("bescheid")
    umfeld = {
        "haushalt": akte,
        "forderungen": [(f, forderungsstand(f, heute)) for f in alle],
        "personen": _personen(akte),
        "normen": NORMEN,
        "darf_bearbeiten": request.user.has_perm("akte.forderung_bearbeiten", akte),
        "titel": _titel(),
        "fehler": fehler,
        "monat_vorschlag": f"{heute:%m.%Y}",
    }
    return render(request, "kasse/forderungen.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _bearbeite(request: HttpRequest, forderung: Forderung) -> None:
    post = request.POST
    match post.get("was"):
        case "raten":
            rate, ab = lies_euro(post.get("rate", ""), "Rate"), lies_monat(post.get("ab", ""), "erste Rate")
            raten_vereinbaren(benutzer=request.user, forderung=forderung, rate=rate, ab=ab)
        case "aufrechnung":
            einbehalt = Einbehalt(
                person=get_object_or_404(_personen(forderung.haushalt), pk=lies_nummer(post.get("person"))),
                norm=post.get("norm", ""),
                regelbedarfsstufe=lies_nummer(post.get("stufe")),
                cent=lies_euro(post.get("cent", ""), "Einbehalt"),
                ab=lies_monat(post.get("ab", ""), "ab Monat"),
            )
            aufrechnung_erklaeren(benutzer=request.user, forderung=forderung, einbehalt=einbehalt)
        case _:
            begruendung = post.get("begruendung", "")
            forderung_niederschlagen(benutzer=request.user, forderung=forderung, begruendung=begruendung)


def _akte(request: HttpRequest, anlass: str) -> Haushalt:
    akte: Haushalt = request.akte
    akte_lesen(benutzer=request.user, haushalt=akte, personen=_personen(akte), anlass=anlass)
    return akte


def _personen(akte: Haushalt) -> Any:
    return Person.objects.filter(mitgliedschaften__haushalt=akte).distinct()


def _titel() -> dict[str, str]:
    return {s.schluessel: s.titel for s in steckbriefe().values()}
