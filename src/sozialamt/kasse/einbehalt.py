"""Aufrechnung im Zahllauf: einbehalten, was erklärt ist, höchstens aber, was offen und was geschuldet ist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db.models import Sum

from sozialamt.akte.models import Benutzer
from sozialamt.kasse.abgleich import Stand
from sozialamt.kasse.aufrechnungsrecht import aufrechnungsnorm
from sozialamt.kasse.ersatz import offener_ersatz
from sozialamt.kasse.gesamtschuld import rechne_an
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import Aufrechnung, Buchung, Forderung
from sozialamt.kasse.sollstand import staende
from sozialamt.kasse.vorgaenge.soll_stellen import Beleg, Bezug, buche

LEISTUNG, MONAT, PERSON = 1, 2, 3
STAPEL = 500


def laufende_aufrechnungen(monat: date) -> list[Aufrechnung]:
    """Je Forderung die zuletzt erklärte, soweit sie den Monat umfasst."""
    je_forderung: dict[int, Aufrechnung] = {}
    for eine in (
        Aufrechnung.objects.filter(ab__lte=monat).select_related("forderung__bescheid").order_by("erfasst_am", "pk")
    ):
        je_forderung[eine.forderung_id] = eine
    return [eine for eine in je_forderung.values() if eine.cent and eine.bis >= monat]


def behalte_ein(*, benutzer: Benutzer, monat: date, zeitpunkt: datetime) -> int:
    """Bucht die Einbehalte des Monats; gibt die Summe in Cent zurück. Ein zweiter Lauf behält nur Fehlendes ein."""
    alle = laufende_aufrechnungen(monat)
    summe = 0
    for anfang in range(0, len(alle), STAPEL):
        stapel = alle[anfang : anfang + STAPEL]
        je_haushalt: dict[object, list[Stand]] = {}
        for stand in staende([eine.forderung.haushalt_id for eine in stapel], monat):
            je_haushalt.setdefault(stand.schluessel[0], []).append(stand)
        for eine in stapel:
            belege = list(_belege(eine, je_haushalt.get(eine.forderung.haushalt_id, []), monat))
            buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
            if belege:
                rechne_an(eine.forderung, benutzer=benutzer, zeitpunkt=zeitpunkt)
            summe += sum(b.satz.cent for b in belege if b.satz.art is Buchungsart.EINBEHALT)
    return summe


def _belege(eine: Aufrechnung, alle: Sequence[Stand], monat: date) -> Iterator[Beleg]:
    frueher = Buchung.objects.filter(schluessel__startswith=f"e:{eine.forderung_id}:{monat:%y%m}:")
    schon = frueher.filter(art=Buchungsart.EINBEHALT).aggregate(s=Sum("cent", default=0))["s"]
    nummer, bezug = frueher.count(), Bezug(forderung=eine.forderung_id)
    norm = aufrechnungsnorm(eine.norm)
    geber = [
        s
        for s in alle
        if s.schluessel[LEISTUNG] in norm.leistungen
        and s.schluessel[PERSON] == eine.person_id
        and s.schluessel[MONAT] == monat
        and s.frei
    ]
    grenze = max(eine.cent - schon, 0)
    for schuld in geschuldete(eine.forderung, alle):
        for stand in geber:
            if cent := min(grenze, stand.frei, schuld.forderung):
                grenze -= cent
                for satz in (stand.buche(Buchungsart.EINBEHALT, cent), schuld.buche(Buchungsart.TILGUNG, cent)):
                    yield Beleg(satz, bezug, f"e:{eine.forderung_id}:{monat:%y%m}:{nummer}")
                    nummer += 1


def geschuldete(forderung: Forderung, alle: Sequence[Stand]) -> list[Stand]:
    """Schlüssel, auf die zu zahlen ist, die ältesten Monate zuerst; `alle` sind die Stände des Haushalts."""
    if forderung.ist_ersatz:
        return offener_ersatz(forderung)
    gefunden = [s for s in alle if s.schluessel[LEISTUNG] == forderung.leistung and s.forderung > 0]
    passend = [s for s in gefunden if forderung.von <= _monat(s) <= forderung.bis]
    return sorted(passend, key=_monat)


def _monat(stand: Stand) -> date:
    monat = stand.schluessel[MONAT]
    assert isinstance(monat, date)  # noqa: S101 - the third part of every key
    return monat
