"""Einen Kostenersatz aufnehmen: wer, wofür, nach welcher Norm und bis wann er zu verlangen ist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.kostenersatz.fristen import spaetestens
from sozialamt.akte.kostenersatz.grundlagen import Grundlage
from sozialamt.akte.models import Benutzer, Haushalt, Kostenersatz, Person
from sozialamt.akte.monat import monate
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.frist_setzen import Gesetzesfrist, lege_gesetzesfrist_an
from sozialamt.akte.vorgaenge.vorgang_beginnen import Beginn, beginne
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.verfahren import KOSTENERSATZ

ANSCHRIFT = re.compile(r"[^,]+, *\d{5} +\S[^,]*")


@dataclass(frozen=True, slots=True)
class Ersatzangaben:
    """Wer was ersetzen soll; Monate je ihr erster Tag, Nachlass in Cent (nur § 102 SGB XII).

    Eine Person der Akte ist `schuldner`; Name und, wo nichts anderes angegeben ist, Anschrift kommen aus der Akte.
    `mit` ist der erste Anspruch auf dieselben Kosten, wenn mehrere sie ersetzen.
    """

    grundlage: Grundlage
    gegner: str
    anschrift: str
    von: date
    bis: date
    ereignis_am: date
    nachlass: int | None = None
    gepflegt: bool = False
    schuldner: Person | None = None
    mit: Kostenersatz | None = None


@transaction.atomic
def kostenersatz_aufnehmen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    leistung: str,
    angaben: Ersatzangaben,
    person: Person | None = None,
    zeitpunkt: datetime | None = None,
) -> Kostenersatz:
    """Verlangt ist damit noch nichts. `person` bekam die Leistung; ohne sie zählen die Kosten des ganzen Haushalts."""
    pruefe_recht(benutzer, "vorgang_fuehren", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    heute = timezone.localdate(zeitpunkt)
    angaben = _aus_der_akte(angaben, haushalt)
    if maengel := [
        *_maengel(angaben, heute),
        *_leistung(angaben.grundlage, leistung),
        *_mit(angaben, haushalt, leistung),
    ]:
        raise AngabenFehler(maengel)
    ende = spaetestens(angaben.grundlage, monate(angaben.von, angaben.bis), angaben.ereignis_am)
    vermerk = f"{angaben.grundlage.titel}: {angaben.gegner.strip()}"
    beginn = Beginn(haushalt, leistung, heute, vermerk, person)
    vorgang = beginne(KOSTENERSATZ, beginn, handlung="kostenersatz_aufnehmen", benutzer=benutzer, zeitpunkt=zeitpunkt)
    titel = f"Kostenersatz verlangen von {angaben.gegner.strip()}"
    frist = Gesetzesfrist("erloeschen", titel, angaben.grundlage.norm, ende)
    lege_gesetzesfrist_an(
        frist, haushalt_id=haushalt.pk, vorgang=vorgang, zustaendig=benutzer, wer_wann=(benutzer, zeitpunkt)
    )
    return Kostenersatz.objects.create(
        vorgang=vorgang,
        grundlage=angaben.grundlage,
        schuldner=angaben.schuldner,
        von_aussen=angaben.schuldner is None,
        mit=angaben.mit,
        gegner=angaben.gegner.strip(),
        anschrift=angaben.anschrift.strip(),
        von=angaben.von,
        bis=angaben.bis,
        ereignis_am=angaben.ereignis_am,
        nachlass_cent=angaben.nachlass,
        gepflegt=angaben.gepflegt,
        spaetestens=ende,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )


def _aus_der_akte(a: Ersatzangaben, haushalt: Haushalt) -> Ersatzangaben:
    """Name und Anschrift einer Person der Akte."""
    if a.schuldner is None:
        return a
    name = a.schuldner.rufname
    if not haushalt.mitgliedschaften.filter(person=a.schuldner).exists():
        abhilfe = "Wählen Sie eine Person der Akte oder geben Sie Namen und Anschrift an."
        raise AngabenFehler([Mangel("Wer ersetzen soll", name, "gehört nicht zur Akte", abhilfe)])
    if a.gegner.strip() not in ("", name):
        abhilfe = "Wählen Sie die Person oder geben Sie Namen und Anschrift an, nicht beides."
        raise AngabenFehler([Mangel("Name", a.gegner, f"ist nicht {name}", abhilfe)])
    return replace(a, gegner=name, anschrift=a.anschrift.strip() or haushalt.anschrift)


def _maengel(a: Ersatzangaben, heute: date) -> Iterator[Mangel]:
    if not a.gegner.strip():
        yield Mangel("Wer ersetzen soll", "(leer)", "fehlt", "Nennen Sie Vor- und Nachnamen.")
    if not ANSCHRIFT.fullmatch(a.anschrift.strip()):
        grund, abhilfe = "ist keine vollständige Anschrift", "Schreiben Sie etwa „Mühlenweg 3, 12345 Musterstadt“."
        yield Mangel("Anschrift", a.anschrift or "(leer)", grund, abhilfe)
    yield from zu_lang(Kostenersatz, gegner=a.gegner.strip(), anschrift=a.anschrift.strip())
    if a.bis < a.von:
        yield Mangel("bis Monat", f"{a.bis:%m.%Y}", f"liegt vor {a.von:%m.%Y}", "Prüfen Sie Beginn und Ende.")
    if a.ereignis_am > heute:
        yield Mangel("Tag des Ereignisses", f"{a.ereignis_am:%d.%m.%Y}", "liegt in der Zukunft", "Prüfen Sie den Tag.")
    if a.grundlage is Grundlage.ERBEN:
        if a.nachlass is None or a.nachlass < 0:
            yield Mangel("Wert des Nachlasses", "(leer)", "fehlt", "Nennen Sie den Wert am Todestag in Euro.")
    elif a.nachlass is not None or a.gepflegt:
        yield Mangel("Nachlass", "angegeben", "gehört nur zu § 102 SGB XII", "Lassen Sie die Felder leer.")


def _mit(a: Ersatzangaben, haushalt: Haushalt, leistung: str) -> Iterator[Mangel]:
    """Als Gesamtschuldner haftet man nur mit dem ersten Anspruch auf Kosten derselben Leistung."""
    if a.mit is None:
        return
    vorgang = a.mit.vorgang
    passt = vorgang.haushalt_id == haushalt.pk and vorgang.leistung == leistung and a.mit.mit_id is None
    if not passt or a.mit.bis < a.von or a.bis < a.mit.von:
        grund = "ist kein erster Anspruch auf dieselben Kosten"
        yield Mangel("Haftet zusammen mit", a.mit.gegner, grund, "Wählen Sie Leistung und Monate, die beide ersetzen.")


def _leistung(grundlage: Grundlage, leistung: str) -> Iterator[Mangel]:
    if leistung in grundlage.leistungen:
        return
    titel = steckbriefe()[leistung].titel if leistung in steckbriefe() else leistung or "(leer)"
    if grundlage is Grundlage.ERBEN and leistung == "grundsicherung_alter_erwerbsminderung":
        grund = "wird von Erben nicht ersetzt (§ 102 Abs. 5 SGB XII)"
    else:
        grund = f"wird nach {grundlage.norm} nicht ersetzt"
    yield Mangel("Leistung", titel, grund, "Wählen Sie Norm und Leistung, die zusammengehören.")
