"""Eine Person in einen Haushalt aufnehmen."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Haushalt, Mitgliedschaft, Person
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def mitglied_aufnehmen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    person: Person,
    von: date,
    bis: date | None = None,
    zeitpunkt: datetime | None = None,
) -> Mitgliedschaft:
    """Nimmt die Person ab dem Monat `von` auf. Ein Mensch gehört in jedem Monat zu höchstens einem Haushalt."""
    pruefe_recht(benutzer, "haushalt_anlegen", haushalt)
    pruefe_recht(benutzer, "akte_lesen", person)
    zeitpunkt = zeitpunkt or timezone.now()
    if bis is not None and bis < von:
        raise AngabenFehler(
            [Mangel("bis Monat", f"{bis:%m.%Y}", f"liegt vor {von:%m.%Y}", "Prüfen Sie Beginn und Ende.")]
        )
    if von < person.geburtsdatum.replace(day=1):
        grund = f"liegt vor der Geburt am {person.geburtsdatum:%d.%m.%Y}"
        raise AngabenFehler([Mangel("ab Monat", f"{von:%m.%Y}", grund, "Nehmen Sie frühestens den Geburtsmonat.")])
    _pruefe_zustand(person, von, bis)
    mitgliedschaft = Mitgliedschaft.objects.create(
        haushalt=haushalt,
        person=person,
        von=von.replace(day=1),
        bis=bis.replace(day=1) if bis else None,
        reihenfolge=haushalt.mitgliedschaften.count(),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="mitglied_aufnehmen", benutzer=benutzer, zeitpunkt=zeitpunkt, haushalt=haushalt, person=person
    )
    return mitgliedschaft


def _pruefe_zustand(person: Person, von: date, bis: date | None) -> None:
    andere = person.mitgliedschaften.gewusst_am(None).filter(von__lte=bis or date.max).select_related("haushalt")
    for mitgliedschaft in andere:
        if mitgliedschaft.bis is None or mitgliedschaft.bis >= von:
            raise ZustandFehler(
                f"{person.rufname} gehört ab {mitgliedschaft.von:%m.%Y} zum Haushalt "
                f"{mitgliedschaft.haushalt.aktenzeichen}. Beenden Sie zuerst diese Mitgliedschaft."
            )
