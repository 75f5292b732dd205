"""Stellt Städte nebeneinander: Mittel, Streuung, Rang und Standardabweichungen, immer mit der Zahl der Städte.

Eine Stadt ohne Wert zählt nirgends mit; `n` und `kreis` sagen, wie viele Städte in ein Mittel eingingen und wie viele
der Kreis hat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import polars as pl

from sozialamt.vergleich.kennzahlen.festkomma import EINS, als_zahl, gerundet

JE = ["jahr", "kennzahl"]
STADT_JAHR = ["stadt", "jahr"]


class Streuung(StrEnum):
    """Welche Standardabweichung gilt: Die Städte sind die Grundgesamtheit oder eine Stichprobe."""

    GRUNDGESAMTHEIT = "grundgesamtheit"
    STICHPROBE = "stichprobe"


def kreistafel(kreise: Mapping[int, Sequence[str]]) -> pl.DataFrame:
    """Je Jahr die Städte des Vergleichskreises."""
    paare = [(jahr, stadt) for jahr, staedte in kreise.items() for stadt in staedte]
    return pl.DataFrame(paare, schema={"jahr": pl.Int32, "stadt": pl.String}, orient="row")


def vergleiche(
    werte: pl.DataFrame, kreise: Mapping[int, Sequence[str]], *, streuung: Streuung = Streuung.GRUNDGESAMTHEIT
) -> pl.DataFrame:
    """Je Jahr und Kennzahl über die Städte des Kreises.

    Spalten: n, kreis (Städte im Kreis), mittel (ungewichtet), mittel_gewichtet (Summe der Zähler durch Summe der
    Nenner; leer ohne Nenner), minimum, maximum (alle Int128 mit neun Nachkommastellen), sd (Zahl; leer bei weniger
    als zwei Städten).
    """
    tafel = kreistafel(kreise)
    groesse = tafel.group_by("jahr").agg(kreis=pl.len())
    da = werte.join(tafel, on=STADT_JAHR, how="semi").filter(pl.col("fest").is_not_null())
    zahl = als_zahl(pl.col("fest") - pl.col("fest").min())
    roh = da.group_by(JE).agg(
        n=pl.len(),
        summe=pl.col("fest").sum(),
        zaehler=pl.col("zaehler").sum(),
        nenner=pl.col("nenner").sum(),
        gewichtbar=pl.col("gewichtbar").all(),
        minimum=pl.col("fest").min(),
        maximum=pl.col("fest").max(),
        sd=zahl.std(ddof=1 if streuung is Streuung.STICHPROBE else 0),
    )
    return (
        roh.join(groesse, on="jahr", how="left")
        .with_columns(
            mittel=gerundet(pl.col("summe"), pl.col("n").cast(pl.Int128)),
            mittel_gewichtet=pl.when(pl.col("gewichtbar")).then(gerundet(pl.col("zaehler") * EINS, pl.col("nenner"))),
            sd=pl.when(pl.col("n") > 1).then(pl.col("sd")).otherwise(None),
        )
        .drop("summe", "zaehler", "nenner", "gewichtbar")
    )


def stelle_ein(werte: pl.DataFrame, vergleich: pl.DataFrame, kreise: Mapping[int, Sequence[str]]) -> pl.DataFrame:
    """Zu jedem Wert einer Stadt des Kreises Rang (1 = höchster Wert, gleiche Werte teilen ihn) und z.

    z = (Wert - ungewichtetes Mittel) / Standardabweichung, mit rohem Vorzeichen; leer, wenn alle Städte gleich sind.
    """
    im_kreis = werte.join(kreistafel(kreise), on=STADT_JAHR, how="semi")
    abweichung = als_zahl(pl.col("fest") - pl.col("mittel"))
    return im_kreis.join(vergleich, on=JE, how="left").with_columns(
        rang=pl.col("fest").rank("min", descending=True).over(JE),
        z=pl.when(pl.col("sd") > 0).then(abweichung / pl.col("sd")).otherwise(None),
    )


def fester_kreis(werte: pl.DataFrame, kennzahl: str, jahre: Sequence[int]) -> tuple[str, ...]:
    """Die Städte, die in allen Jahren einen Wert haben: Nur sie dürfen in eine Zeitreihe des Mittels."""
    da = werte.filter(
        (pl.col("kennzahl") == kennzahl) & pl.col("jahr").is_in(list(jahre)) & pl.col("fest").is_not_null()
    )
    gezaehlt = da.group_by("stadt").agg(n=pl.col("jahr").n_unique()).filter(pl.col("n") == len(set(jahre)))
    return tuple(sorted(gezaehlt["stadt"]))
