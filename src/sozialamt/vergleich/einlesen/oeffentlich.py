"""Öffentliche Tabellen in den Pool: erkennen, lesen, zuordnen; was der Katalog nicht kennt, steht im Bericht.

Formate: die eigene Austauschform (Komma, eine Zeile je Wert), Strukturdaten der Bundeswahlleiterin (Semikolon, eine
Spalte je Größe), INKAR (Semikolon, zweizeiliger Kopf) und die Flachdatei von Regionalstatistik, Landesdatenbank NRW
und GENESIS (Semikolon, `value_variable_code`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sozialamt.vergleich.einlesen.datei import HOECHSTENS, MEGABYTE, fehler
from sozialamt.vergleich.einlesen.zuordnung import MONATE, groesse_zu
from sozialamt.vergleich.kennzahlen.katalog import katalog
from sozialamt.vergleich.models import Basisgroesse, Stadt

if TYPE_CHECKING:
    import polars as pl

EIGENE_FORM = ("stadt", "ags", "jahr", "stichtag", "kennzahl", "einheit", "wert", "quelle")
FEHLZEICHEN = frozenset({"", ".", "-", "–", "x", "/", "...", "…"})
_JAHR = re.compile(r"\b(19|20)\d{2}\b")
_ZEIT = re.compile(rf"\d{{2}}\.\d{{2}}\.\d{{4}}|(?:{MONATE}) \d{{4}}|\b(?:19|20)\d{{2}}\b")
_UNSCHARF = re.compile(r"\((rund|ca\.|knapp|etwa)\)")
_GENESIS = {"BEVSTD": "einwohner", "FLC006": "flaeche"}


@dataclass(frozen=True, slots=True)
class Rohwert:
    """Ein Wert, wie ihn die Tabelle nennt. `wert`: Dezimalpunkt, keine Tausenderzeichen."""

    zeile: int
    ort: str
    titel: str
    jahr: int | None
    stichtag: str
    wert: str
    quelle: str
    hinweis: str = ""


@dataclass(slots=True)
class Eingelesen:
    """`werte` für `pool.schreiben.speichere`; `uebergangen`: Zeile, Spalte oder Ort, Grund."""

    werte: pl.DataFrame
    uebergangen: list[tuple[int, str, str]] = field(default_factory=list)


def lies(inhalt: bytes, *, quelle: str = "") -> Eingelesen:
    """Liest eine öffentliche Tabelle. `AngabenFehler`, wenn Format oder Zeichen nicht erkannt werden.

    `quelle` nennt Formaten ohne Quellenspalte die Herkunft.
    """
    if len(inhalt) > HOECHSTENS:
        raise fehler("Datei", f"{len(inhalt) // MEGABYTE} MB", f"ist größer als {HOECHSTENS // MEGABYTE} MB", "Teilen")
    text = _text(inhalt)
    erste = next((z for z in text.splitlines() if z.strip() and not z.startswith("#")), "")
    if erste.split(",")[: len(EIGENE_FORM)] == list(EIGENE_FORM):
        return _ordne_zu(_eigene_form(text))
    if not quelle:
        raise fehler("Quelle", "(leer)", "fehlt", "Nennen Sie Veröffentlichung und Stand der Tabelle.")
    spalten = erste.split(";")
    if "value_variable_code" in spalten:
        return _ordne_zu(_genesis(text, quelle))
    if spalten[0] in {"Kennziffer", '"Kennziffer"'}:
        return _ordne_zu(_inkar(text, quelle))
    if spalten[0] in {"Land", "Spalten-Nr."}:
        return _ordne_zu(_bundeswahlleiterin(text, quelle))
    raise fehler("Zeile 1", erste[:60], "ist keine bekannte Tabelle", "Laden Sie die Tabelle neu herunter.")


def _text(inhalt: bytes) -> str:
    for zeichensatz in ("utf-8-sig", "cp1252"):
        try:
            return inhalt.decode(zeichensatz)
        except UnicodeDecodeError:
            continue
    raise fehler("Datei", "Zeichensatz", "ist weder UTF-8 noch Windows-1252", "Speichern Sie die Datei neu.")


def _eigene_form(text: str) -> Iterator[Rohwert]:
    for nummer, zeile in enumerate(csv.DictReader(io.StringIO(text)), 2):
        if None in zeile or None in zeile.values():
            raise fehler(
                f"Zeile {nummer}", "Felder", "sind zu viele oder zu wenige", 'Setzen Sie Text mit Komma in „"“.'
            )
        unscharf = _UNSCHARF.search(f"{zeile['einheit']} {zeile['kennzahl']}")
        hinweise = [zeile.get("hinweis") or "", f"in der Quelle: {unscharf[1]}" if unscharf else ""]
        yield Rohwert(
            nummer,
            zeile["ags"] or zeile["stadt"],
            zeile["kennzahl"],
            int(zeile["jahr"]) if zeile["jahr"] else None,
            zeile["stichtag"],
            zeile["wert"],
            zeile["quelle"],
            " ".join(h for h in hinweise if h),
        )


def _bundeswahlleiterin(text: str, quelle: str) -> Iterator[Rohwert]:
    """Kopf und Vorspann wie in den Strukturdaten: `#`-Zeilen, Spaltennummern, dann Land;Kreis;Name;…"""
    leser = csv.reader(io.StringIO(text), delimiter=";")
    kopf: list[str] = []
    for nummer, felder in enumerate(leser, 1):
        if not felder or felder[0].startswith("#") or felder[0] == "Spalten-Nr.":
            continue
        if not kopf:
            kopf = felder
            continue
        for titel, wert in list(zip(kopf, felder, strict=False))[3:]:
            zeit = _ZEIT.search(titel)
            if titel and zeit and deutsch(wert) is not None:
                jahr = _JAHR.search(zeit[0])
                yield Rohwert(
                    nummer, felder[1], titel, int(jahr[0]) if jahr else None, zeit[0], deutsch(wert) or "", quelle
                )


def _inkar(text: str, quelle: str) -> Iterator[Rohwert]:
    """Kennziffer;Raumeinheit;Aggregat;Größe;Größe;… und darunter die Jahre."""
    leser = csv.reader(io.StringIO(text), delimiter=";")
    kopf, jahre = next(leser), next(leser, [])
    for nummer, felder in enumerate(leser, 3):
        for titel, jahr, wert in list(zip(kopf, jahre, felder, strict=False))[3:]:
            if titel and _JAHR.fullmatch(jahr) and deutsch(wert) is not None:
                yield Rohwert(nummer, felder[0].zfill(5), titel, int(jahr), "Jahr", deutsch(wert) or "", quelle)


def _genesis(text: str, quelle: str) -> Iterator[Rohwert]:
    """Flachdatei: nur Zeilen, deren weitere Merkmale (ab dem zweiten) die Insgesamt-Ausprägung tragen."""
    for nummer, zeile in enumerate(csv.DictReader(io.StringIO(text), delimiter=";"), 2):
        weitere = [w for s, w in zeile.items() if s and re.fullmatch(r"[2-9]_variable_attribute_code", s)]
        wert = deutsch(zeile["value"])
        if any(weitere) or wert is None:
            continue
        jahr = _JAHR.search(zeile["time"])
        code = zeile["value_variable_code"]
        yield Rohwert(
            nummer,
            zeile["1_variable_attribute_code"],
            _GENESIS.get(code, zeile["value_variable_label"]),
            int(jahr[0]) if jahr else None,
            _als_tag(zeile["time"]),
            wert,
            quelle,
        )


def _als_tag(zeit: str) -> str:
    teile = zeit.split("-")
    return f"{teile[2]}.{teile[1]}.{teile[0]}" if len(teile) == len("JMT") else zeit


def deutsch(wert: str) -> str | None:
    """Eine deutsch geschriebene Zahl mit Dezimalpunkt; nichts für Fehlzeichen der amtlichen Statistik."""
    wert = wert.strip()
    if wert in FEHLZEICHEN:
        return None
    if not re.fullmatch(r"-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+(,\d+)?", wert):
        return None
    return wert.replace(".", "").replace(",", ".")


def _ordne_zu(rohwerte: Iterator[Rohwert]) -> Eingelesen:
    import polars as pl

    orte = {}
    for stadt in Stadt.objects.all():
        orte.update({name: stadt.pk for name in (stadt.ags, stadt.name) if name})
    nummern = dict(Basisgroesse.objects.values_list("schluessel", "pk"))
    zeilen: list[Sequence[object]] = []
    uebergangen: list[tuple[int, str, str]] = []
    for roh in rohwerte:
        schluessel = roh.titel if roh.titel in nummern else groesse_zu(roh.titel)
        if roh.ort not in orte:
            uebergangen.append((roh.zeile, roh.ort, "keine Stadt des Vergleichs"))
        elif schluessel is None:
            uebergangen.append((roh.zeile, roh.titel, "keine Größe des Katalogs"))
        elif (wert := _ganz(roh.wert, katalog().groessen[schluessel].stellen)) is None:
            uebergangen.append((roh.zeile, roh.wert, "keine Zahl mit der Genauigkeit dieser Größe"))
        else:
            definition = katalog().groessen[schluessel].definition(roh.jahr)
            zeilen.append(
                (roh.zeile, orte[roh.ort], nummern[schluessel], roh.jahr, roh.stichtag, definition)
                + (wert, "", roh.hinweis, roh.quelle)
            )
    return Eingelesen(pl.DataFrame(zeilen, schema=werteschema(), orient="row"), uebergangen)


def _ganz(wert: str, stellen: int) -> int | None:
    if not re.fullmatch(r"-?\d{1,15}(\.\d+)?", wert):
        return None
    ganz, _, bruch = wert.partition(".")
    if len(bruch.rstrip("0")) > stellen:
        return None
    return int(ganz + bruch[:stellen].ljust(stellen, "0"))


def werteschema() -> dict[str, type[pl.DataType]]:
    """Die Spalten, die `pool.schreiben.speichere` erwartet."""
    import polars as pl

    ganz = dict.fromkeys(("zeile", "stadt_id", "groesse_id"), pl.Int64)
    return {
        **ganz,
        "jahr": pl.Int32,
        "stichtag": pl.String,
        "definition": pl.Int64,
        "wert": pl.Int64,
        "fehlt": pl.String,
        "hinweis": pl.String,
        "quelle": pl.String,
    }
