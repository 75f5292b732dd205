"""Einen Vorgang weiterführen. Jeder Vorgang geht seine Schritte hier; was die Vorgangsart nicht nennt, geht nicht."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.fristen import monatsfrist
from sozialamt.akte.models import Benutzer, Bescheid, Frist, Vorgang, Vorgangsschritt
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.leistungen.vorgangsart import Fristvorgabe, Uebergang


@dataclass(frozen=True, slots=True)
class Schritt:
    """Was ein Schritt festhält. `faellig` setzt je Schlüssel das Ende einer Frist, sonst gilt die Dauer der Norm.

    `version` ist die, die der Mensch vor sich hatte; ist der Vorgang weiter, wird der Schritt abgelehnt.
    """

    handlung: str
    ereignis_am: date
    vermerk: str = ""
    angaben: Mapping[str, Any] = field(default_factory=dict)
    bescheid: Bescheid | None = None
    faellig: Mapping[str, date] = field(default_factory=dict)
    version: int | None = None


@transaction.atomic
def vorgang_fortsetzen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    handlung: str,
    ereignis_am: date,
    vermerk: str,
    version: int,
    zeitpunkt: datetime | None = None,
) -> Vorgangsschritt:
    """Geht einen Schritt, der nur einen Vermerk braucht, etwa: Unterlagen sind da, Antrag ist zurückgenommen."""
    pruefe_recht(benutzer, "vorgang_fuehren", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    uebergang = next((u for u in vorgang.vorgangsart.uebergaenge if u.handlung == handlung), None)
    if uebergang is None or not uebergang.von_hand:
        raise AngabenFehler([Mangel("Schritt", handlung, "gibt es hier nicht", "Wählen Sie einen der Schritte.")])
    if not vermerk.strip():
        raise AngabenFehler([Mangel("Vermerk", "(leer)", "fehlt", "Schreiben Sie, was geschehen ist.")])
    pruefe_ereignis(ereignis_am, zeitpunkt)
    schritt = gehe(
        vorgang,
        Schritt(handlung, ereignis_am, vermerk.strip(), version=version),
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
    )
    angaben = {"vorgang": vorgang.pk, "schritt": handlung}
    protokolliere(
        vorgang="vorgang_fortsetzen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=vorgang.haushalt,
        angaben=angaben,
    )
    return schritt


def pruefe_ereignis(tag: date, zeitpunkt: datetime, feld: str = "Tag") -> None:
    """Was geschehen ist, liegt nicht in der Zukunft."""
    if tag > timezone.localdate(zeitpunkt):
        raise AngabenFehler([Mangel(feld, f"{tag:%d.%m.%Y}", "liegt in der Zukunft", "Prüfen Sie das Datum.")])


def gehe(vorgang: Vorgang, schritt: Schritt, *, benutzer: Benutzer, zeitpunkt: datetime) -> Vorgangsschritt:
    """Sperrt den Vorgang, prüft Version und Übergang, schreibt den Schritt und führt Zustand und Fristen nach.

    Nur in einer Transaktion eines Vorgangs zu rufen, der das Recht schon geprüft hat.
    """
    aktuell = Vorgang.objects.select_for_update().get(pk=vorgang.pk)
    if schritt.version is not None and schritt.version != aktuell.version:
        raise ZustandFehler(_was_geschah(aktuell, schritt.version))
    uebergang = aktuell.vorgangsart.uebergang(schritt.handlung, aktuell.zustand)
    if uebergang is None:
        raise ZustandFehler(_nicht_moeglich(aktuell, schritt.handlung))
    neu = Vorgangsschritt.objects.create(
        vorgang=aktuell,
        nummer=aktuell.version + 1,
        handlung=schritt.handlung,
        von_zustand=aktuell.zustand,
        nach_zustand=uebergang.nach or aktuell.zustand,
        ereignis_am=schritt.ereignis_am,
        vermerk=schritt.vermerk,
        angaben=dict(schritt.angaben),
        bescheid=schritt.bescheid,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    fuehre_fristen_nach(aktuell, uebergang, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    aktuell.zustand, aktuell.version = neu.nach_zustand, neu.nummer
    aktuell.save(update_fields=["zustand", "version"])
    vorgang.zustand, vorgang.version = aktuell.zustand, aktuell.version
    return neu


def fuehre_fristen_nach(
    vorgang: Vorgang, uebergang: Uebergang, schritt: Schritt, *, benutzer: Benutzer, zeitpunkt: datetime
) -> None:
    """Schließt ab, was der Schritt erledigt, und setzt, was mit ihm beginnt."""
    vorgang.fristen.offen().filter(schluessel__in=uebergang.erledigt).update(
        erledigt_am=zeitpunkt, erledigt_von=benutzer
    )
    setze_fristen(vorgang, uebergang.fristen, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)


def setze_fristen(
    vorgang: Vorgang, vorgaben: tuple[Fristvorgabe, ...], schritt: Schritt, *, benutzer: Benutzer, zeitpunkt: datetime
) -> None:
    """Legt Fristen an. Dauer in Monaten zählt ab dem Ereignis; gesetzte Fristen nennt `faellig`."""
    Frist.objects.bulk_create(
        Frist(
            haushalt_id=vorgang.haushalt_id,
            vorgang=vorgang,
            art=Frist.GESETZ if vorgabe.gesetzlich else Frist.BEHOERDE,
            schluessel=vorgabe.schluessel,
            titel=vorgabe.titel,
            norm=vorgabe.norm,
            faellig=schritt.faellig.get(vorgabe.schluessel) or monatsfrist(schritt.ereignis_am, vorgabe.monate),
            zustaendig_id=vorgang.zustaendig_id,
            created_at=zeitpunkt,
            created_by=benutzer,
        )
        for vorgabe in vorgaben
    )


def _was_geschah(vorgang: Vorgang, version: int) -> str:
    titel = {u.handlung: u.titel for u in vorgang.vorgangsart.uebergaenge}
    neuere = vorgang.schritte.filter(nummer__gt=version).select_related("erfasst_von").order_by("nummer")
    was = "; ".join(
        f"{timezone.localtime(s.erfasst_am):%d.%m.%Y %H:%M} {s.erfasst_von.anzeigename}: "
        f"{titel.get(s.handlung, s.handlung)}"
        for s in neuere
    )
    return (
        f"Inzwischen ist an diesem Vorgang gearbeitet worden ({was}). Er ist jetzt „{vorgang.stand.titel}“. "
        "Sehen Sie ihn neu an; Ihre Eingabe ist nicht gespeichert."
    )


def _nicht_moeglich(vorgang: Vorgang, handlung: str) -> str:
    titel = {u.handlung: u.titel for u in vorgang.vorgangsart.uebergaenge}.get(handlung, handlung)
    moeglich = ", ".join(dict.fromkeys(f"„{u.titel}“" for u in vorgang.moeglich))
    abhilfe = f"Möglich ist: {moeglich}." if moeglich else "Er ist abgeschlossen."
    return f"„{titel}“ geht nicht: Der Vorgang „{vorgang.titel}“ ist „{vorgang.stand.titel}“. {abhilfe}"
