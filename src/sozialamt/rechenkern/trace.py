"""The trace: every step with norm, inputs, result, parameters and their source, as versioned JSON.

The schema is `spur-1.schema.json` beside this file. A decision stores the trace; it is never recalculated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.kalender import iso
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import KONSTANT, Schritt
from sozialamt.rechenkern.rules import ANFANG, OFFEN, Art
from sozialamt.rechenkern.tracetext import als_json
from sozialamt.rechenkern.values import Auswahl, Einheit, anzeige

if TYPE_CHECKING:
    from sozialamt.rechenkern.evaluate import Ergebnis

SCHEMA = "spur/1"
Stelle = tuple[str, int, str | None]
"""Name, place of the person, and the person if it may be another than the step's."""


@dataclass(frozen=True, slots=True)
class Eingabe:
    """One input of a step: `art` is merkmal, parameter, einstellung, regel or eingebaut; `person` whose value it is."""

    name: str
    art: str
    wert: Any
    text: str
    person: str | None = None

    def als_dict(self) -> dict[str, Any]:
        d = {"name": self.name, "art": self.art, "wert": _json(self.wert), "text": self.text}
        return d | {"person": self.person} if self.person else d


@dataclass(frozen=True, slots=True)
class Spurschritt:
    """One evaluated rule for one person or group. `personen` are the ids it holds for."""

    regel: str
    titel: str
    beschreibung: str
    ebene: str
    art: str
    personen: tuple[str, ...]
    norm: str
    fassung_ab: str
    fassung_bis: str
    ohne_fassung: bool
    eingaben: tuple[Eingabe, ...]
    wert: Any
    einheit: str
    text: str


