"""Aus einer Neuberechnung einen Vorgang machen, mit den Vorschlägen als Vermerk und einer Wiedervorlage."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Frist, Vorgang
from sozialamt.akte.neuberechnung import Neuberechnung
from sozialamt.akte.vorgaenge.aenderung_aufnehmen import aenderung_aufnehmen
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen

TAGE_BIS_WIEDERVORLAGE = 14
SCHLUESSEL = "neuberechnung"


@transaction.atomic
def aenderung_vormerken(*, benutzer: Benutzer, folge: Neuberechnung, zeitpunkt: datetime | None = None) -> Vorgang:
    """Läuft schon eine Prüfung der Leistung, wird sie fortgesetzt; eine offene Wiedervorlage bleibt die einzige."""
    zeitpunkt = zeitpunkt or timezone.now()
    heute = timezone.localdate(zeitpunkt)
    vorgang = aenderung_aufnehmen(
        benutzer=benutzer,
        haushalt=folge.haushalt,
        leistung=folge.leistung,
        kenntnis=heute,
        vermerk="\n".join(filter(None, [folge.gruende, *(v.text for v in folge.vorschlaege), *folge.luecken])),
        zeitpunkt=zeitpunkt,
    )
    if not Frist.objects.offen().filter(vorgang=vorgang, schluessel=SCHLUESSEL).exists():
        woran = "geändertes Recht" if folge.recht else "geänderte Tatsachen"
        frist_setzen(
            benutzer=benutzer,
            haushalt=folge.haushalt,
            titel=f"{folge.steckbrief.titel} an {woran} anpassen",
            faellig=heute + timedelta(days=TAGE_BIS_WIEDERVORLAGE),
            vorgang=vorgang,
            schluessel=SCHLUESSEL,
            zeitpunkt=zeitpunkt,
        )
    return vorgang
