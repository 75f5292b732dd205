"""Aus der Beschreibung wird SVG oder PNG: ohne Netz, mit Alternativtext im Bild, nach Inhalt zwischengespeichert."""

from __future__ import annotations

import os
import re
import tempfile
from functools import cache
from html import escape
from pathlib import Path
from threading import Lock

from sozialamt.vergleich.grafik.bild import MUSTER_UNBEWERTET, MUSTER_UNGUENSTIG, Grafik
from sozialamt.vergleich.grafik.zahlen import SCHREIBWEISE

FASSUNG = "1"
"""Steht im Namen der gespeicherten Datei; wird erhöht, wenn dieselbe Beschreibung anders gezeichnet werden soll."""
VERGROESSERUNG, ALLES_SICHTBAR = 2, 30
_SPERRE = Lock()
_SCHRIFTEN = Path(__file__).parents[2] / "akte" / "schreiben" / "schriften"
_MUSTER = (
    "<defs>"
    f'<pattern id="schraffur" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="7" height="7" fill="{MUSTER_UNGUENSTIG}"/><rect width="2.4" height="7" fill="#ffffff"/></pattern>'
    f'<pattern id="punkte" width="7" height="7" patternUnits="userSpaceOnUse">'
    f'<rect width="7" height="7" fill="{MUSTER_UNBEWERTET}"/>'
    '<circle cx="3.5" cy="3.5" r="1.5" fill="#ffffff"/></pattern>'
    "</defs>"
)
_ERSATZ = {MUSTER_UNGUENSTIG: "url(#schraffur)", MUSTER_UNBEWERTET: "url(#punkte)"}


def svg(grafik: Grafik, ablage: Path | None = None) -> str:
    """SVG mit `<title>` und `<desc>`; kein Skript, keine Adresse, keine Formatvorlage."""
    return _bereit(grafik, ablage, "svg").decode("utf-8")


def png(grafik: Grafik, ablage: Path | None = None) -> bytes:
    """PNG in doppelter Größe mit der Hausschrift."""
    return _bereit(grafik, ablage, "png")


def _bereit(grafik: Grafik, ablage: Path | None, art: str) -> bytes:
    """Aus der Ablage, sonst gezeichnet und abgelegt (erst ganz geschrieben, dann umbenannt)."""
    if ablage is None:
        return _zeichne(grafik, art)
    ziel = ablage / f"{grafik.kennung}-{FASSUNG}.{art}"
    if ziel.exists():
        return ziel.read_bytes()
    inhalt = _zeichne(grafik, art)
    ablage.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=ablage, delete=False) as datei:
        datei.write(inhalt)
    os.replace(datei.name, ziel)
    return inhalt


def _zeichne(grafik: Grafik, art: str) -> bytes:
    with _SPERRE:
        vl = _umsetzer()
        roh = vl.vegalite_to_svg(
            grafik.spezifikation, format_locale=SCHREIBWEISE, show_warnings=False, allowed_base_urls=[]
        )
        fertig = _beschriftet(roh, grafik)
        return vl.svg_to_png(fertig, scale=VERGROESSERUNG) if art == "png" else fertig.encode("utf-8")


@cache
def _umsetzer():  # type: ignore[no-untyped-def]
    """Lädt die Zeichenbibliothek beim ersten Bild, nicht beim Start des Webprozesses."""
    import vl_convert

    vl_convert.register_font_directory(str(_SCHRIFTEN))
    return vl_convert


def _beschriftet(roh: str, grafik: Grafik) -> str:
    """Titel, Beschreibung und Muster in das SVG; `style` weicht, weil es unter der Inhaltsregel nicht wirken dürfte."""
    text = re.sub(r'\sstyle="[^"]*"', "", roh)
    for farbe, muster in _ERSATZ.items():
        text = text.replace(f'fill="{farbe}"', f'fill="{muster}"')
    kopf = f"<title>{escape(grafik.titel)}</title><desc>{escape(grafik.alternativtext)}</desc>{_MUSTER}"
    return re.sub(r"(<svg\b[^>]*?)>", rf'\g<1> role="img" lang="de">{_schutz(kopf)}', text, count=1)


def _schutz(text: str) -> str:
    return text.replace("\\", r"\\")
