"""Von der Überschrift einer fremden Tabelle zur Basisgröße: ohne Zeit und Einheit im Katalog nachgeschlagen."""

from __future__ import annotations

import re
from functools import cache

from sozialamt.vergleich.kennzahlen.katalog import katalog

MONATE = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_ZEIT = re.compile(rf"\s*(?:\bam )?(?:\b\d{{2}}\.\d{{2}}\.\d{{4}}|\b(?:{MONATE}) \d{{4}}|\b(?:19|20)\d{{2}}\b)")
_EINHEIT = re.compile(
    r"\s*\((?:%|Anzahl|km²|in 1000|je EW|je Einw\.|je Wohnung"
    r"|(?:€|EUR) je (?:Einwohner|EW|Einw\.)|je 1000 (?:Einwohner|EW|Einw\.)|(?:Einwohner|EW|Einw\.) je km²)\)$"
)
_SCHREIBWEISEN = (
    ("Empfänger(innen)", "Empfänger/-innen"),
    ("allgemeinblldender", "allgemeinbildender"),
    ("'ohne Angabe'", '"ohne Angabe"'),
    ("Absolventen/Abgänger", "Schulabgänger/-innen"),
    ("Bautätigkeit und Wohnungswesen - ", ""),
    ("Kindertagesbetreuung:", "Kindertagesbetreuung -"),
    (" - Ausländer/-innen", " - Ausländer"),
)


def normiere(titel: str) -> str:
    """Die Überschrift ohne Stichtag, Jahr und Einheit, in einer Schreibweise.

    Die Einheit „je Einw.“ und „je Wohnung“ der Wohnfläche bleibt stehen: Sie unterscheidet zwei Größen.
    """
    wohnflaeche = titel.startswith("Wohnfläche")
    text = titel if wohnflaeche else _EINHEIT.sub("", titel)
    for von, nach in _SCHREIBWEISEN:
        text = text.replace(von, nach)
    if wohnflaeche:
        text = text.replace("je EW)", "je Einw.)")
    return re.sub(r"\s+", " ", _ZEIT.sub("", text)).strip(" -,")


@cache
def _verzeichnis() -> dict[str, str]:
    verzeichnis: dict[str, str] = {}
    for groesse in katalog().groessen.values():
        for muster in groesse.muster:
            if muster in verzeichnis:
                raise ValueError(f"„{muster}“ gehört zu zwei Basisgrößen")
            verzeichnis[muster] = groesse.schluessel
    return verzeichnis


def groesse_zu(titel: str) -> str | None:
    """Schlüssel der Basisgröße, oder nichts, wenn der Katalog die Überschrift nicht kennt."""
    verzeichnis = _verzeichnis()
    return verzeichnis.get(titel.strip()) or verzeichnis.get(normiere(titel))
