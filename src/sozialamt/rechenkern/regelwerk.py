"""The law as one object: rules, parameters, facts, settings and levels, with one flat name space."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sozialamt.rechenkern.errors import DoppelterName, KeinWert
from sozialamt.rechenkern.facts import Merkmal
from sozialamt.rechenkern.kalender import iso, letzter_tag, tag
from sozialamt.rechenkern.levels import EINGEBAUTE_EBENEN, Ebene
from sozialamt.rechenkern.parameters import Einstellung, Parameter
from sozialamt.rechenkern.rules import ANFANG, OFFEN, Regel
from sozialamt.rechenkern.values import Datum, Einheit

T = TypeVar("T", Parameter, Merkmal, Einstellung)

EINGEBAUT = {"monat": Einheit.DATUM, "position": Einheit.POSITION}
"""Arguments every rule may use: first day of the month calculated; index of the person in the household."""


@dataclass(frozen=True)
class Regelwerk:
    """All law that is in the house. Immutable; made once by `sozialamt.leistungen.regelwerk()`."""

    regeln: Mapping[str, tuple[Regel, ...]]
    parameter: Mapping[str, Parameter]
    merkmale: Mapping[str, Merkmal]
    einstellungen: Mapping[str, Einstellung]
    ebenen: Mapping[str, Ebene]
    plaene: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def aus(
        cls,
        *,
        regeln: Iterable[Regel],
        parameter: Iterable[Parameter] = (),
        merkmale: Iterable[Merkmal] = (),
        einstellungen: Iterable[Einstellung] = (),
        ebenen: Iterable[Ebene] = (),
    ) -> Regelwerk:
        """Put the parts together and refuse what contradicts itself."""
        nach_name: dict[str, list[Regel]] = {}
        for r in regeln:
            nach_name.setdefault(r.name, []).append(r)
        werk = cls(
            regeln={n: _geordnet(v) for n, v in nach_name.items()},
            parameter=_eindeutig(parameter, "Parameter"),
            merkmale=_eindeutig(merkmale, "Merkmal"),
            einstellungen=_eindeutig(einstellungen, "Einstellung"),
            ebenen=EINGEBAUTE_EBENEN | {e.name: e for e in ebenen},
        )
        for p in werk.parameter.values():
            p.pruefe()
        werk._pruefe_namen()
        return werk

    def _pruefe_namen(self) -> None:
        gesehen: dict[str, str] = dict.fromkeys(EINGEBAUT, "eingebauter Name")
        arten = {
            "Regel": self.regeln,
            "Parameter": self.parameter,
            "Merkmal": self.merkmale,
            "Einstellung": self.einstellungen,
        }
        for art, namen in arten.items():
            for name in namen:
                if name in gesehen:
                    raise DoppelterName(f"„{name}“ ist zugleich {gesehen[name]} und {art}.")
                gesehen[name] = art

    @property
    def namen(self) -> list[str]:
        """Every name a rule may use as an argument."""
        return [*EINGEBAUT, *self.regeln, *self.parameter, *self.merkmale, *self.einstellungen]

    def regel(self, name: str, monat: Datum) -> Regel:
        """Version of a rule that holds in a month; KeinWert if there is none and no value outside is declared.

        Where `vorher` or `nachher` stand in for a version, the neighbouring version is returned: ask `gilt`.
        """
        fassungen = self.regeln[name]
        for r in fassungen:
            if r.gilt(monat):
                return r
        erste, letzte = fassungen[0], fassungen[-1]
        if monat < erste.ab and erste.vorher is not None:
            return erste
        if monat > letzte.bis and letzte.nachher is not None:
            return letzte
        raise KeinWert("Regel", name, iso(monat), "keine Fassung gilt in diesem Monat")


def _geordnet(fassungen: list[Regel]) -> tuple[Regel, ...]:
    fassungen.sort(key=lambda r: r.ab)
    for r in fassungen:
        if tag(r.ab) != 1 or (r.bis != OFFEN and r.bis != letzter_tag(r.bis)) or r.bis < r.ab:
            raise DoppelterName(f"Die Regel „{r.name}“ muss für ganze Monate gelten ({iso(r.ab)} bis {iso(r.bis)}).")
    for vor, nach in zip(fassungen, fassungen[1:], strict=False):
        if nach.ab <= vor.bis:
            raise DoppelterName(f"Zwei Fassungen der Regel „{vor.name}“ gelten zugleich ab {iso(nach.ab)}.")
        if nach.ebene != vor.ebene:
            raise DoppelterName(f"Die Fassungen der Regel „{vor.name}“ rechnen auf verschiedenen Ebenen.")
    if fassungen[0].vorher is not None and fassungen[0].ab == ANFANG:
        raise DoppelterName(f"Die Regel „{fassungen[0].name}“ hat ein „vorher“, aber kein „ab“.")
    return tuple(fassungen)


def _eindeutig(dinge: Iterable[T], art: str) -> dict[str, T]:
    ergebnis: dict[str, T] = {}
    for ding in dinge:
        if ding.name in ergebnis:
            raise DoppelterName(f"{art} „{ding.name}“ steht zweimal: {ergebnis[ding.name].datei} und {ding.datei}.")
        ergebnis[ding.name] = ding
    return ergebnis
