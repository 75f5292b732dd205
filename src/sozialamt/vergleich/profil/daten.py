"""Was ein Stadtprofil an Zahlen braucht; woher sie kommen, weiß `lesen.py`, wie sie gerechnet sind, `kennzahlen`."""

from __future__ import annotations

from dataclasses import dataclass

from sozialamt.vergleich.grafik.zahlen import mit_einheit, zahl

KEINE_LIEFERUNG, NICHT_ZUSTAENDIG, NICHT_FREIGEGEBEN = "keine Lieferung", "nicht zuständig", "nicht freigegeben"


@dataclass(frozen=True, slots=True)
class Kennwert:
    """Eine Kennzahl einer Stadt neben dem ungewichteten Mittel der Städte, die sie geliefert haben (`n`).

    `satzteil` nennt die Menschen oder Leistungen im Fließtext. Ohne Wert steht der Grund.
    """

    name: str
    satzteil: str
    wert: float | None
    einheit: str
    zeitbezug: str = ""
    quelle: str = ""
    grund: str = ""
    mittel: float | None = None
    n: int = 0
    grundlage: float | None = None
    stellen: int | None = None
    rang: int | None = None
    hinweise: tuple[str, ...] = ()
    nummer: str = ""

    @property
    def text(self) -> str:
        """Wert mit Einheit, sonst der Grund."""
        return self.grund if self.wert is None else mit_einheit(self.wert, self.einheit, self.stellen)

    @property
    def zahl(self) -> str:
        """Wert ohne Einheit, sonst der Grund."""
        return self.grund if self.wert is None else zahl(self.wert, self.stellen)

    @property
    def mitteltext(self) -> str:
        """Mittel ohne Einheit, sonst ein Strich."""
        return zahl(self.mittel, self.stellen)


@dataclass(frozen=True, slots=True)
class Zahlentafel:
    """Weitere Kennzahlen als Tabelle: Schlüssel des Kapitels, Überschrift, Werte."""

    schluessel: str
    titel: str
    werte: tuple[Kennwert, ...]


@dataclass(frozen=True, slots=True)
class Wirtschaftswert:
    """Ein Wirtschaftsindikator als Abweichung in Standardabweichungen; `guenstig` None heißt: keine Wertung."""

    kennwert: Kennwert
    abweichung: float | None
    guenstig: bool | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Wie das Amt aufgestellt ist: Absätze und Schwerpunkte der Stadt, mit Stand und Quelle."""

    absaetze: tuple[str, ...] = ()
    schwerpunkte: tuple[str, ...] = ()
    stand: str = ""
    quelle: str = ""


@dataclass(frozen=True)
class Profildaten:
    """Alles, was das Profil einer Stadt in einem Jahr zeigt."""

    stadt: str
    jahr: int
    organisation: Organisation
    anteile: tuple[Kennwert, ...]
    auszahlungen: tuple[Kennwert, ...]
    dichten: tuple[Kennwert, ...]
    wirtschaft: tuple[Wirtschaftswert, ...]
    tafeln: tuple[Zahlentafel, ...] = ()
    kreis: tuple[str, ...] = ()
    abweichungsart: str = "die der Grundgesamtheit (alle Städte mit Wert)"
    erzeugt: bool = False
