"""Tatsachen eintragen und festhalten, was daraus für geltende Bescheide folgt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Frist, Haushalt, Vorgang
from sozialamt.akte.neuberechnung import Neuberechnung, auswirkung
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.aenderung_aufnehmen import aenderung_aufnehmen
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe, tatsachen_eintragen

TAGE_BIS_WIEDERVORLAGE = 14
SCHLUESSEL = "neuberechnung"


@transaction.atomic
def tatsachen_aendern(
    *, benutzer: Benutzer, haushalt: Haushalt, angaben: Sequence[Angabe], zeitpunkt: datetime | None = None
) -> list[Vorgang]:
    """Trägt ein; passt danach ein Bescheid nicht mehr, entstehen Vorgang und Wiedervorlage."""
    pruefe_recht(benutzer, "tatsache_eintragen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    folgen = auswirkung(haushalt, angaben, benutzer=benutzer, zeitpunkt=zeitpunkt)
    tatsachen_eintragen(benutzer=benutzer, haushalt=haushalt, angaben=angaben, zeitpunkt=zeitpunkt)
    return [_merke_vor(folge, benutzer=benutzer, zeitpunkt=zeitpunkt) for folge in folgen]


def _merke_vor(folge: Neuberechnung, *, benutzer: Benutzer, zeitpunkt: datetime) -> Vorgang:
    heute = timezone.localdate(zeitpunkt)
    vermerk = "\n".join([*(v.text for v in folge.vorschlaege), *folge.luecken])
    vorgang = aenderung_aufnehmen(
        benutzer=benutzer,
        haushalt=folge.haushalt,
        leistung=folge.leistung,
        kenntnis=heute,
        vermerk=vermerk,
        zeitpunkt=zeitpunkt,
    )
    if not Frist.objects.offen().filter(vorgang=vorgang, schluessel=SCHLUESSEL).exists():
        frist_setzen(
            benutzer=benutzer,
            haushalt=folge.haushalt,
            titel=f"{folge.steckbrief.titel} an geänderte Tatsachen anpassen",
            faellig=heute + timedelta(days=TAGE_BIS_WIEDERVORLAGE),
            vorgang=vorgang,
            schluessel=SCHLUESSEL,
            zeitpunkt=zeitpunkt,
        )
    return vorgang
