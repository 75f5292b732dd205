"""Lesen aus dem Pool: immer mit einer Sicht, immer die neueste Zeile, immer als Tabelle in Spalten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
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
    sicht: Sicht, jahre: Iterable[int] | None = None, staedte: Iterable[str] | None = None, *, ohne_jahr: bool = False
) -> pl.DataFrame:
    """Alle Werte, die diese Sicht erlaubt, je Schlüssel und Quelle der neueste sichtbare (`POOLSPALTEN`).

    `ohne_jahr` nimmt Werte hinzu, deren Quelle kein Jahr nennt.
    """
    import polars as pl

    from sozialamt.vergleich.kennzahlen.rechnen import POOLSPALTEN

    namen = dict(Stadt.objects.values_list("pk", "schluessel"))
    gesucht = None if staedte is None else set(staedte)
    nummern = None if gesucht is None else [pk for pk, name in namen.items() if name in gesucht]
    roh = _zeilen(jahre, nummern, ohne_jahr=ohne_jahr)
    sichtbar = _sichtbar(roh, sicht, {name: pk for pk, name in namen.items()})
    schluessel = ["stadt_id", "groesse_id", "jahr", "stichtag", "definition", "quelle_id"]
    erzeugt = set(Lieferung.objects.filter(erzeugt=True).values_list("pk", flat=True))
    return (
        sichtbar.sort("id")
        .unique(schluessel, keep="last", maintain_order=True)
        .with_columns(
            stadt=pl.col("stadt_id").replace_strict(namen, return_dtype=pl.String),
            groesse=_namen(pl.col("groesse_id"), Basisgroesse.objects.values_list("pk", "schluessel")),
            quelle=_namen(pl.col("quelle_id"), Quelle.objects.values_list("pk", "titel")),
            eigene=~pl.col("oeffentlich"),
            erzeugt=pl.col("lieferung_id").is_in(list(erzeugt)),
        )
        .select(pl.col(name).cast(art) for name, art in POOLSPALTEN.items())
    )


def _namen(spalte: pl.Expr, paare: Iterable[tuple[int, str]]) -> pl.Expr:
    import polars as pl

    return spalte.replace_strict(dict(paare), return_dtype=pl.String)


def _zeilen(jahre: Iterable[int] | None, staedte: Sequence[int] | None, *, ohne_jahr: bool) -> pl.DataFrame:
    import polars as pl

    bedingungen, werte = [], []
    if jahre is not None:
        liste = sorted(set(jahre))
        in_jahren = f"jahr IN ({', '.join(['%s'] * len(liste))})" if liste else "1 = 0"
        bedingungen.append(f"({in_jahren} OR jahr IS NULL)" if ohne_jahr else in_jahren)
        werte += liste
    elif not ohne_jahr:
        bedingungen.append("jahr IS NOT NULL")
    if staedte is not None:
        bedingungen.append(f"stadt_id IN ({', '.join(['%s'] * len(staedte))})" if staedte else "1 = 0")
        werte += staedte
    wo = f" WHERE {' AND '.join(bedingungen)}" if bedingungen else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_SPALTEN} FROM {Wert._meta.db_table}{wo}", werte)  # noqa: S608 - fixed words only
        zeilen = cursor.fetchall()
    texte = {"stichtag", "fehlt", "hinweis"}
    schema = {name: pl.String if name in texte else pl.Int64 for name in _SPALTEN.split(", ")}
    return pl.DataFrame(zeilen, schema=schema, orient="row")


def _sichtbar(roh: pl.DataFrame, sicht: Sicht, nummern: dict[str, int]) -> pl.DataFrame:
    import polars as pl

    oeffentlich = list(Lieferung.objects.filter(art=Lieferungsart.OEFFENTLICH).values_list("pk", flat=True))
    eigene = [nummern[name] for name in sicht.eigene if name in nummern]
    grenzen = pl.DataFrame(
        list(freigabegrenzen(sicht.reichweite).items()),
        schema={"schluessel": pl.List(pl.Int64), "bis": pl.Int64},
        orient="row",
    ).select(
        pl.col("schluessel").list.get(0).alias("stadt_id"), pl.col("schluessel").list.get(1).alias("groesse_id"), "bis"
    )
    return (
        roh.join(grenzen, on=["stadt_id", "groesse_id"], how="left")
        .with_columns(oeffentlich=pl.col("lieferung_id").is_in(oeffentlich))
        .filter(
            pl.col("oeffentlich")
            | pl.col("stadt_id").is_in(eigene)
            | (pl.col("lieferung_id") <= pl.col("bis")).fill_null(value=False)
        )
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
    if sicht.eigene:
        gefunden = Wert.objects.filter(jahr__isnull=False).values_list("jahr", flat=True).distinct()
        return sorted({jahr for jahr in gefunden if not pool(sicht, [jahr]).is_empty()}, reverse=True)
    return sorted(pool(sicht)["jahr"].unique().to_list(), reverse=True)


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
