"""Ein kleines Amt, das ohne Ende entscheidet, zahlt und Kontoauszüge liest; für Abbruch und Gleichzeitigkeit."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from django.utils import timezone
from tests.kasse.auszuege import ausgang, auszug, rueckgabe
from tests.kasse.bausteine import IBANS, LEBENSUNTERHALT, UNTERKUNFT, bescheid, haushalt, konto, zahlungsweg

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Haushalt, Person
from sozialamt.akte.monat import monat_weiter
from sozialamt.kasse.models import Auffaelligkeit, Bewegungsart, Buchung, Laufstatus, Zahldatei, Zahllauf, Zahlung
from sozialamt.kasse.sollstand import staende
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen
from sozialamt.kasse.vorgaenge.zahllauf_aendern import zahllauf_verwerfen
from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import auffaelligkeit_abhaken, zahllauf_pruefen
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden

AKTEN = 25


def heute() -> date:
    return timezone.localdate()


def richte_ein() -> None:
    sach, team = konto("sach", "sachbearbeitung"), konto("team", "teamleitung")
    konto("kasse", "kasse")
    for nummer in range(AKTEN):
        akte, person = haushalt(nummer)
        entscheide(akte, person, sach, 40_000 + 100 * nummer)
        zahlungsweg(akte, sach, team, timezone.now(), iban=IBANS[nummer % len(IBANS)])


def person_von(akte: Haushalt) -> Person:
    return Person.objects.get(nachname=f"Müßig {int(akte.aktenzeichen.removeprefix('50-'))}")


def entscheide(akte: Haushalt, person: Person, benutzer: Benutzer, cent: int) -> None:
    monat = heute().replace(day=1)
    werte = {
        (m, person, teil): cent for m in (monat_weiter(monat, -1), monat) for teil in (LEBENSUNTERHALT, UNTERKUNFT)
    }
    bescheid(akte, werte, benutzer, timezone.now(), art="aenderung")


def arbeite(zufall: Random) -> None:
    """Ein zufälliger nächster Schritt; jeder ist eine Transaktion."""
    sach, kasse, team = (Benutzer.objects.get(username=name) for name in ("sach", "kasse", "team"))
    lauf = Zahllauf.objects.laufend().order_by("pk").first()
    wahl = zufall.random()
    if wahl < 0.4 or lauf is None and wahl < 0.6:
        akte = zufall.choice(list(Haushalt.objects.all()))
        entscheide(akte, person_von(akte), sach, zufall.randrange(0, 90_000, 100))
    elif lauf is None:
        _erlaubt(zahllauf_sammeln, benutzer=kasse, monat=heute().replace(day=1), ausfuehrungstag=heute())
    else:
        bringe_weiter(lauf, kasse, team, sach)


def bringe_weiter(lauf: Zahllauf, kasse: Benutzer, team: Benutzer, sach: Benutzer) -> None:
    """Der nächste Schritt eines Laufs, wo immer er stehen geblieben ist."""
    match lauf.status:
        case Laufstatus.GESAMMELT:
            zahllauf_pruefen(benutzer=kasse, zahllauf=lauf)
        case Laufstatus.GEPRUEFT:
            for eine in Auffaelligkeit.objects.filter(zahlung__zahllauf=lauf, sichtvermerk=None):
                auffaelligkeit_abhaken(benutzer=team, auffaelligkeit=eine)
            if not _erlaubt(zahllauf_freigeben, benutzer=team, zahllauf=lauf):
                zahllauf_verwerfen(benutzer=kasse, zahllauf=lauf)
        case Laufstatus.FREIGEGEBEN:
            zahldatei_erstellen(benutzer=kasse, zahllauf=lauf)
        case Laufstatus.DATEI_ERSTELLT:
            zahllauf_senden(benutzer=kasse, zahllauf=lauf)
        case Laufstatus.GESENDET:
            zeile = lauf.zahlungen.wirksam().order_by("pk").first()
            umsaetze = [
                rueckgabe(zeile, kennung=f"R-{lauf.nummer}"),
                ausgang(lauf.summe, lauf.nummer, kennung=lauf.nummer),
            ]
            kontoauszug_einlesen(benutzer=kasse, inhalt=auszug(*umsaetze), dateiname=lauf.nummer)
    ersetze_gesperrte(sach, team)


def ersetze_gesperrte(sach: Benutzer, team: Benutzer) -> None:
    """Nach einem Rückläufer nennt der Haushalt ein neues Konto."""
    for akte in Haushalt.objects.exclude(pk__in=_mit_weg()):
        iban = IBANS[akte.zahlungswege.count() % len(IBANS)]
        zahlungsweg(akte, sach, team, timezone.now(), iban=iban)


def _mit_weg() -> list[int]:
    from sozialamt.kasse.models import Zahlungsweg

    return list(Zahlungsweg.objects.gueltig(heute() + timedelta(days=1)).values_list("haushalt_id", flat=True))


def schliesse_ab() -> None:
    """Ohne Störung zu Ende zahlen, bis nichts mehr offen ist."""
    sach, kasse, team = (Benutzer.objects.get(username=name) for name in ("sach", "kasse", "team"))
    ersetze_gesperrte(sach, team)
    while True:
        lauf = Zahllauf.objects.laufend().exclude(status=Laufstatus.GESENDET).order_by("pk").first()
        if lauf is None and not _erlaubt(
            zahllauf_sammeln, benutzer=kasse, monat=heute().replace(day=1), ausfuehrungstag=heute()
        ):
            return
        if lauf is not None:
            bringe_weiter(lauf, kasse, team, sach)


def gegenrechnung() -> None:
    """Was die Bank sah, was die Bücher sagen und was die Bescheide zusprechen, ist dasselbe."""
    dateien = sum(
        Zahldatei.objects.filter(zahllauf__status__in=["gesendet", "abgeschlossen"]).values_list("summe", flat=True)
    )
    zurueck = sum(Zahlung.objects.filter(bewegungen__art=Bewegungsart.RUECKLAEUFER).values_list("cent", flat=True))
    assert Buchung.objects.gezahlt() == dateien - zurueck
    assert Buchung.objects.offen() == 0
    for akte in Haushalt.objects.all():
        alle = staende([akte.pk], heute())
        gezahlt = Buchung.objects.filter(haushalt=akte).gezahlt()
        assert gezahlt == sum(s.zuspruch + s.forderung for s in alle), akte


def _erlaubt(vorgang, **angaben) -> bool:
    try:
        vorgang(**angaben)
    except ZustandFehler:
        return False
    return True
