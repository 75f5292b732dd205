"""Ändern, aufheben, überprüfen, endgültig entscheiden: ein Vorgang, den jede Entscheidung auf ihre Normen begrenzt."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.berechnung import berechne_zeitraum
from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.korrektur import Korrekturangaben, Korrekturlage, entscheide
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.monat import monate
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.stand import Teil, zustehend
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen, pruefe_ergebnis
from sozialamt.leistungen import steckbriefe


@transaction.atomic
def korrigiere(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    angaben: Korrekturangaben,
    erlaubt: Collection[Korrektur],
    beginn: date,
    ende: date,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Rechnet den Zeitraum neu, prüft, ob die Norm den Unterschied trägt, und entwirft den Bescheid."""
    pruefe_recht(benutzer, "bescheid_entwerfen", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if angaben.korrektur not in erlaubt:
        grund = "gehört zu einer anderen Entscheidung"
        raise AngabenFehler([Mangel("Norm", angaben.korrektur.norm, grund, "Wählen Sie eine der angebotenen.")])
    if beginn > ende:
        raise AngabenFehler([Mangel("bis Monat", f"{ende:%m.%Y}", "liegt vor dem Beginn", "Prüfen Sie den Zeitraum.")])
    neu = _rechne(vorgang, beginn, ende, zeitpunkt)
    lage = Korrekturlage.lies(vorgang, monate(beginn, ende), neu, timezone.localdate(zeitpunkt))
    return bescheid_entwerfen(
        benutzer=benutzer,
        haushalt=vorgang.haushalt,
        leistung=vorgang.leistung,
        beginn=beginn,
        ende=ende,
        entscheidung=entscheide(lage, angaben, _art(angaben.korrektur, leer=not neu)),
        zeitpunkt=zeitpunkt,
    )


def _rechne(vorgang: Vorgang, beginn: date, ende: date, zeitpunkt: datetime) -> dict[Teil, int]:
    steckbrief = steckbriefe()[vorgang.leistung]
    if not steckbrief.zahlung:
        raise ZustandFehler(f"{steckbrief.titel} wird hier nicht gezahlt und kann nicht korrigiert werden.")
    ergebnisse = berechne_zeitraum(Kenntnis.lade(vorgang.haushalt, zeitpunkt), steckbrief, monate(beginn, ende))
    neu: dict[Teil, int] = {}
    for ergebnis in ergebnisse:
        pruefe_ergebnis(ergebnis)
        neu |= zustehend(ergebnis)
    return neu


def _art(korrektur: Korrektur, *, leer: bool) -> Bescheidart:
    if korrektur is Korrektur.ENDGUELTIG:
        return Bescheidart.ENDGUELTIG
    if korrektur.von_anfang_an_falsch:
        return Bescheidart.RUECKNAHME
    return Bescheidart.AUFHEBUNG if leer else Bescheidart.AENDERUNG
