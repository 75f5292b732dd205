"""Der Berechnungsbogen: Bedarf, Einkommen und Anspruch je Person, mit der Norm neben jeder Zeile.

Er entsteht allein aus der Spur und dem Steckbrief. Darum zeigt er auch nach einer Rechtsänderung, was damals
gerechnet wurde: Der Bescheid bewahrt die Spur auf, nicht den Bogen. Bildschirm, Bescheid und Kommandozeile
drucken denselben Bogen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from sozialamt.leistungen.steckbrief import Abschnitt, Steckbrief
from sozialamt.rechenkern.evaluate import Ergebnis
from sozialamt.rechenkern.values import Einheit, euro

PERSON = "person"
SPALTENZEICHEN = 12


class Zeilenart(StrEnum):
    """Rolle einer Zeile: zählt dazu, geht ab, ist das Ergebnis des Abschnitts."""

    ZEILE = "zeile"
    ABZUG = "abzug"
    SUMME = "summe"


@dataclass(frozen=True, slots=True)
class Zeile:
    """Eine Zeile: `werte` je Person in der Reihenfolge des Bogens, None bei einem Wert der ganzen Gruppe.

    Beträge sind Cent und tragen ihr Vorzeichen (Abzüge negativ); andere Einheiten stehen nur in `texte`.
    """

    name: str
    titel: str
    norm: str
    art: Zeilenart
    einheit: Einheit
    werte: tuple[int | None, ...]
    texte: tuple[str, ...]
    gesamt: int | None
    gesamttext: str

    @property
    def ist_geld(self) -> bool:
        return self.einheit is Einheit.CENT

    @property
    def wortreich(self) -> bool:
        """Ob die Werte Sätze sind, die in keine schmale Spalte passen."""
        return not self.ist_geld and any(len(t) > SPALTENZEICHEN for t in (*self.texte, self.gesamttext))

    @property
    def leer(self) -> bool:
        """Ob die Zeile nichts aussagt: überall 0 oder „nein“."""
        return not any(self.werte) and not self.gesamt


@dataclass(frozen=True, slots=True)
class Teil:
    """Ein Abschnitt des Bogens. `hinweis` sagt, warum Zeilen und Summe nicht aufgehen, wenn es so ist."""

    titel: str
    zeilen: tuple[Zeile, ...]
    geht_auf: bool = True
    hinweis: str = ""

    @property
    def summe(self) -> Zeile | None:
        return self.zeilen[-1] if self.zeilen and self.zeilen[-1].art is Zeilenart.SUMME else None


@dataclass(frozen=True, slots=True)
class Bogen:
    """Berechnungsbogen eines Monats."""

    leistung: str
    titel: str
    monat: str
    personen: tuple[str, ...]
    teile: tuple[Teil, ...]
    anspruch: tuple[int | None, ...]
    anspruch_gesamt: int

    def gleicht(self, anderer: Bogen) -> bool:
        """Ob zwei Monate dieselben Beträge zeigen (Tage und andere Zählungen dürfen verschieden sein)."""
        return self._betraege() == anderer._betraege()

    def gemeinsam(self, anderer: Bogen) -> Bogen:
        """Der Bogen ohne Zeilen, die im anderen Monat etwas anderes sagen."""
        andere = {(t.titel, z) for t in anderer.teile for z in t.zeilen}
        teile = (
            replace(t, zeilen=tuple(z for z in t.zeilen if z.ist_geld or (t.titel, z) in andere)) for t in self.teile
        )
        return replace(self, teile=tuple(t for t in teile if t.zeilen))

    def _betraege(self) -> tuple[object, ...]:
        geld = tuple((t.titel, z) for t in self.teile for z in t.zeilen if z.ist_geld)
        return self.leistung, self.titel, self.personen, geld, self.anspruch


class SpurUnvollstaendig(LookupError):
    """In der Spur fehlt ein Wert, den der Bogen zeigen muss."""

    def __init__(self, name: str, monat: str) -> None:
        super().__init__(f"Die Spur für {monat} enthält „{name}“ nicht; als Ziele alle Namen des Steckbriefs rechnen.")


def spur_als_dict(ergebnis: Ergebnis | Mapping[str, Any]) -> Mapping[str, Any]:
    """Spur eines frischen Ergebnisses oder die aufbewahrte, in der Form `spur/1`."""
    return ergebnis.spur.als_dict() if isinstance(ergebnis, Ergebnis) else ergebnis


def berechnungsbogen(
    ergebnis: Ergebnis | Mapping[str, Any], steckbrief: Steckbrief, personen: Sequence[str] | None = None
) -> Bogen:
    """Bogen für einen Monat; `personen` wählt und ordnet die Spalten (sonst alle mit einem Betrag).

    Gerechnet sein müssen alle Namen aus `steckbrief.regelnamen()`.
    """
    return _bogen(_Werte(spur_als_dict(ergebnis)), steckbrief, personen)


def berechnungsboegen(spuren: Iterable[Mapping[str, Any]], steckbrief: Steckbrief) -> list[Bogen]:
    """Bögen mehrerer Monate; was ein Monat mit dem davor gemeinsam hat, wird nicht noch einmal gelesen."""
    boegen: list[Bogen] = []
    werte: _Werte | None = None
    for spur in spuren:
        werte = _Werte(spur, werte)
        boegen.append(_bogen(werte, steckbrief, None))
        werte.davor = None
    return boegen


def _bogen(werte: _Werte, steckbrief: Steckbrief, personen: Sequence[str] | None) -> Bogen:
    spalten = tuple(personen) if personen is not None else werte.beteiligte(steckbrief)
    teile = tuple(_teil(a, werte, spalten) for a in steckbrief.bogen)
    anspruch = werte.zeile(steckbrief.anspruch, Zeilenart.SUMME, spalten)
    if anspruch is None:
        raise SpurUnvollstaendig(steckbrief.anspruch, werte.monat)
    return Bogen(
        leistung=steckbrief.schluessel,
        titel=steckbrief.titel_am(werte.monat),
        monat=werte.monat,
        personen=spalten,
        teile=tuple(t for t in teile if t.zeilen),
        anspruch=anspruch.werte,
        anspruch_gesamt=anspruch.gesamt or 0,
    )


def zeitraeume(boegen: Iterable[Bogen]) -> list[tuple[str, str, Bogen]]:
    """Aufeinander folgende Monate mit gleichem Bogen zusammengefasst: (von, bis, Bogen)."""
    ergebnis: list[tuple[str, str, Bogen]] = []
    for bogen in sorted(boegen, key=lambda b: b.monat):
        if ergebnis and ergebnis[-1][2].gleicht(bogen) and _folgt(ergebnis[-1][1], bogen.monat):
            von, _, erster = ergebnis.pop()
            ergebnis.append((von, bogen.monat, erster.gemeinsam(bogen)))
        else:
            ergebnis.append((bogen.monat, bogen.monat, bogen))
    return ergebnis


def _folgt(monat: str, naechster: str) -> bool:
    (jahr, m), (jahr2, m2) = (map(int, x.split("-")) for x in (monat, naechster))
    return (jahr2 - jahr) * 12 + m2 - m == 1


def _teil(abschnitt: Abschnitt, werte: _Werte, spalten: tuple[str, ...]) -> Teil:
    zeilen: list[Zeile] = []
    for art, namen in ((Zeilenart.ZEILE, abschnitt.zeilen), (Zeilenart.ABZUG, abschnitt.abzuege)):
        for name in namen:
            zeile = werte.zeile(name, art, spalten)
            if zeile is not None and (name in abschnitt.pflicht or not zeile.leer):
                zeilen.append(zeile)
    if abschnitt.summe is None:
        return Teil(abschnitt.titel, tuple(zeilen))
    summe = werte.zeile(abschnitt.summe, Zeilenart.SUMME, spalten)
    if summe is None:
        raise SpurUnvollstaendig(abschnitt.summe, werte.monat)
    if not zeilen and summe.leer and abschnitt.summe not in abschnitt.pflicht:
        return Teil(abschnitt.titel, ())
    hinweis = "" if abschnitt.nachrichtlich else _abweichung(zeilen, summe)
    return Teil(abschnitt.titel, (*zeilen, summe), not hinweis, hinweis)


def _abweichung(zeilen: Sequence[Zeile], summe: Zeile) -> str:
    """Leer, wenn Zeilen und Summe aufgehen; sonst der Grund in einem Satz."""
    gerechnet = sum(z.gesamt or 0 for z in zeilen if z.ist_geld)
    ergebnis = summe.gesamt or 0
    if not summe.ist_geld or gerechnet == ergebnis:
        return ""
    if any(z.gesamt is not None and z.gesamt < 0 for z in zeilen) and _nur_nach_oben_begrenzt(zeilen, summe):
        return "Ein Ergebnis unter 0 € zählt als 0 €."
    return f"Die Zeilen ergeben {euro(gerechnet)}; das Ergebnis ist nach der genannten Vorschrift begrenzt."


def _nur_nach_oben_begrenzt(zeilen: Sequence[Zeile], summe: Zeile) -> bool:
    geld = [z for z in zeilen if z.ist_geld]
    if any(None in z.werte for z in (*geld, summe)):
        return summe.gesamt == 0
    je_person = [sum(z.werte[i] or 0 for z in geld) for i in range(len(summe.werte))]
    return [max(0, wert) for wert in je_person] == list(summe.werte)


class _Eintrag(NamedTuple):
    titel: str
    norm: str
    einheit: Einheit
    gruppen: tuple[tuple[str, ...], ...]
    werte: tuple[int, ...]
    texte: tuple[str, ...]
    je_person: bool


class _Werte:
    """Die Spur nach Namen geordnet."""

    def __init__(self, spur: Mapping[str, Any], davor: _Werte | None = None) -> None:
        self.monat = str(spur["monat"])
        self.personen: tuple[str, ...] = tuple(spur["personen"])
        self.davor = davor if davor and davor.personen == self.personen else None
        self._schritte: dict[str, list[Mapping[str, Any]]] = {}
        for schritt in spur["schritte"]:
            self._schritte.setdefault(schritt["regel"], []).append(schritt)
        self._merkmale = spur["merkmale"]
        self._eintraege: dict[str, _Eintrag | None] = {}
        self._zeilen: dict[tuple[str, Zeilenart, tuple[str, ...]], Zeile] = {}

    def eintrag(self, name: str) -> _Eintrag | None:
        if name not in self._eintraege:
            davor = self.davor
            bekannt = davor and name in davor._eintraege and self._quelle(name) == davor._quelle(name)
            self._eintraege[name] = davor._eintraege[name] if davor and bekannt else self._lies(name)
        return self._eintraege[name]

    def _quelle(self, name: str) -> Any:
        """Woraus der Eintrag entsteht; in aufbewahrten Spuren ist Gleiches dasselbe, der Vergleich also schnell."""
        return self._schritte.get(name) or self._merkmale.get(name)

    def _lies(self, name: str) -> _Eintrag | None:
        if name in self._schritte:
            schritte = self._schritte[name]
            erster = schritte[0]
            return _Eintrag(
                erster["titel"],
                erster["norm"],
                Einheit(erster["einheit"]),
                tuple(tuple(s["personen"]) for s in schritte),
                tuple(int(s["wert"]) for s in schritte),
                tuple(s["text"] for s in schritte),
                erster["ebene"] == PERSON,
            )
        if name in self._merkmale:
            m = self._merkmale[name]
            return _Eintrag(
                m["titel"],
                m["norm"],
                Einheit(m["einheit"]),
                tuple((w["person"],) if w["person"] else self.personen for w in m["werte"]),
                tuple(int(w["wert"]) for w in m["werte"]),
                tuple(w["text"] for w in m["werte"]),
                m["ebene"] == PERSON,
            )
        return None

    def zeile(self, name: str, art: Zeilenart, spalten: tuple[str, ...]) -> Zeile | None:
        e = self.eintrag(name)
        if e is None:
            return None
        stelle, davor = (name, art, spalten), self.davor
        bekannt = davor._zeilen.get(stelle) if davor and davor._eintraege.get(name) is e else None
        self._zeilen[stelle] = bekannt or _zeile(e, name, art, spalten)
        return self._zeilen[stelle]

    def beteiligte(self, steckbrief: Steckbrief) -> tuple[str, ...]:
        """Personen, für die der Bogen einen Betrag zeigt; ohne jeden Betrag alle."""
        mit_betrag: set[str] = set()
        for name in steckbrief.regelnamen():
            e = self.eintrag(name)
            if e is not None and e.einheit is Einheit.CENT and e.je_person:
                mit_betrag.update(g[0] for g, wert in zip(e.gruppen, e.werte, strict=True) if wert)
        if not mit_betrag:
            for e in filter(None, (self.eintrag(steckbrief.anspruch),)):
                mit_betrag.update(p for g, wert in zip(e.gruppen, e.werte, strict=True) if wert for p in g)
        return tuple(p for p in self.personen if p in mit_betrag) or self.personen


def _zeile(e: _Eintrag, name: str, art: Zeilenart, spalten: tuple[str, ...]) -> Zeile:
    geld = e.einheit is Einheit.CENT
    minus = -1 if art is Zeilenart.ABZUG and geld else 1
    gezeigt = set(spalten)
    dabei = [i for i, gruppe in enumerate(e.gruppen) if not gezeigt.isdisjoint(gruppe)]
    gesamt = sum(e.werte[i] for i in dabei) * minus if geld else e.werte[dabei[0]] if dabei else 0
    werte: tuple[int | None, ...] = (None,) * len(spalten)
    texte = ("",) * len(spalten)
    if e.je_person or len(spalten) == 1:
        ort = {p: i for i, gruppe in enumerate(e.gruppen) for p in gruppe}
        eigene = [e.werte[ort[p]] * minus for p in spalten]
        werte = tuple(eigene)
        texte = tuple([euro(wert) for wert in eigene] if geld else [e.texte[ort[p]] for p in spalten])
    sammeltext = euro(gesamt) if geld else "" if e.je_person or not dabei else e.texte[dabei[0]]
    return Zeile(
        name, e.titel, e.norm, art, e.einheit, werte, texte, gesamt if geld or not e.je_person else None, sammeltext
    )
