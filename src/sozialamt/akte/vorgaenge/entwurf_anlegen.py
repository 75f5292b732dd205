"""Einen Entwurf festhalten, mit seinem Stand und dem Schritt im Vorgang. Teil der Vorgänge, die entwerfen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Entwurfsstand, Haushalt
from sozialamt.akte.monat import monate
from sozialamt.akte.spurspeicher import packe
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.steckbrief import Steckbrief


@dataclass(frozen=True, slots=True)
class Entwurfsrahmen:
    """Worüber entschieden wird und nach welchem Stand der Tatsachen."""

    haushalt: Haushalt
    leistung: str
    beginn: date
    ende: date
    gewusst_am: datetime


ZWEITER_KLICK = timedelta(minutes=1)


def _eben_angelegt(
    rahmen: Entwurfsrahmen, art: Bescheidart, inhalt: dict[str, Any], benutzer: Benutzer
) -> Bescheidentwurf | None:
    Haushalt.objects.select_for_update(no_key=True).get(pk=rahmen.haushalt.pk)
    gleiche = Bescheidentwurf.objects.filter(
        haushalt=rahmen.haushalt,
        leistung=rahmen.leistung,
        art=art,
        beginn=rahmen.beginn,
        ende=rahmen.ende,
        created_by=benutzer,
        gewusst_am__gte=rahmen.gewusst_am - ZWEITER_KLICK,
    )
    return next((entwurf for entwurf in gleiche if entwurf.inhalt == inhalt), None)


def pruefe_rahmen(leistung: str, beginn: date, ende: date, entscheidung: Entscheidung) -> Steckbrief:
    """Leistung und Zeitraum, wie sie die Entscheidung erlaubt."""
    steckbrief = steckbriefe().get(leistung)
    if steckbrief is None:
        raise AngabenFehler([Mangel("Leistung", leistung, "gibt es nicht", "Wählen Sie eine Leistung.")])
    anzahl, hoechstens = len(monate(beginn, ende)), entscheidung.hoechstdauer
    if not 1 <= anzahl <= hoechstens:
        grund = f"umfasst {anzahl} Monate" if anzahl else "endet vor seinem Beginn"
        norm = "§ 44 Abs. 3 Satz 2 SGB XII" if entscheidung.vorlaeufig_grund else "§ 44 Abs. 3 SGB XII"
        abhilfe = f"Wählen Sie höchstens {hoechstens} Monate ({norm})."
        raise AngabenFehler([Mangel("Zeitraum", f"{beginn:%m.%Y}–{ende:%m.%Y}", grund, abhilfe)])
    return steckbrief


def lege_entwurf_an(
    rahmen: Entwurfsrahmen,
    art: Bescheidart,
    entscheidung: Entscheidung,
    *,
    inhalt: dict[str, Any],
    spuren: list[dict[str, Any]],
    benutzer: Benutzer,
) -> Bescheidentwurf:
    """Schreibt Entwurf und Stand, geht im Vorgang weiter und protokolliert.

    Derselbe Entwurf derselben Person im Vorgang, eben erst angelegt, ist ein zweiter Klick und bleibt der einzige.
    """
    voll = inhalt | {"entscheidung": entscheidung.als_json()}
    vorgang = entscheidung.vorgang
    if vorgang is not None and (schon_da := _eben_angelegt(rahmen, art, voll, benutzer)):
        return schon_da
    entwurf = Bescheidentwurf.objects.create(
        haushalt=rahmen.haushalt,
        leistung=rahmen.leistung,
        art=art,
        vorlaeufig=bool(entscheidung.vorlaeufig_grund),
        norm=entscheidung.norm,
        beginn=rahmen.beginn,
        ende=rahmen.ende,
        gewusst_am=rahmen.gewusst_am,
        inhalt=voll,
        rechenweg=packe(spuren),
        created_by=benutzer,
    )
    entwurf.spuren = spuren
    Entwurfsstand.objects.create(entwurf=entwurf, vorgang=vorgang)
    if vorgang is not None:
        vermerk = f"{art.titel} {rahmen.beginn:%m.%Y} bis {rahmen.ende:%m.%Y}"
        schritt = Schritt("bescheid_entwerfen", timezone.localdate(rahmen.gewusst_am), vermerk)
        gehe(vorgang, schritt, benutzer=benutzer, zeitpunkt=rahmen.gewusst_am)
    protokolliere(
        vorgang="bescheid_entwerfen",
        benutzer=benutzer,
        zeitpunkt=rahmen.gewusst_am,
        haushalt=rahmen.haushalt,
        angaben={"leistung": rahmen.leistung, "art": art.value},
    )
    return entwurf
