"""From targets and a month to the rules in the order in which they can be evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sozialamt.rechenkern.errors import Ebenenfehler, Regelwerkfehler, UnbekannterName, Zyklus
from sozialamt.rechenkern.facts import Merkmal, Merkmalsart
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.parameters import Fassung
from sozialamt.rechenkern.regelwerk import EINGEBAUT, Regelwerk
from sozialamt.rechenkern.rules import AGGREGATE, Regel
from sozialamt.rechenkern.values import Datum

KONSTANT = "konstant"
"""Level of parameters, settings and the month: the same for everybody."""


@dataclass(frozen=True)
class Schritt:
    """One rule in one month. `ersatz` is the value that stands in where the law knows no version."""

    regel: Regel
    ersatz: int | None

    @property
    def name(self) -> str:
        return self.regel.name

    @property
    def argumente(self) -> tuple[str, ...]:
        """What the step reads, in the order of the function's arguments."""
        return () if self.ersatz is not None else self.regel.argumente


@dataclass(frozen=True)
class Plan:
    """What has to be evaluated for some targets in one month, in order; what is not needed is not in it."""

    regelwerk: Regelwerk
    monat: Datum
    ziele: tuple[str, ...]
    schritte: tuple[Schritt, ...]
    merkmale: tuple[Merkmal, ...]
    parameter: tuple[str, ...]
    einstellungen: tuple[str, ...]

    @cached_property
    def ebenen(self) -> Mapping[str, str]:
        """Level of every name the plan evaluates or reads."""
        namen = {*self.parameter, *self.einstellungen, *EINGEBAUT, *(m.name for m in self.merkmale)}
        return {n: ebene_von(self.regelwerk, n) for n in (*namen, *(s.name for s in self.schritte))}

    @cached_property
    def _fassungen(self) -> dict[Datum, Mapping[str, Fassung]]:
        return {}

    def fassungen(self, kenntnis: Datum) -> Mapping[str, Fassung]:
        """Values of all parameters as known on a day; looked up once. Raises KeinWert."""
        if kenntnis not in self._fassungen:
            parameter = self.regelwerk.parameter
            self._fassungen[kenntnis] = {n: parameter[n].fassung(self.monat, kenntnis) for n in self.parameter}
        return self._fassungen[kenntnis]

    def ebene(self, name: str) -> str:
        """Level of any name: person, a group, haushalt or constant."""
        return self.ebenen.get(name) or ebene_von(self.regelwerk, name)


def ebene_von(werk: Regelwerk, name: str) -> str:
    """Level on which a name has a value; constant for parameters, settings and the month."""
    if name in werk.regeln:
        return werk.regeln[name][0].ebene
    if name in werk.merkmale:
        return werk.merkmale[name].ebene
    return PERSON if name == "position" else KONSTANT


def plane(werk: Regelwerk, ziele: Iterable[str], monat: Datum) -> Plan:
    """Plan for the targets in the month; made once and kept with the law.

    Raises UnbekannterName, Zyklus, Ebenenfehler, KeinWert.
    """
    schluessel = (tuple(ziele), monat)
    plan = werk.plaene.get(schluessel)
    if plan is None:
        plan = werk.plaene[schluessel] = _Planer(werk, monat).plane(schluessel[0])
    assert isinstance(plan, Plan)  # noqa: S101 - the cache is typed loosely to keep the modules acyclic
    return plan


class _Planer:
    def __init__(self, werk: Regelwerk, monat: Datum) -> None:
        self.werk, self.monat = werk, monat
        self.schritte: dict[str, Schritt] = {}
        self.merkmale: dict[str, Merkmal] = {}
        self.parameter: dict[str, None] = {}
        self.einstellungen: dict[str, None] = {}
        self.offen: list[str] = []

    def plane(self, ziele: tuple[str, ...]) -> Plan:
        for ziel in ziele:
            if ziel not in self.werk.regeln and ziel not in self.werk.merkmale:
                raise UnbekannterName(ziel, None, list(self.werk.regeln))
            self.besuche(ziel)
        return Plan(
            self.werk,
            self.monat,
            ziele,
            tuple(self.schritte.values()),
            tuple(self.merkmale.values()),
            tuple(self.parameter),
            tuple(self.einstellungen),
        )

    def besuche(self, name: str) -> None:
        werk = self.werk
        if name in self.schritte or name in EINGEBAUT:
            return
        if name in werk.parameter:
            self.parameter[name] = None
        elif name in werk.einstellungen:
            self.einstellungen[name] = None
        elif name in werk.merkmale:
            self._besuche_merkmal(werk.merkmale[name])
        elif name in werk.regeln:
            self._besuche_regel(name)
        else:
            raise UnbekannterName(name, self.offen[-1] if self.offen else None, werk.namen)

    def _besuche_merkmal(self, merkmal: Merkmal) -> None:
        if merkmal.name in self.merkmale:
            return
        for bedingung in merkmal.wenn:
            if bedingung not in self.werk.merkmale:
                raise UnbekannterName(bedingung, merkmal.name, list(self.werk.merkmale))
            if bedingung in self.offen:
                raise Zyklus([*self.offen[self.offen.index(bedingung) :], bedingung])
            self.offen.append(merkmal.name)
            self._besuche_merkmal(self.werk.merkmale[bedingung])
            self.offen.pop()
        self.merkmale[merkmal.name] = merkmal

    def _besuche_regel(self, name: str) -> None:
        if name in self.offen:
            raise Zyklus([*self.offen[self.offen.index(name) :], name])
        fassung = self.werk.regel(name, self.monat)
        gilt = fassung.gilt(self.monat)
        ersatz = None if gilt else fassung.vorher if self.monat < fassung.ab else fassung.nachher
        schritt = Schritt(fassung, ersatz)
        self.offen.append(name)
        for benoetigt in self._benoetigt(schritt):
            self.besuche(benoetigt)
        self.offen.pop()
        self._pruefe_ebenen(schritt)
        self.schritte[name] = schritt

    def _benoetigt(self, schritt: Schritt) -> Iterable[str]:
        r = schritt.regel
        if r.ebene not in self.werk.ebenen:
            raise UnbekannterName(r.ebene, r.name, list(self.werk.ebenen))
        if schritt.ersatz is not None:
            return
        if r.ebene not in (PERSON, HAUSHALT):
            yield self.werk.ebenen[r.ebene].zugehoerigkeit
        if r.verweis:
            verweis = self.werk.merkmale.get(r.verweis)
            if verweis is None or verweis.art is not Merkmalsart.VERWEIS:
                raise Regelwerkfehler(
                    f"Die Regel „{r.name}“ folgt „{r.verweis}“, das ist aber kein Verweis auf eine Person."
                )
            yield r.verweis
        for argument in r.argumente:
            ebene = self._gruppe_des_arguments(argument)
            if ebene:
                yield ebene
            yield argument

    def _gruppe_des_arguments(self, argument: str) -> str | None:
        """A person that reads a group value must know its group."""
        ebene = ebene_von(self.werk, argument)
        if ebene in (PERSON, HAUSHALT, KONSTANT):
            return None
        return self.werk.ebenen[ebene].zugehoerigkeit

    def _pruefe_ebenen(self, schritt: Schritt) -> None:
        r = schritt.regel
        if r.ebene == PERSON or r.art in AGGREGATE:
            return
        erlaubt = {r.ebene, KONSTANT, *self.werk.ebenen[r.ebene].enthalten_in}
        for argument in schritt.argumente:
            ebene = ebene_von(self.werk, argument)
            if ebene not in erlaubt:
                raise Ebenenfehler(r.name, r.ebene, argument, ebene)
