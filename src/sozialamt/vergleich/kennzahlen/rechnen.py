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
_UNBERECHENBAR = GRUENDE.index(NICHT_BERECHENBAR)


def leerer_pool() -> pl.DataFrame:
    """Ein Pool ohne Werte."""
    return pl.DataFrame(schema=POOLSPALTEN)


def waehle(pool: pl.DataFrame) -> pl.DataFrame:
    """Je Stadt, Größe und Jahr die eine Zeile, die gilt. Werte ohne Jahr fallen heraus: Sie sind nicht vergleichbar."""
    reihe = ["groesse", "jahr", "quelle", "stichtag"]
    return (
        pool.filter(pl.col("jahr").is_not_null())
        .with_columns(breite=pl.when(pl.col("eigene")).then(0).otherwise(pl.len().over(reihe)))
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
    lang = gewaehlt.select(
        "stadt",
        "jahr",
        "groesse",
        pl.col("wert").cast(pl.Int128),
        grund=pl.col("fehlt").replace_strict({g: i for i, g in enumerate(GRUENDE)}, return_dtype=pl.Int8),
    )
    breit = lang.pivot(on="groesse", index=["stadt", "jahr"], values=["wert", "grund"])
    fertig = gewaehlt["groesse"].unique().to_list()
    umbenannt = [pl.col(f"wert_{name}").alias(name) for name in fertig]
    umbenannt += [pl.col(f"grund_{name}").fill_null(1).alias(_GRUND + name) for name in fertig]
    offen = [name for name in groessen if name not in set(fertig)]
    umbenannt += [pl.lit(None, dtype=pl.Int128).alias(name) for name in offen]
    umbenannt += [pl.lit(1, dtype=pl.Int8).alias(_GRUND + name) for name in offen]
    tafel = breit.select("stadt", "jahr", *umbenannt)
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
    spalten = [_spalten(kennzahl, groessen) for kennzahl in kennzahlen]
    if not spalten:
        return pl.DataFrame(schema=ERGEBNISSPALTEN)
    alle = tafel.lazy()
    teile = pl.collect_all([alle.select("stadt", "jahr", *auswahl) for auswahl in spalten])
    return pl.concat(teile).select(*ERGEBNISSPALTEN)


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


def _spalten(kennzahl: Kennzahl, groessen: Mapping[str, Groesse]) -> list[pl.Expr]:
    formel = kennzahl.formel
    oben, oben_mal = _summe(formel.zaehler, groessen, luecken=False)
    if formel.nenner:
        unten, unten_mal = _summe(formel.nenner, groessen, luecken=kennzahl.luecken)
    else:
        unten, unten_mal = pl.lit(1, dtype=pl.Int128), 1
    zaehler, nenner = oben * unten_mal, unten * oben_mal
    notwendig = formel.zaehler if kennzahl.luecken else (*formel.zaehler, *formel.nenner)
    grund = pl.max_horizontal(pl.col(_GRUND + name) for name, _ in notwendig)
    fest = gerundet(zaehler * EINS, nenner)
    grund = pl.when((grund == 0) & fest.is_null()).then(_UNBERECHENBAR).otherwise(grund)
    offen = [pl.col(name).is_null().cast(pl.Int32) for name, _ in formel.nenner if kennzahl.luecken]
    return [
        pl.lit(kennzahl.schluessel).alias("kennzahl"),
        zaehler.alias("zaehler"),
        nenner.alias("nenner"),
        pl.when(grund == 0).then(fest).otherwise(None).alias("fest"),
        grund.cast(pl.Int8).replace_strict(dict(enumerate(GRUENDE)), return_dtype=pl.String).alias("fehlt"),
        (reduce(add, offen) if offen else pl.lit(0, dtype=pl.Int32)).alias("luecken"),
        pl.lit(bool(formel.nenner)).alias("gewichtbar"),
    ]


def _summe(
    summe: Iterable[tuple[str, Fraction]], groessen: Mapping[str, Groesse], *, luecken: bool
) -> tuple[pl.Expr, int]:
    """Ganzzahlige Summe und die Zahl, durch die sie zu teilen ist."""
    faktoren = {name: faktor / 10 ** groessen[name].stellen for name, faktor in summe}
    gemeinsam = lcm(*(faktor.denominator for faktor in faktoren.values()))
    glieder = []
    for name, faktor in faktoren.items():
        spalte = pl.col(name).fill_null(0) if luecken else pl.col(name)
        glieder.append(spalte * pl.lit(int(faktor * gemeinsam), dtype=pl.Int128))
    return reduce(add, glieder), gemeinsam
