"""Ein Verfahren: beginnen, ansehen, weiterführen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sozialamt.akte.antragsbogen import Antragsbogen
from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.akte.models import Bescheid, Haushalt, Vorgang, Vorgangsschreiben
from sozialamt.akte.neuberechnung import rechne_neu
from sozialamt.akte.vorgaenge.aenderung_aufnehmen import aenderung_aufnehmen
from sozialamt.akte.vorgaenge.akte_lesen import akte_lesen
from sozialamt.akte.vorgaenge.anhoeren import anhoeren
from sozialamt.akte.vorgaenge.anhoerung_beenden import anhoerung_beenden
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen
from sozialamt.akte.vorgaenge.mitwirkung_anfordern import PFLICHTEN, mitwirkung_anfordern
from sozialamt.akte.vorgaenge.ueberpruefung_aufnehmen import ueberpruefung_aufnehmen
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import vorgang_fortsetzen
from sozialamt.akte.vorgaenge.widerspruch_aufnehmen import widerspruch_aufnehmen
from sozialamt.leistungen import steckbriefe, vorgangsarten
from sozialamt.web.entscheidungsformular import moegliche_entscheidungen
from sozialamt.web.recht import recht, vorgang_aus, vorgangsschreiben_aus
from sozialamt.web.unterschied import zeilen

UNBRAUCHBAR = 422
BEGINNBAR = ("antrag", "aenderung", "widerspruch", "ueberpruefung")
TAGE_VORGABE = 14


@recht("vorgang_fuehren")
def beginnen(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Art, Leistung oder Bescheid und Eingang wählen; daraus entsteht der Vorgang."""
    akte = request.akte
    heute = timezone.localdate()
    felder = ("art", "leistung", "bescheid", "eingang", "vermerk")
    angaben = {feld: request.POST.get(feld, request.GET.get(feld, "")) for feld in felder}
    umfeld = {
        "haushalt": akte,
        "angaben": angaben | {"eingang": angaben["eingang"] or f"{heute:%d.%m.%Y}"},
        "arten": [vorgangsarten()[art] for art in BEGINNBAR],
        "leistungen": steckbriefe().values(),
        "bescheide": akte.bescheide.defer("inhalt", "rechenweg"),
    }
    if request.method == "POST":
        try:
            neu = _beginne(request, akte, angaben)
        except RechtFehlt:
            raise
        except Aktenfehler as fehler:
            return render(request, "vorgaenge/beginnen.html", umfeld | {"fehler": fehler}, status=UNBRAUCHBAR)
        messages.success(request, f"„{neu.titel}“ ist aufgenommen.")
        return redirect("vorgang", neu.pk)
    return render(request, "vorgaenge/beginnen.html", umfeld)


def _beginne(request: HttpRequest, akte: Haushalt, angaben: dict[str, str]) -> Vorgang:
    tag = lies_tag(angaben["eingang"], "Eingang am")
    gemeinsam: dict[str, Any] = {"benutzer": request.user, "vermerk": angaben["vermerk"]}
    match angaben["art"]:
        case "antrag":
            return antrag_aufnehmen(haushalt=akte, leistung=angaben["leistung"], eingang=tag, **gemeinsam)
        case "aenderung":
            return aenderung_aufnehmen(haushalt=akte, leistung=angaben["leistung"], kenntnis=tag, **gemeinsam)
        case "widerspruch":
            return widerspruch_aufnehmen(bescheid=_bescheid(akte, angaben["bescheid"]), eingang=tag, **gemeinsam)
        case "ueberpruefung":
            return ueberpruefung_aufnehmen(bescheid=_bescheid(akte, angaben["bescheid"]), eingang=tag, **gemeinsam)
        case art:
            raise AngabenFehler([Mangel("Art", art or "(leer)", "gibt es nicht", "Wählen Sie eine Art.")])


def _bescheid(akte: Haushalt, nummer: str) -> Bescheid:
    gefunden = akte.bescheide.filter(nummer=nummer).first()
    if gefunden is None:
        raise AngabenFehler([Mangel("Bescheid", nummer or "(leer)", "fehlt", "Wählen Sie den Bescheid.")])
    return gefunden


@recht("akte_lesen", ziel=vorgang_aus)
def vorgang(request: HttpRequest, pk: int) -> HttpResponse:
    """Stand, Schritte, Fristen, Schreiben und was als Nächstes möglich ist."""
    gefunden = get_object_or_404(Vorgang.objects.select_related("haushalt", "person", "bescheid", "zustaendig"), pk=pk)
    fehler: Aktenfehler | None = None
    if request.method == "POST":
        try:
            return _weiter(request, gefunden)
        except RechtFehlt:
            raise
        except Aktenfehler as grund:
            fehler = grund
            gefunden.refresh_from_db()
    akte = gefunden.haushalt
    personen = [m.person for m in akte.mitgliedschaften.gewusst_am(None).select_related("person")]
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Vorgang")
    darf = request.user.has_perm("akte.vorgang_fuehren", akte)
    titel = {u.handlung: u.titel for u in gefunden.vorgangsart.uebergaenge}
    umfeld = {
        "vorgang": gefunden,
        "haushalt": akte,
        "leistung": steckbriefe()[gefunden.leistung].titel,
        "schritte": [
            (s, titel.get(s.handlung, gefunden.titel if s.nummer == 1 else s.handlung))
            for s in gefunden.schritte.select_related("erfasst_von", "bescheid").order_by("-nummer")
        ],
        "fristen": gefunden.fristen.offen().select_related("zustaendig"),
        "schreiben": gefunden.schreiben.defer("pdf", "inhalt"),
        "entwuerfe": gefunden.entwuerfe.select_related("entwurf"),
        "darf": darf,
        "moeglich": {u.handlung: u for u in gefunden.moeglich} if darf else {},
        "von_hand": [u for u in gefunden.moeglich if u.von_hand] if darf else [],
        "entscheidungen": moegliche_entscheidungen(gefunden) if darf else [],
        "pflichten": PFLICHTEN,
        "tage": TAGE_VORGABE,
        "heute": f"{timezone.localdate():%d.%m.%Y}",
        "fehler": fehler,
        "getippt": request.POST,
        "bogen": _bogen(gefunden) if darf and gefunden.art == "antrag" and gefunden.ist_offen else None,
        "neuberechnung": _neuberechnung(gefunden),
    }
    return render(request, "vorgaenge/vorgang.html", umfeld, status=UNBRAUCHBAR if fehler else None)


