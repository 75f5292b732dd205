"""Die Tabellen der offenen Daten: Städte, Größen, Werte, Kennzahlen. Nur Freigegebenes, kleine Zahlen gesperrt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sozialamt.vergleich.kennzahlen.katalog import Groesse
from sozialamt.vergleich.models import Quelle, Stadt
from sozialamt.vergleich.models.stadt import Gebietsart
from sozialamt.vergleich.offen.kleine_zahlen import GRENZE, Summe, schuetze
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht

if TYPE_CHECKING:
    import polars as pl

GEHEIM = "geheim"
GEZAEHLT = frozenset({"Personen", "Haushalte"})
SUMMEN = (
    ("lb_gsiae", ("lb_gsiae_ave", "lb_gsiae_ie")),
    ("lb_gsiae", ("lb_gsiae_ab_altersgrenze", "lb_gsiae_unter_altersgrenze")),
    ("lb_hlu", ("lb_hlu_ave", "lb_hlu_ie")),
    ("lb_hzp", ("lb_hzp_ambulant", "lb_hzp_stationaer")),
    ("lb_sgb2", ("elb", "nef")),
    ("einwohner", ("einwohner_0_bis_unter_65", "einwohner_65_und_aelter")),
    ("einwohner_0_bis_unter_65", ("einwohner_0_bis_unter_18", "einwohner_18_bis_unter_65")),
)
"""Summen, die jeder nachrechnen kann; gesperrt wird so, dass keine von ihnen eine kleine Zahl verrät."""


@dataclass(frozen=True)
class Tabellen:
    """Die vier Tabellen und wie viele Werte gesperrt sind."""

    staedte: pl.DataFrame
    groessen: pl.DataFrame
    werte: pl.DataFrame
    kennzahlen: pl.DataFrame
    gesperrt: int

    def alle(self) -> dict[str, pl.DataFrame]:
        """Nach Dateiname."""
        return {"staedte": self.staedte, "groessen": self.groessen, "werte": self.werte, "kennzahlen": self.kennzahlen}


def tabellen(*, grenze: int = GRENZE) -> Tabellen:
    """Liest, was öffentlich ist, schützt kleine Zahlen und rechnet Kennzahlen nur aus dem, was offen bleibt."""
    import polars as pl

    from sozialamt.vergleich.kennzahlen import rechnen

    verzeichnis = lesen.verzeichnis()
    gewaehlt = rechnen.waehle(lesen.pool(Sicht.oeffentlich()))
    gesperrt = gesperrte(gewaehlt.iter_rows(named=True), verzeichnis.groessen, grenze=grenze)
    sperre = pl.DataFrame(
        sorted(gesperrt), schema={"stadt": pl.String, "jahr": pl.Int32, "groesse": pl.String}, orient="row"
    )
    zeichen = gewaehlt.join(sperre.with_columns(sperre=True), on=["stadt", "jahr", "groesse"], how="left")
    offen = zeichen.filter(pl.col("sperre").is_null()).drop("sperre")
    kennzahlen = rechnen.berechne(
        rechnen.breite_tafel(offen, verzeichnis.groessen), verzeichnis.kennzahlen.values(), verzeichnis.groessen
    )
    return Tabellen(
        staedte=_staedte(),
        groessen=_groessen(verzeichnis.groessen.values()),
        werte=_werte(zeichen, verzeichnis.groessen),
        kennzahlen=_kennzahlen(_ohne_gesperrte(kennzahlen, gesperrt, verzeichnis), verzeichnis),
        gesperrt=len(gesperrt),
    )


def gesperrte(
    zeilen: Iterable[Mapping[str, Any]], groessen: Mapping[str, Groesse], *, grenze: int = GRENZE
) -> frozenset[tuple[str, int, str]]:
    """Stadt, Jahr und Größe der Werte, die verborgen bleiben; Veröffentlichungen anderer sind schon öffentlich."""
    saetze: dict[tuple[str, int], dict[str, int]] = {}
    for z in zeilen:
        if z["wert"] is not None and z["eigene"] and groessen[z["groesse"]].einheit in GEZAEHLT:
            saetze.setdefault((z["stadt"], z["jahr"]), {})[z["groesse"]] = z["wert"]
    summen = [Summe(gesamt, teile) for gesamt, teile in SUMMEN]
    return frozenset(
        (stadt, jahr, groesse)
        for (stadt, jahr), satz in saetze.items()
        for groesse in schuetze(satz, summen, grenze=grenze)
    )


def _ohne_gesperrte(
    kennzahlen: pl.DataFrame, gesperrt: Iterable[tuple[str, int, str]], verzeichnis: Any
) -> pl.DataFrame:
    """Anteile einer Stadt fallen ganz weg, wo etwas gesperrt ist: Zusammen sind sie hundert, einer verriete andere."""
    import polars as pl

    betroffen = {(stadt, jahr) for stadt, jahr, _ in gesperrt}
    luecken = [k.schluessel for k in verzeichnis.kennzahlen.values() if k.luecken]
    if not betroffen:
        return kennzahlen
    liste = pl.DataFrame(sorted(betroffen), schema={"stadt": pl.String, "jahr": pl.Int32}, orient="row")
    weg = kennzahlen.filter(pl.col("kennzahl").is_in(luecken)).join(liste, on=["stadt", "jahr"], how="semi")
    return kennzahlen.join(weg, on=["stadt", "jahr", "kennzahl"], how="anti")


def _staedte() -> pl.DataFrame:
    import polars as pl

    felder = ("schluessel", "name", "ags", "art")
    zeilen = Stadt.objects.exclude(art=Gebietsart.VERGLEICHSGEBIET).exclude(erzeugt=True).values_list(*felder)
    return pl.DataFrame(list(zeilen), schema=dict.fromkeys(felder, pl.String), orient="row")


def _groessen(groessen: Iterable[Groesse]) -> pl.DataFrame:
    import polars as pl

    zeilen = [(g.schluessel, g.nummer, g.titel, g.einheit, g.bereich) for g in groessen]
    return pl.DataFrame(
        zeilen, schema=dict.fromkeys(("schluessel", "nummer", "titel", "einheit", "bereich"), pl.String), orient="row"
    )


def _werte(zeichen: pl.DataFrame, groessen: Mapping[str, Groesse]) -> pl.DataFrame:
    import polars as pl

    teiler = pl.col("groesse").replace_strict(
        {n: 10.0**g.stellen for n, g in groessen.items()}, return_dtype=pl.Float64
    )
    lizenzen = dict(Quelle.objects.values_list("titel", "lizenz"))
    gesperrt = pl.col("sperre").fill_null(value=False)
    return (
        zeichen.filter(pl.col("stadt").is_in(_staedte()["schluessel"].to_list()) & ~pl.col("erzeugt"))
        .select(
            "stadt",
            "groesse",
            "jahr",
            "stichtag",
            "definition",
            wert=pl.when(gesperrt).then(None).otherwise(pl.col("wert").cast(pl.Float64) / teiler),
            fehlt=pl.when(gesperrt).then(pl.lit(GEHEIM)).otherwise(pl.col("fehlt")),
            quelle="quelle",
            lizenz=pl.col("quelle").replace_strict(lizenzen, return_dtype=pl.String, default=""),
        )
        .sort("stadt", "groesse", "jahr")
    )


def _kennzahlen(werte: pl.DataFrame, verzeichnis: Any) -> pl.DataFrame:
    import polars as pl

    from sozialamt.vergleich.kennzahlen.festkomma import EINS

    k = verzeichnis.kennzahlen
    namen = {name: x.nummer for name, x in k.items()}
    return (
        werte.filter(pl.col("fest").is_not_null() & pl.col("stadt").is_in(_staedte()["schluessel"].to_list()))
        .select(
            "stadt",
            "jahr",
            "kennzahl",
            nummer=pl.col("kennzahl").replace_strict(namen, return_dtype=pl.String),
            titel=pl.col("kennzahl").replace_strict({n: x.titel for n, x in k.items()}, return_dtype=pl.String),
            einheit=pl.col("kennzahl").replace_strict({n: x.einheit for n, x in k.items()}, return_dtype=pl.String),
            wert=(pl.col("fest").cast(pl.Float64) / EINS).round(6),
        )
        .sort("stadt", "jahr", "nummer")
    )
