"""Offene Daten als Dateien: CSV und Parquet je Tabelle, Beschreibung als Frictionless Data Package, alles als ZIP."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

from sozialamt.vergleich.offen.tabellen import Tabellen

if TYPE_CHECKING:
    import polars as pl

LIZENZEN = [
    {
        "name": "dl-de-by-2.0",
        "title": "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "path": "https://www.govdata.de/dl-de/by-2-0",
    }
]
BESCHREIBUNG = (
    "Veröffentlichte und von den Städten freigegebene Werte des Städtevergleichs mit Quelle je Wert. Fehlende Werte "
    "nennen ihren Grund: keine_lieferung, nicht_zustaendig oder geheim (kleine Zahl, statistische Geheimhaltung)."
)
_TYPEN = {"String": "string", "Float64": "number", "Int16": "integer", "Int32": "integer", "Int64": "integer"}
_SCHLUESSEL = {"staedte": ["schluessel"], "groessen": ["schluessel"], "kennzahlen": ["stadt", "jahr", "kennzahl"]}
_SCHLUESSEL["werte"] = ["stadt", "groesse", "jahr"]
_FREMD = {
    "werte": [("stadt", "staedte"), ("groesse", "groessen")],
    "kennzahlen": [("stadt", "staedte")],
}
_TITEL = {
    "staedte": "Städte und Regionen",
    "groessen": "Basisgrößen",
    "werte": "Werte der Basisgrößen je Stadt und Jahr",
    "kennzahlen": "Abgeleitete Kennzahlen je Stadt und Jahr",
}
EPOCHE = (1980, 1, 1, 0, 0, 0)
"""Zeit der Einträge im ZIP: gleicher Inhalt, gleiche Datei."""


def csv_datei(tabelle: pl.DataFrame) -> bytes:
    """UTF-8, Komma, Punkt als Dezimalzeichen, wie es das Data Package beschreibt; Texte lösen keine Formel aus."""
    import polars as pl

    texte = [name for name, art in tabelle.schema.items() if art == pl.String]
    harmlos = [
        pl.when(pl.col(n).str.contains(r"^[=@+\-\t\r]")).then(pl.lit("'") + pl.col(n)).otherwise(pl.col(n)).alias(n)
        for n in texte
    ]
    return tabelle.with_columns(harmlos).write_csv().encode()


def parquet_datei(tabelle: pl.DataFrame) -> bytes:
    """Parquet mit zstd."""
    puffer = io.BytesIO()
    tabelle.write_parquet(puffer, compression="zstd")
    return puffer.getvalue()


def dateien(t: Tabellen, tag: date) -> dict[str, bytes]:
    """Alle Dateien des Pakets nach Namen."""
    fertig = {"datapackage.json": json.dumps(beschreibung(t, tag), ensure_ascii=False, indent=2).encode()}
    for name, tabelle in t.alle().items():
        fertig[f"{name}.csv"] = csv_datei(tabelle)
        fertig[f"{name}.parquet"] = parquet_datei(tabelle)
    return fertig


def zip_datei(fertig: dict[str, bytes]) -> bytes:
    """Ein Archiv, das bei gleichem Inhalt gleich bleibt."""
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", zipfile.ZIP_DEFLATED) as archiv:
        for name in sorted(fertig):
            archiv.writestr(zipfile.ZipInfo(name, EPOCHE), fertig[name], zipfile.ZIP_DEFLATED)
    return puffer.getvalue()


def beschreibung(t: Tabellen, tag: date) -> dict[str, Any]:
    """`datapackage.json` nach Frictionless: Felder mit Typ, Schlüssel, Verweise, Lizenz, Quellen."""
    quellen = sorted({q for q in t.werte["quelle"].unique().to_list() if q})
    return {
        "profile": "tabular-data-package",
        "name": "staedtevergleich-soziales",
        "title": "Städtevergleich Soziales",
        "description": BESCHREIBUNG,
        "created": f"{tag.isoformat()}T00:00:00Z",
        "licenses": LIZENZEN,
        "sources": [{"title": q} for q in quellen] or [{"title": "keine Werte"}],
        "resources": [_ressource(name, tabelle) for name, tabelle in t.alle().items()],
    }


def _ressource(name: str, tabelle: pl.DataFrame) -> dict[str, Any]:
    felder = [{"name": n, "type": _TYPEN[str(art)]} for n, art in tabelle.schema.items()]
    schema: dict[str, Any] = {"fields": felder, "primaryKey": _SCHLUESSEL[name], "missingValues": [""]}
    if fremd := _FREMD.get(name):
        schema["foreignKeys"] = [
            {"fields": [feld], "reference": {"resource": ziel, "fields": ["schluessel"]}} for feld, ziel in fremd
        ]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": _TITEL[name],
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
