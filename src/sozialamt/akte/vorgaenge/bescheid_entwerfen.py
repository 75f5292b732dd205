"""Einen Bescheid entwerfen: rechnen und das Ergebnis als Entwurf festhalten."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte import bescheidinhalt
from sozialamt.akte.berechnung import Leistungsergebnis, Zustand, berechne_zeitraum
from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import HOECHSTDAUER_MONATE, Entscheidung
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.feststellung import pruefe_feststellung
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Haushalt
from sozialamt.akte.monat import monate
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.entwurf_anlegen import Entwurfsrahmen, lege_entwurf_an, pruefe_rahmen

__all__ = ["HOECHSTDAUER_MONATE", "bescheid_entwerfen"]


@transaction.atomic
def bescheid_entwerfen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    leistung: str,
    beginn: date,
    ende: date,
    entscheidung: Entscheidung | None = None,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Rechnet alle Monate. Fehlt eine Angabe, eine Feststellung oder das Recht eines Monats, entsteht kein Entwurf."""
    pruefe_recht(benutzer, "bescheid_entwerfen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    entscheidung = entscheidung or Entscheidung()
    steckbrief = pruefe_rahmen(leistung, beginn, ende, entscheidung)
    kenntnis = Kenntnis.lade(haushalt, zeitpunkt)
    ergebnisse = berechne_zeitraum(kenntnis, steckbrief, monate(beginn, ende), fuer_bescheid=True)
    for ergebnis in ergebnisse:
        pruefe_ergebnis(ergebnis)
        pruefe_feststellung(kenntnis, ergebnis)
    zugesprochen = any(e.zustand is Zustand.ANSPRUCH for e in ergebnisse)
    art = entscheidung.art or (Bescheidart.BEWILLIGUNG if zugesprochen else Bescheidart.ABLEHNUNG)
    return lege_entwurf_an(
        Entwurfsrahmen(haushalt, leistung, beginn, ende, zeitpunkt),
        art,
        entscheidung,
        inhalt=bescheidinhalt.inhalt(haushalt, ergebnisse),
        spuren=[ergebnis.spur for ergebnis in ergebnisse],
        benutzer=benutzer,
    )


def pruefe_ergebnis(ergebnis: Leistungsergebnis) -> None:
    """Bricht ab, wenn ein Monat nicht berechnet ist."""
    monat = f"{ergebnis.bild.monat:%m.%Y}"
    match ergebnis.zustand:
        case Zustand.FRAGEN:
            namen = ergebnis.bild.namen
            fehlt = "; ".join(f"{f.titel} ({namen.get(f.person or '', 'Haushalt')})" for f in ergebnis.fragen)
            raise ZustandFehler(f"Für {monat} fehlen Angaben: {fehlt}. Tragen Sie sie zuerst ein.")
        case Zustand.KEIN_RECHT:
            raise ZustandFehler(f"{monat} kann nicht berechnet werden: {ergebnis.kein_recht}")
        case Zustand.NIEMAND:
            raise ZustandFehler(f"Im {monat} gehört niemand zum Haushalt. Wählen Sie einen anderen Zeitraum.")
