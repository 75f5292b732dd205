"""Eine Wiedervorlage abhaken. Fristen eines Vorgangs schließt nur der Schritt ab, der sie erfüllt."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Frist
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def frist_erledigen(*, benutzer: Benutzer, frist: Frist, zeitpunkt: datetime | None = None) -> Frist:
    """Erledigt eine Wiedervorlage; eine gesetzliche oder gesetzte Frist lässt sich so nicht wegklicken."""
    pruefe_recht(benutzer, "vorgang_fuehren", frist.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    frist = Frist.objects.select_for_update().get(pk=frist.pk)
    if frist.art != Frist.WIEDERVORLAGE:
        raise ZustandFehler(f"„{frist.titel}“ ({frist.norm}) endet erst mit dem Schritt im Vorgang, der sie erfüllt.")
    if frist.erledigt_am is not None:
        wer = frist.erledigt_von.anzeigename
        raise ZustandFehler(f"„{frist.titel}“ hat {wer} am {frist.erledigt_am:%d.%m.%Y} erledigt.")
    frist.erledigt_am, frist.erledigt_von = zeitpunkt, benutzer
    frist.save(update_fields=["erledigt_am", "erledigt_von"])
    protokolliere(
        vorgang="frist_erledigen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=frist.haushalt,
        angaben={"frist": frist.pk},
    )
    return frist
