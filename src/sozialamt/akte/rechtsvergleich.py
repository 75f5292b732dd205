"""Was am Recht anders ist als im Bescheid: gesetzlicher Wert, Ansicht des Amtes oder Rechenregel.

Verglichen werden zwei Spuren desselben Monats, die abgeschriebene des Bescheids und die heutige. Eine Regel ist anders,
wenn sie aus denselben Eingaben etwas anderes macht; was nur daraus folgt, wird nicht genannt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Spur = Mapping[str, Any]

WERT, ANSICHT, REGEL = "gesetzlicher Wert", "Ansicht des Amtes", "Rechenregel"


@dataclass(frozen=True, slots=True)
class Rechtsunterschied:
    """Eine Stelle, an der das Recht des Bescheids von dem heutigen abweicht.

    `von_anfang_an` heißt: Das Richtige war beim Erlass schon bekannt, der Bescheid also von Anfang an unrichtig (§§ 44,
    45 SGB X). Sonst hat sich das Recht danach geändert (§ 48 SGB X).
    """

    art: str
    titel: str
    norm: str
    alt: str
    neu: str
    quelle: str = ""
    von_anfang_an: bool = False

    @property
    def satz(self) -> str:
        """Für die Begründung eines Bescheids."""
        quelle = f", {self.quelle}" if self.quelle else ""
        return f"{self.titel} ({self.norm}{quelle}): bisher {self.alt}, richtig {self.neu}."


def vergleiche_recht(bescheid: Spur, heute: Spur, erlassen: date) -> tuple[Rechtsunterschied, ...]:
    """Alle Stellen; leer, wenn das Recht dasselbe ist oder der Bescheid keine Spur hat."""
    if not bescheid or not heute:
        return ()
    return (*_werte(bescheid, heute, erlassen), *_ansichten(bescheid, heute), *_regeln(bescheid, heute))


def _werte(bescheid: Spur, heute: Spur, erlassen: date) -> Iterator[Rechtsunterschied]:
    for alt, neu in _paare(bescheid, heute, "parameter"):
        bekannt = neu["bekannt_ab"] <= erlassen.isoformat()
        yield Rechtsunterschied(
            WERT, neu["titel"], neu["norm"], alt["text"], neu["text"], neu["quelle"], von_anfang_an=bekannt
        )


def _ansichten(bescheid: Spur, heute: Spur) -> Iterator[Rechtsunterschied]:
    for alt, neu in _paare(bescheid, heute, "einstellungen"):
        yield Rechtsunterschied(ANSICHT, neu["titel"], neu["norm"], alt["text"], neu["text"])


def _paare(bescheid: Spur, heute: Spur, teil: str) -> Iterator[tuple[Spur, Spur]]:
    for name, neu in heute[teil].items():
        alt = bescheid[teil].get(name)
        if alt is not None and alt["wert"] != neu["wert"]:
            yield alt, neu


def _regeln(bescheid: Spur, heute: Spur) -> Iterator[Rechtsunterschied]:
    damals = {_ort(schritt): schritt for schritt in bescheid["schritte"]}
    for neu in heute["schritte"]:
        alt = damals.get(_ort(neu))
        if alt is None or alt["wert"] == neu["wert"] or _eingaben(alt) != _eingaben(neu):
            continue
        gleiche_fassung = alt["fassung_ab"] == neu["fassung_ab"]
        yield Rechtsunterschied(
            REGEL, neu["titel"], neu["norm"], alt["text"], neu["text"], von_anfang_an=gleiche_fassung
        )


def _ort(schritt: Spur) -> tuple[str, tuple[str, ...]]:
    return schritt["regel"], tuple(schritt["personen"])


def _eingaben(schritt: Spur) -> list[tuple[Any, ...]]:
    return [(e["name"], e.get("person"), e["wert"]) for e in schritt["eingaben"]]
