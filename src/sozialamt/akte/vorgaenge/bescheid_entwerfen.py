"""Einen Bescheid entwerfen: rechnen und das Ergebnis als Entwurf festhalten."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte import bescheidinhalt
from sozialamt.akte.berechnung import Leistungsergebnis, Zustand, berechne_zeitraum
from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Haushalt
from sozialamt.akte.monat import monate
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.spurspeicher import packe
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.leistungen import steckbriefe

HOECHSTDAUER_MONATE = 12
"""Bewilligungszeitraum in der Regel zwölf Monate (§ 44 Abs. 3 Satz 1 SGB XII)."""


@transaction.atomic
def bescheid_entwerfen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    leistung: str,
    beginn: date,
    ende: date,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Rechnet alle Monate. Fehlt eine Angabe oder das Recht eines Monats, entsteht kein Entwurf."""
    pruefe_recht(benutzer, "bescheid_entwerfen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    steckbrief = steckbriefe().get(leistung)
    if steckbrief is None:
        raise AngabenFehler([Mangel("Leistung", leistung, "gibt es nicht", "Wählen Sie eine Leistung.")])
    zeitraum = monate(beginn, ende)
    if not 1 <= len(zeitraum) <= HOECHSTDAUER_MONATE:
        grund = f"umfasst {len(zeitraum)} Monate" if zeitraum else "endet vor seinem Beginn"
        abhilfe = f"Wählen Sie höchstens {HOECHSTDAUER_MONATE} Monate (§ 44 Abs. 3 SGB XII)."
        raise AngabenFehler([Mangel("Zeitraum", f"{beginn:%m.%Y}–{ende:%m.%Y}", grund, abhilfe)])
    ergebnisse = berechne_zeitraum(Kenntnis.lade(haushalt, zeitpunkt), steckbrief, zeitraum, fuer_bescheid=True)
    for ergebnis in ergebnisse:
        _pruefe_ergebnis(ergebnis)
    entwurf = Bescheidentwurf.objects.create(
        haushalt=haushalt,
        leistung=leistung,
        art=Bescheidart.BEWILLIGUNG if any(e.cent for e in ergebnisse) else Bescheidart.ABLEHNUNG,
        beginn=beginn,
        ende=ende,
        gewusst_am=zeitpunkt,
        inhalt=bescheidinhalt.inhalt(haushalt, ergebnisse),
        rechenweg=packe([ergebnis.spur for ergebnis in ergebnisse]),
        created_by=benutzer,
    )
    protokolliere(vorgang="bescheid_entwerfen", benutzer=benutzer, zeitpunkt=zeitpunkt, haushalt=haushalt)
    return entwurf


def _pruefe_ergebnis(ergebnis: Leistungsergebnis) -> None:
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
