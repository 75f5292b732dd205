"""Eine eigene Kennzahl anlegen: eine geprüfte Formel mit Nummer auf Lebenszeit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.kennzahlen.formel import lies
from sozialamt.vergleich.kennzahlen.katalog import Polaritaet, katalog
from sozialamt.vergleich.models import Kennzahlformel
from sozialamt.vergleich.models.groesse import MAX_STELLEN
from sozialamt.vergleich.pool.grundbestand import alle_groessen


@dataclass(frozen=True, slots=True)
class Formelangaben:
    """Was eine eigene Kennzahl ausmacht."""

    schluessel: str
    titel: str
    einheit: str
    formel: str
    stellen: int = 1
    polaritaet: str = Polaritaet.NEUTRAL


@transaction.atomic
def formel_anlegen(*, benutzer: Benutzer, angaben: Formelangaben, zeitpunkt: datetime | None = None) -> Kennzahlformel:
    """Prüft Formel und Angaben und vergibt die nächste Nummer (E-001 …). Geändert wird eine Kennzahl nie."""
    pruefe_recht(benutzer, "vergleich_liefern")
    zeitpunkt = zeitpunkt or timezone.now()
    if maengel := _maengel(angaben):
        raise AngabenFehler(maengel)
    lies(angaben.formel, alle_groessen())
    kennzahl = Kennzahlformel.objects.create(
        schluessel=angaben.schluessel,
        nummer=f"E-{Kennzahlformel.objects.count() + 1:03d}",
        titel=angaben.titel.strip(),
        einheit=angaben.einheit.strip(),
        formel=angaben.formel.strip(),
        stellen=angaben.stellen,
        polaritaet=angaben.polaritaet,
        angelegt_am=zeitpunkt,
        angelegt_von=benutzer,
    )
    protokolliere(
        vorgang="vergleich_formel_anlegen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"nummer": kennzahl.nummer, "formel": kennzahl.formel},
    )
    return kennzahl


def _maengel(angaben: Formelangaben) -> list[Mangel]:
    belegt = (
        angaben.schluessel in katalog().kennzahlen
        or Kennzahlformel.objects.filter(schluessel=angaben.schluessel).exists()
    )
    pruefungen = [
        (
            not re.fullmatch(r"[a-z][a-z0-9_]{2,59}", angaben.schluessel),
            Mangel("Schlüssel", angaben.schluessel, "ist kein Schlüssel", "Kleinbuchstaben, Ziffern, Unterstrich."),
        ),
        (belegt, Mangel("Schlüssel", angaben.schluessel, "gibt es schon", "Wählen Sie einen anderen.")),
        (not angaben.titel.strip(), Mangel("Titel", "(leer)", "fehlt", "Benennen Sie die Kennzahl.")),
        (not angaben.einheit.strip(), Mangel("Einheit", "(leer)", "fehlt", "Nennen Sie die Einheit.")),
        (
            not 0 <= angaben.stellen <= MAX_STELLEN,
            Mangel("Nachkommastellen", str(angaben.stellen), "sind zu viele", f"Erlaubt sind 0 bis {MAX_STELLEN}."),
        ),
        (
            angaben.polaritaet not in set(Polaritaet),
            Mangel("Polarität", angaben.polaritaet, "gibt es nicht", "Wählen Sie aus der Liste."),
        ),
    ]
    return [mangel for falsch, mangel in pruefungen if falsch]
