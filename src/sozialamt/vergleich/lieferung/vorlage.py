"""Die Vorlage einer Stadt: je lieferbarer Größe eine Zeile, als CSV für Programme und XLSX für Menschen."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sozialamt.vergleich.einlesen.datei import BLATT
from sozialamt.vergleich.einlesen.lieferdatei import KOPF
from sozialamt.vergleich.models import Basisgroesse, Stadt
from sozialamt.vergleich.models.wert import Fehlgrund

BREITEN = (10, 22, 8, 14, 32, 14, 16, 20, 40)
GELDEINHEIT = "EUR"


def zeilen(stadt: Stadt, jahr: int) -> Iterator[tuple[str, ...]]:
    """Jede Zeile beginnt als „keine Lieferung“: Wer nichts einträgt, liefert genau das."""
    for groesse in Basisgroesse.objects.filter(lieferbar=True).order_by("nummer"):
        stichtag = "Jahr" if groesse.einheit == GELDEINHEIT else f"31.12.{jahr}"
        fehlt = Fehlgrund.KEINE_LIEFERUNG.value
        yield (stadt.ags, stadt.name, str(jahr), stichtag, groesse.schluessel, groesse.einheit, "", fehlt, "")


def vorlage_csv(stadt: Stadt, jahr: int) -> bytes:
    """UTF-8, Komma, Punkt als Dezimalzeichen."""
    puffer = io.StringIO()
    schreiber = csv.writer(puffer, lineterminator="\r\n")
    schreiber.writerow(KOPF)
    schreiber.writerows(zeilen(stadt, jahr))
    return puffer.getvalue().encode()


def vorlage_xlsx(stadt: Stadt, jahr: int) -> bytes:
    """Blatt „Lieferung“ zum Ausfüllen, Blatt „Erläuterung“ mit Nummer, Titel und Definition jeder Größe."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    mappe = Workbook()
    blatt = mappe.active
    blatt.title = BLATT
    blatt.append(KOPF)
    for zeile in zeilen(stadt, jahr):
        blatt.append(zeile)
    for stelle, breite in enumerate(BREITEN, 1):
        blatt.column_dimensions[get_column_letter(stelle)].width = breite
    erlaeuterung = mappe.create_sheet("Erläuterung")
    for zeile in _erlaeuterung():
        erlaeuterung.append(zeile)
    for tafel in (blatt, erlaeuterung):
        tafel.freeze_panes = "A2"
        for zelle in tafel[1]:
            zelle.font = Font(bold=True)
    puffer = io.BytesIO()
    mappe.save(puffer)
    return puffer.getvalue()


def _erlaeuterung() -> Iterator[tuple[str, ...]]:
    from sozialamt.vergleich.pool.grundbestand import alle_groessen

    yield ("groesse", "Nummer", "Titel", "Einheit", "Definition")
    for groesse in alle_groessen().values():
        if groesse.lieferbar:
            definition = "; ".join(f"ab {ab}: {text}" for _, ab, text in groesse.definitionen)
            yield (groesse.schluessel, groesse.nummer, groesse.titel, groesse.einheit, definition)
