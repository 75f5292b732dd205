"""Everything that can go wrong in the engine, as one family.

Rechenfehler
├── Regelwerkfehler          the law as written is inconsistent (found when a plan is made)
│   ├── DoppelterName
│   ├── UnbekannterName
│   ├── Zyklus
│   └── Ebenenfehler
├── KeinWert                 nothing holds at that date: parameter, rule or the whole state of law
└── Eingabefehler            the case is not usable
    ├── FehlendeAngaben      questions that have to be asked first
    └── UngueltigeAngaben    values that cannot be right
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches


class Rechenfehler(Exception):
    """Base of all errors of the engine; the text is German and meant for the person at the desk."""


class Regelwerkfehler(Rechenfehler):
    """The rules, parameters and facts do not fit together."""


class DoppelterName(Regelwerkfehler):
    """Two definitions of one name hold at the same time."""


class UnbekannterName(Regelwerkfehler):
    """A name is asked for that is neither fact, parameter, setting nor rule."""

    def __init__(self, name: str, benoetigt_von: str | None, bekannt: Sequence[str]) -> None:
        self.name, self.benoetigt_von = name, benoetigt_von
        text = f"„{name}“ ist weder Merkmal noch Parameter, Einstellung oder Regel"
        if benoetigt_von:
            text += f" (gebraucht von „{benoetigt_von}“)"
        nah = get_close_matches(name, bekannt, n=3)
        if nah:
            text += ". Gemeint ist vielleicht: " + ", ".join(nah)
        super().__init__(text + ".")


class Zyklus(Regelwerkfehler):
    """Rules need each other in a circle."""

    def __init__(self, kette: Sequence[str]) -> None:
        self.kette = tuple(kette)
        super().__init__("Die Regeln brauchen einander im Kreis: " + " → ".join(kette) + ".")


class Ebenenfehler(Regelwerkfehler):
    """A group rule uses a value that may differ between the members of the group."""

    def __init__(self, regel: str, ebene: str, argument: str, ebene_argument: str) -> None:
        self.regel, self.argument = regel, argument
        super().__init__(
            f"Die Regel „{regel}“ rechnet je {ebene}, braucht aber „{argument}“ je {ebene_argument}. "
            f"Fasse den Wert zuerst zusammen (summe, anzahl, maximum, minimum, irgendein, alle)."
        )


class KeinWert(Rechenfehler):
    """For that date no value is known. The last known value is never used instead."""

    def __init__(self, art: str, name: str, datum: str, grund: str = "") -> None:
        self.art, self.name, self.datum = art, name, datum
        text = f"{art} „{name}“ hat für {datum} keinen Wert"
        super().__init__(f"{text}: {grund}." if grund else f"{text}.")


class Eingabefehler(Rechenfehler):
    """The case cannot be calculated as given."""


@dataclass(frozen=True, slots=True)
class Frage:
    """A fact that has to be asked before the calculation can go on."""

    merkmal: str
    titel: str
    person: str | None
    hilfe: str = ""
    norm: str = ""

    def __str__(self) -> str:
        wer = f" für „{self.person}“" if self.person else " für den Haushalt"
        norm = f" ({self.norm})" if self.norm else ""
        return f"{self.titel}{wer}: Angabe „{self.merkmal}“ fehlt{norm}."


class FehlendeAngaben(Eingabefehler):
    """Facts without a default are missing; `fragen` lists each of them once."""

    def __init__(self, fragen: Sequence[Frage]) -> None:
        self.fragen = tuple(fragen)
        super().__init__("Es fehlen Angaben. " + " ".join(str(f) for f in fragen))


@dataclass(frozen=True, slots=True)
class Mangel:
    """One fault of the input: field, value, reason and remedy."""

    feld: str
    wert: str
    grund: str
    abhilfe: str

    def __str__(self) -> str:
        return f"{self.feld}: {self.wert} – {self.grund}. {self.abhilfe}"


class UngueltigeAngaben(Eingabefehler):
    """Values that cannot be right; `maengel` has one entry per fault."""

    def __init__(self, maengel: Sequence[Mangel]) -> None:
        self.maengel = tuple(maengel)
        super().__init__("\n".join(str(m) for m in maengel))
