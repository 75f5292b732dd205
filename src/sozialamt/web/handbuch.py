"""Das Handbuch auf dem Bildschirm: dieselben Dateien wie in docs/handbuch, ohne eine Anfrage nach außen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from sozialamt.akte.suchwoerter import falte, woerter

STARTSEITE = "index"
AUSSCHNITT, HOECHSTENS = 220, 60
_SEITE = re.compile(r"([a-z0-9_]+)\.md(#.*)?")
_BILD = re.compile(r"\.\./bilder/([a-z0-9_]+\.png)")
_EIGENE_MARKE = re.compile(r'<a id="([a-z0-9_-]+)"></a>')
_MARKE_GESETZT = re.compile(r'(?:<p class="kern-body">)?&lt;a id=&quot;([a-z0-9_-]+)&quot;&gt;&lt;/a&gt;(?:</p>)?')
_KEIN_ANKER = re.compile(r"[^\w\- ]")
_AUSZEICHNUNG = re.compile(r"[*`|]|\[|\]\([^)]*\)|^[-#> ]+", re.MULTILINE)
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_KASTEN = '<div class="kern-table-responsive" tabindex="0" role="region" aria-label="{}">'
_KLASSEN = {
    "h1": "kern-heading-large",
    "h2": "kern-heading-medium",
    "h3": "kern-heading-small",
    "p": "kern-body",
    "a": "kern-link",
    "table": "kern-table kern-table--small",
    "thead": "kern-table__head",
    "tbody": "kern-table__body",
    "tr": "kern-table__row",
    "th": "kern-table__header",
    "td": "kern-table__cell",
}


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """Ein Stück einer Seite unter einer Überschrift."""

    titel: str
    anker: str
    text: str


@dataclass(frozen=True, slots=True)
class Handbuchseite:
    """Eine fertige Seite."""

    name: str
    titel: str
    html: SafeString
    abschnitte: tuple[Abschnitt, ...]


@dataclass(frozen=True, slots=True)
class Treffer:
    """Ein gefundener Abschnitt."""

    seite: Handbuchseite
    abschnitt: Abschnitt
    ausschnitt: str


def ordner() -> Path:
    """Wo die Seiten liegen; in einer Installation ohne Quellbaum gibt es sie nicht."""
    return Path(settings.WURZEL) / "docs" / "handbuch"


def bilder() -> Path:
    """Wo die Bilder des Handbuchs liegen."""
    return ordner().parent / "bilder"


def namen() -> list[str]:
    """Alle Seiten, die Startseite zuerst."""
    gefunden = sorted(p.stem for p in ordner().glob("*.md"))
    return sorted(gefunden, key=lambda name: name != STARTSEITE)


def seite(name: str) -> Handbuchseite | None:
    """Eine Seite; None, wenn es sie nicht gibt. Einmal je Fassung der Datei gesetzt."""
    if name not in namen():
        return None
    datei = ordner() / f"{name}.md"
    return _setze(datei, datei.stat().st_mtime_ns)


def suche(anfrage: str) -> list[Treffer]:
    """Abschnitte, in denen jedes Wort vorkommt, Treffer im Titel zuerst."""
    gesucht = woerter(anfrage)
    if not gesucht:
        return []
    alle = [t for name in namen() if (s := seite(name)) for t in _suche_in(s, gesucht)]
    im_titel = [all(w in falte(t.abschnitt.titel) for w in gesucht) for t in alle]
    return [t for _, t in sorted(zip(im_titel, alle, strict=True), key=lambda p: not p[0])][:HOECHSTENS]


def _suche_in(eine: Handbuchseite, gesucht: Sequence[str]) -> Iterator[Treffer]:
    for a in eine.abschnitte:
        gefaltet = falte(f"{a.titel} {a.text}")
        if all(wort in gefaltet for wort in gesucht):
            yield Treffer(eine, a, _ausschnitt(a.text, gesucht[0]))


def _ausschnitt(text: str, wort: str) -> str:
    """Der Satz um das erste Wort, so gut es die Faltung erlaubt."""
    stellen = [m.start() for m in re.finditer(r"\S+", text) if wort in falte(m[0])]
    anfang = max(0, (stellen[0] if stellen else 0) - AUSSCHNITT // 3)
    stueck = text[anfang : anfang + AUSSCHNITT].strip()
    return f"{'… ' if anfang else ''}{stueck}{' …' if anfang + AUSSCHNITT < len(text) else ''}"


@lru_cache(maxsize=64)
def _setze(datei: Path, fassung: int) -> Handbuchseite:
    from markdown_it import MarkdownIt

    text = datei.read_text(encoding="utf-8")
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    marken = md.parse(text)
    abschnitte = []
    zeilen = text.splitlines()
    koepfe = [(m, marken[i + 1].content) for i, m in enumerate(marken) if m.type == "heading_open"]
    marke_von = _marken([titel for _, titel in koepfe], _EIGENE_MARKE.findall(text))
    for nummer, (kopf, titel) in enumerate(koepfe):
        _, bis = kopf.map or (0, 0)
        naechster = koepfe[nummer + 1][0].map if nummer + 1 < len(koepfe) else None
        inhalt = "\n".join(zeilen[bis : naechster[0] if naechster else len(zeilen)])
        abschnitte.append(Abschnitt(_rein(titel), marke_von[nummer], _rein(inhalt)))
        kopf.attrSet("id", marke_von[nummer])
    _kleide(marken)
    fertig = md.renderer.render(marken, md.options, {})
    fertig = _im_kasten(fertig)
    fertig = _MARKE_GESETZT.sub(r'<span id="\1"></span>', fertig)
    titel = abschnitte[0].titel if abschnitte else datei.stem
    return Handbuchseite(datei.stem, titel, mark_safe(fertig), tuple(abschnitte))  # noqa: S308 - own files, html off


def _im_kasten(html: str) -> str:
    """Jede Tabelle in einem Kasten, der rollt und nach seiner Stelle auf der Seite heißt."""
    stueck, *weitere = html.split("<table ")
    teile = [stueck]
    for nummer, tabelle in enumerate(weitere, 1):
        teile += [_KASTEN.format(f"Tabelle {nummer}"), "<table ", tabelle.replace("</table>", "</table></div>")]
    return "".join(teile)


def _kleide(marken: Sequence[Any]) -> None:
    """Gibt jedem Element seine Klasse und jedem Verweis seine Adresse hier im Haus."""
    for marke in marken:
        if marke.nesting == 1 and marke.tag in _KLASSEN:
            rechts = "right" in str(marke.attrs.pop("style", ""))
            klasse = _KLASSEN[marke.tag]
            marke.attrSet("class", f"{klasse} {klasse}--numeric" if rechts else klasse)
        if marke.type == "fence":
            marke.attrSet("tabindex", "0")
        if marke.children:
            _kleide(marke.children)
        if marke.type == "link_open":
            marke.attrSet("href", _verweis(str(marke.attrGet("href"))))
        if marke.type == "image" and (bild := _BILD.fullmatch(str(marke.attrGet("src")))):
            marke.attrSet("src", reverse("handbuch_bild", args=[bild[1]]))
            marke.attrSet("class", "handbuchbild")


def _verweis(ziel: str) -> str:
    """Seiten des Handbuchs hier; was außerhalb liegt, führt zur Übersicht."""
    if treffer := _SEITE.fullmatch(ziel):
        return reverse("handbuch_seite", args=[treffer[1]]) + _ascii(treffer[2] or "")
    return _ascii(ziel) if ziel.startswith("#") else reverse("handbuch")


def _marken(titel: Sequence[str], eigene: Sequence[str]) -> list[str]:
    """Je Überschrift eine Sprungmarke; was es schon gibt, bekommt eine Nummer angehängt. `eigene` setzt die Datei."""
    vergeben = dict.fromkeys(eigene, 0)
    marken = []
    for einer in titel:
        name = anker(einer)
        vergeben[name] = vergeben.get(name, -1) + 1
        marken.append(f"{name}-{vergeben[name]}" if vergeben[name] else name)
    return marken


def anker(titel: str) -> str:
    """Sprungmarke einer Überschrift, wie sie auch die Verweise in den Dateien schreiben."""
    return _ascii(_KEIN_ANKER.sub("", titel.lower()).strip().replace(" ", "-"))


def _ascii(text: str) -> str:
    """Umlaute ausgeschrieben, in Marken und in den Verweisen auf sie."""
    return text.translate(_UMLAUTE)


def _rein(text: str) -> str:
    """Text ohne Auszeichnung, für Suche und Ausschnitt."""
    return " ".join(_AUSZEICHNUNG.sub(" ", text).split())
