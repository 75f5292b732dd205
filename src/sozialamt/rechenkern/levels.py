"""Levels: one person, and groups of persons inside one household.

A group is named by the position of its first member (`zugehoerigkeit_<ebene>` gives it for each person),
so a group value lives at that position and no second numbering is needed – in the trace, in the kernel
and in Arrow alike.
"""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "person"
HAUSHALT = "haushalt"


@dataclass(frozen=True, slots=True)
class Ebene:
    """A level of calculation. `enthalten_in` lists the coarser levels every group of this one lies within."""

    name: str
    titel: str
    norm: str
    enthalten_in: tuple[str, ...] = (HAUSHALT,)

    @property
    def zugehoerigkeit(self) -> str:
        """Name of the person rule that gives the position of the group's first member."""
        return f"zugehoerigkeit_{self.name}"


EINGEBAUTE_EBENEN = {
    PERSON: Ebene(PERSON, "Person", ""),
    HAUSHALT: Ebene(HAUSHALT, "Haushalt", "", ()),
}
