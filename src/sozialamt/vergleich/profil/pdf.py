"""Bericht als PDF/A-3a und PDF/UA-1: Überschriften, Alternativtexte und Tabellenköpfe sind maschinenlesbar.

Ein Übersetzer je Prozess, wie bei den Bescheiden; Texte und Bilder kommen als Daten hinein, nie als Satzanweisung.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from sozialamt.akte import schreiben
from sozialamt.vergleich.grafik.bild import Tabelle
from sozialamt.vergleich.grafik.rendern import svg
from sozialamt.vergleich.profil.bericht import Abbildung, Absatz, Bericht, Block, Fakten, Liste

ORT = Path(__file__).parent
SCHRIFTEN = Path(schreiben.__file__).parent / "schriften"
NORMEN: list[Any] = ["a-3a", "ua-1"]
_SPERRE = Lock()


def rendere_bericht(bericht: Bericht, tag: date, ablage: Path | None = None) -> bytes:
    """PDF des Berichts. Gleicher Bericht und gleicher Tag ergeben dieselbe Datei."""
    satz = json.dumps(satzdaten(bericht, tag, ablage), ensure_ascii=False)
    zeitpunkt = datetime(tag.year, tag.month, tag.day, tzinfo=UTC)
    with _SPERRE:
        pdf = _uebersetzer().compile(
            format="pdf", sys_inputs={"daten": satz}, pdf_standards=NORMEN, timestamp=zeitpunkt
        )
    assert isinstance(pdf, bytes)  # noqa: S101 - PDF ist eine einzige Datei; Listen gibt es nur bei Bildern
    return pdf


@cache
def _uebersetzer() -> typst.Compiler:
    schriften = typst.Fonts(include_system_fonts=False, font_paths=[str(SCHRIFTEN)])
    vorlagen = ORT / "vorlagen"
    return typst.Compiler(input=str(vorlagen / "bericht.typ"), root=str(vorlagen), font_paths=schriften)


def satzdaten(bericht: Bericht, tag: date, ablage: Path | None = None) -> dict[str, Any]:
    """Alles, was die Vorlage braucht: Texte, Tabellen und gezeichnete Bilder."""
    return {
        "titel": bericht.titel,
        "untertitel": bericht.untertitel,
        "stand": bericht.stand,
        "herausgeber": bericht.herausgeber,
        "tag": [tag.year, tag.month, tag.day],
        "erzeugt": bericht.erzeugt,
        "verzeichnis": bericht.verzeichnis,
        "hinweise": list(bericht.hinweise),
        "quellen": list(bericht.quellen),
        "kapitel": [
            {"titel": k.titel, "ebene": k.ebene, "bloecke": [_block(b, ablage) for b in k.bloecke]}
            for k in bericht.kapitel
        ],
    }


def _block(block: Block, ablage: Path | None) -> dict[str, Any]:
    if isinstance(block, Absatz):
        return {"art": block.art, "text": block.text, "klein": block.klein}
    if isinstance(block, Liste):
        return {"art": block.art, "punkte": list(block.punkte)}
    if isinstance(block, Fakten):
        return {"art": block.art, "fakten": [[f.zahl, f.titel, f.text] for f in block.fakten]}
    if isinstance(block, Abbildung):
        grafik = block.grafik
        return {
            "art": block.art,
            "titel": grafik.titel,
            "svg": svg(grafik, ablage),
            "alt": grafik.alternativtext,
            "text": block.text,
            "quellen": list(grafik.quellen),
            "tabelle": _tabelle(grafik.tabelle),
        }
    return {"art": block.art, "tabelle": _tabelle(block.tabelle)}


def _tabelle(tabelle: Tabelle) -> dict[str, Any]:
    return {
        "titel": tabelle.titel,
        "kopf": list(tabelle.kopf),
        "zeilen": [list(zeile) for zeile in tabelle.zeilen],
        "zahlspalten": sorted(tabelle.zahlspalten),
    }
