"""Die Anhörung beenden, wenn die Frist ohne Äußerung abgelaufen ist."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Vorgang, Vorgangsschritt
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe


@transaction.atomic
def anhoerung_beenden(
    *, benutzer: Benutzer, vorgang: Vorgang, version: int | None = None, zeitpunkt: datetime | None = None
) -> Vorgangsschritt:
    """Erst am Tag nach dem Fristende; vorher hat der Mensch noch Zeit."""
    pruefe_recht(benutzer, "vorgang_fuehren", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    heute = timezone.localdate(zeitpunkt)
    frist = vorgang.fristen.offen().filter(schluessel="aeusserung").order_by("-faellig").first()
    if frist is not None and heute <= frist.faellig:
        raise ZustandFehler(f"Die Anhörungsfrist läuft noch bis {frist.faellig:%d.%m.%Y}. Warten Sie sie ab.")
    schritt = Schritt("anhoerung_beenden", heute, "Keine Äußerung bis zum Ende der Frist.", version=version)
    gegangen = gehe(vorgang, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang="anhoerung_beenden",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=vorgang.haushalt,
        angaben={"vorgang": vorgang.pk},
    )
    return gegangen
