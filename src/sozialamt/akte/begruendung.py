"""Begründung eines Bescheids in einfachen Sätzen, aus der Spur der Berechnung (§ 35 SGB X).

Jede Leistung bringt ihre Textbausteine mit (`leistungen/<leistung>/bescheid/*.yaml`), gemeinsame liegen in
`recht/<gebiet>/bescheid/`. Ein Baustein hat eine Bedingung über Ergebnisse der Berechnung und einen Text mit
Platzhaltern; beides sind Namen von Regeln, Merkmalen, Parametern oder Einstellungen. So kann im Bescheid
nichts stehen, was nicht gerechnet wurde.

```yaml
art: [bewilligung, aenderung]
bausteine:
  - abschnitt: Ihr Bedarf
    wenn: regelbedarf > 0
    ab: 2023-01-01            # nur für Monate ab dann (Text folgt dem Recht)
    text: Für {person} erkennen wir den Regelbedarf mit {regelbedarf} an (§ 27a Abs. 3 SGB XII).
    als: hinweis              # gehört unter „Bitte beachten Sie“ statt in die Begründung
  - einbinden: sozialhilfe/bedarf
    wenn: kapitel == kapitel_3   # gilt zusätzlich für jeden eingebundenen Baustein
```

`{person}` und `{person_dativ}` stehen für die Menschen, für die derselbe Satz gilt; die angeschriebene Person
heißt „Sie“ und „Ihnen“. Sätze sind so zu schreiben, dass sie auch für mehrere Personen stimmen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from sozialamt import leistungen, recht
from sozialamt.akte.bedingung import Ausdruck, Ausdrucksfehler, lies_ausdruck
from sozialamt.akte.schreiben.daten import Bescheidart, Textabschnitt
from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.bogen import Bogen, Zeilenart
from sozialamt.leistungen.steckbrief import Steckbrief
from sozialamt.rechenkern.regelwerk import Regelwerk
from sozialamt.rechenkern.values import Einheit, anzeige, euro

_PLATZHALTER = re.compile(r"\{([^{}]+)\}")
_FAELLE = {"person": ("Sie", 0), "person_dativ": ("Ihnen", 1)}
_MARKE = {name: f"\x00{i}\x00" for name, (_, i) in _FAELLE.items()}
_MARKEN = re.compile("\x00(\\d)\x00")
_ANREDEN = {str(i): anrede for anrede, i in _FAELLE.values()}
ARTEN_DES_TEXTES = ("begruendung", "hinweis")


class FehlenderWert(LookupError):
    """Ein Baustein braucht einen Wert, den die Spur nicht enthält."""

    def __init__(self, name: str, baustein: str, monat: str) -> None:
        super().__init__(
            f"Der Textbaustein „{baustein}“ braucht „{name}“; die Spur für {monat} enthält es nicht. "
            "Als Ziele gehören auch `begruendungsziele` in die Berechnung."
        )


@dataclass(frozen=True, slots=True)
class Platzhalter:
    """Ein `{…}` im Text: ein Ausdruck, gezeigt in der Einheit seines ersten Namens."""

    ausdruck: Ausdruck

    def text(self, werte: Mapping[str, Any], texte: Mapping[str, str], einheiten: Mapping[str, Einheit]) -> str:
        erster = self.ausdruck.namen[0]
        if self.ausdruck.text.strip() == erster:
            return texte[erster]
        return anzeige(self.ausdruck.wert(werte), einheiten[erster])


@dataclass(frozen=True, slots=True)
class Baustein:
    """Ein Textbaustein mit Bedingung und Geltungszeit (Monate „JJJJ-MM“, leer = offen)."""

    name: str
    arten: frozenset[Bescheidart]
    abschnitt: str
    bedingung: Ausdruck | None
    teile: tuple[str | Platzhalter, ...]
    ab: str
    bis: str
    als: str

    def gilt(self, art: Bescheidart, monat: str) -> bool:
        return art in self.arten and (not self.ab or self.ab <= monat) and (not self.bis or monat <= self.bis)

    @property
    def namen(self) -> tuple[str, ...]:
        """Alle Namen des Rechenwerks, die der Baustein braucht."""
        ausdruecke = [t.ausdruck for t in self.teile if isinstance(t, Platzhalter)]
        alle = (*(self.bedingung.namen if self.bedingung else ()), *(n for a in ausdruecke for n in a.namen))
        return tuple(dict.fromkeys(alle))


@cache
def bausteine(leistung: str) -> tuple[Baustein, ...]:
    """Alle Textbausteine einer Leistung in Druckreihenfolge."""
    dateien = _dateien(leistung)
    return tuple(_lies(leistung, dateien, regelwerk())) if dateien else ()


def begruendungsziele(leistung: str, monat: str) -> tuple[str, ...]:
    """Regeln und Merkmale, die für die Begründung eines Monats mitzurechnen sind."""
    werk = regelwerk()
    namen = [n for b in bausteine(leistung) for art in b.arten if b.gilt(art, monat) for n in b.namen]
    return tuple(dict.fromkeys(n for n in namen if n in werk.regeln or n in werk.merkmale))


def bescheidziele(steckbrief: Steckbrief, monat: str) -> tuple[str, ...]:
    """Alles, was gerechnet sein muss, damit Bogen und Begründung entstehen können."""
    return tuple(dict.fromkeys((*steckbrief.regelnamen(), *begruendungsziele(steckbrief.schluessel, monat))))


def begruendung(
    spur: Mapping[str, Any] | Wertetafel,
    leistung: str,
    art: Bescheidart,
    namen: Mapping[str, str],
    *,
    angeschrieben: str | None = None,
    als: str = "begruendung",
) -> tuple[Textabschnitt, ...]:
    """Begründung (oder, mit `als="hinweis"`, die Hinweise) eines Monats.

    `namen` ordnet den Personen der Spur ihren Namen zu, `angeschrieben` ist der Schlüssel der Person, die den
    Brief bekommt. Wer mehreres aus einer Spur schreibt, gibt ihre Wertetafel mit.
    """
    tafel = spur if isinstance(spur, Wertetafel) else Wertetafel(spur)
    gewaehlt = [b for b in bausteine(leistung) if b.als == als and b.gilt(art, tafel.monat)]
    return formuliere(gewaehlt, tafel, namen, angeschrieben)


def formuliere(
    gewaehlt: Iterable[Baustein],
    spur: Mapping[str, Any] | Wertetafel,
    namen: Mapping[str, str],
    angeschrieben: str | None = None,
) -> tuple[Textabschnitt, ...]:
    """Sätze der Bausteine, deren Bedingung bei einer Person zutrifft; gleiche Sätze mehrerer Personen werden einer."""
    tafel = spur if isinstance(spur, Wertetafel) else Wertetafel(spur)
    saetze: dict[str, dict[str, list[str]]] = {}
    for baustein in gewaehlt:
        for person in tafel.personen:
            satz = _satz(baustein, tafel, person)
            if satz is not None:
                saetze.setdefault(baustein.abschnitt, {}).setdefault(satz, []).append(person)
    return tuple(
        Textabschnitt(titel, tuple(_mit_personen(satz, wer, namen, angeschrieben) for satz, wer in gruppe.items()))
        for titel, gruppe in saetze.items()
    )


def rechnung_in_worten(bogen: Bogen, ablehnungsgrund: str = "") -> tuple[Textabschnitt, ...]:
    """Begründung für Leistungen ohne eigene Textbausteine: der Bogen als Sätze, mit jeder Norm."""
    abschnitte = [Textabschnitt("", (ablehnungsgrund,))] if ablehnungsgrund else []
    for teil in bogen.teile:
        geld = [z for z in teil.zeilen if z.einheit is Einheit.CENT]
        teile = [f"{z.titel} {euro(z.gesamt or 0)} ({z.norm})" for z in geld if z.art is not Zeilenart.SUMME]
        summe = [f"Ergebnis: {z.titel} {euro(z.gesamt or 0)} ({z.norm})." for z in geld if z.art is Zeilenart.SUMME]
        saetze = [f"Wir haben gerechnet mit: {'; '.join(teile)}."] if teile else []
        hinweis = [teil.hinweis] if teil.hinweis else []
        abschnitte.append(Textabschnitt(teil.titel, (*saetze, *summe, *hinweis)))
    return tuple(abschnitte)


def _satz(baustein: Baustein, tafel: Wertetafel, person: str) -> str | None:
    werte, texte = tafel.werte(person), tafel.texte(person)
    try:
        if baustein.bedingung is not None and not baustein.bedingung.wert(werte):
            return None
        return "".join(t if isinstance(t, str) else t.text(werte, texte, tafel.einheiten) for t in baustein.teile)
    except KeyError as fehler:
        raise FehlenderWert(str(fehler.args[0]), baustein.name, tafel.monat) from fehler


def _mit_personen(satz: str, personen: Sequence[str], namen: Mapping[str, str], angeschrieben: str | None) -> str:
    def wer(fund: re.Match[str]) -> str:
        return aufzaehlung([_ANREDEN[fund[1]] if p == angeschrieben else namen.get(p, p) for p in personen])

    satz = _MARKEN.sub(wer, satz)
    return satz[:1].upper() + satz[1:]


def aufzaehlung(teile: Sequence[str]) -> str:
    """„A“, „A und B“, „A, B und C“."""
    return " und ".join(filter(None, (", ".join(teile[:-1]), *teile[-1:])))


class _Nachschlag(dict[str, Any]):
    """Schlägt nach, wenn ein Name zum ersten Mal gefragt wird: Ein Bescheid braucht wenige von Hunderten."""

    def __init__(self, suche: Callable[[str], Any]) -> None:
        self._suche = suche

    def __missing__(self, name: str) -> Any:
        gefunden = self[name] = self._suche(name)
        return gefunden


class Wertetafel:
    """Die Spur aus Sicht einer Person: jeder Name mit Wert, Text und Einheit."""

    def __init__(self, spur: Mapping[str, Any]) -> None:
        self.monat = str(spur["monat"])
        self.personen = tuple(spur["personen"])
        self.einheiten: Mapping[str, Einheit] = _Nachschlag(self._einheit)
        self._spur = spur
        self._schritte: dict[str, list[Mapping[str, Any]]] = {}
        for schritt in spur["schritte"]:
            self._schritte.setdefault(schritt["regel"], []).append(schritt)
        self._werte = {p: _Nachschlag(partial(self._angabe, "wert", p)) for p in self.personen}
        self._texte = {p: _Nachschlag(partial(self._angabe, "text", p)) for p in self.personen}

    def _einheit(self, name: str) -> Einheit:
        if name in self._schritte:
            return Einheit(self._schritte[name][0]["einheit"])
        if name in self._spur["einstellungen"]:
            return Einheit.AUSWAHL
        tafel = "merkmale" if name in self._spur["merkmale"] else "parameter"
        return Einheit(self._spur[tafel][name]["einheit"])

    def _angabe(self, was: str, person: str, name: str) -> Any:
        for schritt in self._schritte.get(name, ()):
            if person in schritt["personen"]:
                return schritt[was]
        for wert in self._spur["merkmale"].get(name, {"werte": ()})["werte"]:
            if wert["person"] in {None, "", person}:
                return wert[was]
        for tafel in ("parameter", "einstellungen"):
            if name in self._spur[tafel]:
                return self._spur[tafel][name][was]
        raise KeyError(name)

    def werte(self, person: str) -> Mapping[str, Any]:
        return self._werte[person]

    def texte(self, person: str) -> Mapping[str, str]:
        return self._texte[person]


def _dateien(leistung: str) -> list[Traversable]:
    ordner = resources.files(leistungen).joinpath(leistung, "bescheid")
    dateien = [d for d in ordner.iterdir() if d.name.endswith(".yaml")] if ordner.is_dir() else []
    return sorted(dateien, key=lambda d: d.name)


def _lies(leistung: str, dateien: Iterable[Traversable], werk: Regelwerk) -> Iterator[Baustein]:
    for datei in dateien:
        inhalt = yaml.safe_load(datei.read_text("utf-8"))
        arten = frozenset(Bescheidart(a) for a in inhalt["art"])
        for eintrag in _mit_eingebundenen(inhalt["bausteine"]):
            yield lies_baustein(eintrag, arten, f"{leistung}/{datei.name}", werk)


def _mit_eingebundenen(eintraege: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for eintrag in eintraege:
        if "einbinden" not in eintrag:
            yield eintrag
            continue
        gebiet, name = eintrag["einbinden"].split("/")
        datei = resources.files(recht).joinpath(gebiet, "bescheid", f"{name}.yaml")
        for innen in _mit_eingebundenen(yaml.safe_load(datei.read_text("utf-8"))["bausteine"]):
            yield {**innen, "wenn": _und(eintrag.get("wenn"), innen.get("wenn"))}


def _und(*bedingungen: str | None) -> str | None:
    return " und ".join(f"({b})" for b in bedingungen if b) or None


def lies_baustein(eintrag: Mapping[str, Any], arten: frozenset[Bescheidart], ort: str, werk: Regelwerk) -> Baustein:
    """Ein Eintrag der Datei, geprüft: Jeder Name muss im Rechenwerk stehen."""
    text = " ".join(str(eintrag["text"]).split())
    name = f"{ort}: {text[:40]}…"
    fremd = set(eintrag) - {"abschnitt", "wenn", "text", "ab", "bis", "als"}
    als = eintrag.get("als", ARTEN_DES_TEXTES[0])
    if fremd or als not in ARTEN_DES_TEXTES:
        raise Ausdrucksfehler(name, f"unbekannte Angabe {sorted(fremd) or als}")
    wenn = eintrag.get("wenn")
    return Baustein(
        name=name,
        arten=arten,
        abschnitt=eintrag["abschnitt"],
        bedingung=lies_ausdruck(str(wenn), werk) if wenn is not None else None,
        teile=tuple(_teile(text, werk)),
        ab=str(eintrag.get("ab", ""))[:7],
        bis=str(eintrag.get("bis", ""))[:7],
        als=als,
    )


def _teile(text: str, werk: Regelwerk) -> Iterator[str | Platzhalter]:
    ende = 0
    for fund in _PLATZHALTER.finditer(text):
        yield text[ende : fund.start()]
        inhalt = fund[1]
        yield _MARKE[inhalt] if inhalt in _MARKE else Platzhalter(lies_ausdruck(inhalt, werk))
        ende = fund.end()
    yield text[ende:]
