"""Was ein Massenlauf ändern würde: neu gerechnet gegen das, was bewilligt ist."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import polars as pl
from django.db.models import QuerySet

from sozialamt.akte.bestand import Bestand, lies
from sozialamt.akte.massenlauf.rechnung import TEILE, Massenergebnis, gezahlte, rechne
from sozialamt.akte.massenlauf.rentendatei import RENTE, Rentenangabe
from sozialamt.akte.models import Bescheid, Haushalt, Zahlanspruch
from sozialamt.akte.models.massenlauf import Wirkung
from sozialamt.recht.annahmen import Annahmen

FALL = ["haushalt", "leistung"]
SCHLUESSEL = [name for name in TEILE if name != "cent"]


def laufende(monat: date) -> QuerySet[Bescheid]:
    """Geltende Bescheide des Monats über Leistungen, die die Behörde zahlt."""
    return Bescheid.objects.geltend(monat).filter(leistung__in=[s.schluessel for s in gezahlte()])


def bewilligt(monat: date) -> pl.DataFrame:
    """Alle geltenden Zahlansprüche eines Monats, wie `rechnung.TEILE`."""
    felder = ("bescheid__haushalt_id", "person_id", "bescheid__leistung", *SCHLUESSEL[3:], "cent")
    return lies(Zahlanspruch.objects.geltend(monat).order_by().values_list(*felder), TEILE)


def vergleiche(
    monat: date, gewusst_am: datetime | None = None, angaben: pl.DataFrame | None = None
) -> tuple[pl.DataFrame, int]:
    """Fälle, in denen sich etwas ändert oder Angaben fehlen, und die Zahl der geprüften Fälle.

    Spalten: haushalt, leistung, alt und neu in Cent (neu leer, wenn Angaben fehlen), wirkung. `angaben` sind neue
    Tatsachen, die noch nicht in der Akte stehen (person, merkmal, wert).
    """
    faelle = _faelle(monat)
    bestand = Bestand.lade(Haushalt.objects.filter(pk__in=laufende(monat).values("haushalt")), monat, gewusst_am)
    if angaben is not None:
        bestand = bestand.mit(angaben)
    return _gegen_bewilligtes(faelle, monat, rechne(bestand)), len(faelle)


def vergleiche_mit_annahmen(monat: date, annahmen: Annahmen, bisher: date) -> tuple[pl.DataFrame, int]:
    """Was angekündigte Werte ab `monat` änderten, gegenüber dem, was für `bisher` bewilligt ist. Nur zum Ansehen.

    Spalten wie `vergleiche`. Für den späteren Monat selbst ist meist noch nichts bewilligt.
    """
    faelle = _faelle(bisher)
    bestand = Bestand.lade(Haushalt.objects.filter(pk__in=laufende(bisher).values("haushalt")), monat)
    return _gegen_bewilligtes(faelle, bisher, rechne(bestand, annahmen=annahmen)), len(faelle)


def _faelle(monat: date) -> pl.DataFrame:
    spalten = {"haushalt": pl.Int64, "leistung": pl.String}
    return lies(laufende(monat).order_by().values_list("haushalt_id", "leistung"), spalten)


def _gegen_bewilligtes(faelle: pl.DataFrame, monat: date, ergebnis: Massenergebnis) -> pl.DataFrame:
    offen = pl.DataFrame({"haushalt": list(ergebnis.unvollstaendig)}, schema={"haushalt": pl.Int64})
    neu = ergebnis.teile.join(faelle, on=FALL, how="semi")
    return _gegenueber(faelle, bewilligt(monat), neu, offen)


def _gegenueber(faelle: pl.DataFrame, alt: pl.DataFrame, neu: pl.DataFrame, offen: pl.DataFrame) -> pl.DataFrame:
    zeilen = (
        alt.rename({"cent": "alt"})
        .join(neu.rename({"cent": "neu"}), on=SCHLUESSEL, how="full", coalesce=True)
        .with_columns(pl.col("alt", "neu").fill_null(0))
        .group_by(FALL)
        .agg(pl.sum("alt"), pl.sum("neu"), anders=(pl.col("alt") != pl.col("neu")).any())
    )
    fehlt = pl.col("haushalt").is_in(offen["haushalt"].implode())
    je_fall = (
        faelle.join(zeilen, on=FALL, how="left")
        .with_columns(pl.col("alt", "neu").fill_null(0), pl.col("anders").fill_null(value=False), offen=fehlt)
        .filter(pl.col("anders") | pl.col("offen"))
    )
    neu_oder_leer = pl.when(pl.col("offen")).then(None).otherwise(pl.col("neu"))
    return je_fall.with_columns(wirkung=wirkung(), neu=neu_oder_leer).sort(FALL).select(*FALL, "alt", "neu", "wirkung")


def wirkung() -> pl.Expr:
    """Wirkung einer Zeile aus ihren Spalten alt, neu und offen."""
    return (
        pl.when(pl.col("offen"))
        .then(pl.lit(Wirkung.OFFEN.value))
        .when(pl.col("neu") == 0)
        .then(pl.lit(Wirkung.ENTFAELLT.value))
        .when(pl.col("neu") > pl.col("alt"))
        .then(pl.lit(Wirkung.MEHR.value))
        .when(pl.col("neu") < pl.col("alt"))
        .then(pl.lit(Wirkung.WENIGER.value))
        .otherwise(pl.lit(Wirkung.VERSCHOBEN.value))
    )


def zusammengefasst(posten: pl.DataFrame) -> list[tuple[str, str, int, int, int]]:
    """Je Leistung und Wirkung: Fälle, bisherige und neue Summe des Monats in Cent."""
    reihenfolge = pl.col("wirkung").cast(pl.Enum([w.value for w in Wirkung]))
    je_art = posten.group_by("leistung", "wirkung").agg(pl.len(), pl.sum("alt"), pl.sum("neu"))
    return list(je_art.sort("leistung", reihenfolge).iter_rows())


def als_tabelle(renten: Sequence[Rentenangabe]) -> pl.DataFrame | None:
    """Neue Renten in der Form, die `vergleiche` über die Akte legt."""
    if not renten:
        return None
    zeilen = [(rente.person, RENTE, rente.cent) for rente in renten]
    return pl.DataFrame(zeilen, schema={"person": pl.Int64, "merkmal": pl.String, "wert": pl.Int64}, orient="row")
