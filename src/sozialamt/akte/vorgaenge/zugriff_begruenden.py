"""Eine fremde Akte mit Begründung öffnen: nur zum Lesen, nur auf Zeit, sichtbar für die Revision."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sozialamt.akte import zugriff
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZugriffVerweigert, ZustandFehler
from sozialamt.akte.models import Benutzer, Haushalt, Notzugriff
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere

MINDESTLAENGE = 10
"""Kürzer lässt sich kein Grund nennen, den die Revision versteht."""


@transaction.atomic
def zugriff_begruenden(
    *, benutzer: Benutzer, haushalt: Haushalt, begruendung: str, zeitpunkt: datetime | None = None
) -> Notzugriff:
    """Hilft nur gegen eine fremde Zuständigkeit, nie gegen Befangenheit oder besonderen Schutz."""
    pruefe_recht(benutzer, "zugriff_begruenden")
    zeitpunkt = zeitpunkt or timezone.now()
    begruendung = begruendung.strip()
    grund = zugriff.hindernis(benutzer, "akte_lesen", haushalt, zeitpunkt)
    if not grund:
        raise ZustandFehler("Sie dürfen diese Akte ohnehin lesen. Eine Begründung ist nicht nötig.")
    if grund != zugriff.FREMDE_EINHEIT:
        raise ZugriffVerweigert("akte_lesen", grund)
    if len(begruendung) < MINDESTLAENGE:
        abhilfe = "Schreiben Sie, wozu Sie diese Akte jetzt brauchen."
        raise AngabenFehler([Mangel("Begründung", begruendung or "(leer)", "ist zu kurz", abhilfe)])
    eintrag = Notzugriff.objects.create(
        benutzer=benutzer,
        haushalt=haushalt,
        begruendung=begruendung,
        zeitpunkt=zeitpunkt,
        laeuft_ab=zeitpunkt + timedelta(hours=settings.NOTZUGRIFF_STUNDEN),
    )
    protokolliere(
        vorgang="zugriff_begruenden",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"nummer": eintrag.pk},
    )
    return eintrag
