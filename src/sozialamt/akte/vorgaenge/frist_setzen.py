"""Eine Wiedervorlage setzen; dazu, was andere Vorgänge an gesetzlichen Fristen anlegen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Frist, Haushalt, Vorgang
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def frist_setzen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    titel: str,
    faellig: date,
    vorgang: Vorgang | None = None,
    schluessel: str = "",
    zeitpunkt: datetime | None = None,
) -> Frist:
    """Setzt eine Wiedervorlage für den, der sie anlegt; ein Tag in der Vergangenheit wird abgelehnt."""
    pruefe_recht(benutzer, "vorgang_fuehren", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    maengel = []
    if not titel.strip():
        maengel.append(Mangel("Was zu tun ist", "(leer)", "fehlt", "Schreiben Sie, woran Sie erinnert werden wollen."))
    if faellig < timezone.localdate(zeitpunkt):
        maengel.append(Mangel("Am", f"{faellig:%d.%m.%Y}", "ist schon vorbei", "Wählen Sie heute oder später."))
    maengel += zu_lang(Frist, titel=titel.strip())
    if maengel:
        raise AngabenFehler(maengel)
    frist = Frist.objects.create(
        haushalt=haushalt,
        vorgang=vorgang,
        art=Frist.WIEDERVORLAGE,
        schluessel=schluessel,
        titel=titel.strip(),
        faellig=faellig,
        zustaendig=benutzer,
        created_at=zeitpunkt,
        created_by=benutzer,
    )
    protokolliere(
        vorgang="frist_setzen", benutzer=benutzer, zeitpunkt=zeitpunkt, haushalt=haushalt, angaben={"frist": frist.pk}
    )
    return frist


@dataclass(frozen=True, slots=True)
class Gesetzesfrist:
    """Was bis wann nach welcher Norm zu tun ist."""

    schluessel: str
    titel: str
    norm: str
    faellig: date


def lege_gesetzesfrist_an(
    frist: Gesetzesfrist,
    *,
    haushalt_id: int,
    vorgang: Vorgang | None,
    zustaendig: Benutzer,
    wer_wann: tuple[Benutzer, datetime],
) -> Frist:
    """Legt die Frist an; das Recht prüft und vermerkt der Vorgang, aus dem sie folgt."""
    benutzer, zeitpunkt = wer_wann
    return Frist.objects.create(
        haushalt_id=haushalt_id,
        vorgang=vorgang,
        art=Frist.GESETZ,
        schluessel=frist.schluessel,
        titel=frist.titel[:200],
        norm=frist.norm,
        faellig=frist.faellig,
        zustaendig=zustaendig,
        created_at=zeitpunkt,
        created_by=benutzer,
    )
