"""Einen Antrag aufnehmen (§ 16 SGB I, § 18 SGB X); im Dritten Kapitel das Bekanntwerden der Notlage (§ 18 SGB XII)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Haushalt, Person, Vorgang
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.vorgang_beginnen import Beginn, beginne
from sozialamt.leistungen.verfahren import ANTRAG


@transaction.atomic
def antrag_aufnehmen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    leistung: str,
    eingang: date,
    person: Person | None = None,
    vermerk: str = "",
    zeitpunkt: datetime | None = None,
) -> Vorgang:
    """Beginnt das Verfahren und die Frist des § 88 SGG. Über dieselbe Leistung läuft je Haushalt ein Antrag."""
    pruefe_recht(benutzer, "vorgang_fuehren", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    Haushalt.objects.select_for_update(no_key=True).get(pk=haushalt.pk)
    laufend = haushalt.vorgaenge.offen().filter(art=ANTRAG.schluessel, leistung=leistung).first()
    if laufend is not None:
        raise ZustandFehler(
            f"Über diese Leistung läuft schon ein Antrag vom {laufend.antragsdatum:%d.%m.%Y} "
            f"({laufend.stand.titel}). Führen Sie ihn weiter."
        )
    beginn = Beginn(haushalt, leistung, eingang, vermerk.strip(), person)
    return beginne(ANTRAG, beginn, handlung="antrag_aufnehmen", benutzer=benutzer, zeitpunkt=zeitpunkt)
