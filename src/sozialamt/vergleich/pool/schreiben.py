"""Schreiben in den Pool: anfügen, was neu oder anders ist; was schon so dasteht, bleibt, wie es ist."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.massenablage import fuege_tabelle_an
from sozialamt.akte.spalten import lies_spalten
from sozialamt.vergleich.models import Lieferung, Quelle, Stadt, Wert
from sozialamt.vergleich.pool.lesen import arten_von

if TYPE_CHECKING:
    import polars as pl

    from sozialamt.akte.models import Benutzer

SCHLUESSEL = ["stadt_id", "groesse_id", "jahr", "stichtag", "definition", "quelle_id"]
INHALT = ["wert", "fehlt", "hinweis"]
_SPALTEN = [*SCHLUESSEL, *INHALT, "lieferung_id"]
HOECHSTENS_GENANNT = 50


@dataclass(frozen=True, slots=True)
class Herkunft:
    """Wer was wann geliefert hat."""

    art: str
    titel: str
    zeitpunkt: datetime
    stadt: Stadt | None = None
    benutzer: Benutzer | None = None
    sha256: str = ""
    erzeugt: bool = False


@transaction.atomic
def speichere(zeilen: pl.DataFrame, herkunft: Herkunft) -> Lieferung:
    """Nimmt einen geprüften Satz an.

    `zeilen`: zeile, stadt_id, groesse_id, jahr, stichtag, definition, wert, fehlt, hinweis, quelle (Text). Steht
    derselbe Schlüssel zweimal mit verschiedenen Werten darin, wird alles abgewiesen (`AngabenFehler`).
    """
    import polars as pl

    if herkunft.stadt is not None:
        Stadt.objects.select_for_update().get(pk=herkunft.stadt.pk)
    quellen = _quellen(zeilen["quelle"].unique().to_list())
    satz = zeilen.with_columns(quelle_id=pl.col("quelle").replace_strict(quellen, return_dtype=pl.Int64))
    _weise_widersprueche_ab(satz)
    einzeln = satz.unique(SCHLUESSEL, keep="first", maintain_order=True)
    bestand = _bestand(einzeln)
    verglichen = satz.join(bestand, on=SCHLUESSEL, how="left", nulls_equal=True, maintain_order="left").with_columns(
        ergebnis=pl.when(pl.col("alt_id").is_null())
        .then(pl.lit("neu"))
        .when(pl.all_horizontal(pl.col(f"alt_{x}").eq_missing(pl.col(x)) for x in INHALT))
        .then(pl.lit("gleich"))
        .otherwise(pl.lit("ersetzt"))
    )
    erste = pl.struct(SCHLUESSEL).is_first_distinct()
    verglichen = verglichen.with_columns(ergebnis=pl.when(erste).then("ergebnis").otherwise(pl.lit("gleich")))
    lieferung = _lege_an(verglichen, herkunft)
    neu = verglichen.filter(pl.col("ergebnis") != "gleich").with_columns(lieferung_id=pl.lit(lieferung.pk))
    fuege_tabelle_an(Wert, neu.select(pl.col(name).alias(name.removesuffix("_id")) for name in _SPALTEN))
    return lieferung


def _quellen(titel: Iterable[str]) -> dict[str, int]:
    titel = list(titel)
    vorhanden = dict(Quelle.objects.filter(titel__in=titel).values_list("titel", "pk"))
    for fehlend in sorted(set(titel) - set(vorhanden)):
        vorhanden[fehlend] = Quelle.objects.create(titel=fehlend).pk
    return vorhanden


def _weise_widersprueche_ab(satz: pl.DataFrame) -> None:
    import polars as pl

    doppelt = (
        satz.group_by(SCHLUESSEL, maintain_order=True)
        .agg(pl.col("zeile"), verschieden=pl.struct(INHALT).n_unique())
        .filter(pl.col("verschieden") > 1)
    )
    if not doppelt.is_empty():
        raise AngabenFehler(
            [
                Mangel(
                    f"Zeilen {', '.join(map(str, zeilen))}",
                    "dieselbe Größe, Stadt und Zeit",
                    "steht mit verschiedenen Werten in der Datei",
                    "Lassen Sie nur die richtige Zeile stehen.",
                )
                for zeilen in doppelt["zeile"].head(HOECHSTENS_GENANNT)
            ]
        )


def _bestand(satz: pl.DataFrame) -> pl.DataFrame:
    """Die geltenden Zeilen derselben Quellen und Jahre."""
    import polars as pl

    namen = ["id", *SCHLUESSEL, *INHALT]
    auswahl = {
        name: satz[name].unique().drop_nulls().to_list() for name in ("jahr", "groesse_id", "stadt_id", "quelle_id")
    }
    jahr, *weitere = (f"{name} IN ({', '.join(['%s'] * len(werte) or ['NULL'])})" for name, werte in auswahl.items())
    ohne_jahr = " OR jahr IS NULL" if satz["jahr"].null_count() else ""
    wo = " AND ".join([f"({jahr}{ohne_jahr})", *weitere])
    befehl = f"SELECT {', '.join(namen)} FROM {Wert._meta.db_table} WHERE {wo}"  # noqa: S608 - fixed words only
    alt = lies_spalten(befehl, [wert for werte in auswahl.values() for wert in werte], arten_von(namen)).sort("id")
    alt = alt.unique(SCHLUESSEL, keep="last", maintain_order=True)
    arten = {name: satz.schema[name] for name in SCHLUESSEL}
    return alt.select(
        *(pl.col(name).cast(art) for name, art in arten.items()),
        *(pl.col(name).alias(f"alt_{name}") for name in ("id", *INHALT)),
    )


def _lege_an(verglichen: pl.DataFrame, herkunft: Herkunft) -> Lieferung:
    zahl = dict(verglichen["ergebnis"].value_counts().iter_rows())
    bericht = verglichen.select("zeile", "stadt_id", "groesse_id", "jahr", "stichtag", "ergebnis").write_csv()
    return Lieferung.objects.create(
        stadt=herkunft.stadt,
        art=herkunft.art,
        titel=herkunft.titel,
        sha256=herkunft.sha256,
        eingegangen_am=herkunft.zeitpunkt,
        von=herkunft.benutzer,
        erzeugt=herkunft.erzeugt,
        zeilen=verglichen.height,
        neu=zahl.get("neu", 0),
        ersetzt=zahl.get("ersetzt", 0),
        gleich=zahl.get("gleich", 0),
        bericht=zlib.compress(bericht.encode(), 1),
    )
