"""Einer anderen Installation vertrauen: ihr Schlüssel und die Städte, für die sie spricht."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.models import Partner, Stadt


@transaction.atomic
def partner_eintragen(
    *,
    benutzer: Benutzer,
    name: str,
    schluessel: str,
    staedte: Sequence[Stadt],
    zeitpunkt: datetime | None = None,
) -> Partner:
    """Der Schlüssel kommt auf einem anderen Weg als das Paket, sonst beweist er nichts.

    Für eine Stadt, für die hier jemand handelt, spricht keine andere Installation.
    """
    pruefe_recht(benutzer, "vergleich_freigeben")
    zeitpunkt = zeitpunkt or timezone.now()
    schluessel = schluessel.strip().lower()
    eigene = [s.name for s in staedte if s.benutzer.exists()]
    pruefungen = [
        (not name.strip(), Mangel("Name", "(leer)", "fehlt", "Nennen Sie die andere Installation.")),
        (
            not re.fullmatch(r"[0-9a-f]{64}", schluessel),
            Mangel("Schlüssel", schluessel[:20], "ist kein Schlüssel", "64 Zeichen, Ziffern und a bis f."),
        ),
        (
            Partner.objects.filter(schluessel=schluessel).exists()
            or Partner.objects.filter(name=name.strip()).exists(),
            Mangel("Partner", name, "ist schon eingetragen", "Prüfen Sie die Liste der Partner."),
        ),
        (not staedte, Mangel("Städte", "(keine)", "fehlen", "Wählen Sie, für wen die Installation spricht.")),
        (bool(eigene), Mangel("Städte", ", ".join(eigene), "liefern hier selbst", "Wählen Sie andere Städte.")),
    ]
    if maengel := [mangel for falsch, mangel in pruefungen if falsch]:
        raise AngabenFehler(maengel)
    partner = Partner.objects.create(name=name.strip(), schluessel=schluessel)
    partner.staedte.set(staedte)
    protokolliere(
        vorgang="vergleich_partner_eintragen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"partner": partner.name, "staedte": sorted(s.schluessel for s in staedte)},
    )
    return partner
