"""Die zweite Person prüft ein erfasstes Konto: freigeben, ablehnen, später beenden."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.models import Sperrgrund, Zahlungsweg, Zahlungswegfreigabe, Zahlungswegsperre


@transaction.atomic
def zahlungsweg_freigeben(
    *, benutzer: Benutzer, zahlungsweg: Zahlungsweg, zeitpunkt: datetime | None = None
) -> Zahlungswegfreigabe:
    """Gibt ein Konto frei. Wer es erfasst hat, kann das nicht; die Datenbank lehnt es ebenso ab."""
    pruefe_recht(benutzer, "zahlungsweg_freigeben", zahlungsweg.haushalt)
    weg = _gesperrt(zahlungsweg)
    if weg.erfasst_von_id == benutzer.pk:
        raise ZustandFehler("Sie haben dieses Konto selbst erfasst. Freigeben muss es eine andere Person.")
    freigabe = Zahlungswegfreigabe.objects.create(
        zahlungsweg=weg,
        erfasst_von_id=weg.erfasst_von_id,
        freigegeben_von=benutzer,
        freigegeben_am=zeitpunkt or timezone.now(),
    )
    _merke("zahlungsweg_freigeben", benutzer, weg, zeitpunkt)
    return freigabe


@transaction.atomic
def zahlungsweg_sperren(
    *, benutzer: Benutzer, zahlungsweg: Zahlungsweg, grund: Sperrgrund, zeitpunkt: datetime | None = None
) -> Zahlungswegsperre:
    """Lehnt die Freigabe ab oder beendet den Weg. Ein neuer Weg muss neu freigegeben werden."""
    zweite = (Sperrgrund.ABGELEHNT, Sperrgrund.EMPFAENGER)
    recht = "zahlungsweg_freigeben" if grund in zweite else "zahlungsweg_erfassen"
    pruefe_recht(benutzer, recht, zahlungsweg.haushalt)
    weg = Zahlungsweg.objects.select_for_update(no_key=True).get(pk=zahlungsweg.pk)
    if Zahlungswegsperre.objects.filter(zahlungsweg=weg).exists():
        raise ZustandFehler("Dieser Zahlungsweg ist schon gesperrt oder beendet.")
    sperre = Zahlungswegsperre.objects.create(
        zahlungsweg=weg, grund=grund, gesperrt_am=zeitpunkt or timezone.now(), gesperrt_von=benutzer
    )
    _merke("zahlungsweg_sperren", benutzer, weg, zeitpunkt)
    return sperre


def _gesperrt(zahlungsweg: Zahlungsweg) -> Zahlungsweg:
    weg = Zahlungsweg.objects.select_for_update(no_key=True).get(pk=zahlungsweg.pk)
    if Zahlungswegfreigabe.objects.filter(zahlungsweg=weg).exists():
        raise ZustandFehler("Dieses Konto ist schon freigegeben.")
    if Zahlungswegsperre.objects.filter(zahlungsweg=weg).exists():
        raise ZustandFehler("Dieses Konto ist gesperrt. Erfassen Sie es neu, wenn darauf gezahlt werden soll.")
    return weg


def _merke(vorgang: str, benutzer: Benutzer, weg: Zahlungsweg, zeitpunkt: datetime | None) -> None:
    protokolliere(
        vorgang=vorgang,
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        haushalt=weg.haushalt,
        angaben={"zahlungsweg": weg.pk},
    )
