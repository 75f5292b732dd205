"""Die Lieferdatei einer Stadt: jede Zeile geprüft, alle Mängel auf einmal genannt, nichts halb übernommen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.vergleich.einlesen.datei import HOECHSTENS_GENANNT, lies_textspalten
from sozialamt.vergleich.kennzahlen.katalog import Groesse
from sozialamt.vergleich.models import Basisgroesse, Stadt
from sozialamt.vergleich.models.wert import Fehlgrund

if TYPE_CHECKING:
    import polars as pl

KOPF = ("ags", "stadt", "jahr", "stichtag", "groesse", "einheit", "wert", "fehlt", "hinweis")
FRUEHESTENS = 1990
_ZAHL = r"^-?(0|[1-9][0-9]{0,13})(\.[0-9]{1,4})?$"


def lies(
    dateiname: str, inhalt: bytes, staedte: Iterable[Stadt], groessen: Mapping[str, Groesse], *, bis_jahr: int
) -> pl.DataFrame:
    """Geprüfte Zeilen, wie `pool.schreiben.speichere` sie braucht (ohne Quelle). `AngabenFehler` mit allen Mängeln."""
    roh = lies_textspalten(dateiname, inhalt, KOPF)
    return pruefe(roh, list(staedte), groessen, bis_jahr=bis_jahr)


def pruefe(roh: pl.DataFrame, staedte: list[Stadt], groessen: Mapping[str, Groesse], *, bis_jahr: int) -> pl.DataFrame:
    """Prüft Textspalten Zeile für Zeile gegen Städte und Katalog und gibt sie mit Nummern und ganzen Zahlen zurück."""
    import polars as pl

    if roh.is_empty():
        raise AngabenFehler([Mangel("Datei", "keine Zeile", "enthält keine Werte", "Füllen Sie die Vorlage aus.")])
    nummern = dict(Basisgroesse.objects.filter(lieferbar=True).values_list("schluessel", "pk"))
    lieferbar = [(n, nummern[n], g.einheit, g.stellen) for n, g in groessen.items() if n in nummern]
    orte = [(s.ags, s.name, s.pk) for s in staedte if s.ags]
    tafel = roh.join(
        pl.DataFrame(lieferbar, ["groesse", "groesse_id", "soll_einheit", "stellen"], orient="row", strict=False),
        on="groesse",
        how="left",
        maintain_order="left",
    ).join(
        pl.DataFrame(orte, {"ags": pl.String, "soll_stadt": pl.String, "stadt_id": pl.Int64}, orient="row"),
        on="ags",
        how="left",
        maintain_order="left",
    )
    _melde(tafel, _regeln(bis_jahr))
    return _uebersetze(tafel, groessen)


def _regeln(bis_jahr: int) -> list[tuple[str, pl.Expr, str, str]]:
    """Spalte, wann sie falsch ist, Grund, Abhilfe; die Reihenfolge bestimmt, was zuerst genannt wird."""
    import polars as pl

    wert, fehlt = pl.col("wert"), pl.col("fehlt")
    ist_zahl = wert.str.contains(_ZAHL)
    nachkomma = wert.str.extract(r"\.([0-9]+)$").str.len_chars().fill_null(0)
    jahr = pl.col("jahr").cast(pl.Int32, strict=False)
    return [
        ("ags", pl.col("stadt_id").is_null(), "ist keine Stadt, für die Sie liefern", "Verwenden Sie Ihre Vorlage."),
        (
            "stadt",
            pl.col("stadt_id").is_not_null() & (pl.col("stadt") != pl.col("soll_stadt")),
            "passt nicht zum Gemeindeschlüssel",
            "Verwenden Sie Ihre Vorlage; vielleicht sind Spalten vertauscht.",
        ),
        (
            "jahr",
            ~pl.col("jahr").str.contains(r"^[0-9]{4}$")
            | ~jahr.is_between(FRUEHESTENS, bis_jahr).fill_null(value=False),
            f"ist kein Jahr von {FRUEHESTENS} bis {bis_jahr}",
            "Tragen Sie das Berichtsjahr vierstellig ein.",
        ),
        (
            "stichtag",
            ~pl.col("stichtag").str.contains(
                r"^(|Jahr|Jahresdurchschnitt|(0[1-9]|[12][0-9]|3[01])\.(0[1-9]|1[0-2])\.[0-9]{4})$"
            ),
            "ist kein Tag (TT.MM.JJJJ), „Jahr“ oder „Jahresdurchschnitt“",
            "Lassen Sie die Angabe der Vorlage stehen.",
        ),
        ("groesse", pl.col("groesse_id").is_null(), "ist keine lieferbare Basisgröße", "Verwenden Sie die Vorlage."),
        (
            "einheit",
            pl.col("groesse_id").is_not_null() & (pl.col("einheit") != pl.col("soll_einheit")),
            "ist nicht die Einheit dieser Größe",
            "Lassen Sie die Einheit der Vorlage stehen.",
        ),
        ("fehlt", ~fehlt.is_in(["", *Fehlgrund.values]), "ist kein Grund", f"Erlaubt: {', '.join(Fehlgrund.values)}."),
        ("wert", (wert == "") & (fehlt == ""), "fehlt ohne Grund", "Tragen Sie einen Wert oder den Grund ein."),
        ("fehlt", (wert != "") & (fehlt != ""), "widerspricht dem Wert daneben", "Löschen Sie Wert oder Grund."),
        (
            "wert",
            (wert != "") & ~ist_zahl,
            "ist keine Zahl in der verlangten Schreibweise",
            "Ohne Tausenderzeichen, mit Punkt vor den Nachkommastellen: 1234.56",
        ),
        (
            "wert",
            ist_zahl & (nachkomma > pl.col("stellen")),
            "hat mehr Nachkommastellen als diese Größe",
            "Ein Punkt trennt Nachkommastellen, nicht Tausender.",
        ),
        ("wert", ist_zahl & wert.str.starts_with("-"), "ist negativ", "Tragen Sie die Zahl ohne Vorzeichen ein."),
    ]


def _melde(tafel: pl.DataFrame, regeln: list[tuple[str, pl.Expr, str, str]]) -> None:
    import polars as pl

    maengel: list[tuple[int, Mangel]] = []
    gesamt = 0
    for spalte, falsch, grund, abhilfe in regeln:
        treffer = tafel.filter(falsch).select("zeile", pl.col(spalte))
        gesamt += treffer.height
        maengel += [
            (zeile, Mangel(f"Zeile {zeile}, Spalte {spalte}", str(wert)[:60] or "(leer)", grund, abhilfe))
            for zeile, wert in treffer.head(HOECHSTENS_GENANNT).iter_rows()
        ]
    if not maengel:
        return
    genannt = [mangel for _, mangel in sorted(maengel, key=lambda paar: paar[0])[:HOECHSTENS_GENANNT]]
    if gesamt > len(genannt):
        rest = f"{gesamt - len(genannt)} weitere"
        genannt.append(Mangel("Datei", rest, "Mängel sind nicht einzeln genannt", "Beheben Sie zuerst die genannten."))
    raise AngabenFehler(genannt)


def _uebersetze(tafel: pl.DataFrame, groessen: Mapping[str, Groesse]) -> pl.DataFrame:
    import polars as pl

    definitionen = _definitionen(tafel, groessen)
    ganz = pl.col("wert").str.replace(r"\..*$", "")
    bruch = pl.col("wert").str.extract(r"\.([0-9]+)$").fill_null("")
    ziffern = ganz + bruch + pl.lit("0000").str.slice(0, pl.col("stellen") - bruch.str.len_chars().cast(pl.Int64))
    return (
        tafel.with_columns(pl.col("jahr").cast(pl.Int32))
        .join(definitionen, on=["groesse", "jahr"], how="left", maintain_order="left")
        .select(
            "zeile",
            pl.col("stadt_id").cast(pl.Int64),
            pl.col("groesse_id").cast(pl.Int64),
            "jahr",
            "stichtag",
            pl.col("definition").fill_null(1),
            wert=pl.when(pl.col("wert") != "").then(ziffern).cast(pl.Int64),
            fehlt=pl.col("fehlt"),
            hinweis=pl.col("hinweis").str.slice(0, 300),
        )
    )


def _definitionen(tafel: pl.DataFrame, groessen: Mapping[str, Groesse]) -> pl.DataFrame:
    import polars as pl

    jahre = tafel["jahr"].cast(pl.Int32).unique().to_list()
    paare = [(name, jahr) for name, groesse in groessen.items() if groesse.definitionen for jahr in jahre]
    return pl.DataFrame(
        [(name, jahr, groessen[name].definition(jahr)) for name, jahr in paare],
        schema={"groesse": pl.String, "jahr": pl.Int32, "definition": pl.Int64},
        orient="row",
    )
