"""Der Katalog: Leistungsbereiche, Basisgrößen und Kennzahlen, gelesen aus YAML, geprüft beim Laden."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sozialamt.vergleich.kennzahlen.formel import Formel, lies

ORDNER = Path(__file__).parent
OEFFENTLICH = Path(__file__).parent.parent / "oeffentlich"


class Art(StrEnum):
    """Was eine Kennzahl misst."""

    ANZAHL = "anzahl"
    ANTEIL = "anteil"
    DICHTE = "dichte"
    QUOTE = "quote"
    AUSZAHLUNG = "auszahlung"
    JE_LB = "je_lb"
    WIRTSCHAFT = "wirtschaft"
    BEVOELKERUNG = "bevoelkerung"
    ALTER = "alter"


class Polaritaet(StrEnum):
    """Ob ein hoher Wert eine Stadt entlastet oder belastet. Das Vorzeichen eines Wertes ändert sie nie."""

    HOCH_ENTLASTET = "hoch_entlastet"
    HOCH_BELASTET = "hoch_belastet"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Groesse:
    """Eine Basisgröße: was eine Stadt liefert oder eine Statistik veröffentlicht.

    `stellen`: Nachkommastellen, in denen ihr Wert als ganze Zahl steht (Euro: 2, also Cent). `definitionen`: je
    Stand das erste Jahr, für das er gilt, und was sich änderte. `aus`: Ersatzreihen; die erste, deren Größen alle
    vorliegen, wird addiert (eine solche Größe wird nie geliefert).
    """

    schluessel: str
    nummer: str
    titel: str
    einheit: str
    stellen: int
    bereich: str = ""
    lieferbar: bool = False
    quelle: str = ""
    muster: tuple[str, ...] = ()
    definitionen: tuple[tuple[int, int, str], ...] = ()
    aus: tuple[tuple[str, ...], ...] = ()

    def definition(self, jahr: int | None) -> int:
        """Der Definitionsstand, der für ein Jahr gilt; ohne Angabe 1."""
        return max((stand for stand, ab, _ in self.definitionen if jahr is not None and ab <= jahr), default=1)


@dataclass(frozen=True, slots=True)
class Bereich:
    """Ein Leistungsbereich der Vergleichsgrafiken."""

    schluessel: str
    kurz: str
    titel: str
    norm: str
    personen: str
    lb: str
    auszahlung: str
    dichte: tuple[str, ...]
    je_lb: str


@dataclass(frozen=True, slots=True)
class Kennzahl:
    """Eine abgeleitete Kennzahl; ändert sich die Definition, bleibt die Nummer und eine neue kommt hinzu."""

    nummer: str
    schluessel: str
    titel: str
    einheit: str
    art: Art
    formel: Formel
    stellen: int
    fundstelle: str
    bereich: str = ""
    polaritaet: Polaritaet = Polaritaet.NEUTRAL
    definition: int = 1
    hinweis: str = ""
    kurz: str = ""
    luecken: bool = False


@dataclass(frozen=True, slots=True)
class Katalog:
    """Alles zusammen, nach Schlüssel."""

    bereiche: dict[str, Bereich]
    groessen: dict[str, Groesse]
    kennzahlen: dict[str, Kennzahl]
    nach_art: dict[Art, tuple[Kennzahl, ...]] = field(default_factory=dict)


@cache
def katalog() -> Katalog:
    """Liest den Katalog; ein Fehler darin ist ein Fehler im Programm und wird nicht abgefangen."""
    roh = _lies(ORDNER / "groessen.yaml")
    groessen = {name: _groesse(name, eintrag) for name, eintrag in roh["groessen"].items()}
    for name, eintrag in _lies(OEFFENTLICH / "groessen.yaml")["groessen"].items():
        if name in groessen:
            raise ValueError(f"Basisgröße {name} steht zweimal im Katalog")
        groessen[name] = _groesse(name, eintrag)
    for groesse in groessen.values():
        if any(groessen[teil].stellen != groesse.stellen for reihe in groesse.aus for teil in reihe):
            raise ValueError(f"{groesse.schluessel}: eine Ersatzreihe hat andere Nachkommastellen")
    bereiche = {name: _bereich(name, eintrag) for name, eintrag in roh["bereiche"].items()}
    kennzahlen = {
        name: _kennzahl(name, eintrag, groessen)
        for name, eintrag in _lies(ORDNER / "kennzahlen.yaml")["kennzahlen"].items()
    }
    nummern = Counter(x.nummer for x in (*groessen.values(), *kennzahlen.values()))
    if doppelt := sorted(nummer for nummer, wie_oft in nummern.items() if wie_oft > 1):
        raise ValueError(f"Nummern stehen zweimal im Katalog: {doppelt}")
    nach_art = {art: tuple(k for k in kennzahlen.values() if k.art is art) for art in Art}
    return Katalog(bereiche, groessen, kennzahlen, nach_art)


def _lies(pfad: Path) -> dict[str, Any]:
    lader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(yaml.load(pfad.read_text(encoding="utf-8"), Loader=lader))  # noqa: S506 - both loaders are safe


def _groesse(name: str, eintrag: dict[str, Any]) -> Groesse:
    definitionen = tuple((d["stand"], d["ab"], d["text"]) for d in eintrag.pop("definitionen", ()))
    aus = tuple(tuple(reihe) for reihe in eintrag.pop("aus", ()))
    return Groesse(name, muster=tuple(eintrag.pop("muster", ())), definitionen=definitionen, aus=aus, **eintrag)


def _bereich(name: str, eintrag: dict[str, Any]) -> Bereich:
    return Bereich(name, dichte=tuple(eintrag.pop("dichte")), **eintrag)


def _kennzahl(name: str, eintrag: dict[str, Any], groessen: dict[str, Groesse]) -> Kennzahl:
    return Kennzahl(
        schluessel=name,
        art=Art(eintrag.pop("art")),
        formel=lies(eintrag.pop("formel"), groessen),
        polaritaet=Polaritaet(eintrag.pop("polaritaet", "neutral")),
        **eintrag,
    )
