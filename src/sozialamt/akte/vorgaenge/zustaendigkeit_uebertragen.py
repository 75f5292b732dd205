"""Einen Haushalt einer Einheit und, wenn gewünscht, einer Sachbearbeitung zuweisen."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Haushalt, Organisationseinheit, Zustaendigkeit
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def zustaendigkeit_uebertragen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    einheit: Organisationseinheit,
    ab: date,
    sachbearbeiter: Benutzer | None = None,
    zeitpunkt: datetime | None = None,
) -> Zustaendigkeit:
    """Fügt die neue Zuständigkeit an; die bisherige endet von selbst am Tag davor."""
    pruefe_recht(benutzer, "zustaendigkeit_uebertragen", haushalt)
    if not einheit.aktiv:
        raise AngabenFehler([Mangel("Einheit", einheit.name, "ist aufgelöst", "Wählen Sie eine andere Einheit.")])
    if sachbearbeiter is not None:
        _pruefe_sachbearbeiter(sachbearbeiter, einheit)
    return weise_zu(
        benutzer=benutzer,
        haushalt=haushalt,
        einheit=einheit,
        ab=ab,
        sachbearbeiter=sachbearbeiter,
        zeitpunkt=zeitpunkt or timezone.now(),
    )


def weise_zu(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    einheit: Organisationseinheit,
    ab: date,
    sachbearbeiter: Benutzer | None,
    zeitpunkt: datetime,
) -> Zustaendigkeit:
    """Schreibt und protokolliert; das Recht hat der rufende Vorgang geprüft."""
    neu = Zustaendigkeit.objects.create(
        haushalt=haushalt,
        einheit=einheit,
        sachbearbeiter=sachbearbeiter,
        von=ab,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="zustaendigkeit_uebertragen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"einheit": einheit.pk, "sachbearbeiter": sachbearbeiter.pk if sachbearbeiter else None},
    )
    return neu


def _pruefe_sachbearbeiter(sachbearbeiter: Benutzer, einheit: Organisationseinheit) -> None:
    if not sachbearbeiter.is_active or "tatsache_eintragen" not in sachbearbeiter.rechte:
        grund, abhilfe = "bearbeitet keine Akten", "Wählen Sie jemanden aus der Sachbearbeitung."
    elif einheit.pk not in sachbearbeiter.einheiten:
        grund, abhilfe = f"gehört nicht zu „{einheit.name}“", "Wählen Sie jemanden aus dieser Einheit."
    else:
        return
    raise AngabenFehler([Mangel("Sachbearbeitung", sachbearbeiter.anzeigename, grund, abhilfe)])
