"""Eingabeformular aus dem Merkmalskatalog: Beschriftung, Hilfe, Norm, Bereich, Nachweis und Bedingung je Feld."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sozialamt.akte.antragsbogen import ist_gefragt
from sozialamt.akte.eingabe import BEISPIEL, lies_wert, schreibe_wert
from sozialamt.akte.fehler import Mangel
from sozialamt.akte.models import Person, Tatsache
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern import Merkmal, Merkmalsart
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.values import NIEMAND, anzeige

VORSILBE = "m-"
OHNE_GRUPPE = "Weitere Angaben"


@dataclass(frozen=True, slots=True)
class Feld:
    """Ein Merkmal als Formularfeld mit dem, was gerade gilt oder getippt wurde."""

    merkmal: Merkmal
    text: str
    gefragt: bool
    optionen: tuple[tuple[str, str], ...] = ()
    mangel: Mangel | None = None
    seit: date | None = None

    @property
    def name(self) -> str:
        return VORSILBE + self.merkmal.name

    @property
    def ist_betrag(self) -> bool:
        return self.merkmal.art is Merkmalsart.BETRAG

    @property
    def beispiel(self) -> str:
        return BEISPIEL[self.merkmal.art]

    @property
    def fehlt(self) -> bool:
        """Muss gefragt werden und ist nicht beantwortet."""
        return self.gefragt and self.merkmal.pflicht and not self.text

    @property
    def bereich(self) -> str:
        m = self.merkmal
        if m.min is None or m.max is None or m.art not in (Merkmalsart.BETRAG, Merkmalsart.GANZZAHL):
            return ""
        return f"{anzeige(m.min, m.einheit)} bis {anzeige(m.max, m.einheit)}"

    @property
    def vorgabe(self) -> str:
        m = self.merkmal
        if m.vorgabe is None:
            return ""
        wert = "niemand" if m.art is Merkmalsart.VERWEIS else anzeige(m.vorgabe, m.einheit, m.auswahl)
        return f"Ohne Angabe gilt: {wert}. {m.vorgabe_grund}".strip()


@dataclass(slots=True)
class Abschnitt:
    """Felder einer Gruppe: eingetragene und fehlende voran, `weitere` sind leer, `ruhend` derzeit nicht gefragt."""

    titel: str
    felder: list[Feld] = field(default_factory=list)
    weitere: list[Feld] = field(default_factory=list)
    ruhend: list[Feld] = field(default_factory=list)

    def nimm(self, feld: Feld) -> None:
        if feld.text or feld.fehlt or feld.mangel:
            self.felder.append(feld)
        else:
            (self.weitere if feld.gefragt else self.ruhend).append(feld)

    @property
    def anzahl(self) -> int:
        return sum(bool(f.text) for f in self.felder)

    @property
    def fehlend(self) -> int:
        return sum(f.fehlt for f in self.felder)


def merkmale_fuer(person: Person | None) -> list[Merkmal]:
    """Alle Merkmale einer Person oder des Haushalts in der Reihenfolge des Katalogs."""
    ebene = PERSON if person else HAUSHALT
    return [m for m in regelwerk().merkmale.values() if m.ebene == ebene]


def abschnitte(
    *,
    person: Person | None,
    geltende: Mapping[tuple[int | None, str], Tatsache],
    mitglieder: Sequence[Person],
    getippt: Mapping[str, str] | None = None,
    maengel: Mapping[str, Mangel] | None = None,
    nur: Collection[str] | None = None,
) -> list[Abschnitt]:
    """Das Formular für einen Monat; nach einem Fehler mit dem, was getippt wurde. `nur`: diese Merkmale."""
    wem = person.pk if person else None
    gruppen: dict[str, Abschnitt] = {}
    for merkmal in merkmale_fuer(person):
        if nur is not None and merkmal.name not in nur:
            continue
        tatsache = geltende.get((wem, merkmal.name))
        text = schreibe_wert(merkmal, tatsache.wert) if tatsache else ""
        feld = Feld(
            merkmal=merkmal,
            text=(getippt or {}).get(VORSILBE + merkmal.name, text),
            gefragt=ist_gefragt(geltende, merkmal, wem),
            optionen=_optionen(merkmal, person, mitglieder),
            mangel=(maengel or {}).get(merkmal.name),
            seit=tatsache.gilt_ab if tatsache and tatsache.wert is not None else None,
        )
        titel = merkmal.gruppe or OHNE_GRUPPE
        gruppen.setdefault(titel, Abschnitt(titel)).nimm(feld)
    return list(gruppen.values())


def lies_formular(
    *,
    person: Person | None,
    geltende: Mapping[tuple[int | None, str], Tatsache],
    getippt: Mapping[str, str],
    zeitraum: tuple[date, date | None],
    nachweis: str,
) -> tuple[list[Angabe], dict[str, Mangel]]:
    """Nur was sich geändert hat, wird eine Angabe; ein geleertes Feld heißt „nichts mehr bekannt“."""
    wem = person.pk if person else None
    angaben: list[Angabe] = []
    maengel: dict[str, Mangel] = {}
    for merkmal in merkmale_fuer(person):
        text = getippt.get(VORSILBE + merkmal.name)
        tatsache = geltende.get((wem, merkmal.name))
        bisher = schreibe_wert(merkmal, tatsache.wert) if tatsache else ""
        if text is None or text.strip() == bisher:
            continue
        wert = lies_wert(merkmal, text) if text.strip() else None
        if isinstance(wert, Mangel):
            maengel[merkmal.name] = wert
            continue
        angaben.append(Angabe(merkmal.name, wert, zeitraum[0], zeitraum[1], nachweis, person))
    return angaben, maengel


def _optionen(merkmal: Merkmal, person: Person | None, mitglieder: Sequence[Person]) -> tuple[tuple[str, str], ...]:
    match merkmal.art:
        case Merkmalsart.JA_NEIN:
            return (("ja", "ja"), ("nein", "nein"))
        case Merkmalsart.AUSWAHL if merkmal.auswahl:
            return tuple((m.schluessel, m.text) for m in merkmal.auswahl)
        case Merkmalsart.VERWEIS:
            andere = ((str(p.pk), p.rufname) for p in mitglieder if p != person)
            return ((str(NIEMAND), "niemand"), *andere)
        case _:
            return ()
