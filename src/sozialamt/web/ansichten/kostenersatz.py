"""Kostenersatz durch Erben und andere aufnehmen; entschieden wird danach im Vorgang."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from sozialamt.akte.eingabe import lies_tag
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.models import Haushalt, Kostenersatz
from sozialamt.akte.monat import lies_monat
from sozialamt.akte.vorgaenge.kostenersatz_aufnehmen import Ersatzangaben, kostenersatz_aufnehmen
from sozialamt.leistungen import steckbriefe
from sozialamt.web.anspruchsaufnahme import nimm_auf, personen_der_akte, waehle_person
from sozialamt.web.handlung import lies_euro, lies_nummer
from sozialamt.web.recht import recht

FELDER = (
    "grundlage",
    "leistung",
    "person",
    "schuldner",
    "mit",
    "gegner",
    "anschrift",
    "von",
    "bis",
    "ereignis",
    "nachlass",
    "gepflegt",
)
LEISTUNGEN = tuple(dict.fromkeys(leistung for g in Grundlage for leistung in g.leistungen))


@recht("vorgang_fuehren")
def aufnehmen(request: HttpRequest, aktenzeichen: str) -> HttpResponse:
    """Wer, wofür, nach welcher Norm; daraus entsteht der Vorgang mit seiner Frist."""
    akte = request.akte
    angaben = {feld: request.POST.get(feld, "") for feld in FELDER}
    personen = personen_der_akte(akte)
    umfeld = {
        "haushalt": akte,
        "angaben": angaben,
        "personen": personen,
        "leistungen": [steckbriefe()[leistung] for leistung in LEISTUNGEN],
        "erste": _erste(akte),
        "grundlagen": Kostenersatz.GRUNDLAGEN,
    }

    def vorgang() -> Kostenersatz:
        gewaehlt, schuldner = angaben["person"], angaben["schuldner"]
        return kostenersatz_aufnehmen(
            benutzer=request.user,
            haushalt=akte,
            leistung=angaben["leistung"],
            person=waehle_person(personen, gewaehlt, "Leistung für") if gewaehlt else None,
            angaben=replace(
                _angaben(angaben),
                schuldner=waehle_person(personen, schuldner, "Wer ersetzen soll") if schuldner else None,
                mit=_mit(akte, angaben["mit"]),
            ),
        )

    erfolg = "Der Kostenersatz ist aufgenommen. Hören Sie an, bevor Sie ihn festsetzen."
    return nimm_auf(request, "vorgaenge/kostenersatz_neu.html", umfeld, vorgang, erfolg)


def _erste(akte: Haushalt) -> QuerySet[Kostenersatz]:
    """Ansprüche, mit denen ein weiterer zusammen haften kann."""
    return Kostenersatz.objects.filter(vorgang__haushalt=akte, mit__isnull=True).select_related("vorgang")


def _mit(akte: Haushalt, text: str) -> Kostenersatz | None:
    if not text:
        return None
    gewaehlt = _erste(akte).filter(pk=lies_nummer(text)).first()
    if gewaehlt is None:
        raise AngabenFehler([Mangel("Haftet zusammen mit", text, "gibt es nicht", "Wählen Sie einen Anspruch.")])
    return gewaehlt


def _angaben(angaben: dict[str, str]) -> Ersatzangaben:
    try:
        grundlage = Grundlage(angaben["grundlage"])
    except ValueError as fehler:
        wert = angaben["grundlage"] or "(leer)"
        raise AngabenFehler([Mangel("Grundlage", wert, "gibt es nicht", "Wählen Sie eine Norm.")]) from fehler
    return Ersatzangaben(
        grundlage=grundlage,
        gegner=angaben["gegner"],
        anschrift=angaben["anschrift"],
        von=lies_monat(angaben["von"], "von Monat"),
        bis=lies_monat(angaben["bis"], "bis Monat"),
        ereignis_am=lies_tag(angaben["ereignis"], "Tag des Ereignisses"),
        nachlass=lies_euro(angaben["nachlass"], "Wert des Nachlasses") if angaben["nachlass"].strip() else None,
        gepflegt=bool(angaben["gepflegt"]),
    )
