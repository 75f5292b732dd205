"""Der Überblick, geordnet für Bildschirm und Druck: Karten, Ablehnungen, Fragen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sozialamt.akte.ueberblick import Haushaltsbild
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.gegenprobe import Gegentatsache
from sozialamt.leistungen.ueberblick import Posten, Schritt, Status, Ueberblick, Urteil
from sozialamt.leistungen.vorrang.rangfolge import ZAHLT, Verhaeltnis
from sozialamt.rechenkern import Frage

_FARBE = {
    Verhaeltnis.ZUERST: "gut",
    Verhaeltnis.BEZOGEN: "info",
    Verhaeltnis.DANEBEN: "gut",
    Verhaeltnis.WAHL: "achtung",
    Verhaeltnis.NACHRANGIG: "achtung",
    Verhaeltnis.AUSGESCHLOSSEN: "schlecht",
    Verhaeltnis.UNGEPRUEFT: "achtung",
}


@dataclass(frozen=True, slots=True)
class Karte:
    """Eine Leistung an einer Stelle der Reihenfolge, mit dem Betrag jeder Person oder Gruppe."""

    schritt: Schritt
    zeilen: tuple[tuple[str, int], ...]
    zahlt: bool
    geldleistung: bool
    entsteht_noch: bool
    farbe: str

    @property
    def betrag(self) -> int:
        """Was fließt; bei dem, was nicht gezahlt wird, was es für sich allein wäre."""
        return sum(betrag for _, betrag in self.zeilen)


@dataclass(frozen=True, slots=True)
class Ablehnungszeile:
    """Ein Grund mit allen, für die er gilt, und den Angaben, die ihn ändern würden."""

    leistung: str
    titel: str
    wer: str
    text: str
    norm: str
    gegentatsachen: tuple[Gegentatsache, ...]


@dataclass(frozen=True, slots=True)
class Offen:
    """Eine Frage und die Leistungen, die ohne die Antwort nicht gerechnet sind."""

    frage: Frage
    leistungen: tuple[str, ...]


def karten(bild: Ueberblick) -> list[Karte]:
    """Alle Ansprüche in der Reihenfolge der Anträge; was nicht gezahlt wird, steht zuletzt."""
    return [_karte(s, [p for p in bild.posten if _gehoert(p, s)], bild) for s in bild.reihenfolge]


def _gehoert(p: Posten, s: Schritt) -> bool:
    return p.leistung == s.leistung and p.verhaeltnis == s.verhaeltnis


def _wer(personen: Sequence[str], bild: Ueberblick) -> str:
    """Namen; sind es in einem größeren Haushalt alle, ein Wort dafür."""
    alle = len(personen) > 1 and set(personen) == set(bild.personen)
    return "ganzer Haushalt" if alle else ", ".join(personen)


def _karte(schritt: Schritt, posten: Sequence[Posten], bild: Ueberblick) -> Karte:
    zahlt = schritt.verhaeltnis in ZAHLT
    geld = steckbriefe()[schritt.leistung].geldleistung
    return Karte(
        schritt=schritt,
        zeilen=tuple((_wer(p.personen, bild), p.fliesst if zahlt and geld else p.betrag_nach_vorrang) for p in posten),
        zahlt=zahlt,
        geldleistung=geld,
        entsteht_noch=any(p.status is Status.DANACH for p in posten),
        farbe=_FARBE[schritt.verhaeltnis],
    )


def ablehnungen(bild: Ueberblick) -> list[Ablehnungszeile]:
    """Gleiche Gründe stehen einmal, mit allen Personen, für die sie gelten."""
    gleich: dict[tuple[str, str], list[Posten]] = {}
    for p in bild.posten:
        if p.status in (Status.KEIN_ANSPRUCH, Status.KEIN_RECHT):
            gleich.setdefault((p.leistung, p.text), []).append(p)
    return [
        Ablehnungszeile(
            leistung=gruppe[0].leistung,
            titel=gruppe[0].titel,
            wer=_wer([name for p in gruppe for name in p.personen], bild),
            text=text,
            norm=gruppe[0].norm,
            gegentatsachen=tuple(dict.fromkeys(g for p in gruppe for g in p.gegentatsachen)),
        )
        for (_, text), gruppe in gleich.items()
    ]


def offene_fragen(bild: Ueberblick) -> list[Offen]:
    """Jede Frage einmal."""
    offen: dict[Frage, list[str]] = {}
    for p in bild.posten:
        for frage in p.fragen:
            offen.setdefault(frage, []).append(p.titel)
    return [Offen(frage, tuple(dict.fromkeys(titel))) for frage, titel in offen.items()]


def urteile(bild: Ueberblick) -> Iterator[tuple[Urteil, list[str]]]:
    """Gleiche Urteile einmal, mit allen Personen, für die sie gelten."""
    gleich: dict[tuple[str, str], list[Urteil]] = {}
    for u in bild.urteile:
        gleich.setdefault((u.text, u.begruendung), []).append(u)
    for gruppe in gleich.values():
        yield gruppe[0], [u.person for u in gruppe]


def je_person(bild: Ueberblick) -> list[tuple[str, list[tuple[str, int]], int]]:
    """Was jede Person oder Gruppe am Ende erhält, mit Summe."""
    gruppen: dict[str, list[tuple[str, int]]] = {}
    for p in bild.posten:
        if p.fliesst:
            gruppen.setdefault(_wer(p.personen, bild), []).append((p.titel, p.fliesst))
    return [(wer, posten, sum(betrag for _, betrag in posten)) for wer, posten in gruppen.items()]


def umfeld(bild: Haushaltsbild) -> dict[str, Any]:
    """Was die Vorlagen des Überblicks brauchen."""
    b = bild.ueberblick
    return {
        "ueberblick": b,
        "personen": bild.personen,
        "kein_recht": bild.kein_recht,
        "karten": karten(b) if b else [],
        "ablehnungen": ablehnungen(b) if b else [],
        "offene_fragen": offene_fragen(b) if b else [],
    }
