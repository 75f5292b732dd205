"""Lesen aus dem Pool: immer mit einer Sicht, immer die neueste Zeile, immer als Tabelle in Spalten."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Max

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

_SPALTEN = "id, stadt_id, groesse_id, jahr, stichtag, definition, wert, fehlt, quelle_id, lieferung_id, hinweis"


def pool(
    sicht: Sicht,
    jahre: Iterable[int] | None = None,
    staedte: Iterable[str] | None = None,
    *,
    ohne_jahr: bool = False,
) -> pl.DataFrame:
    """Alle Werte, die diese Sicht erlaubt, je Schlüssel und Quelle der neueste sichtbare (`POOLSPALTEN`).

    `ohne_jahr` nimmt Werte hinzu, deren Quelle kein Jahr nennt.
    """
    import polars as pl

    from sozialamt.vergleich.kennzahlen.rechnen import POOLSPALTEN

    namen = dict(Stadt.objects.values_list("pk", "schluessel"))
    grenzen = freigabegrenzen(sicht.reichweite)
    eigene = {pk for pk, name in namen.items() if name in sicht.eigene}
    auswahl = None if staedte is None else {pk for pk, name in namen.items() if name in set(staedte)}
    frage = _Frage(None if jahre is None else sorted(set(jahre)), auswahl, ohne_jahr)
    geliefert = eigene | {stadt for stadt, _ in grenzen}
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
            groesse=_namen(pl.col("groesse_id"), Basisgroesse.objects.values_list("pk", "schluessel")),
            quelle=_namen(pl.col("quelle_id"), Quelle.objects.values_list("pk", "titel")),
            erzeugt=pl.col("lieferung_id").is_in(erzeugt),
        )
        .select(pl.col(name).cast(art) for name, art in POOLSPALTEN.items())
    )


def _namen(spalte: pl.Expr, paare: Iterable[tuple[int, str]]) -> pl.Expr:
    import polars as pl

    return spalte.replace_strict(dict(paare), return_dtype=pl.String)


@dataclass(frozen=True, slots=True)
class _Frage:
    """Welche Zeilen gesucht sind; zwei Abfragen, damit jede ihren Index nutzt."""

    jahre: Sequence[int] | None
    staedte: Collection[int] | None
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

        if staedte is not None:
            bedingungen.append(_unter("stadt_id", staedte))
        if self.jahre is not None:
            in_jahren, werte = _unter("jahr", self.jahre)
            bedingungen.append((f"({in_jahren} OR jahr IS NULL)" if self.ohne_jahr else in_jahren, werte))
        elif not self.ohne_jahr:
            bedingungen.append(("jahr IS NOT NULL", []))
        wo = " AND ".join(bedingung for bedingung, _ in bedingungen)
        with connection.cursor() as cursor:
            befehl = f"SELECT {_SPALTEN} FROM {Wert._meta.db_table} WHERE {wo}"  # noqa: S608 - fixed words only
            cursor.execute(befehl, [wert for _, werte in bedingungen for wert in werte])
            zeilen = cursor.fetchall()
        texte = {"stichtag", "fehlt", "hinweis"}
        schema = {name: pl.String if name in texte else pl.Int64 for name in _SPALTEN.split(", ")}
        return pl.DataFrame(zeilen, schema=schema, orient="row").with_columns(eigene=pl.lit(eigene))


def _unter(spalte: str, werte: Collection[int]) -> tuple[str, list[int]]:
    """Bedingung „Spalte ist eine dieser Zahlen“; ohne Zahlen ist sie nie erfüllt."""
    return (f"{spalte} IN ({', '.join(['%s'] * len(werte))})", list(werte)) if werte else ("1 = 0", [])


def _sichtbar(roh: pl.DataFrame, eigene: Collection[int], grenzen: Mapping[tuple[int, int], int]) -> pl.DataFrame:
    """Gelieferte Zeilen nur, wenn sie der eigenen Stadt gehören oder bis zu ihrer Lieferung freigegeben ist."""
    import polars as pl

    freigaben = pl.DataFrame(
        [(stadt, groesse, bis) for (stadt, groesse), bis in grenzen.items()],
        schema=dict.fromkeys(("stadt_id", "groesse_id", "bis"), pl.Int64),
        orient="row",
    )
    return roh.join(freigaben, on=["stadt_id", "groesse_id"], how="left").filter(
        ~pl.col("eigene")
        | pl.col("stadt_id").is_in(list(eigene))
        | (pl.col("lieferung_id") <= pl.col("bis")).fill_null(value=False)
    )


def freigabegrenzen(reichweiten: Sequence[str]) -> dict[tuple[int, int], int]:
    """Je Stadt und Größe (Nummern) die letzte Lieferung, die in einer der Reichweiten freigegeben ist."""
    juengste = Freigabe.objects.filter(reichweite__in=reichweiten).values("stadt", "groesse", "reichweite")
    ids = juengste.annotate(juengste=Max("pk")).values_list("juengste", flat=True)
    grenzen: dict[tuple[int, int], int] = {}
    for stadt, groesse, bis in Freigabe.objects.filter(pk__in=list(ids)).values_list(
        "stadt_id", "groesse_id", "bis_lieferung_id"
    ):
        if bis is not None:
            grenzen[stadt, groesse] = max(bis, grenzen.get((stadt, groesse), 0))
    return grenzen


def kreis(jahr: int) -> tuple[str, ...]:
    """Schlüssel der Städte, die in dem Jahr zum Vergleichskreis gehörten."""
    return tuple(Stadt.objects.im_kreis(jahr).order_by("name").values_list("schluessel", flat=True))


def jahre(sicht: Sicht) -> list[int]:
    """Jahre, für die es sichtbare Werte gibt, das jüngste zuerst."""
    oeffentlich = Wert.objects.filter(lieferung__art=Lieferungsart.OEFFENTLICH, jahr__isnull=False)
    gefunden = set(oeffentlich.values_list("jahr", flat=True).distinct())
    geliefert = Stadt.objects.filter(pk__in={stadt for stadt, _ in freigabegrenzen(sicht.reichweite)})
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
    from sozialamt.vergleich.kennzahlen.stadtprofil import stadtprofil
    from sozialamt.vergleich.kennzahlen.vergleichen import Streuung

    staedte = kreis(jahr)
    bekannt = verzeichnis()
    return stadtprofil(
        pool(sicht, [jahr], {*staedte, stadt}),
        stadt,
        jahr,
        staedte,
        bekannt,
        streuung=streuung or Streuung.GRUNDGESAMTHEIT,
        eigene=eigene_kennzahlen(bekannt),
    )


def zeitreihe(sicht: Sicht, kennzahl: Kennzahl, jahre: Sequence[int] | None = None) -> dict[str, Any]:
    """Werte einer Kennzahl über die Jahre und das Mittel der Städte, die in allen Jahren einen Wert haben.

    Ergebnis: `werte` (stadt, jahr, fest …), `mittel` (jahr, n, mittel …), `kreis` (die feste Gruppe).
    """
    from sozialamt.vergleich.kennzahlen import rechnen
    from sozialamt.vergleich.kennzahlen.vergleichen import fester_kreis, vergleiche

    groessen = alle_groessen()
    tafel = rechnen.breite_tafel(rechnen.waehle(pool(sicht, jahre)), groessen)
    werte = rechnen.berechne(tafel, [kennzahl], groessen)
    spanne = list(jahre) if jahre is not None else sorted(_mit_wert(werte))
    mitglieder = {jahr: set(kreis(jahr)) for jahr in spanne}
    immer = set.intersection(*mitglieder.values()) if mitglieder else set()
    gruppe = tuple(s for s in fester_kreis(werte, kennzahl.schluessel, spanne) if s in immer)
    return {"werte": werte, "mittel": vergleiche(werte, dict.fromkeys(spanne, gruppe)), "kreis": gruppe}


def _mit_wert(werte: pl.DataFrame) -> set[int]:
    import polars as pl

    return set(werte.filter(pl.col("fest").is_not_null())["jahr"])
