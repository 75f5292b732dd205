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
from sozialamt.vergleich.grafik.zeichnen import zeichne

FASSUNG = "2"
"""Steht im Namen der gespeicherten Datei; wird erhöht, wenn dieselbe Beschreibung anders gezeichnet werden soll."""
VERGROESSERUNG = 2
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


def merke(grafik: Grafik, ablage: Path) -> str:
    """Legt die Vorlage ab und gibt ihre Kennung; gezeichnet wird erst, wenn jemand das Bild holt."""
    ziel = ablage / f"{grafik.kennung}.json"
    if not ziel.exists():
        _schreibe(ziel, grafik.vorlage.encode())
    return grafik.kennung


def gemerkte(kennung: str, ablage: Path) -> Grafik | None:
    """Die Grafik zu einer Kennung, sonst None."""
    ziel = ablage / f"{kennung}.json"
    return Grafik.aus_vorlage(ziel.read_text(encoding="utf-8")) if ziel.exists() else None


def _bereit(grafik: Grafik, ablage: Path | None, art: str) -> bytes:
    """Aus der Ablage, sonst gezeichnet und abgelegt."""
    if ablage is None:
        return _zeichne(grafik, art)
    ziel = ablage / f"{grafik.kennung}-{FASSUNG}.{art}"
    if ziel.exists():
        return ziel.read_bytes()
    inhalt = _zeichne(grafik, art)
    _schreibe(ziel, inhalt)
    return inhalt


def _schreibe(ziel: Path, inhalt: bytes) -> None:
    """Erst ganz geschrieben, dann umbenannt: Wer liest, sieht nie eine halbe Datei."""
    ziel.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=ziel.parent, delete=False) as datei:
        datei.write(inhalt)
    os.replace(datei.name, ziel)


def _zeichne(grafik: Grafik, art: str) -> bytes:
    with _SPERRE:
        vl = _umsetzer()
        roh = vl.vegalite_to_svg(
            zeichne(grafik.bild), format_locale=SCHREIBWEISE, show_warnings=False, allowed_base_urls=[]
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
    """Titel, Beschreibung und Muster in das SVG.

    `style` weicht, weil es unter der Inhaltsregel nicht wirken dürfte; die Nummern der Ausschnitte zählt die
    Zeichenbibliothek über alle Bilder fort, hier beginnen sie je Bild, damit gleiche Bilder gleiche Dateien sind.
    """
    text = re.sub(r'\sstyle="[^"]*"', "", roh)
    for nummer, marke in enumerate(dict.fromkeys(re.findall(r"\bclip\d+\b", text))):
        text = re.sub(rf"\b{marke}\b", f"ausschnitt{nummer}", text)
    for farbe, muster in _ERSATZ.items():
        text = text.replace(f'fill="{farbe}"', f'fill="{muster}"')
    kopf = f"<title>{escape(grafik.titel)}</title><desc>{escape(grafik.alternativtext)}</desc>{_MUSTER}"
    return re.sub(r"(<svg\b[^>]*?)>", rf'\g<1> role="img" lang="de">{_schutz(kopf)}', text, count=1)


def _schutz(text: str) -> str:
    return text.replace("\\", r"\\")
