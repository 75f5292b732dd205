"""Was als Dokument in die Akte darf: Typ aus dem Inhalt, Größe, Virenprüfung."""

from __future__ import annotations

import shlex
import subprocess
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.conf import settings

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Virenpruefung

ENDUNGEN = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/tiff": "tif",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "text/plain": "txt",
}
"""Erlaubte Typen und die Endung beim Herunterladen."""
_ANFAENGE = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
_ZIP = b"PK\x03\x04"
_STEUERZEICHEN = frozenset(range(32)) - {9, 10, 12, 13}
_MEGABYTE = 1024 * 1024
_FUND, _SAUBER = 1, 0
WARTEZEIT = 60
"""Sekunden, die die Virenprüfung höchstens dauern darf."""


def medientyp(inhalt: bytes) -> str:
    """Typ nach den ersten Bytes, nie nach Namen oder Angabe des Browsers; leer: nicht erlaubt."""
    for anfang, typ in _ANFAENGE.items():
        if inhalt.startswith(anfang):
            return typ
    if inhalt.startswith(_ZIP):
        return _bueroformat(inhalt)
    return "text/plain" if _ist_text(inhalt) else ""


def pruefe_datei(inhalt: bytes) -> str:
    """Gibt den Typ zurück oder nennt den Mangel."""
    hoechstens = settings.DOKUMENT_MEGABYTE * _MEGABYTE
    if not inhalt:
        raise AngabenFehler([Mangel("Datei", "(leer)", "enthält nichts", "Wählen Sie eine andere Datei.")])
    if len(inhalt) > hoechstens:
        groesse = f"{len(inhalt) / _MEGABYTE:.1f} MB".replace(".", ",")
        abhilfe = f"Höchstens {settings.DOKUMENT_MEGABYTE} MB; teilen oder verkleinern Sie die Datei."
        raise AngabenFehler([Mangel("Datei", groesse, "ist zu groß", abhilfe)])
    typ = medientyp(inhalt)
    if not typ:
        abhilfe = f"Möglich sind {', '.join(sorted(ENDUNGEN.values()))}."
        raise AngabenFehler([Mangel("Datei", "unbekannter Inhalt", "ist kein erlaubter Dateityp", abhilfe)])
    return typ


def pruefe_auf_viren(inhalt: bytes) -> Virenpruefung:
    """Ruft den eingestellten Prüfbefehl mit der Datei als Eingabe: 0 sauber, 1 Fund, sonst Störung.

    Ohne Befehl ist die Datei nicht geprüft, und die Seite sagt das. Bei Fund oder Störung wird nichts abgelegt.
    """
    if not settings.VIRENPRUEFUNG:
        return Virenpruefung.UNGEPRUEFT
    befehl = shlex.split(settings.VIRENPRUEFUNG)
    try:
        lauf = subprocess.run(befehl, input=inhalt, capture_output=True, timeout=WARTEZEIT, check=False)  # noqa: S603 - set by the operator
        ergebnis = lauf.returncode
    except (OSError, subprocess.TimeoutExpired):
        ergebnis = -1
    if ergebnis == _SAUBER:
        return Virenpruefung.SAUBER
    if ergebnis == _FUND:
        grund, abhilfe = "enthält ein Schadprogramm", "Die Datei ist nicht gespeichert. Melden Sie den Fund."
    else:
        grund, abhilfe = "konnte nicht auf Viren geprüft werden", "Melden Sie die Störung der Fachadministration."
    raise AngabenFehler([Mangel("Datei", "Virenprüfung", grund, abhilfe)])


def _bueroformat(inhalt: bytes) -> str:
    try:
        with ZipFile(BytesIO(inhalt)) as archiv:
            namen = set(archiv.namelist())
            if "word/document.xml" in namen and not any(n.endswith("vbaProject.bin") for n in namen):
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            odt = "application/vnd.oasis.opendocument.text"
            return odt if "mimetype" in namen and archiv.read("mimetype") == odt.encode() else ""
    except BadZipFile:
        return ""


def _ist_text(inhalt: bytes) -> bool:
    try:
        inhalt.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _STEUERZEICHEN & set(inhalt) and not inhalt.lstrip().startswith(b"<")
