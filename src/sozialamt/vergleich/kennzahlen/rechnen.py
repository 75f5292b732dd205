"""Rechnet Kennzahlen spaltenweise: aus dem Datenpool je Stadt und Jahr, exakt, mit dem Grund, wo ein Wert fehlt.

Ein Pool ist eine Tabelle mit den Spalten von `POOLSPALTEN`; `wert` ist ganzzahlig in der Nachkommastelle der Größe.
Mehrere Reihen für dieselbe Größe, Stadt und dasselbe Jahr (zwei Veröffentlichungen) werden nie gemischt: Die eigene
Lieferung einer Stadt geht vor, dann die Reihe, die mehr Städte nennt, dann die neuere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import lcm
from operator import add

import numpy as np
import polars as pl

from sozialamt.vergleich.kennzahlen.festkomma import EINS, gerundet
from sozialamt.vergleich.kennzahlen.katalog import Groesse, Kennzahl

POOLSPALTEN: dict[str, type[pl.DataType]] = {
    "id": pl.Int64,
    "stadt": pl.String,
    "groesse": pl.String,
    "jahr": pl.Int32,
    "stichtag": pl.String,
    "definition": pl.Int16,
    "wert": pl.Int64,
    "fehlt": pl.String,
    "quelle": pl.String,
    "eigene": pl.Boolean,
    "erzeugt": pl.Boolean,
    "hinweis": pl.String,
}
KEINE_LIEFERUNG, NICHT_ZUSTAENDIG, NICHT_BERECHENBAR = "keine_lieferung", "nicht_zustaendig", "nicht_berechenbar"
GRUENDE = ("", KEINE_LIEFERUNG, NICHT_ZUSTAENDIG, NICHT_BERECHENBAR)
_GRUND = "grund:"
_NICHT_GELIEFERT = GRUENDE.index(KEINE_LIEFERUNG)
_NICHT_ZUSTAENDIG = GRUENDE.index(NICHT_ZUSTAENDIG)
_UNBERECHENBAR = GRUENDE.index(NICHT_BERECHENBAR)


def leerer_pool() -> pl.DataFrame:
    """Ein Pool ohne Werte."""
    return pl.DataFrame(schema=POOLSPALTEN)


def waehle(pool: pl.DataFrame) -> pl.DataFrame:
    """Je Stadt, Größe und Jahr die eine Zeile, die gilt. Werte ohne Jahr fallen heraus: Sie sind nicht vergleichbar."""
    reihe = ["groesse", "jahr", "quelle", "stichtag"]
    mit_jahr = pool.filter(pl.col("jahr").is_not_null())
    veroeffentlicht = mit_jahr.filter(~pl.col("eigene")).with_columns(breite=pl.len().over(reihe))
    geliefert = mit_jahr.filter(pl.col("eigene")).with_columns(breite=pl.lit(0, dtype=pl.get_index_type()))
    return (
        pl.concat([veroeffentlicht, geliefert])
        .sort("eigene", "breite", "definition", "id")
        .unique(["stadt", "groesse", "jahr"], keep="last", maintain_order=True)
        .drop("breite")
    )


def geliefert_fuer(kennzahlen: Iterable[Kennzahl], groessen: Mapping[str, Groesse]) -> tuple[str, ...]:
    """Die gelieferten Größen, aus denen diese Kennzahlen entstehen; Ersatzgrößen sind in ihre Teile aufgelöst."""
    namen = dict.fromkeys(name for kennzahl in kennzahlen for name in kennzahl.formel.groessen)
    return tuple(dict.fromkeys(teil for name in namen for teil in _teile(groessen[name])))


def _teile(groesse: Groesse) -> tuple[str, ...]:
    return tuple(teil for reihe in groesse.aus for teil in reihe) or (groesse.schluessel,)


def rechne(pool: pl.DataFrame, kennzahlen: Sequence[Kennzahl], groessen: Mapping[str, Groesse]) -> pl.DataFrame:
    """Vom Pool zu den Werten dieser Kennzahlen, siehe `berechne`."""
    namen = {name for kennzahl in kennzahlen for name in kennzahl.formel.groessen}
    noetig = {name: groessen[name] for name in (*geliefert_fuer(kennzahlen, groessen), *namen)}
    gewaehlt = waehle(pool.filter(pl.col("groesse").is_in(list(noetig))))
    return berechne(breite_tafel(gewaehlt, noetig), kennzahlen, groessen)


def breite_tafel(gewaehlt: pl.DataFrame, groessen: Mapping[str, Groesse]) -> pl.DataFrame:
    """Eine Zeile je Stadt und Jahr; je Größe eine Spalte mit dem Wert (Int128) und eine mit dem Grund des Fehlens.

    Ersatzgrößen (`aus`) werden hier gebildet; eine Größe, die niemand geliefert hat, ist überall „keine Lieferung“.
    """
    bekannt = gewaehlt.filter(pl.col("groesse").is_in(list(groessen)))
    tafel = gewaehlt.select("stadt", "jahr").unique(maintain_order=True)
    stellen = bekannt.select("stadt", "jahr").join(
        tafel.with_row_index("stelle"), on=["stadt", "jahr"], how="left", maintain_order="left"
    )
    ort = (
        bekannt["groesse"].replace_strict({n: i for i, n in enumerate(groessen)}, return_dtype=pl.Int32).to_numpy(),
        stellen["stelle"].to_numpy(),
    )
    werte = np.zeros((len(groessen), tafel.height), np.int64)
    werte[ort] = bekannt["wert"].fill_null(0).to_numpy()
    gruende = np.full(werte.shape, _NICHT_GELIEFERT, np.int8)
    gruende[ort] = bekannt.select(
        pl.when(pl.col("wert").is_not_null())
        .then(0)
        .when(pl.col("fehlt") == NICHT_ZUSTAENDIG)
        .then(_NICHT_ZUSTAENDIG)
        .otherwise(_NICHT_GELIEFERT)
    ).to_series()
    tafel = tafel.with_columns(
        *(pl.Series(_GRUND + name, gruende[i]) for i, name in enumerate(groessen)),
        *(pl.Series(name, werte[i], pl.Int128) for i, name in enumerate(groessen)),
    ).with_columns(pl.when(pl.col(_GRUND + name) == 0).then(name) for name in groessen)
    return tafel.with_columns(*(s for g in groessen.values() if g.aus for s in _ersatz(g, groessen)))


def _ersatz(groesse: Groesse, groessen: Mapping[str, Groesse]) -> list[pl.Expr]:
    reihen = []
    for reihe in groesse.aus:
        reihen.append(reduce(add, (pl.col(teil) for teil in reihe)))
    wert = pl.coalesce(reihen)
    teile = [pl.col(_GRUND + teil) for reihe in groesse.aus for teil in reihe]
    grund = pl.when(wert.is_not_null()).then(0).otherwise(pl.max_horizontal(teile)).cast(pl.Int8)
    return [wert.alias(groesse.schluessel), grund.alias(_GRUND + groesse.schluessel)]


def berechne(tafel: pl.DataFrame, kennzahlen: Iterable[Kennzahl], groessen: Mapping[str, Groesse]) -> pl.DataFrame:
    """Alle Kennzahlen für alle Zeilen der Tafel.

    Ergebnis je Zeile: stadt, jahr, kennzahl, zaehler und nenner (Int128; Wert = Zähler / Nenner), fest (Int128 mit
    neun Nachkommastellen, kaufmännisch), fehlt (Grund oder leer), luecken (wie viele Teile des Nenners fehlen),
    gewichtbar (ob der Nenner ein Gewicht ist).
    """
    if not kennzahlen:
        return pl.DataFrame(schema=ERGEBNISSPALTEN)
    teile = [_teile_der_formel(kennzahl, groessen) for kennzahl in kennzahlen]
    breit = tafel.select(
        "stadt",
        "jahr",
        *(ausdruck.alias(f"{i}:{j}") for i, teil in enumerate(teile) for j, ausdruck in enumerate(teil)),
    )
    anzahl = len(kennzahlen)
    zaehler, nenner, grund, luecken = (
        pl.concat([breit[f"{i}:{j}"] for i in range(anzahl)]) for j in range(len(teile[0]))
    )
    stelle = pl.int_range(anzahl, eager=True).repeat_by(breit.height).explode()
    lang = pl.DataFrame(
        {
            "stadt": pl.concat([breit["stadt"]] * anzahl),
            "jahr": pl.concat([breit["jahr"]] * anzahl),
            "kennzahl": pl.Series([k.schluessel for k in kennzahlen]).gather(stelle),
            "zaehler": zaehler,
            "nenner": nenner,
            "grund": grund,
            "luecken": luecken,
            "gewichtbar": pl.Series([bool(k.formel.nenner) for k in kennzahlen]).gather(stelle),
        }
    )
    vorhanden = pl.col("grund") == 0
    return (
        lang.with_columns(fest=pl.when(vorhanden).then(gerundet(pl.col("zaehler") * EINS, pl.col("nenner"))))
        .with_columns(grund=pl.when(vorhanden & pl.col("fest").is_null()).then(_UNBERECHENBAR).otherwise("grund"))
        .with_columns(fehlt=pl.col("grund").replace_strict(dict(enumerate(GRUENDE)), return_dtype=pl.String))
        .select(*ERGEBNISSPALTEN)
    )


ERGEBNISSPALTEN = {
    "stadt": pl.String,
    "jahr": pl.Int32,
    "kennzahl": pl.String,
    "zaehler": pl.Int128,
    "nenner": pl.Int128,
    "fest": pl.Int128,
    "fehlt": pl.String,
    "luecken": pl.Int32,
    "gewichtbar": pl.Boolean,
}


def _teile_der_formel(kennzahl: Kennzahl, groessen: Mapping[str, Groesse]) -> list[pl.Expr]:
    """Zähler, Nenner, Grund des Fehlens und Zahl der Lücken im Nenner."""
    formel = kennzahl.formel
    oben, oben_mal = _summe(formel.zaehler, groessen, luecken=False)
    if formel.nenner:
        unten, unten_mal = _summe(formel.nenner, groessen, luecken=kennzahl.luecken)
    else:
        unten, unten_mal = pl.lit(1, dtype=pl.Int128), 1
    notwendig = formel.zaehler if kennzahl.luecken else (*formel.zaehler, *formel.nenner)
    grund = pl.max_horizontal(pl.col(_GRUND + name) for name, _ in notwendig).cast(pl.Int8)
    offen = [pl.col(name).is_null().cast(pl.Int32) for name, _ in formel.nenner if kennzahl.luecken]
    keine = pl.lit(0, dtype=pl.Int32)
    fuer_alle = pl.col("jahr").is_null()
    return [
        _mal(oben, unten_mal),
        pl.when(fuer_alle).then(None).otherwise(_mal(unten, oben_mal)),
        grund,
        pl.when(fuer_alle).then(keine).otherwise(reduce(add, offen) if offen else keine),
    ]


def _mal(ausdruck: pl.Expr, faktor: int) -> pl.Expr:
    return ausdruck if faktor == 1 else ausdruck * pl.lit(faktor, dtype=pl.Int128)


def _summe(
    summe: Iterable[tuple[str, Fraction]], groessen: Mapping[str, Groesse], *, luecken: bool
) -> tuple[pl.Expr, int]:
    """Ganzzahlige Summe und die Zahl, durch die sie zu teilen ist."""
    faktoren = {name: faktor / 10 ** groessen[name].stellen for name, faktor in summe}
    gemeinsam = lcm(*(faktor.denominator for faktor in faktoren.values()))
    glieder = []
    for name, faktor in faktoren.items():
        spalte = pl.col(name).fill_null(0) if luecken else pl.col(name)
        glieder.append(_mal(spalte, int(faktor * gemeinsam)))
    return reduce(add, glieder), gemeinsam
