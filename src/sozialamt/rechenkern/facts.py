"""Facts (Merkmale): what a rule may ask for, once, with everything that forms and imports need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sozialamt.rechenkern.values import NIEMAND, Auswahl, Einheit


class Merkmalsart(StrEnum):
    """Kind of a fact; decides field type, Arrow type and unit."""

    BETRAG = "betrag"
    GANZZAHL = "ganzzahl"
    JA_NEIN = "ja_nein"
    DATUM = "datum"
    AUSWAHL = "auswahl"
    VERWEIS = "verweis"

    @property
    def einheit(self) -> Einheit:
        return _EINHEITEN[self]

    @property
    def neutral(self) -> int:
        """Value where the fact does not apply: 0, no, no date, first option, nobody."""
        return NIEMAND if self is Merkmalsart.VERWEIS else 0


_EINHEITEN = {
    Merkmalsart.BETRAG: Einheit.CENT,
    Merkmalsart.GANZZAHL: Einheit.ANZAHL,
    Merkmalsart.JA_NEIN: Einheit.JA_NEIN,
    Merkmalsart.DATUM: Einheit.DATUM,
    Merkmalsart.AUSWAHL: Einheit.AUSWAHL,
    Merkmalsart.VERWEIS: Einheit.POSITION,
}


@dataclass(frozen=True)
class Merkmal:
    """One fact of a person or a household.

    `vorgabe` is the documented default in internal units (cents, yyyymmdd, option number); None means that the
    fact must be asked. `wenn` maps other facts to the values for which this one applies at all; elsewhere the
    neutral value of its kind holds. `min`/`max` are inclusive bounds in internal units.
    """

    name: str
    titel: str
    ebene: str
    art: Merkmalsart
    norm: str
    hilfe: str
    nachweis: str = ""
    gruppe: str = ""
    auswahl: type[Auswahl] | None = None
    min: int | None = None
    max: int | None = None
    vorgabe: int | None = None
    vorgabe_grund: str = ""
    wenn: Mapping[str, frozenset[int]] = field(default_factory=dict)
    datei: str = ""

    @property
    def einheit(self) -> Einheit:
        return self.art.einheit

    @property
    def pflicht(self) -> bool:
        """Whether the fact has to be asked where it applies."""
        return self.vorgabe is None


class Herkunft(StrEnum):
    """Where the value of a fact came from in one calculation."""

    ANGABE = "angabe"
    VORGABE = "vorgabe"
    NICHT_GEFRAGT = "nicht_gefragt"
