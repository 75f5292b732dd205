"""Einen Vermerk oder Beratungskontakt in die Akte schreiben."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Haushalt, Person, Vermerk, Vermerkart
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def vermerk_schreiben(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    art: str,
    am: date,
    text: str,
    person: Person | None = None,
    zeitpunkt: datetime | None = None,
) -> Vermerk:
    """`am` ist der Tag des Gesprächs oder Ereignisses, nie in der Zukunft. Geändert wird ein Vermerk nicht."""
    pruefe_recht(benutzer, "vermerk_schreiben", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    maengel = []
    if art not in Vermerkart.values:
        maengel.append(Mangel("Art", art or "(leer)", "gibt es nicht", "Wählen Sie eine Art."))
    if not text.strip():
        maengel.append(Mangel("Text", "(leer)", "fehlt", "Schreiben Sie, worum es ging."))
    if am > timezone.localdate(zeitpunkt):
        maengel.append(Mangel("am", f"{am:%d.%m.%Y}", "liegt in der Zukunft", "Nennen Sie den Tag des Gesprächs."))
    if maengel:
        raise AngabenFehler(maengel)
    vermerk = Vermerk.objects.create(
        haushalt=haushalt,
        person=person,
        art=art,
        am=am,
        text=text.strip(),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="vermerk_schreiben",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"nummer": vermerk.pk},
    )
    return vermerk
