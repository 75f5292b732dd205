"""Eine ausgefüllte Vorlage annehmen: geprüft, ganz oder gar nicht."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.einlesen.lieferdatei import lies
from sozialamt.vergleich.models import Lieferung, Stadt
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.pool.grundbestand import alle_groessen
from sozialamt.vergleich.vorgaenge.berechtigung import pruefe_stadtrecht
from sozialamt.vergleich.vorgaenge.pruefen import pruefe_werte


@transaction.atomic
def datei_liefern(
    *, benutzer: Benutzer, stadt: Stadt, dateiname: str, inhalt: bytes, zeitpunkt: datetime | None = None
) -> Lieferung:
    """Nimmt eine Datei an und prüft die Werte. `AngabenFehler` nennt jeden Mangel mit Zeile und Spalte."""
    import polars as pl

    from sozialamt.vergleich.pool.schreiben import Herkunft, speichere

    pruefe_stadtrecht(benutzer, "vergleich_liefern", stadt)
    zeitpunkt = zeitpunkt or timezone.now()
    zeilen = lies(dateiname, inhalt, [stadt], alle_groessen(), bis_jahr=timezone.localdate(zeitpunkt).year)
    herkunft = Herkunft(
        Lieferungsart.DATEI,
        f"Datei {dateiname}"[:200],
        zeitpunkt,
        stadt=stadt,
        benutzer=benutzer,
        sha256=hashlib.sha256(inhalt).hexdigest(),
    )
    lieferung = speichere(zeilen.with_columns(quelle=pl.lit(f"Lieferung der Stadt {stadt.name}")), herkunft)
    pruefe_werte(stadt=stadt, jahre=zeilen["jahr"].unique().to_list(), zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang="vergleich_datei_liefern",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"stadt": stadt.schluessel, "lieferung": lieferung.pk, "zeilen": lieferung.zeilen},
    )
    return lieferung
