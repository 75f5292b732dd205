"""Ein Konto sperren oder wieder öffnen, ihm ein neues erstes Passwort geben, es einer Einheit zuweisen."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Einheitszuweisung, Organisationseinheit
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.benutzer_anlegen import PASSWORTLAENGE
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def konto_sperren(
    *, benutzer: Benutzer, konto: Benutzer, gesperrt: bool, zeitpunkt: datetime | None = None
) -> Benutzer:
    """Ein gesperrtes Konto kommt nicht hinein; laufende Sitzungen enden mit der nächsten Anfrage."""
    pruefe_recht(benutzer, "benutzer_verwalten")
    if konto.pk == benutzer.pk:
        raise ZustandFehler("Das eigene Konto sperrt man nicht selbst. Das macht jemand anderes.")
    konto.is_active = not gesperrt
    konto.save(update_fields=["is_active"])
    _protokolliere("konto_sperren" if gesperrt else "konto_oeffnen", benutzer, konto, zeitpunkt)
    return konto


@transaction.atomic
def passwort_zuruecksetzen(*, benutzer: Benutzer, konto: Benutzer, zeitpunkt: datetime | None = None) -> str:
    """Gibt das neue erste Passwort zurück; alle Sitzungen des Kontos enden."""
    pruefe_recht(benutzer, "benutzer_verwalten")
    if konto.pk == benutzer.pk:
        raise ZustandFehler("Das eigene Passwort ändern Sie unter „Mein Konto“.")
    passwort = secrets.token_urlsafe(PASSWORTLAENGE)
    konto.set_password(passwort)
    konto.save(update_fields=["password"])
    _protokolliere("passwort_zuruecksetzen", benutzer, konto, zeitpunkt)
    return passwort


@transaction.atomic
def einheit_zuweisen(
    *,
    benutzer: Benutzer,
    konto: Benutzer,
    einheit: Organisationseinheit,
    gehoert: bool,
    zeitpunkt: datetime | None = None,
) -> None:
    """Nimmt das Konto in die Einheit auf oder heraus; sich selbst weist niemand zu."""
    pruefe_recht(benutzer, "benutzer_verwalten")
    if konto.pk == benutzer.pk:
        raise ZustandFehler("Die eigene Einheit ändert jemand anderes aus der Administration.")
    if gehoert:
        Einheitszuweisung.objects.get_or_create(benutzer=konto, einheit=einheit)
    else:
        Einheitszuweisung.objects.filter(benutzer=konto, einheit=einheit).delete()
    was = "einheit_zuweisen" if gehoert else "einheit_entziehen"
    _protokolliere(was, benutzer, konto, zeitpunkt, einheit=einheit.pk)


def _protokolliere(
    vorgang: str, benutzer: Benutzer, konto: Benutzer, zeitpunkt: datetime | None, **angaben: int
) -> None:
    protokolliere(
        vorgang=vorgang,
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"konto": konto.pk, **angaben},
    )
