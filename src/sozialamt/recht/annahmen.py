"""Angekündigte, noch nicht eingetragene Werte für eine Vorschau.

Das Rechenwerk endet, wo der geprüfte Rechtsstand endet. Wer wissen will, was angekündigte Sätze bewirken, schreibt sie
in eine Datei und sagt darin ausdrücklich, dass alles Übrige unverändert gelten soll:

```yaml
alles_uebrige_gilt_weiter: ja
werte:
  regelbedarfsstufe:
    ab: 2027-01-01
    wert: {1: 575, 2: 518, 3: 460, 4: 483, 5: 400, 6: 366}
    quelle: Referentenentwurf vom 15.09.2026
```

Daraus entsteht ein eigenes Rechenwerk. Das eingetragene bleibt, wie es ist; Bescheide rechnen nur mit ihm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from typing import Any

from sozialamt.rechenkern import Fassung, Parameter, Regelwerk
from sozialamt.rechenkern.errors import KeinWert
from sozialamt.rechenkern.kalender import iso, letzter_tag
from sozialamt.rechenkern.values import Datum, Einheit, anzeige
from sozialamt.recht.laden import FAKTOR, Dateifehler, als_datum, lies_inhalt, lies_wert

WEITER = "alles_uebrige_gilt_weiter"
JA = (True, "ja")
_FAKTOR = {Einheit.CENT: FAKTOR["euro"], Einheit.BASISPUNKTE: FAKTOR["prozent"]}


@dataclass(frozen=True, slots=True)
class Annahme:
    """Ein angekündigter Wert neben dem, der zuletzt eingetragen ist."""

    name: str
    titel: str
    ab: str
    bisher: str
    kuenftig: str
    quelle: str


@dataclass(frozen=True, slots=True)
class Annahmen:
    """Rechenwerk mit angekündigten Werten; `fortgeschrieben` zählt, was ohne neue Prüfung weitergilt."""

    werk: Regelwerk
    werte: tuple[Annahme, ...]
    fortgeschrieben: int


def lies_annahmen(datei: Traversable, werk: Regelwerk, monat: Datum) -> Annahmen:
    """Die Annahmen einer Datei für einen Monat; Dateifehler sagt, was an ihr nicht stimmt."""
    inhalt = lies_inhalt(datei, {WEITER, "werte"})
    if inhalt[WEITER] not in JA:
        raise Dateifehler(f"{datei.name}: {WEITER} muss „ja“ sein; ohne diese Annahme wird nicht gerechnet")
    if not isinstance(inhalt["werte"], Mapping) or not inhalt["werte"]:
        raise Dateifehler(f"{datei.name}: es ist kein Wert angekündigt")
    neue = {name: _fassung(name, w, werk, monat, datei.name) for name, w in inhalt["werte"].items()}
    ende = max(f.bis for p in werk.parameter.values() for f in p.fassungen)
    parameter = {p.name: _mit(p, neue.get(p.name), ende, letzter_tag(monat)) for p in werk.parameter.values()}
    return Annahmen(
        werk=replace(werk, parameter=parameter, plaene={}),
        werte=tuple(_annahme(werk.parameter[name], fassung) for name, fassung in neue.items()),
        fortgeschrieben=sum(_laeuft_aus(p, ende, monat) for p in werk.parameter.values() if p.name not in neue),
    )


def _fassung(name: str, w: Any, werk: Regelwerk, monat: Datum, datei: str) -> Fassung:
    ort = f"{datei}: {name}"
    if name not in werk.parameter:
        raise Dateifehler(f"{ort}: diesen Wert gibt es nicht; `sozialamt zeige LEISTUNG --parameter` nennt die Namen")
    if not isinstance(w, Mapping) or set(w) != {"ab", "wert", "quelle"} or not str(w["quelle"] or "").strip():
        raise Dateifehler(f"{ort}: erwartet werden ab, wert und quelle")
    parameter = werk.parameter[name]
    letzte = max(parameter.fassungen, key=lambda f: (f.ab, f.bekannt_ab))
    ab = als_datum(w["ab"], ort)
    if not letzte.ab < ab <= monat:
        raise Dateifehler(f"{ort}: gilt ab {iso(ab)}; erwartet wird ein Tag nach {iso(letzte.ab)} bis {iso(monat)}")
    wert = lies_wert(w["wert"], _FAKTOR.get(parameter.einheit, 1), ort)
    if _form(wert) != _form(letzte.wert):
        bisher = anzeige(letzte.wert, parameter.einheit)
        raise Dateifehler(f"{ort}: der Wert hat eine andere Form als der letzte ({bisher})")
    return Fassung(
        ab=ab,
        bis=letzter_tag(monat),
        wert=wert,
        bekannt_ab=ab,
        norm=letzte.norm,
        quelle=str(w["quelle"]).strip(),
        beleg="angekündigt",
        geprueft_am=0,
    )


def _form(wert: int | tuple[int, ...]) -> int:
    return len(wert) if isinstance(wert, tuple) else -1


def _mit(parameter: Parameter, neue: Fassung | None, ende: Datum, bis: Datum) -> Parameter:
    """Der Parameter mit der angekündigten Fassung; was mit dem Rechtsstand endet, gilt bis zum Ende der Vorschau."""

    def fassungen() -> Iterator[Fassung]:
        for f in parameter.fassungen:
            yield replace(f, bis=max(f.bis, bis), hinweis="fortgeschrieben") if f.bis == ende else f
        if neue is not None:
            yield neue

    return replace(parameter, fassungen=tuple(fassungen()))


def _laeuft_aus(parameter: Parameter, ende: Datum, monat: Datum) -> bool:
    if max(f.bis for f in parameter.fassungen) != ende:
        return False
    try:
        parameter.fassung(monat)
    except KeinWert:
        return True
    return False


def _annahme(parameter: Parameter, neue: Fassung) -> Annahme:
    letzte = max(parameter.fassungen, key=lambda f: (f.ab, f.bekannt_ab))
    bisher, kuenftig = (anzeige(f.wert, parameter.einheit) for f in (letzte, neue))
    return Annahme(parameter.name, parameter.titel, iso(neue.ab), bisher, kuenftig, neue.quelle)