class Spur:
    """Trace of one result. Made lazily: the evaluation itself keeps only values."""

    def __init__(self, ergebnis: Ergebnis) -> None:
        self._e = ergebnis
        self._werk = ergebnis.plan.regelwerk
        self._schritte = {s.name: s for s in ergebnis.plan.schritte}
        self._gelesen: dict[Stelle, Eingabe] = {}
        self._als_dict: dict[Stelle, dict[str, Any]] = {}
        self._texte: dict[tuple[Any, Einheit, type[Auswahl] | None], str] = {}

    def __iter__(self) -> Iterator[Spurschritt]:
        for schritt in self._e.plan.schritte:
            for mitglieder in self._gruppen(schritt):
                yield self._schritt(schritt, mitglieder)

    def schritt(self, regel: str, person: str) -> Spurschritt:
        """The step that gave a rule's value for a person (or the person's group)."""
        i = self._e.personen.index(person)
        schritt = self._schritte[regel]
        return next(self._schritt(schritt, m) for m in self._gruppen(schritt) if i in m)

    def als_dict(self) -> dict[str, Any]:
        """JSON-ready trace (schema `spur/1`)."""
        return {
            **self.kopf(),
            "schritte": list(self._schritte_als_dict()),
            "merkmale": {m.name: self._merkmal(m) for m in self._e.plan.merkmale},
            "parameter": {name: self.parameter(name) for name in self._e.plan.parameter},
            "einstellungen": {name: self.einstellung(name) for name in self._e.plan.einstellungen},
        }

    def _schritte_als_dict(self) -> Iterator[dict[str, Any]]:
        """The steps without an object for each; what several of them read is the same dictionary."""
        for schritt in self._e.plan.schritte:
            fest = _fest(schritt)
            for mitglieder in self._gruppen(schritt):
                wert = self._e.werte[schritt.name][mitglieder[0]]
                yield fest | {
                    "personen": [self._e.personen[i] for i in mitglieder],
                    "eingaben": [self._eingabe_als_dict(stelle) for stelle in self._stellen(schritt, mitglieder)],
                    "wert": _json(wert),
                    "text": self._text(wert, schritt.regel.einheit, schritt.regel.auswahl),
                }

    def _eingabe_als_dict(self, stelle: Stelle) -> dict[str, Any]:
        fertig = self._als_dict.get(stelle)
        if fertig is None:
            fertig = self._als_dict[stelle] = self._eingabe(stelle).als_dict()
        return fertig

    def als_json(self) -> str:
        """The same as JSON text; much sooner than by way of `als_dict`."""
        return als_json(self, self._e)

    def kopf(self) -> dict[str, Any]:
        """What the trace begins with."""
        return {
            "schema": SCHEMA,
            "monat": iso(self._e.plan.monat)[:7],
            "ziele": list(self._e.plan.ziele),
            "personen": list(self._e.personen),
        }

    def _gruppen(self, schritt: Schritt) -> list[tuple[int, ...]]:
        ebene = schritt.regel.ebene
        return self.gruppen(HAUSHALT if schritt.ersatz is not None and ebene != PERSON else ebene)

    def gruppen(self, ebene: str) -> list[tuple[int, ...]]:
        """Members that share a value of a level: one person, or a group; empty groups do not exist."""
        alle = range(len(self._e.personen))
        if ebene == PERSON:
            return [(i,) for i in alle]
        if ebene == HAUSHALT:
            return [tuple(alle)] if alle else []
        zugehoerigkeit = self._e.werte[self._werk.ebenen[ebene].zugehoerigkeit]
        return [tuple(i for i in alle if zugehoerigkeit[i] == g) for g in dict.fromkeys(zugehoerigkeit)]

    def _schritt(self, schritt: Schritt, mitglieder: tuple[int, ...]) -> Spurschritt:
        r = schritt.regel
        ort = mitglieder[0]
        wert = self._e.werte[r.name][ort]
        angaben = _fest(schritt) | {
            "personen": tuple(self._e.personen[i] for i in mitglieder),
            "eingaben": tuple(self._eingabe(stelle) for stelle in self._stellen(schritt, mitglieder)),
            "wert": wert,
            "text": self._text(wert, r.einheit, r.auswahl),
        }
        return Spurschritt(**angaben)

    def orte(self, schritt: Schritt, mitglieder: tuple[int, ...]) -> tuple[int, ...]:
        """Persons whose values a step reads."""
        r = schritt.regel
        if r.art is Art.EINZELN or schritt.ersatz is not None:
            return mitglieder[:1]
        if r.art is Art.BEIM:
            ziel = self._e.werte[r.verweis or ""][mitglieder[0]]
            return (ziel,) if ziel >= 0 else ()
        if r.art is Art.SUMME_AN:
            verweise = self._e.werte[r.verweis or ""]
            return tuple(i for i, ziel in enumerate(verweise) if ziel == mitglieder[0])
        return mitglieder

    def _stellen(self, schritt: Schritt, mitglieder: tuple[int, ...]) -> Iterator[Stelle]:
        """What a step reads."""
        orte, fremd = self.orte(schritt, mitglieder), schritt.regel.art is not Art.EINZELN
        for name in schritt.argumente:
            ebene = self._e.plan.ebene(name)
            stellen = orte[:1] if ebene in (KONSTANT, HAUSHALT) else orte
            for ort in stellen:
                person = self._e.personen[ort] if fremd and ebene == PERSON else None
                yield name, ort, person

    def _eingabe(self, stelle: Stelle) -> Eingabe:
        """Input of a step; the same one is made once, however many steps read it."""
        eingabe = self._gelesen.get(stelle)
        if eingabe is None:
            eingabe = self._gelesen[stelle] = self._neue_eingabe(*stelle)
        return eingabe

    def _neue_eingabe(self, name: str, ort: int, person: str | None) -> Eingabe:
        wert = self._e.werte[name][ort]
        werk = self._werk
        if name in werk.regeln:
            r = self._schritte[name].regel
            return Eingabe(name, "regel", wert, self._text(wert, r.einheit, r.auswahl), person)
        if name in werk.parameter:
            return Eingabe(name, "parameter", wert, anzeige(wert, werk.parameter[name].einheit), person)
        if name in werk.einstellungen:
            return Eingabe(name, "einstellung", wert, werk.einstellungen[name].text(wert), person)
        if name in werk.merkmale:
            m = werk.merkmale[name]
            return Eingabe(name, "merkmal", wert, self._text(wert, m.einheit, m.auswahl), person)
        einheit = Einheit.DATUM if name == "monat" else Einheit.POSITION
        return Eingabe(name, "eingebaut", wert, self._text(wert, einheit, None), person)

    def _text(self, wert: Any, einheit: Einheit, auswahl: type[Auswahl] | None) -> str:
        personen = self._e.personen
        if einheit is Einheit.POSITION and 0 <= wert < len(personen):
            return str(personen[wert])
        schluessel = (wert, einheit, auswahl)
        text = self._texte.get(schluessel)
        if text is None:
            text = self._texte[schluessel] = anzeige(wert, einheit, auswahl)
        return text

    def _merkmal(self, m: Merkmal) -> dict[str, Any]:
        orte = range(len(self._e.personen) if m.ebene == PERSON else 1)
        return {
            "titel": m.titel,
            "ebene": m.ebene,
            "einheit": m.einheit.value,
            "norm": m.norm,
            "vorgabe_grund": m.vorgabe_grund,
            "werte": [
                {
                    "person": self._e.personen[i] if m.ebene == PERSON else None,
                    "wert": self._e.werte[m.name][i],
                    "text": self._text(self._e.werte[m.name][i], m.einheit, m.auswahl),
                    "herkunft": self._e.herkunft[m.name][i].value,
                }
                for i in orte
            ],
        }

    def parameter(self, name: str) -> dict[str, Any]:
        """A parameter with its value and where it comes from."""
        p, f = self._werk.parameter[name], self._e.fassungen[name]
        return {
            "titel": p.titel,
            "wert": _json(f.wert),
            "text": anzeige(f.wert, p.einheit),
            "einheit": p.einheit.value,
            "ab": iso(f.ab),
            "norm": f.norm,
            "quelle": f.quelle,
            "beleg": f.beleg,
            "bekannt_ab": iso(f.bekannt_ab),
            "geprueft_am": iso(f.geprueft_am),
            "hinweis": f.hinweis,
        }

    def einstellung(self, name: str) -> dict[str, Any]:
        """A setting with its value."""
        s, wert = self._werk.einstellungen[name], self._e.einstellungen[name]
        return {
            "titel": s.titel,
            "wert": wert,
            "text": s.text(wert),
            "norm": s.norm,
            "hinweis": s.hinweis,
            "ist_vorgabe": wert == s.vorgabe,
        }


def _fest(schritt: Schritt) -> dict[str, Any]:
    """What a step says of its rule, in the order of the schema; what depends on the persons is still empty."""
    r = schritt.regel
    return {
        "regel": r.name,
        "titel": r.titel,
        "beschreibung": r.beschreibung,
        "ebene": r.ebene,
        "art": r.art.value,
        "personen": (),
        "norm": r.norm,
        "fassung_ab": "" if r.ab == ANFANG else iso(r.ab),
        "fassung_bis": "" if r.bis == OFFEN else iso(r.bis),
        "ohne_fassung": schritt.ersatz is not None,
        "eingaben": (),
        "wert": None,
        "einheit": r.einheit.value,
        "text": "",
    }


def _json(wert: Any) -> Any:
    if isinstance(wert, tuple):
        return list(wert)
    return bool(wert) if isinstance(wert, bool) else int(wert)
