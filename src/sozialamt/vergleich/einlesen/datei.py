"""Von der hochgeladenen Datei zu Textspalten. Alles Zweifelhafte wird abgewiesen, mit Zeile und Spalte.

Zwei Formen: CSV (UTF-8, Komma, Punkt als Dezimalzeichen) für Programme und XLSX für Menschen. Geprüft wird, bevor
etwas entpackt oder im Ganzen gelesen wird: Größe, Inhalt des ZIP-Archivs, Zeichen, Kopfzeile, Zahl der Felder.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sozialamt.akte.fehler import AngabenFehler, Mangel

if TYPE_CHECKING:
    import polars as pl

MEGABYTE = 1024 * 1024
HOECHSTENS = 64 * MEGABYTE
XLSX_ENTPACKT = 200 * MEGABYTE
XLSX_VERHAELTNIS = 200
XLSX_DATEIEN = 200
XLSX_ZEILEN = 100_000
FELD_BYTES = 1_000
BLATT = "Lieferung"
_ZIP = b"PK\x03\x04"
HOECHSTENS_GENANNT = 50


def lies_textspalten(dateiname: str, inhalt: bytes, kopf: Sequence[str]) -> pl.DataFrame:
    """Die Datei als Spalten von Text, dazu `zeile` (wie im Tabellenprogramm gezählt). `AngabenFehler` sonst."""
    endung = dateiname.rsplit(".", 1)[-1].lower()
    if len(inhalt) > HOECHSTENS:
        raise fehler("Datei", f"{len(inhalt) // MEGABYTE} MB", f"ist größer als {HOECHSTENS // MEGABYTE} MB", "Teilen")
    if not inhalt.strip():
        raise fehler("Datei", dateiname, "ist leer", "Füllen Sie die Vorlage aus.")
    if endung == "xlsx" and inhalt.startswith(_ZIP):
        return _xlsx(inhalt, kopf)
    if endung == "csv" and not inhalt.startswith(_ZIP):
        return _csv(inhalt, kopf)
    raise fehler("Datei", dateiname, "ist weder CSV noch XLSX", "Speichern Sie die ausgefüllte Vorlage neu.")


def fehler(feld: str, wert: str, grund: str, abhilfe: str) -> AngabenFehler:
    """Ein einzelner Mangel als Fehler."""
    return AngabenFehler([Mangel(feld, wert, grund, "Teilen Sie die Datei auf." if abhilfe == "Teilen" else abhilfe)])


def _csv(inhalt: bytes, kopf: Sequence[str]) -> pl.DataFrame:
    import polars as pl

    text = _entschluessele(inhalt)
    zahl = _regelmaessige_zeilen(text, kopf)
    if zahl is None:
        zahl = sum(1 for _ in _pruefe_aufbau(csv.reader(io.StringIO(text, newline=""), strict=True), kopf))
    spalten = pl.read_csv(text.encode(), infer_schema=False).fill_null("")
    if spalten.height != zahl:
        raise fehler(
            "Datei",
            f"{spalten.height} statt {zahl} Zeilen",
            "ist nicht eindeutig zu lesen",
            "Speichern Sie die Datei neu.",
        )
    tafel = spalten.with_row_index("zeile", 2).with_columns(pl.col("zeile").cast(pl.Int64))
    _pruefe_felder(tafel, kopf)
    return tafel


def _regelmaessige_zeilen(text: str, kopf: Sequence[str]) -> int | None:
    """Zahl der Datenzeilen, wenn der Aufbau ohne Anführungszeichen auf einen Blick stimmt; sonst wird genau gelesen."""
    import polars as pl

    if '"' in text or "\r" in text or not text.startswith(",".join(kopf) + "\n"):
        return None
    zeilen = pl.Series(text.removesuffix("\n").split("\n"))
    regelmaessig = (zeilen.str.count_matches(",", literal=True) == len(kopf) - 1).all()
    return zeilen.len() - 1 if regelmaessig else None


def _entschluessele(inhalt: bytes) -> str:
    try:
        text = inhalt.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        zeile = inhalt.count(b"\n", 0, problem.start) + 1
        davor = inhalt[inhalt.rfind(b"\n", 0, problem.start) + 1 : problem.start]
        spalte = davor.count(b",") + 1
        raise fehler(
            f"Zeile {zeile}, Spalte {spalte}",
            f"Byte {inhalt[problem.start]:#04x}",
            "ist nicht in UTF-8 geschrieben",
            "Speichern Sie als „CSV UTF-8“ oder verwenden Sie die XLSX-Vorlage.",
        ) from problem
    if "\x00" in text:
        zeile = text.count("\n", 0, text.index("\x00")) + 1
        raise fehler(f"Zeile {zeile}", "Nullzeichen", "gehört nicht in eine Textdatei", "Speichern Sie neu als CSV.")
    return text


def _pruefe_aufbau(zeilen: Iterator[list[str]], kopf: Sequence[str]) -> Iterator[int]:
    """Prüft Kopf und Feldzahl und gibt je Datenzeile ihre Nummer."""
    nummer = 1
    try:
        pruefe_kopf(next(zeilen), kopf)
        for felder in zeilen:
            nummer += 1
            if len(felder) != len(kopf):
                grund = f"hat {len(felder)} Felder, es müssen {len(kopf)} sein"
                raise fehler(
                    f"Zeile {nummer}, Spalte {kopf[min(len(felder), len(kopf)) - 1]}",
                    ",".join(felder)[:60],
                    grund,
                    "Felder trennt ein Komma; Zahlen haben keine Tausenderzeichen und einen Punkt vor den Cent.",
                )
            yield nummer
    except csv.Error as problem:
        raise fehler(
            f"Zeile {nummer + 1}", str(problem), "ist keine gültige CSV-Zeile", "Speichern Sie die Datei neu."
        ) from problem


def pruefe_kopf(gelesen: Sequence[str], kopf: Sequence[str]) -> None:
    """Die Kopfzeile muss wörtlich die der Vorlage sein, in derselben Reihenfolge."""
    if list(gelesen) == list(kopf):
        return
    if len(gelesen) == 1 and ";" in gelesen[0]:
        raise fehler(
            "Zeile 1, Spalte 1",
            gelesen[0][:60],
            "trennt die Felder mit Semikolon",
            "Trennen Sie mit Komma (CSV UTF-8) oder verwenden Sie die XLSX-Vorlage.",
        )
    for stelle, soll in enumerate(kopf, 1):
        ist = gelesen[stelle - 1] if stelle <= len(gelesen) else "(fehlt)"
        if ist != soll:
            grund = f"müsste „{soll}“ heißen"
            raise fehler(f"Zeile 1, Spalte {stelle}", ist[:60], grund, "Übernehmen Sie die Kopfzeile der Vorlage.")
    raise fehler(f"Zeile 1, Spalte {len(kopf) + 1}", gelesen[len(kopf)][:60], "ist zu viel", "Löschen Sie die Spalte.")


def _pruefe_felder(tafel: pl.DataFrame, kopf: Sequence[str]) -> None:
    """Kein Feld darf eine Formel sein, Steuerzeichen enthalten oder überlang sein."""
    import polars as pl

    formel = {spalte: pl.col(spalte).str.contains(r"^([=+@\t\r]|-[^0-9]|-$)") for spalte in kopf}
    text = {
        spalte: pl.col(spalte).str.contains(r"\p{C}") | (pl.col(spalte).str.len_bytes() > FELD_BYTES) for spalte in kopf
    }
    schlecht = tafel.select((formel[spalte] | text[spalte]).any().alias(spalte) for spalte in kopf).row(0, named=True)
    for spalte in (spalte for spalte in kopf if schlecht[spalte]):
        falsch = tafel.filter(formel[spalte] | text[spalte]).select("zeile", spalte, formel[spalte].alias("formel"))
        zeile, wert, ist_formel = falsch.row(0)
        ort = f"Zeile {zeile}, Spalte {spalte}"
        if ist_formel:
            raise fehler(ort, wert[:60], "ist eine Formel", "Tragen Sie den Wert selbst ein.")
        raise fehler(ort, repr(wert[:30]), "ist kein einfacher Text", "Korrigieren Sie das Feld.")


def _xlsx(inhalt: bytes, kopf: Sequence[str]) -> pl.DataFrame:
    import polars as pl
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _pruefe_archiv(inhalt)
    try:
        mappe = load_workbook(io.BytesIO(inhalt), read_only=True, data_only=False, keep_links=False)
        if BLATT not in mappe.sheetnames:
            raise fehler(
                "Datei", ", ".join(mappe.sheetnames)[:60], f"hat kein Blatt „{BLATT}“", "Nehmen Sie die Vorlage."
            )
        zeilen = list(_xlsx_zeilen(mappe[BLATT].iter_rows(), kopf))
        mappe.close()
    except (InvalidFileException, KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError) as problem:
        raise fehler(
            "Datei", type(problem).__name__, "ist als XLSX nicht lesbar", "Speichern Sie sie neu."
        ) from problem
    schema = {"zeile": pl.Int64, **dict.fromkeys(kopf, pl.String)}
    tafel = pl.DataFrame(zeilen, schema=schema, orient="row")
    _pruefe_felder(tafel, kopf)
    return tafel


def _xlsx_zeilen(zeilen: Iterator[Any], kopf: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for nummer, zellen in enumerate(zeilen, 1):
        if nummer > XLSX_ZEILEN:
            raise fehler(f"Zeile {nummer}", "", f"liegt hinter der {XLSX_ZEILEN}. Zeile", "Teilen")
        texte = [_zelle(zelle, kopf, nummer, stelle) for stelle, zelle in enumerate(zellen)]
        while len(texte) > len(kopf) and not texte[-1]:
            texte.pop()
        if nummer == 1:
            pruefe_kopf(texte, kopf)
            continue
        if not any(texte):
            continue
        if len(texte) > len(kopf):
            raise fehler(
                f"Zeile {nummer}, Spalte {len(kopf) + 1}", texte[len(kopf)][:60], "ist zu viel", "Löschen Sie sie."
            )
        texte += [""] * (len(kopf) - len(texte))
        yield (nummer, *texte)


def _zelle(zelle: Any, kopf: Sequence[str], zeile: int, stelle: int) -> str:
    wert = zelle.value
    ort = f"Zeile {zeile}, Spalte {kopf[stelle] if stelle < len(kopf) else stelle + 1}"
    if zelle.data_type == "f":
        raise fehler(ort, str(wert)[:60], "ist eine Formel", "Fügen Sie nur Werte ein (Inhalte einfügen: Werte).")
    if zelle.data_type == "e":
        raise fehler(ort, str(wert)[:60], "ist ein Fehlerwert", "Korrigieren Sie die Zelle.")
    if wert is None:
        return ""
    if isinstance(wert, bool):
        raise fehler(ort, str(wert), "ist ein Wahrheitswert", "Tragen Sie eine Zahl ein.")
    if isinstance(wert, datetime | date):
        return f"{wert:%d.%m.%Y}"
    if isinstance(wert, int | float):
        zahl = Decimal(repr(wert))
        return f"{zahl.to_integral() if zahl == zahl.to_integral() else zahl:f}"
    return str(wert).strip()


def _pruefe_archiv(inhalt: bytes) -> None:
    """Grenzen für das ZIP-Archiv, bevor etwas entpackt wird; Python entpackt nie mehr, als der Eintrag ansagt."""
    try:
        eintraege = zipfile.ZipFile(io.BytesIO(inhalt)).infolist()
    except zipfile.BadZipFile as problem:
        raise fehler("Datei", "XLSX", "ist beschädigt", "Speichern Sie sie neu.") from problem
    entpackt = sum(eintrag.file_size for eintrag in eintraege)
    if len(eintraege) > XLSX_DATEIEN or entpackt > min(XLSX_ENTPACKT, XLSX_VERHAELTNIS * len(inhalt)):
        raise fehler("Datei", f"{entpackt // MEGABYTE} MB entpackt", "ist ungewöhnlich stark gepackt", "Teilen")
    if any("vbaproject" in eintrag.filename.lower() for eintrag in eintraege):
        raise fehler("Datei", "Makros", "sind nicht erlaubt", "Speichern Sie als XLSX ohne Makros.")
