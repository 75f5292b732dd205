"""Tatsachen eintragen: anfügen, nie ändern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.eingabe import pruefe_wert
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Haushalt, Person, Tatsache
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.person_anlegen import merke_suchwoerter, pruefe_geburtsdatum
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Merkmalsart
from sozialamt.rechenkern.levels import PERSON
from sozialamt.rechenkern.values import NIEMAND

GEBURTSDATUM = "geburtsdatum"


@dataclass(frozen=True, slots=True)
class Angabe:
    """Eine neue Tatsache in den Einheiten des Rechenkerns; ohne Wert heißt: ab hier nichts mehr bekannt."""

    merkmal: str
    wert: int | None
    gilt_ab: date
    gilt_bis: date | None = None
    nachweis: str = ""
    person: Person | None = None


@transaction.atomic
def tatsachen_eintragen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    angaben: Sequence[Angabe],
    zeitpunkt: datetime | None = None,
) -> list[Tatsache]:
    """Trägt alle Angaben ein oder keine. Angaben ohne Person gelten für den Haushalt."""
    pruefe_recht(benutzer, "tatsache_eintragen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    pruefe_angaben(haushalt, angaben, timezone.localdate(zeitpunkt))
    neu = Tatsache.objects.bulk_create(als_tatsachen(haushalt, angaben, benutzer=benutzer, zeitpunkt=zeitpunkt))
    _fuehre_suchmerkmal_nach(angaben)
    protokolliere(
        vorgang="tatsachen_eintragen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"merkmale": sorted({a.merkmal for a in angaben})},
    )
    return neu


def pruefe_angaben(haushalt: Haushalt, angaben: Sequence[Angabe], heute: date) -> None:
    """Bricht mit allen Mängeln ab, wenn eine Angabe nicht eingetragen werden kann."""
    mitglieder = set(haushalt.mitgliedschaften.values_list("person_id", flat=True))
    maengel = [mangel for angabe in angaben for mangel in _maengel(angabe, mitglieder, heute)]
    maengel += [mangel for text in {a.nachweis for a in angaben} for mangel in zu_lang(Tatsache, nachweis=text)]
    if maengel:
        raise AngabenFehler(maengel)


def als_tatsachen(
    haushalt: Haushalt, angaben: Sequence[Angabe], *, benutzer: Benutzer, zeitpunkt: datetime
) -> list[Tatsache]:
    """Die Angaben als Tatsachen, noch nicht gespeichert."""
    return [_tatsache(angabe, haushalt, benutzer, zeitpunkt) for angabe in angaben]


def _tatsache(angabe: Angabe, haushalt: Haushalt, benutzer: Benutzer, zeitpunkt: datetime) -> Tatsache:
    return Tatsache(
        person=angabe.person,
        haushalt=None if angabe.person else haushalt,
        merkmal=angabe.merkmal,
        wert=angabe.wert,
        gilt_ab=angabe.gilt_ab.replace(day=1),
        gilt_bis=angabe.gilt_bis.replace(day=1) if angabe.gilt_bis else None,
        nachweis=angabe.nachweis,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )


def _maengel(angabe: Angabe, mitglieder: set[int], heute: date) -> list[Mangel]:
    merkmal = regelwerk().merkmale.get(angabe.merkmal)
    if merkmal is None:
        return [Mangel(angabe.merkmal, str(angabe.wert), "ist kein bekanntes Merkmal", "Wählen Sie ein Merkmal.")]
    if (merkmal.ebene == PERSON) != (angabe.person is not None):
        wem = "einer Person" if merkmal.ebene == PERSON else "dem ganzen Haushalt"
        return [Mangel(merkmal.titel, str(angabe.wert), f"gehört zu {wem}", "Tragen Sie es dort ein.")]
    if angabe.person is not None and angabe.person.pk not in mitglieder:
        return [Mangel(merkmal.titel, str(angabe.person), "gehört nicht zum Haushalt", "Nehmen Sie die Person auf.")]
    gefunden: list[Mangel] = []
    if angabe.gilt_bis is not None and angabe.gilt_bis < angabe.gilt_ab:
        bis, ab = f"{angabe.gilt_bis:%m.%Y}", f"{angabe.gilt_ab:%m.%Y}"
        gefunden.append(Mangel(f"{merkmal.titel}: gilt bis", bis, f"liegt vor {ab}", "Prüfen Sie den Zeitraum."))
    if angabe.wert is None:
        return gefunden
    if merkmal.art is Merkmalsart.VERWEIS:
        erlaubt = mitglieder - {angabe.person.pk if angabe.person else NIEMAND} | {NIEMAND}
        if angabe.wert not in erlaubt:
            gefunden.append(
                Mangel(merkmal.titel, str(angabe.wert), "ist keine andere Person des Haushalts", "Wählen Sie neu.")
            )
    elif mangel := pruefe_wert(merkmal, angabe.wert):
        gefunden.append(mangel)
    if angabe.merkmal == GEBURTSDATUM and not gefunden:
        gefunden += pruefe_geburtsdatum(_als_tag(angabe.wert), heute)
    return gefunden


def _fuehre_suchmerkmal_nach(angaben: Sequence[Angabe]) -> None:
    for angabe in angaben:
        if angabe.merkmal == GEBURTSDATUM and angabe.person is not None and angabe.wert:
            angabe.person.geburtsdatum = _als_tag(angabe.wert)
            angabe.person.save(update_fields=["geburtsdatum"])
            merke_suchwoerter(angabe.person)


def _als_tag(zahl: int) -> date:
    return date.fromisoformat(str(zahl))
