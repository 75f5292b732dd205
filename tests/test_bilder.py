"""Die Bilder in README und Handbuch: Jedes gibt es, jedes ist klein, keines ist vergessen.

Neu gemacht werden sie von den Browsertests: `BILDER=1 make test`, oder nur die Dateien unter tests/web/browser.
"""

import re
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
BILDER = WURZEL / "docs" / "bilder"
HOECHSTENS = 150_000
TEXTE = [WURZEL / "README.md", *sorted((WURZEL / "docs" / "handbuch").glob("*.md"))]
VERWEIS = re.compile(r"!\[([^\]]*)\]\(([^)]+\.png)\)")


def verweise() -> list[tuple[Path, str, Path]]:
    """Datei, Beschreibung und Ziel jedes Bildes."""
    return [
        (datei, text, (datei.parent / ziel).resolve())
        for datei in TEXTE
        for text, ziel in VERWEIS.findall(datei.read_text(encoding="utf-8"))
    ]


def test_jedes_genannte_bild_gibt_es_und_ist_beschrieben():
    for datei, text, ziel in verweise():
        assert ziel.is_file(), f"{datei.name}: {ziel.name}"
        assert len(text) > 20, f"{datei.name}: {ziel.name} braucht eine Beschreibung"


def test_kein_bild_ist_vergessen_oder_zu_gross():
    genannt = {ziel for _, _, ziel in verweise()}
    for bild in BILDER.glob("*.png"):
        assert bild in genannt, f"{bild.name} nennt niemand"
        assert bild.stat().st_size < HOECHSTENS, f"{bild.name} hat {bild.stat().st_size} Byte"


def test_die_hauptbildschirme_stehen_in_readme_und_handbuch():
    haupt = {"start.png", "haushalt.png", "antragsbogen.png", "berechnung.png", "freigabe.png", "zahllauf.png"}
    im_readme = {ziel.name for datei, _, ziel in verweise() if datei.name == "README.md"}
    im_handbuch = {ziel.name for datei, _, ziel in verweise() if datei.parent.name == "handbuch"}
    assert haupt <= im_readme
    assert haupt <= im_handbuch
