"""Festlegen, welcher Ansicht das Amt in einer streitigen Frage folgt."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Einstellungswahl
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.leistungen import regelwerk


@transaction.atomic
def einstellung_waehlen(
    *,
    benutzer: Benutzer,
    einstellung: str,
    ansicht: str,
    gilt_ab: date,
    grund: str,
    zeitpunkt: datetime | None = None,
) -> Einstellungswahl:
    """Gilt für Berechnungen aller Monate ab `gilt_ab`; erlassene Bescheide bleiben, wie sie sind."""
    pruefe_recht(benutzer, "einstellungen_waehlen")
    zeitpunkt = zeitpunkt or timezone.now()
    wahl = Einstellungswahl.objects.create(
        einstellung=einstellung,
        wert=_geprueft(einstellung, ansicht, gilt_ab, grund.strip()),
        gilt_ab=gilt_ab,
        grund=grund.strip(),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="einstellung_waehlen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"einstellung": einstellung, "ansicht": ansicht, "gilt_ab": gilt_ab.isoformat()},
    )
    return wahl


def _geprueft(einstellung: str, ansicht: str, gilt_ab: date, grund: str) -> int:
    bekannt = regelwerk().einstellungen.get(einstellung)
    if bekannt is None:
        raise AngabenFehler([Mangel("Streitfrage", einstellung, "gibt es nicht", "Wählen Sie eine aus der Liste.")])
    maengel = []
    if ansicht not in bekannt.optionen:
        maengel.append(Mangel("Ansicht", ansicht or "(leer)", "gibt es nicht", "Wählen Sie eine der Ansichten."))
    if gilt_ab.day != 1:
        maengel.append(Mangel("gilt ab", f"{gilt_ab:%d.%m.%Y}", "ist kein Monatserster", "Nennen Sie einen Monat."))
    if not grund:
        maengel.append(Mangel("Begründung", "(leer)", "fehlt", "Nennen Sie Beschluss, Weisung oder Urteil."))
    if maengel:
        raise AngabenFehler(maengel)
    return bekannt.optionen[ansicht][0]
