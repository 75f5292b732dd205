"""Einen Bescheid entwerfen: rechnen und das Ergebnis als Entwurf festhalten."""

from __future__ import annotations

from collections.abc import Sequence
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
from sozialamt.akte.stand import geltende_bescheide, je_person, zugesprochen, zustehend
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
    if entscheidung.art is None:
        _pruefe_keine_kuerzung(haushalt, leistung, ergebnisse)
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


def _pruefe_keine_kuerzung(haushalt: Haushalt, leistung: str, ergebnisse: Sequence[Leistungsergebnis]) -> None:
    """Ohne Norm und Anhörung darf niemand weniger bekommen, als bewilligt ist; einen Vorschuss löst der Bescheid ab."""
    zeitraum = [ergebnis.bild.monat for ergebnis in ergebnisse]
    geltend = geltende_bescheide(haushalt, leistung, zeitraum)
    neu = je_person({teil: cent for ergebnis in ergebnisse for teil, cent in zustehend(ergebnis).items()})
    for (monat, person_id), alt in sorted(je_person(zugesprochen(haushalt, leistung, zeitraum)).items()):
        if neu.get((monat, person_id), 0) < alt and geltend[monat].art != Bescheidart.VORSCHUSS:
            raise ZustandFehler(
                f"Im {monat:%m.%Y} gäbe es weniger, als mit Bescheid {geltend[monat].nummer} bewilligt ist. Kürzen "
                "geht nur mit Norm und Anhörung: Beginnen Sie den Vorgang „Änderung prüfen“ (§§ 24, 45, 48 SGB X)."
            )
