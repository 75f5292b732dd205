"""Welche Arten von Bescheiden es gibt und welche über den Anspruch selbst verfügen."""

from __future__ import annotations

from enum import StrEnum


class Bescheidart(StrEnum):
    """Art der Entscheidung; wählt Überschrift und Textbausteine.

    Ein verfügender Bescheid sagt für jeden Monat seines Zeitraums, was zusteht, und ersetzt dort jeden früheren. Die
    übrigen (Ablehnung ohne laufende Leistung, Erstattung, Kostenersatz und seine Aufhebung, zurückgewiesener
    Widerspruch) lassen die Beträge stehen.
    """

    BEWILLIGUNG = "bewilligung"
    ABLEHNUNG = "ablehnung"
    AENDERUNG = "aenderung"
    AUFHEBUNG = "aufhebung"
    RUECKNAHME = "ruecknahme"
    ENDGUELTIG = "endgueltig"
    VORSCHUSS = "vorschuss"
    VERSAGUNG = "versagung"
    ERSTATTUNG = "erstattung"
    KOSTENERSATZ = "kostenersatz"
    ERSATZAUFHEBUNG = "ersatzaufhebung"
    WIDERSPRUCH = "widerspruch"

    @property
    def titel(self) -> str:
        return _TITEL[self]

    @property
    def bescheidtitel(self) -> str:
        """Name des Schreibens: „Änderungsbescheid“."""
        return _BESCHEIDTITEL.get(self, f"{_TITEL[self]}sbescheid")

    @property
    def verfuegt(self) -> bool:
        return self in VERFUEGENDE


_TITEL = {
    Bescheidart.BEWILLIGUNG: "Bewilligung",
    Bescheidart.ABLEHNUNG: "Ablehnung",
    Bescheidart.AENDERUNG: "Änderung",
    Bescheidart.AUFHEBUNG: "Aufhebung",
    Bescheidart.RUECKNAHME: "Rücknahme",
    Bescheidart.ENDGUELTIG: "Endgültige Entscheidung",
    Bescheidart.VORSCHUSS: "Vorschuss",
    Bescheidart.VERSAGUNG: "Versagung",
    Bescheidart.ERSTATTUNG: "Erstattung",
    Bescheidart.KOSTENERSATZ: "Kostenersatz",
    Bescheidart.ERSATZAUFHEBUNG: "Aufhebung des Kostenersatzes",
    Bescheidart.WIDERSPRUCH: "Widerspruchsbescheid",
}

_BESCHEIDTITEL = {
    Bescheidart.RUECKNAHME: "Rücknahmebescheid",
    Bescheidart.ENDGUELTIG: "Endgültiger Bescheid",
    Bescheidart.VORSCHUSS: "Vorschussbescheid",
    Bescheidart.KOSTENERSATZ: "Bescheid über Kostenersatz",
    Bescheidart.ERSATZAUFHEBUNG: "Bescheid über die Aufhebung des Kostenersatzes",
    Bescheidart.WIDERSPRUCH: "Widerspruchsbescheid",
}

VERFUEGENDE = (
    Bescheidart.BEWILLIGUNG,
    Bescheidart.AENDERUNG,
    Bescheidart.AUFHEBUNG,
    Bescheidart.RUECKNAHME,
    Bescheidart.ENDGUELTIG,
    Bescheidart.VORSCHUSS,
    Bescheidart.VERSAGUNG,
)

BESCHEIDARTEN = [(art.value, art.titel) for art in Bescheidart]
