"""A plan for tables without some columns: facts that are the same for everybody are put into the rules once.

Rules that thereby get a constant value take no part in the kernel any more, and what only they needed – other rules,
facts, parameters – is not asked for at all. Rules that read only parameters are calculated once, before all households.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sozialamt.rechenkern.errors import Mangel, UnbekannterName, UngueltigeAngaben
from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.kern.fold import vereinfache
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import KONSTANT, Plan, Schritt
from sozialamt.rechenkern.rules import Art, Regel
from sozialamt.rechenkern.values import NIEMAND

_NEUTRALER_BEITRAG = {Art.SUMME: 0, Art.SUMME_AN: 0, Art.ANZAHL: 0, Art.IRGENDEIN: 0, Art.ALLE: 1}


@dataclass(frozen=True)
class Abgeleitet:
    """A rule that reads parameters only: calculated once per order in Python and handed over like a parameter."""

    regel: Regel
    text: str
    argumente: tuple[str, ...]


@dataclass(frozen=True)
class Restplan(Plan):
    """A plan in which rules may have moved to a coarser level than the law puts them on."""

    ebenen: Mapping[str, str]

    def ebene(self, name: str) -> str:
        return self.ebenen.get(name) or super().ebene(name)


@dataclass(frozen=True)
class Sonderplan:
    """The rest of a plan. `baeume` holds the text of each remaining rule, `konstanten` the facts without column.

    `bedingte` are facts without column whose default holds only where they apply: default where the conditions hold,
    the neutral value elsewhere. `abgeleitete` are in the order of evaluation.
    """

    plan: Plan
    baeume: Mapping[str, ast.FunctionDef]
    konstanten: Mapping[str, int]
    bedingte: Mapping[str, Merkmal]
    abgeleitete: Mapping[str, Abgeleitet]


def entbehrlich(plan: Plan, spalten: Collection[str]) -> list[str]:
    """Facts of a plan without column that need none: they have a default, or cannot apply without the other columns."""
    ohne = {m.name for m in plan.merkmale if m.name not in spalten}
    merkmale = {m.name: m for m in plan.merkmale}
    return [n for n in ohne if merkmale[n].vorgabe is not None or _gilt_nie(merkmale[n], merkmale, ohne)]


def _wert_ohne_spalte(m: Merkmal, merkmale: Mapping[str, Merkmal], ohne: Collection[str]) -> int | None:
    """The one value of a fact without column, None if it has none or depends on columns."""
    if m.name not in ohne:
        return None
    if _gilt_nie(m, merkmale, ohne):
        return m.art.neutral
    offen = [b for b, erlaubt in m.wenn.items() if _wert_ohne_spalte(merkmale[b], merkmale, ohne) not in erlaubt]
    return None if offen and m.vorgabe != m.art.neutral else m.vorgabe


def _gilt_nie(m: Merkmal, merkmale: Mapping[str, Merkmal], ohne: Collection[str]) -> bool:
    """Whether a condition of the fact is false for everybody."""
    werte = {b: _wert_ohne_spalte(merkmale[b], merkmale, ohne) for b in m.wenn}
    return any(wert is not None and wert not in m.wenn[b] for b, wert in werte.items())


def spezialisiere(plan: Plan, ohne_spalte: Collection[str]) -> Sonderplan:
    """The plan for tables without these columns.

    Raises UnbekannterName, and UngueltigeAngaben for a fact that must be asked.
    """
    konstanten, bedingte = _ohne_spalte(plan, ohne_spalte)
    return _Spezialist(plan, konstanten, bedingte).spezialisiere()


def _ohne_spalte(plan: Plan, namen: Collection[str]) -> tuple[dict[str, int], dict[str, Merkmal]]:
    alle = plan.regelwerk.merkmale
    konstanten: dict[str, int] = {}
    bedingte: dict[str, Merkmal] = {}
    for name in namen:
        if name not in alle:
            raise UnbekannterName(name, "Vorgaben", list(alle))
        m = alle[name]
        wert = _wert_ohne_spalte(m, alle, namen)
        if wert is not None:
            konstanten[name] = wert
        elif m.vorgabe is not None:
            bedingte[name] = m
        else:
            raise UngueltigeAngaben(
                [Mangel(name, "–", "das Merkmal hat keine Vorgabe", f"Ergänze die Spalte: {m.titel}.")]
            )
    return konstanten, bedingte


class _Spezialist:
    def __init__(self, plan: Plan, konstanten: Mapping[str, int], bedingte: Mapping[str, Merkmal]) -> None:
        self.plan, self.konstanten, self.bedingte = plan, konstanten, bedingte
        self.werk = plan.regelwerk
        self.werte = dict(konstanten)
        self.baeume: dict[str, ast.FunctionDef] = {}
        self.abgeleitete: dict[str, Abgeleitet] = {}
        self.ebenen: dict[str, str] = {}

    def spezialisiere(self) -> Sonderplan:
        schritte = {s.name: self._schritt(s) for s in self.plan.schritte}
        gebraucht = self._gebraucht(schritte)
        plan = Restplan(
            self.werk,
            self.plan.monat,
            self.plan.ziele,
            schritte=tuple(s for n, s in schritte.items() if n in gebraucht and n not in self.abgeleitete),
            merkmale=tuple(m for m in self.plan.merkmale if m.name in gebraucht),
            parameter=tuple(p for p in self.plan.parameter if p in gebraucht),
            einstellungen=tuple(e for e in self.plan.einstellungen if e in gebraucht),
            ebenen=self.ebenen,
        )
        baeume = {n: b for n, b in self.baeume.items() if n in gebraucht}
        abgeleitete = {n: a for n, a in self.abgeleitete.items() if n in gebraucht}
        return Sonderplan(plan, baeume, self.konstanten, self.bedingte, abgeleitete)

    def _schritt(self, schritt: Schritt) -> Schritt:
        r = schritt.regel
        if schritt.ersatz is None:
            baum, beitrag = vereinfache(r.fn, {a: self.werte[a] for a in r.argumente if a in self.werte})
            wert = self._wert(schritt, beitrag)
            if wert is None:
                return self._rest(replace(r, argumente=tuple(a.arg for a in baum.args.args)), baum)
            schritt = Schritt(r, wert)
        assert schritt.ersatz is not None  # noqa: S101 - just made so
        self.werte[r.name] = schritt.ersatz
        return schritt

    def _rest(self, r: Regel, baum: ast.FunctionDef) -> Schritt:
        """What is left of a rule; on the level of the household, or before all households, where its inputs allow."""
        self.baeume[r.name] = baum
        if r.art is not Art.EINZELN or r.name in self.plan.ziele:
            return Schritt(r, None)
        ebenen = {PERSON if a == "position" else self._ebene(a) for a in r.argumente}
        if ebenen <= {KONSTANT}:
            self.abgeleitete[r.name] = Abgeleitet(r, ast.unparse(baum), r.argumente)
            self.ebenen[r.name] = KONSTANT
        elif ebenen <= {KONSTANT, HAUSHALT}:
            self.ebenen[r.name] = HAUSHALT
            r = replace(r, ebene=HAUSHALT)
        return Schritt(r, None)

    def _ebene(self, name: str) -> str:
        return self.ebenen.get(name) or self.plan.ebene(name)

    def _wert(self, schritt: Schritt, beitrag: int | None) -> int | None:
        """Value of the step for everybody, as far as known; `beitrag` is what its function gives."""
        r = schritt.regel
        if r.art is Art.BEIM:
            niemand = self.konstanten.get(r.verweis or "") == NIEMAND
            return int(r.sonst) if niemand or beitrag == int(r.sonst) else None
        if r.art is Art.SUMME_AN and self.konstanten.get(r.verweis or "") == NIEMAND:
            return 0
        if r.art in _NEUTRALER_BEITRAG:
            return beitrag if beitrag == _NEUTRALER_BEITRAG[r.art] else None
        return beitrag

    def _gebraucht(self, schritte: Mapping[str, Schritt]) -> set[str]:
        gebraucht: set[str] = set()
        offen = list(self.plan.ziele)
        while offen:
            name = offen.pop()
            if name in gebraucht:
                continue
            gebraucht.add(name)
            if name in schritte:
                offen += self._liest(schritte[name])
            elif name in self.werk.merkmale and (name not in self.konstanten):
                offen += list(self.werk.merkmale[name].wenn)
        return gebraucht

    def _liest(self, schritt: Schritt) -> list[str]:
        if schritt.ersatz is not None:
            return []
        r = schritt.regel
        ebenen = {r.ebene, *(self.plan.ebene(a) for a in schritt.argumente)} - {PERSON, HAUSHALT, KONSTANT}
        gruppen = [self.werk.ebenen[e].zugehoerigkeit for e in ebenen]
        return [*schritt.argumente, *gruppen, *([r.verweis] if r.verweis else [])]


def ausgerechnet(regel: Regel, text: str, argumente: Sequence[Any]) -> int:
    """Value of what is left of a rule."""
    welt = dict(regel.fn.__globals__)
    exec(compile(text, regel.fn.__code__.co_filename, "exec"), welt)  # noqa: S102 - the rule's own text
    return int(welt[regel.fn.__name__](*argumente))
