"""One case in plain Python. Every name gets its value exactly once, so the trace is the plan plus the values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sozialamt.rechenkern.errors import FehlendeAngaben, Frage, UnbekannterName
from sozialamt.rechenkern.facts import Herkunft, Merkmal
from sozialamt.rechenkern.kalender import datum_aus_iso
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.parameters import Fassung
from sozialamt.rechenkern.plan import Plan, Schritt, plane
from sozialamt.rechenkern.regelwerk import Regelwerk
from sozialamt.rechenkern.rules import OFFEN, Art
from sozialamt.rechenkern.trace import Spur
from sozialamt.rechenkern.values import Datum

Zeile = list[Any]
"""Value of one name for each person; a group's value stands at each of its members."""


@dataclass(frozen=True)
class Fall:
    """One household in internal units: cents, yyyymmdd, option numbers, positions of persons.

    `personen` maps an id to the facts of the person; their order gives the positions.
    """

    haushalt: Mapping[str, int]
    personen: Mapping[str, Mapping[str, int]]
    einstellungen: Mapping[str, int] = field(default_factory=dict)
    titel: str = ""


@dataclass(frozen=True)
class Ergebnis:
    """Values of all names that were needed, and the trace made of them on demand."""

    plan: Plan
    personen: tuple[str, ...]
    werte: Mapping[str, Zeile]
    herkunft: Mapping[str, Sequence[Herkunft]]
    fassungen: Mapping[str, Fassung]
    einstellungen: Mapping[str, int]

    def __getitem__(self, name: str) -> Any:
        """Value of a household or group rule (of the first person, where it differs)."""
        return self.werte[name][0]

    def wert(self, name: str, person: str) -> Any:
        """Value for one person, or of the group the person belongs to."""
        return self.werte[name][self.personen.index(person)]

    @property
    def spur(self) -> Spur:
        return Spur(self)


def erklaere(
    fall: Fall,
    ziele: Iterable[str],
    monat: str | Datum,
    regelwerk: Regelwerk,
    *,
    kenntnis: str | Datum | None = None,
) -> Ergebnis:
    """Calculate targets of one case for one month, with trace.

    `monat` is '2026-11' or yyyymmdd; `kenntnis` the day whose knowledge of the parameters counts (default: all).
    Raises FehlendeAngaben (questions to ask), KeinWert (no law for that month) and the errors of `plane`.
    """
    erster = _monatserster(monat)
    stand = OFFEN if kenntnis is None else datum_aus_iso(kenntnis) if isinstance(kenntnis, str) else kenntnis
    plan = plane(regelwerk, ziele, erster)
    fassungen = plan.fassungen(stand)
    einstellungen = {
        name: fall.einstellungen.get(name, regelwerk.einstellungen[name].vorgabe) for name in plan.einstellungen
    }
    anzahl = len(fall.personen)
    werte, herkunft = _merkmalswerte(fall, plan)
    werte["monat"] = [erster] * anzahl
    werte["position"] = list(range(anzahl))
    werte |= {name: [f.wert] * anzahl for name, f in fassungen.items()}
    werte |= {name: [wert] * anzahl for name, wert in einstellungen.items()}
    gruppen = {HAUSHALT: [0] * anzahl}
    for schritt in plan.schritte:
        werte[schritt.regel.name] = _auswerten(schritt, werte, gruppen, plan)
    return Ergebnis(plan, tuple(fall.personen), werte, herkunft, fassungen, einstellungen)


def _monatserster(monat: str | Datum) -> Datum:
    return (datum_aus_iso(monat) if isinstance(monat, str) else monat) // 100 * 100 + 1


