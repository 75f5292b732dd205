"""Viele Monate auf einmal neu rechnen: welche Fälle nach heutigem Recht und Wissen anders zu entscheiden wären.

Jeder Monat ist die Vorschau eines Massenlaufs; hier werden sie je Fall zusammengezählt. Welche Norm in Betracht kommt,
sagt erst die Neuberechnung des einzelnen Falls (`akte/neuberechnung.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import polars as pl

from sozialamt.akte.massenlauf.rechnung import gezahlte
from sozialamt.akte.massenlauf.vorschau import FALL, vergleiche, wirkung
from sozialamt.akte.models import Bescheid
from sozialamt.akte.monat import monate


def rechne_monate_neu(
    von: date, bis: date, gewusst_am: datetime | None = None, fortschritt: Callable[[int], None] | None = None
) -> tuple[pl.DataFrame, int]:
    """Fälle mit einem Unterschied in wenigstens einem Monat und die Zahl der geprüften Fälle.

    Spalten: haushalt, leistung, von und bis (erster und letzter Monat mit Unterschied), alt und neu (deren Summen in
    Cent; neu leer, wenn in einem Angaben fehlen), wirkung.
    """
    je_monat = []
    for monat in monate(von, bis):
        posten, _ = vergleiche(monat, gewusst_am)
        je_monat.append(posten.with_columns(monat=pl.lit(monat)))
        if fortschritt:
            fortschritt(1)
    return _je_fall(pl.concat(je_monat)), _geprueft(von, bis)


def _je_fall(zeilen: pl.DataFrame) -> pl.DataFrame:
    offen = pl.col("neu").is_null().any()
    summen = zeilen.group_by(FALL).agg(
        pl.sum("alt"),
        offen=offen,
        neu=pl.when(offen).then(None).otherwise(pl.sum("neu")),
        von=pl.min("monat"),
        bis=pl.max("monat"),
    )
    spalten = (*FALL, "von", "bis", "alt", "neu", "wirkung")
    return summen.with_columns(wirkung=wirkung()).sort(FALL).select(*spalten)


def _geprueft(von: date, bis: date) -> int:
    """Fälle mit einem verfügenden Bescheid in diesem Zeitraum."""
    faelle = Bescheid.objects.verfuegend().filter(leistung__in=[s.schluessel for s in gezahlte()])
    return faelle.filter(beginn__lte=bis, ende__gte=von).order_by().values("haushalt", "leistung").distinct().count()
