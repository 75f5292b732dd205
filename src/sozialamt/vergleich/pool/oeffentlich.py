"""Lädt die mitgelieferten öffentlichen Werte. Der zweite Lauf erkennt an der Prüfsumme, dass nichts zu tun ist."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.vergleich.kennzahlen.katalog import OEFFENTLICH
from sozialamt.vergleich.models import Lieferung
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.pool.grundbestand import gleiche_ab

DATEIEN = {
    "bundeswahlleiterin_staedte.csv": "Strukturdaten der Bundeswahlleiterin",
    "inkar_staedte.csv": "INKAR (BBSR)",
    "einwohner_staedte.csv": "Einwohner und Fläche",
    "weitere_werte.csv": "Einzelne veröffentlichte Werte",
    "dortmund_2020.csv": "Präsentation des Sozialamts Dortmund",
}


@transaction.atomic
def lade(*, zeitpunkt: datetime | None = None) -> list[Lieferung]:
    """Grundbestand und alle öffentlichen Werte; gibt zurück, was neu angenommen wurde (sonst eine leere Liste).

    Jede mitgelieferte Zeile muss sich zuordnen lassen: Eine übergangene ist ein Fehler (`ValueError`).
    """
    inhalte = {name: (OEFFENTLICH / name).read_bytes() for name in DATEIEN}
    summen = {name: hashlib.sha256(inhalt).hexdigest() for name, inhalt in inhalte.items()}
    oeffentlich = Lieferung.objects.filter(art=Lieferungsart.OEFFENTLICH, sha256__in=summen.values())
    vorhanden = set(oeffentlich.values_list("sha256", flat=True))
    gleiche_ab()
    return [
        _lade(name, inhalte[name], summen[name], zeitpunkt or timezone.now())
        for name in DATEIEN
        if summen[name] not in vorhanden
    ]


def _lade(name: str, inhalt: bytes, sha256: str, zeitpunkt: datetime) -> Lieferung:
    from sozialamt.vergleich.einlesen.oeffentlich import lies
    from sozialamt.vergleich.pool.schreiben import Herkunft, speichere

    gelesen = lies(inhalt)
    if gelesen.uebergangen:
        raise ValueError(f"{name}: {gelesen.uebergangen[:5]}")
    return speichere(gelesen.werte, Herkunft(Lieferungsart.OEFFENTLICH, DATEIEN[name], zeitpunkt, sha256=sha256))