def _merkmalswerte(fall: Fall, plan: Plan) -> tuple[dict[str, Zeile], dict[str, list[Herkunft]]]:
    """Facts needed by the plan; asks for what is missing, never assumes."""
    bekannt = plan.regelwerk.merkmale
    for angaben in (fall.haushalt, *fall.personen.values()):
        for name in angaben:
            if name not in bekannt:
                raise UnbekannterName(name, None, list(bekannt))
    werte: dict[str, Zeile] = {}
    herkunft: dict[str, list[Herkunft]] = {}
    fragen: list[Frage] = []
    angegeben = set(fall.haushalt).union(*fall.personen.values())
    anzahl = len(fall.personen)
    vorgabe = [Herkunft.VORGABE] * anzahl
    for merkmal in plan.merkmale:
        name = merkmal.name
        if name not in angegeben and not merkmal.wenn and merkmal.vorgabe is not None:
            werte[name], herkunft[name] = [merkmal.vorgabe] * anzahl, vorgabe
        else:
            werte[name], herkunft[name] = _merkmalszeile(merkmal, fall, werte, fragen)
    if fragen:
        raise FehlendeAngaben(fragen)
    return werte, herkunft


def _merkmalszeile(
    merkmal: Merkmal, fall: Fall, werte: Mapping[str, Zeile], fragen: list[Frage]
) -> tuple[Zeile, list[Herkunft]]:
    je_person = merkmal.ebene == PERSON
    name, wenn = merkmal.name, merkmal.wenn
    if not je_person and name in fall.haushalt:
        return [fall.haushalt[name]] * len(fall.personen), [Herkunft.ANGABE] * len(fall.personen)
    zeile: Zeile = []
    herkunft: list[Herkunft] = []
    for i, (person, angaben) in enumerate(fall.personen.items()):
        wert = angaben.get(name) if je_person else None
        woher = Herkunft.ANGABE
        if wert is None and wenn and any(werte[b][i] not in erlaubt for b, erlaubt in wenn.items()):
            wert, woher = merkmal.art.neutral, Herkunft.NICHT_GEFRAGT
        elif wert is None:
            wert, woher = merkmal.vorgabe, Herkunft.VORGABE
        if wert is None:
            wert = merkmal.art.neutral
            if je_person or i == 0:
                wer = person if je_person else None
                fragen.append(Frage(name, merkmal.titel, wer, merkmal.hilfe, merkmal.norm))
        zeile.append(wert)
        herkunft.append(woher)
    return zeile, herkunft


def _auswerten(schritt: Schritt, werte: Mapping[str, Zeile], gruppen: dict[str, Zeile], plan: Plan) -> Zeile:
    regel = schritt.regel
    if schritt.ersatz is not None:
        return [schritt.ersatz] * len(werte["position"])
    fn = regel.fn
    zeilen = [werte[a] for a in regel.argumente]
    if regel.art is Art.EINZELN and regel.ebene == PERSON:
        return list(map(fn, *zeilen)) if zeilen else [fn() for _ in werte["position"]]
    if regel.verweis:
        return _ueber_verweis(schritt, zeilen, werte[regel.verweis])
    gruppe = gruppen.get(regel.ebene)
    if gruppe is None:
        gruppe = gruppen[regel.ebene] = werte[plan.regelwerk.ebenen[regel.ebene].zugehoerigkeit]
    if regel.art is Art.EINZELN:
        einmal = {g: fn(*[z[g] for z in zeilen]) for g in dict.fromkeys(gruppe)}
        return [einmal[g] for g in gruppe]
    beitraege: dict[int, list[Any]] = {}
    for i, g in enumerate(gruppe):
        beitraege.setdefault(g, []).append(fn(*[z[i] for z in zeilen]))
    zusammen = {g: ZUSAMMENFASSUNG[regel.art](b) for g, b in beitraege.items()}
    return [zusammen[g] for g in gruppe]


def _ueber_verweis(schritt: Schritt, zeilen: Sequence[Zeile], verweise: Zeile) -> Zeile:
    regel = schritt.regel
    if regel.art is Art.BEIM:
        return [regel.fn(*[z[ziel] for z in zeilen]) if ziel >= 0 else regel.sonst for ziel in verweise]
    ergebnis = [0] * len(verweise)
    for i, ziel in enumerate(verweise):
        if ziel >= 0:
            ergebnis[ziel] += regel.fn(*[z[i] for z in zeilen])
    return ergebnis


ZUSAMMENFASSUNG: dict[Art, Callable[[list[Any]], Any]] = {
    Art.SUMME: sum,
    Art.ANZAHL: sum,
    Art.MAXIMUM: max,
    Art.MINIMUM: min,
    Art.IRGENDEIN: any,
    Art.ALLE: all,
}
