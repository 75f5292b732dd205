"""Lesen aus dem Pool: immer mit einer Sicht, immer die neueste Zeile, immer als Tabelle in Spalten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sozialamt.akte.spalten import lies_spalten
from sozialamt.vergleich.kennzahlen.formel import lies
from sozialamt.vergleich.kennzahlen.katalog import Art, Katalog, Kennzahl, Polaritaet, katalog
from sozialamt.vergleich.models import Basisgroesse, Freigabe, Kennzahlformel, Lieferung, Quelle, Stadt, Wert
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.pool.grundbestand import alle_groessen
from sozialamt.vergleich.pool.sicht import Sicht

if TYPE_CHECKING:
    import polars as pl

    from sozialamt.vergleich.kennzahlen.stadtprofil import Stadtprofil
    from sozialamt.vergleich.kennzahlen.vergleichen import Streuung

TEXTE = frozenset({"stichtag", "fehlt", "hinweis"})
WERTSPALTEN = (
    *("id", "stadt_id", "groesse_id", "jahr", "stichtag", "definition", "wert", "fehlt", "quelle_id", "lieferung_id"),
    "hinweis",
)


def pool(
    sicht: Sicht,
    jahre: Iterable[int] | None = None,
    staedte: Iterable[str] | None = None,
    groessen: Iterable[str] | None = None,
    *,
    ohne_jahr: bool = False,
) -> pl.DataFrame:
    """Alle Werte, die diese Sicht erlaubt, je Schlüssel und Quelle der neueste sichtbare (`POOLSPALTEN`).

    `ohne_jahr` nimmt Werte hinzu, deren Quelle kein Jahr nennt.
    """
    import polars as pl

    from sozialamt.vergleich.kennzahlen.rechnen import POOLSPALTEN

    namen = dict(Stadt.objects.values_list("pk", "schluessel"))
    titel = dict(Basisgroesse.objects.values_list("pk", "schluessel"))
    eigene = {pk for pk, name in namen.items() if name in sicht.eigene}
    frage = _Frage(
        None if jahre is None else sorted(set(jahre)), _nummern(namen, staedte), _nummern(titel, groessen), ohne_jahr
    )
    grenzen = freigabegrenzen(sicht.reichweite, frage.groessen)
    geliefert = eigene | set(grenzen["stadt_id"])
    oeffentlich = list(Lieferung.objects.filter(art=Lieferungsart.OEFFENTLICH).values_list("pk", flat=True))
    roh = pl.concat([frage.oeffentliche(oeffentlich), frage.gelieferte(geliefert, oeffentlich)])
    schluessel = ["stadt_id", "groesse_id", "jahr", "stichtag", "definition", "quelle_id"]
    erzeugt = list(Lieferung.objects.filter(erzeugt=True).values_list("pk", flat=True))
    return (
        _sichtbar(roh, eigene, grenzen)
        .sort("id")
        .unique(schluessel, keep="last", maintain_order=True)
        .with_columns(
            stadt=pl.col("stadt_id").replace_strict(namen, return_dtype=pl.String),
            groesse=pl.col("groesse_id").replace_strict(titel, return_dtype=pl.String),
            quelle=pl.col("quelle_id").replace_strict(
                dict(Quelle.objects.values_list("pk", "titel")), return_dtype=pl.String
            ),
            erzeugt=pl.col("lieferung_id").is_in(erzeugt),
        )
        .select(pl.col(name).cast(art) for name, art in POOLSPALTEN.items())
    )


def _nummern(namen: Mapping[int, str], auswahl: Iterable[str] | None) -> set[int] | None:
    gesucht = None if auswahl is None else set(auswahl)
    return None if gesucht is None else {pk for pk, name in namen.items() if name in gesucht}


@dataclass(frozen=True, slots=True)
class _Frage:
    """Welche Zeilen gesucht sind; zwei Abfragen, damit jede ihren Index nutzt."""

    jahre: Sequence[int] | None
    staedte: Collection[int] | None
    groessen: Collection[int] | None
    ohne_jahr: bool

    def oeffentliche(self, lieferungen: Sequence[int]) -> pl.DataFrame:
        return self._lies([_unter("lieferung_id", lieferungen)], self.staedte, eigene=False)

    def gelieferte(self, staedte: Collection[int], oeffentlich: Sequence[int]) -> pl.DataFrame:
        auswahl = staedte if self.staedte is None else set(staedte) & set(self.staedte)
        bedingung, werte = _unter("lieferung_id", oeffentlich)
        return self._lies([(f"NOT ({bedingung})", werte)], auswahl, eigene=True)

    def _lies(
        self, bedingungen: list[tuple[str, list[int]]], staedte: Collection[int] | None, *, eigene: bool
    ) -> pl.DataFrame:
        import polars as pl

        for spalte, auswahl in (("stadt_id", staedte), ("groesse_id", self.groessen)):
            if auswahl is not None:
                bedingungen.append(_unter(spalte, auswahl))
        if self.jahre is not None:
            in_jahren, werte = _unter("jahr", self.jahre)
            bedingungen.append((f"({in_jahren} OR jahr IS NULL)" if self.ohne_jahr else in_jahren, werte))
        elif not self.ohne_jahr:
            bedingungen.append(("jahr IS NOT NULL", []))
        wo = " AND ".join(bedingung for bedingung, _ in bedingungen)
        befehl = f"SELECT {', '.join(WERTSPALTEN)} FROM {Wert._meta.db_table} WHERE {wo}"  # noqa: S608 - fixed words
        zeilen = lies_spalten(befehl, [wert for _, werte in bedingungen for wert in werte], arten_von(WERTSPALTEN))
        return zeilen.with_columns(eigene=pl.lit(eigene))


def arten_von(namen: Iterable[str]) -> dict[str, type[pl.DataType]]:
    """Je Spalte der Tabelle der Werte ihr Typ."""
    import polars as pl

    return {name: pl.String if name in TEXTE else pl.Int64 for name in namen}


def _unter(spalte: str, werte: Collection[int]) -> tuple[str, list[int]]:
    """Bedingung „Spalte ist eine dieser Zahlen“; ohne Zahlen ist sie nie erfüllt."""
    return (f"{spalte} IN ({', '.join(['%s'] * len(werte))})", list(werte)) if werte else ("1 = 0", [])


def _sichtbar(roh: pl.DataFrame, eigene: Collection[int], grenzen: pl.DataFrame) -> pl.DataFrame:
    """Gelieferte Zeilen nur, wenn sie der eigenen Stadt gehören oder bis zu ihrer Lieferung freigegeben ist."""
    import polars as pl

    return roh.join(grenzen, on=["stadt_id", "groesse_id"], how="left").filter(
        ~pl.col("eigene")
        | pl.col("stadt_id").is_in(list(eigene))
        | (pl.col("lieferung_id") <= pl.col("bis")).fill_null(value=False)
    )


def freigabegrenzen(reichweiten: Sequence[str], groessen: Collection[int] | None = None) -> pl.DataFrame:
    """Je Stadt und Größe (Nummern) die letzte Lieferung, die in einer der Reichweiten freigegeben ist.

    Spalten: stadt_id, groesse_id, bis. Je Reichweite gilt die jüngste Zeile; eine Rücknahme hat keine Lieferung.
    """
    import polars as pl

    tabelle = Freigabe._meta.db_table
    nur, werte = ("1 = 1", []) if groessen is None else _unter("groesse_id", groessen)
    platz = ", ".join(["%s"] * len(reichweiten))
    befehl = (
        f"SELECT f.stadt_id, f.groesse_id, f.bis_lieferung_id FROM {tabelle} f JOIN ("  # noqa: S608 - fixed words only
        f"SELECT MAX(id) AS id FROM {tabelle} WHERE reichweite IN ({platz}) AND {nur} "
        "GROUP BY stadt_id, groesse_id, reichweite) j ON j.id = f.id WHERE f.bis_lieferung_id IS NOT NULL"
    )
    alle = lies_spalten(befehl, [*reichweiten, *werte], arten_von(["stadt_id", "groesse_id", "bis"]))
    return alle.group_by("stadt_id", "groesse_id").agg(pl.col("bis").max())


def kreis(jahr: int) -> tuple[str, ...]:
    """Schlüssel der Städte, die in dem Jahr zum Vergleichskreis gehörten."""
    return tuple(Stadt.objects.im_kreis(jahr).order_by("name").values_list("schluessel", flat=True))


def jahre(sicht: Sicht) -> list[int]:
    """Jahre, für die es sichtbare Werte gibt, das jüngste zuerst."""
    oeffentlich = Wert.objects.filter(lieferung__art=Lieferungsart.OEFFENTLICH, jahr__isnull=False)
    gefunden = set(oeffentlich.values_list("jahr", flat=True).distinct())
    geliefert = Stadt.objects.filter(pk__in=set(freigabegrenzen(sicht.reichweite)["stadt_id"]))
    namen = {*geliefert.values_list("schluessel", flat=True), *sicht.eigene}
    return sorted(gefunden | set(pool(sicht, staedte=namen)["jahr"] if namen else ()), reverse=True)


def stadtnamen() -> dict[str, str]:
    """Schlüssel und Name jeder Stadt."""
    return dict(Stadt.objects.values_list("schluessel", "name"))


def verzeichnis() -> Katalog:
    """Der Katalog samt den Größen, die nur in dieser Datenbank stehen."""
    return replace(katalog(), groessen=alle_groessen())


def eigene_kennzahlen(bekannt: Katalog) -> tuple[Kennzahl, ...]:
    """Selbst angelegte Kennzahlen."""
    return tuple(
        Kennzahl(
            nummer=f.nummer,
            schluessel=f.schluessel,
            titel=f.titel,
            einheit=f.einheit,
            art=Art.QUOTE,
            formel=lies(f.formel, bekannt.groessen),
            stellen=f.stellen,
            fundstelle="eigene Kennzahl",
            polaritaet=Polaritaet(f.polaritaet),
        )
        for f in Kennzahlformel.objects.all()
    )


def profil(sicht: Sicht, stadt: str, jahr: int, streuung: Streuung | None = None) -> Stadtprofil:
    """Das Profil einer Stadt in einem Jahr, aus dem Pool dieser Sicht gegen den Kreis dieses Jahres."""
    from sozialamt.vergleich.kennzahlen.rechnen import geliefert_fuer
    from sozialamt.vergleich.kennzahlen.stadtprofil import stadtprofil
    from sozialamt.vergleich.kennzahlen.vergleichen import Streuung

    staedte = kreis(jahr)
    bekannt = verzeichnis()
    eigene = eigene_kennzahlen(bekannt)
    gebraucht = geliefert_fuer([*bekannt.kennzahlen.values(), *eigene], bekannt.groessen)
    werte = pool(sicht, [jahr], {*staedte, stadt}, gebraucht)
    gewaehlt = streuung or Streuung.GRUNDGESAMTHEIT
    return stadtprofil(werte, stadt, jahr, staedte, bekannt, streuung=gewaehlt, eigene=eigene)


def zeitreihe(sicht: Sicht, kennzahl: Kennzahl, jahre: Sequence[int] | None = None) -> dict[str, Any]:
    """Werte einer Kennzahl über die Jahre und das Mittel der Städte, die in allen Jahren einen Wert haben.

    Ergebnis: `werte` (stadt, jahr, fest …), `mittel` (jahr, n, mittel …), `kreis` (die feste Gruppe).
    """
    from sozialamt.vergleich.kennzahlen import rechnen
    from sozialamt.vergleich.kennzahlen.vergleichen import fester_kreis, vergleiche

    groessen = alle_groessen()
    gebraucht = rechnen.geliefert_fuer([kennzahl], groessen)
    werte = rechnen.rechne(pool(sicht, jahre, groessen=gebraucht), [kennzahl], groessen)
    spanne = list(jahre) if jahre is not None else sorted(_mit_wert(werte))
    mitglieder = {jahr: set(kreis(jahr)) for jahr in spanne}
    immer = set.intersection(*mitglieder.values()) if mitglieder else set()
    gruppe = tuple(s for s in fester_kreis(werte, kennzahl.schluessel, spanne) if s in immer)
    return {"werte": werte, "mittel": vergleiche(werte, dict.fromkeys(spanne, gruppe)), "kreis": gruppe}


def _mit_wert(werte: pl.DataFrame) -> set[int]:
    import polars as pl

    return set(werte.filter(pl.col("fest").is_not_null())["jahr"])
