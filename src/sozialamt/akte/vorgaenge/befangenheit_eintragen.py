"""Befangenheit eintragen (§ 16 SGB X): Wer angehörig oder sonst befangen ist, sieht die Akte nicht mehr."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Befangenheit, Benutzer, Person
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def befangenheit_eintragen(
    *,
    benutzer: Benutzer,
    befangen: Benutzer,
    person: Person,
    grund: str,
    von: date,
    zeitpunkt: datetime | None = None,
) -> Befangenheit:
    """Sich selbst darf jeder für befangen erklären, der die Akte liest; andere nur mit dem Recht dazu."""
    selbst = befangen.pk == benutzer.pk
    pruefe_recht(benutzer, "akte_lesen" if selbst else "befangenheit_eintragen", person)
    zeitpunkt = zeitpunkt or timezone.now()
    if not grund.strip():
        raise AngabenFehler([Mangel("Grund", "(leer)", "fehlt", "Nennen Sie den Grund, etwa „Schwester“.")])
    if Befangenheit.objects.wirksam_am(von).filter(benutzer=befangen, person=person).exists():
        raise ZustandFehler(f"{befangen.anzeigename} ist in dieser Sache schon als befangen eingetragen.")
    eintrag = Befangenheit.objects.create(
        benutzer=befangen,
        person=person,
        grund=grund.strip(),
        von=von,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="befangenheit_eintragen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        person=person,
        angaben={"befangen": befangen.pk},
    )
    return eintrag
