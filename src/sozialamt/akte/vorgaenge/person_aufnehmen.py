"""Eine neue Person anlegen und in den Haushalt aufnehmen: beides oder nichts."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Haushalt, Person
from sozialamt.akte.vorgaenge.mitglied_aufnehmen import mitglied_aufnehmen
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen


@transaction.atomic
def person_aufnehmen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    vorname: str,
    nachname: str,
    geburtsdatum: date,
    von: date,
    trotz_dublette: bool | str = False,
) -> Person:
    """Verbindet `person_anlegen` und `mitglied_aufnehmen` in einer Transaktion."""
    zeitpunkt = timezone.now()
    person = person_anlegen(
        benutzer=benutzer,
        vorname=vorname,
        nachname=nachname,
        geburtsdatum=geburtsdatum,
        trotz_dublette=trotz_dublette,
        erzeugt=haushalt.erzeugt,
        zeitpunkt=zeitpunkt,
    )
    mitglied_aufnehmen(benutzer=benutzer, haushalt=haushalt, person=person, von=von, zeitpunkt=zeitpunkt)
    return person
