"""Einen Antrag auf Überprüfung aufnehmen (§ 44 SGB X)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.fristen import bekanntgabe, ueberpruefbar_bis
from sozialamt.akte.models import Benutzer, Bescheid, Vorgang
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.verfahrensrecht import EIN_JAHR_ZURUECK
from sozialamt.akte.vorgaenge.vorgang_beginnen import Beginn, beginne
from sozialamt.leistungen.verfahren import UEBERPRUEFUNG


@transaction.atomic
def ueberpruefung_aufnehmen(
    *,
    benutzer: Benutzer,
    bescheid: Bescheid,
    eingang: date,
    vermerk: str = "",
    zeitpunkt: datetime | None = None,
) -> Vorgang:
    """Hält fest, ob der Antrag noch rechtzeitig ist (§ 116a Nr. 1 SGB XII, § 40 Abs. 1 Satz 2 Nr. 1 SGB II)."""
    pruefe_recht(benutzer, "vorgang_fuehren", bescheid.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if bescheid.vorgaenge.offen().filter(art=UEBERPRUEFUNG.schluessel).exists():
        raise ZustandFehler(f"{bescheid.nummer} wird schon überprüft. Führen Sie den Vorgang weiter.")
    angaben: dict[str, object] = {}
    if bescheid.leistung in EIN_JAHR_ZURUECK:
        ende = ueberpruefbar_bis(bekanntgabe(timezone.localdate(bescheid.erlassen_am)))
        angaben = {"fristende": ende.isoformat(), "verspaetet": eingang > ende}
    beginn = Beginn(bescheid.haushalt, bescheid.leistung, eingang, vermerk.strip(), bescheid=bescheid, angaben=angaben)
    return beginne(UEBERPRUEFUNG, beginn, handlung="ueberpruefung_aufnehmen", benutzer=benutzer, zeitpunkt=zeitpunkt)
