"""Was in der Akte schiefgehen kann. Jeder Text ist für den Menschen am Schreibtisch geschrieben.

Aktenfehler
├── RechtFehlt           der Benutzer darf das nicht
│   └── ZugriffVerweigert  seine Rolle darf es, aber nicht an dieser Akte
├── ZustandFehler        der Vorgang passt nicht zum Stand der Akte
│   └── DublettenVerdacht  die Person gibt es wohl schon
└── AngabenFehler        eine oder mehrere Angaben sind unbrauchbar (je Mangel: Feld, Wert, Grund, Abhilfe)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sozialamt.rechenkern.errors import Mangel

__all__ = [
    "Aktenfehler",
    "AngabenFehler",
    "DublettenVerdacht",
    "Mangel",
    "RechtFehlt",
    "ZugriffVerweigert",
    "ZustandFehler",
]


class Aktenfehler(Exception):
    """Wurzel aller fachlichen Fehler der Akte."""


class RechtFehlt(Aktenfehler):
    """Der Benutzer hat das Recht nicht."""

    def __init__(self, recht: str, titel: str, hinweis: str = "Wenden Sie sich an Ihre Teamleitung.") -> None:
        self.recht = recht
        super().__init__(f"Ihnen fehlt das Recht „{titel}“. {hinweis}")


class ZugriffVerweigert(RechtFehlt):
    """Die Rolle gibt das Recht, diese Akte aber nicht her. `aktenzeichen`: ein Zugriff mit Begründung ist möglich."""

    def __init__(self, recht: str, grund: str, *, aktenzeichen: str = "") -> None:
        self.recht = recht
        self.aktenzeichen = aktenzeichen
        Aktenfehler.__init__(self, grund)


class ZustandFehler(Aktenfehler):
    """Die Akte ist nicht in dem Zustand, den der Vorgang braucht."""


class DublettenVerdacht(ZustandFehler):
    """Es gibt schon Menschen, die so heißen oder klingen und am selben Tag geboren sind: `personen`."""

    def __init__(self, personen: Sequence[Any]) -> None:
        self.personen = tuple(personen)
        super().__init__(
            "Es gibt schon jemanden mit diesem Namen und Geburtsdatum. Vergleichen Sie; ist es ein anderer Mensch, "
            "legen Sie ihn mit Grund trotzdem an."
        )


class AngabenFehler(Aktenfehler):
    """Angaben, die so nicht eingetragen werden können; nichts davon ist gespeichert."""

    def __init__(self, maengel: Sequence[Mangel]) -> None:
        self.maengel = tuple(maengel)
        super().__init__("\n".join(str(mangel) for mangel in maengel))
