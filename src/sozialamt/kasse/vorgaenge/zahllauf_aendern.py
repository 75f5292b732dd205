"""Vor der Freigabe: eine Zeile herausnehmen oder den ganzen Lauf verwerfen. Was offen war, bleibt offen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.kasse.laufschritt import merke, setze_stand, sperre_lauf
from sozialamt.kasse.models import VOR_FREIGABE, Laufstatus, Zahllauf, Zahlung, Zahlungsausschluss
from sozialamt.kasse.sperre import sperre_kasse
from sozialamt.kasse.vorgaenge.soll_stellen import soll_stellen

BEGRUENDUNG_HOECHSTENS = 200


@transaction.atomic
def zahlung_ausschliessen(
    *, benutzer: Benutzer, zahlung: Zahlung, begruendung: str, zeitpunkt: datetime | None = None
) -> Zahlungsausschluss:
    """Nimmt eine Zeile heraus; der Grund bleibt stehen."""
    pruefe_recht(benutzer, "zahllauf_pruefen")
    zeitpunkt = zeitpunkt or timezone.now()
    sperre_kasse(allein=True)
    lauf = sperre_lauf(zahlung.zahllauf, VOR_FREIGABE)
    if not 0 < len(begruendung.strip()) <= BEGRUENDUNG_HOECHSTENS:
        grund = f"fehlt oder ist länger als {BEGRUENDUNG_HOECHSTENS} Zeichen"
        raise AngabenFehler([Mangel("Begründung", begruendung or "(leer)", grund, "Schreiben Sie einen Satz.")])
    if Zahlungsausschluss.objects.filter(zahlung=zahlung).exists():
        raise ZustandFehler(f"{zahlung.schluessel} ist schon herausgenommen.")
    ausschluss = Zahlungsausschluss.objects.create(
        zahlung=zahlung,
        begruendung=begruendung.strip(),
        ausgeschlossen_am=zeitpunkt,
        ausgeschlossen_von=benutzer,
    )
    Zahllauf.objects.filter(pk=lauf.pk).update(anzahl=F("anzahl") - 1, summe=F("summe") - zahlung.cent)
    soll_stellen(benutzer=benutzer, bis_monat=lauf.monat, haushalt_ids=[zahlung.haushalt_id], zeitpunkt=zeitpunkt)
    merke("zahlung_ausschliessen", lauf, benutzer, zeitpunkt, zahlung=zahlung.schluessel)
    return ausschluss


@transaction.atomic
def zahllauf_verwerfen(*, benutzer: Benutzer, zahllauf: Zahllauf, zeitpunkt: datetime | None = None) -> Zahllauf:
    """Verwirft den Lauf vor der Freigabe; der nächste sammelt alles neu."""
    pruefe_recht(benutzer, "zahllauf_sammeln")
    zeitpunkt = zeitpunkt or timezone.now()
    sperre_kasse(allein=True)
    lauf = sperre_lauf(zahllauf, VOR_FREIGABE)
    setze_stand(lauf, Laufstatus.VERWORFEN)
    soll_stellen(benutzer=benutzer, bis_monat=lauf.monat, zeitpunkt=zeitpunkt)
    merke("zahllauf_verwerfen", lauf, benutzer, zeitpunkt)
    return lauf
