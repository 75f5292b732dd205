"""Vorgangsart: ein Verfahren mit Zuständen, erlaubten Übergängen, Fristen und Ergebnissen, als reine Daten.

Wer ein Verfahren braucht, beschreibt es hier; die Akte führt es aus, prüft jeden Übergang und setzt die Fristen. Was
nicht als Übergang dasteht, lehnt sie ab. Jedes Modul unter `leistungen` darf `VORGANGSARTEN` anbieten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Ergebnisse: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Vorgangszustand:
    """Wo ein Verfahren steht; in einem Schlusszustand ist es zu Ende."""

    schluessel: str
    titel: str
    schluss: bool = False


@dataclass(frozen=True, slots=True)
class Fristvorgabe:
    """Frist, die mit einem Schritt zu laufen beginnt. `tage` oder `monate` zählen ab dem Ereignis des Schritts.

    `gesetzlich` heißt: nach der Norm und nicht von der Behörde gewählt. Sonst ist die Dauer nur der Vorschlag, und der
    Mensch am Schreibtisch kann eine andere setzen.
    """

    schluessel: str
    titel: str
    norm: str
    monate: int = 0
    tage: int = 0
    gesetzlich: bool = True

    def __post_init__(self) -> None:
        if bool(self.monate) == bool(self.tage):
            raise ValueError(f"Frist „{self.schluessel}“: entweder Monate oder Tage.")


@dataclass(frozen=True, slots=True)
class Uebergang:
    """Ein erlaubter Schritt: welche Handlung führt von welchem Zustand in welchen.

    `fristen` beginnen mit ihm, `erledigt` sind Schlüssel von Fristen, die er abschließt. Nach leerem `nach` bleibt der
    Zustand. `von_hand`: darf ohne eigenen Vorgang mit einem Vermerk gegangen werden.
    """

    handlung: str
    titel: str
    von: tuple[str, ...]
    nach: str = ""
    fristen: tuple[Fristvorgabe, ...] = ()
    erledigt: tuple[str, ...] = ()
    ergebnis: str = ""
    von_hand: bool = False


@dataclass(frozen=True, slots=True)
class Vorgangsart:
    """Ein Verfahren. Der erste Zustand ist der Anfang."""

    schluessel: str
    titel: str
    norm: str
    zustaende: tuple[Vorgangszustand, ...]
    uebergaenge: tuple[Uebergang, ...]
    fristen: tuple[Fristvorgabe, ...] = ()
    ergebnisse: Ergebnisse = ()
    braucht_bescheid: bool = False
    hinweis: str = ""

    def __post_init__(self) -> None:
        bekannt = {z.schluessel for z in self.zustaende}
        genannt = {z for u in self.uebergaenge for z in (*u.von, *((u.nach,) if u.nach else ()))}
        if fremd := genannt - bekannt:
            raise ValueError(f"Vorgangsart „{self.schluessel}“ nennt unbekannte Zustände: {sorted(fremd)}")
        paare = [(u.handlung, z) for u in self.uebergaenge for z in u.von]
        if len(paare) != len(set(paare)):
            raise ValueError(f"Vorgangsart „{self.schluessel}“: eine Handlung führt aus einem Zustand zweimal.")
        if any(z.schluss for u in self.uebergaenge for z in map(self.zustand, u.von)):
            raise ValueError(f"Vorgangsart „{self.schluessel}“: Aus einem Schlusszustand führt kein Weg.")

    @property
    def anfang(self) -> Vorgangszustand:
        return self.zustaende[0]

    def zustand(self, schluessel: str) -> Vorgangszustand:
        """Zustand mit diesem Schlüssel; KeyError, wenn es ihn nicht gibt."""
        for zustand in self.zustaende:
            if zustand.schluessel == schluessel:
                return zustand
        raise KeyError(schluessel)

    def uebergang(self, handlung: str, zustand: str) -> Uebergang | None:
        """Der Übergang, den die Handlung in diesem Zustand geht; None, wenn sie hier nicht erlaubt ist."""
        return next((u for u in self.uebergaenge if u.handlung == handlung and zustand in u.von), None)

    def moeglich(self, zustand: str) -> tuple[Uebergang, ...]:
        """Alle Übergänge aus einem Zustand."""
        return tuple(u for u in self.uebergaenge if zustand in u.von)

    @property
    def offene_zustaende(self) -> tuple[str, ...]:
        return tuple(z.schluessel for z in self.zustaende if not z.schluss)
