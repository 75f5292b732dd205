"""Ein Schritt eines Zahllaufs: von einem Stand in den nächsten, nur einmal und nur von dort."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.models import Laufstatus, Zahllauf


def sperre_lauf(lauf: Zahllauf, erlaubt: Collection[Laufstatus]) -> Zahllauf:
    """Der Lauf, frisch gelesen und gesperrt; wer zu spät kommt, erfährt den Stand."""
    jetzt = Zahllauf.objects.select_for_update(no_key=True).get(pk=lauf.pk)
    if jetzt.status not in erlaubt:
        moeglich = " oder ".join(f"„{stand.label}“" for stand in erlaubt)
        raise ZustandFehler(
            f"Zahllauf {jetzt.nummer} ist „{jetzt.get_status_display()}“. Möglich ist das nur, solange er {moeglich} "
            "ist. Jemand anderes hat ihn inzwischen bearbeitet; laden Sie die Seite neu."
        )
    return jetzt


def setze_stand(lauf: Zahllauf, status: Laufstatus, **felder: Any) -> None:
    """Schreibt den neuen Stand mit Person und Zeit."""
    lauf.status = status
    for name, wert in felder.items():
        setattr(lauf, name, wert)
    lauf.save(update_fields=["status", *felder])


def merke(vorgang: str, lauf: Zahllauf, benutzer: Benutzer, zeitpunkt: datetime, **angaben: Any) -> None:
    protokolliere(vorgang=vorgang, benutzer=benutzer, zeitpunkt=zeitpunkt, angaben={"zahllauf": lauf.nummer, **angaben})
