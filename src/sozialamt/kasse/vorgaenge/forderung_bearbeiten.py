"""Mit einer Forderung umgehen: Raten vereinbaren, Aufrechnung erklären, niederschlagen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Haushalt, Kostenersatz, Person
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.aufrechnungsrecht import (
    Aufrechnungsnorm,
    aufrechnungsnorm,
    hoechstbetrag,
    hoechstens_zusammen,
    laengstens_bis,
)
from sozialamt.kasse.einbehalt import laufende_aufrechnungen
from sozialamt.kasse.forderungsstand import offene_schluessel
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import Aufrechnung, Buchung, Forderung, Ratenplan
from sozialamt.kasse.sperre import sperre_kasse
from sozialamt.kasse.vorgaenge.soll_stellen import Beleg, Bezug, buche
from sozialamt.rechenkern.values import euro


@dataclass(frozen=True, slots=True)
class Einbehalt:
    """Eine Aufrechnung, wie sie erklärt wird; `regelbedarfsstufe` ist die der Person, Cent im Monat."""

    person: Person
    norm: str
    regelbedarfsstufe: int
    cent: int
    ab: date


@transaction.atomic
def raten_vereinbaren(
    *, benutzer: Benutzer, forderung: Forderung, rate: int, ab: date, zeitpunkt: datetime | None = None
) -> Ratenplan:
    """Ein neuer Plan ersetzt den alten; getilgt bleibt getilgt."""
    zeitpunkt = _beginne(benutzer, forderung, zeitpunkt)
    if not 0 < rate <= forderung.cent:
        grund = f"liegt nicht zwischen 0,01 € und {euro(forderung.cent)}"
        raise AngabenFehler([Mangel("Rate", euro(rate), grund, "Wählen Sie eine Rate bis zur Höhe der Forderung.")])
    plan = Ratenplan.objects.create(
        forderung=forderung, rate=rate, ab=ab.replace(day=1), erfasst_am=zeitpunkt, erfasst_von=benutzer
    )
    _merke("raten_vereinbaren", benutzer, forderung, zeitpunkt)
    return plan


@transaction.atomic
def aufrechnung_erklaeren(
    *, benutzer: Benutzer, forderung: Forderung, einbehalt: Einbehalt, zeitpunkt: datetime | None = None
) -> Aufrechnung:
    """Prüft Bestandskraft, Höhe und Dauer nach der gewählten Norm. 0 Cent beendet die Aufrechnung."""
    zeitpunkt = _beginne(benutzer, forderung, zeitpunkt)
    norm = aufrechnungsnorm(einbehalt.norm)
    ab, bis = einbehalt.ab.replace(day=1), laengstens_bis(forderung.bestandskraeftig_ab)
    if ab < forderung.bestandskraeftig_ab.replace(day=1):
        raise ZustandFehler(
            f"Die Forderung ist erst am {forderung.bestandskraeftig_ab:%d.%m.%Y} bestandskräftig; vorher wird nicht "
            "aufgerechnet."
        )
    if ab > bis:
        raise ZustandFehler(f"Aufgerechnet werden darf nur bis {bis:%m.%Y} (drei Jahre, {norm.norm}).")
    if forderung.ist_ersatz:
        _pruefe_ersatz(norm, forderung, einbehalt.person)
    _pruefe_hoehe(norm, forderung, einbehalt, ab)
    neu = Aufrechnung.objects.create(
        forderung=forderung,
        person=einbehalt.person,
        norm=norm.schluessel,
        cent=einbehalt.cent,
        ab=ab,
        bis=bis,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    _merke("aufrechnung_erklaeren", benutzer, forderung, zeitpunkt)
    return neu


def _pruefe_ersatz(norm: Aufrechnungsnorm, forderung: Forderung, person: Person) -> None:
    """Kostenersatz wird nur bei dem einbehalten, der ihn schuldet, und nicht bei Erben (§ 26 Abs. 2 SGB XII)."""
    if forderung.bescheid.norm not in norm.ersatz:
        grund = f"erlaubt keine Aufrechnung mit Kostenersatz nach {forderung.bescheid.norm}"
        raise AngabenFehler([Mangel("Grundlage", norm.norm, grund, "Vereinbaren Sie Raten.")])
    anspruch = Kostenersatz.objects.zu(forderung.bescheid)
    if anspruch and anspruch.schuldner_id == person.pk:
        return
    bekannt = anspruch is not None and (anspruch.von_aussen or anspruch.schuldner_id)
    if bekannt or person.rufname != forderung.schuldner:
        wer = (
            f"{forderung.schuldner}, niemand aus der Akte" if anspruch and anspruch.von_aussen else forderung.schuldner
        )
        grund = f"schuldet den Kostenersatz nicht; das ist {wer}"
        raise AngabenFehler([Mangel("Person", person.rufname, grund, "Wählen Sie, wer ihn schuldet.")])
    # An older record knows the debtor by name only; whom to withhold from must not be guessed.
    akte = Person.objects.filter(mitgliedschaften__haushalt=forderung.haushalt).distinct()
    if any(eine.pk != person.pk and eine.rufname == person.rufname for eine in akte):
        grund = "heißt wie eine andere Person der Akte; wer von beiden den Kostenersatz schuldet, steht nicht fest"
        raise AngabenFehler([Mangel("Person", person.rufname, grund, "Vereinbaren Sie Raten.")])


def _pruefe_hoehe(norm: Aufrechnungsnorm, forderung: Forderung, einbehalt: Einbehalt, ab: date) -> None:
    grenze = hoechstbetrag(norm, einbehalt.regelbedarfsstufe, ab)
    if not 0 <= einbehalt.cent <= grenze:
        grund = f"übersteigt {euro(grenze)} im Monat ({norm.norm})" if einbehalt.cent > 0 else "ist negativ"
        raise AngabenFehler([Mangel("Einbehalt", euro(einbehalt.cent), grund, f"Höchstens {euro(grenze)}.")])
    zusammen = hoechstens_zusammen(norm, einbehalt.regelbedarfsstufe, ab)
    if zusammen is None:
        return
    andere = sum(
        eine.cent
        for eine in laufende_aufrechnungen(ab)
        if eine.person_id == einbehalt.person.pk
        and eine.forderung_id != forderung.pk
        and aufrechnungsnorm(eine.norm).zusammen == norm.zusammen
    )
    if andere + einbehalt.cent > zusammen:
        grund = f"wäre mit den laufenden {euro(andere)} mehr als {euro(zusammen)} im Monat (§ 43 Abs. 2 Satz 2 SGB II)"
        abhilfe = f"Höchstens {euro(max(zusammen - andere, 0))}."
        raise AngabenFehler([Mangel("Einbehalt", euro(einbehalt.cent), grund, abhilfe)])


@transaction.atomic
def forderung_niederschlagen(
    *, benutzer: Benutzer, forderung: Forderung, begruendung: str, zeitpunkt: datetime | None = None
) -> int:
    """Verfolgt den offenen Rest nicht weiter; gibt ihn in Cent zurück. Die Forderung bleibt sichtbar."""
    zeitpunkt = _beginne(benutzer, forderung, zeitpunkt)
    if not begruendung.strip():
        raise AngabenFehler([Mangel("Begründung", "(leer)", "fehlt", "Schreiben Sie einen Satz.")])
    offen = offene_schluessel(forderung)
    if not offen:
        raise ZustandFehler(f"Auf {forderung.nummer} ist nichts mehr offen.")
    summe = sum(stand.forderung for stand in offen)
    anzahl = Buchung.objects.filter(schluessel__startswith=f"n:{forderung.pk}:").count()
    belege = [
        Beleg(stand.buche(Buchungsart.NIEDERSCHLAGUNG, stand.forderung), Bezug(forderung=forderung.pk), schluessel)
        for nummer, stand in enumerate(offen, start=anzahl)
        for schluessel in [f"n:{forderung.pk}:{nummer}"]
    ]
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
    _merke("forderung_niederschlagen", benutzer, forderung, zeitpunkt)
    return summe


def _beginne(benutzer: Benutzer, forderung: Forderung, zeitpunkt: datetime | None) -> datetime:
    pruefe_recht(benutzer, "forderung_bearbeiten", forderung.haushalt)
    sperre_kasse(allein=False)
    Haushalt.objects.select_for_update(no_key=True).get(pk=forderung.haushalt_id)
    return zeitpunkt or timezone.now()


def _merke(vorgang: str, benutzer: Benutzer, forderung: Forderung, zeitpunkt: datetime) -> None:
    protokolliere(
        vorgang=vorgang,
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=forderung.haushalt,
        angaben={"forderung": forderung.nummer},
    )
