"""Eine öffentliche Tabelle (amtliche Statistik) in den Pool einlesen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.models import Lieferung
from sozialamt.vergleich.models.wert import Lieferungsart


@dataclass(frozen=True, slots=True)
class Einlesung:
    """Was angenommen wurde und was nicht: Zeile, Inhalt, Grund."""

    lieferung: Lieferung
    uebergangen: list[tuple[int, str, str]]


@transaction.atomic
def tabelle_einlesen(
    *, benutzer: Benutzer, dateiname: str, inhalt: bytes, quelle: str, zeitpunkt: datetime | None = None
) -> Einlesung:
    """Öffentliche Werte sehen sofort alle; darum braucht es das Recht, freizugeben, und die genaue Quelle.

    Zeilen über andere Orte oder Größen werden übergangen und genannt. Bleibt nichts, ist das ein Fehler. Dieselbe
    Tabelle ein zweites Mal ändert nichts.
    """
    from sozialamt.vergleich.einlesen.oeffentlich import lies
    from sozialamt.vergleich.pool.schreiben import Herkunft, speichere

    pruefe_recht(benutzer, "vergleich_freigeben")
    zeitpunkt = zeitpunkt or timezone.now()
    gelesen = lies(inhalt, quelle=quelle.strip())
    if gelesen.werte.is_empty():
        grund = gelesen.uebergangen[0][2] if gelesen.uebergangen else "sie ist leer"
        raise AngabenFehler(
            [Mangel("Datei", dateiname, f"enthält keinen brauchbaren Wert: {grund}", "Prüfen Sie Orte und Spalten.")]
        )
    herkunft = Herkunft(
        Lieferungsart.OEFFENTLICH,
        f"Tabelle {dateiname}"[:200],
        zeitpunkt,
        benutzer=benutzer,
        sha256=hashlib.sha256(inhalt).hexdigest(),
    )
    lieferung = speichere(gelesen.werte, herkunft)
    protokolliere(
        vorgang="vergleich_tabelle_einlesen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"lieferung": lieferung.pk, "zeilen": lieferung.zeilen, "uebergangen": len(gelesen.uebergangen)},
    )
    return Einlesung(lieferung, gelesen.uebergangen)
