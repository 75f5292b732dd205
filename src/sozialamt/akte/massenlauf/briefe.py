"""Die Schreiben eines Massenlaufs für die Druckstraße: ein Ordner mit PDF-Dateien und einem Verzeichnis."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from pathlib import Path

from sozialamt.akte.models import Bescheiddokument, Massenlauf
from sozialamt.akte.tabellentext import harmlos

VERZEICHNIS = "verzeichnis.csv"
KOPF = ("datei", "aktenzeichen", "empfaenger", "strasse", "plz", "ort", "sha256")


def lege_ab(lauf: Massenlauf, ordner: Path, fortschritt: Callable[[int], None] | None = None) -> int:
    """Schreibt jedes Schreiben einmal; was schon vollständig da ist, bleibt. Gibt die Zahl zurück."""
    ordner.mkdir(parents=True, exist_ok=True)
    zeilen = []
    dokumente = (
        Bescheiddokument.objects.filter(bescheid__massenlaufposten__massenlauf=lauf)
        .select_related("bescheid__haushalt")
        .defer("bescheid__rechenweg")
        .order_by("bescheid__haushalt__plz", "bescheid__haushalt__strasse", "bescheid__nummer")
    )
    for dokument in dokumente.iterator(chunk_size=100):
        bescheid = dokument.bescheid
        datei = ordner / f"{bescheid.nummer}.pdf"
        if not datei.exists():
            _schreibe(datei, bytes(dokument.pdf))
        an = bescheid.inhalt["empfaenger"]
        zeichen = bescheid.haushalt.aktenzeichen
        zeilen.append(
            (datei.name, zeichen, *(harmlos(an[n]) for n in ("name", "strasse", "plz", "ort")), dokument.sha256)
        )
        if fortschritt:
            fortschritt(1)
    vorlaeufig = ordner / f".{VERZEICHNIS}.{os.getpid()}"
    with vorlaeufig.open("w", encoding="utf-8-sig", newline="") as text:
        csv.writer(text, delimiter=";").writerows([KOPF, *zeilen])
    vorlaeufig.replace(ordner / VERZEICHNIS)
    return len(zeilen)


def _schreibe(datei: Path, inhalt: bytes) -> None:
    """Erscheint unter ihrem Namen erst, wenn sie ganz geschrieben ist."""
    vorlaeufig = datei.with_suffix(f".{os.getpid()}.neu")
    vorlaeufig.write_bytes(inhalt)
    vorlaeufig.replace(datei)