def _bogen(gefunden: Vorgang) -> Antragsbogen:
    """Der Antragsbogen für den Monat des Antrags."""
    monat = gefunden.antragsdatum.replace(day=1)
    return Antragsbogen(Kenntnis.lade(gefunden.haushalt), steckbriefe()[gefunden.leistung], monat)


def _neuberechnung(gefunden: Vorgang) -> dict[str, Any] | None:
    """Bei einer Änderung: was heute anders wäre, mit den Vorschlägen."""
    if gefunden.art != "aenderung" or not gefunden.ist_offen:
        return None
    zeitpunkt = timezone.now()
    alle = rechne_neu(gefunden.haushalt, Kenntnis.lade(gefunden.haushalt), zeitpunkt=zeitpunkt)
    passend = [n for n in alle if n.leistung == gefunden.leistung]
    if not passend:
        return {"zeilen": [], "vorschlaege": (), "luecken": ()}
    neu = passend[0]
    namen = ("vorschlaege", "luecken", "recht", "gruende")
    return {"zeilen": zeilen(neu.paare, neu.leistung)} | {name: getattr(neu, name) for name in namen}


def _weiter(request: HttpRequest, gefunden: Vorgang) -> HttpResponse:
    handlung = request.POST.get("handlung", "")
    _SCHRITTE.get(handlung, _schritt)(request, gefunden)
    messages.success(request, "Der Schritt ist festgehalten.")
    return redirect("vorgang", gefunden.pk)


def _schritt(request: HttpRequest, gefunden: Vorgang) -> None:
    vorgang_fortsetzen(
        benutzer=request.user,
        vorgang=gefunden,
        handlung=request.POST.get("handlung", ""),
        ereignis_am=lies_tag(request.POST.get("ereignis_am", ""), "Tag"),
        vermerk=request.POST.get("vermerk", ""),
        version=_version(request),
    )


def _anhoeren(request: HttpRequest, gefunden: Vorgang) -> None:
    anhoeren(
        benutzer=request.user,
        vorgang=gefunden,
        tatsachen=request.POST.get("tatsachen", ""),
        absicht=request.POST.get("absicht", ""),
        tage=_tage(request),
        version=_version(request),
    )


def _mitwirkung(request: HttpRequest, gefunden: Vorgang) -> None:
    mitwirkung_anfordern(
        benutzer=request.user,
        vorgang=gefunden,
        unterlagen=request.POST.get("unterlagen", "").splitlines(),
        pflicht=request.POST.get("pflicht", ""),
        tage=_tage(request),
        version=_version(request),
    )


def _anhoerung_beenden(request: HttpRequest, gefunden: Vorgang) -> None:
    anhoerung_beenden(benutzer=request.user, vorgang=gefunden, version=_version(request))


def _wiedervorlage(request: HttpRequest, gefunden: Vorgang) -> None:
    frist_setzen(
        benutzer=request.user,
        haushalt=gefunden.haushalt,
        vorgang=gefunden,
        titel=request.POST.get("titel", ""),
        faellig=lies_tag(request.POST.get("faellig", ""), "Am"),
    )


_SCHRITTE: dict[str, Callable[[HttpRequest, Vorgang], None]] = {
    "anhoeren": _anhoeren,
    "mitwirkung_anfordern": _mitwirkung,
    "anhoerung_beenden": _anhoerung_beenden,
    "frist_setzen": _wiedervorlage,
}


def _tage(request: HttpRequest) -> int:
    text = request.POST.get("tage", "").strip()
    if not text.isdecimal():
        raise AngabenFehler([Mangel("Frist in Tagen", text or "(leer)", "ist keine Zahl", "Schreiben Sie etwa 14.")])
    return int(text)


def _version(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    if not text.isdecimal():
        raise AngabenFehler([Mangel("Stand", text or "(leer)", "fehlt", "Laden Sie die Seite neu.")])
    return int(text)


@recht("akte_lesen", ziel=vorgangsschreiben_aus)
@require_safe
def schreiben(request: HttpRequest, pk: int) -> HttpResponse:
    """Ein Schreiben des Vorgangs, wie es hinausging."""
    dokument = get_object_or_404(Vorgangsschreiben.objects.select_related("vorgang__haushalt"), pk=pk)
    akte = dokument.vorgang.haushalt
    personen = [m.person for m in akte.mitgliedschaften.gewusst_am(None).select_related("person")]
    akte_lesen(benutzer=request.user, haushalt=akte, personen=personen, anlass="Schreiben als PDF")
    antwort = HttpResponse(bytes(dokument.pdf), content_type="application/pdf")
    antwort["Content-Disposition"] = f'attachment; filename="Schreiben-{dokument.pk}.pdf"'
    return antwort
