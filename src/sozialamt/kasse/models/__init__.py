"""Tabellen der Kasse."""

from sozialamt.kasse.models.buchung import SCHLUESSELFELDER, Buchung, stand
from sozialamt.kasse.models.forderung import Aufrechnung, Forderung, Ratenplan
from sozialamt.kasse.models.kontoauszug import Bewegungsart, Klaerung, Kontoauszug, Kontobewegung
from sozialamt.kasse.models.zahllauf import (
    GEBUCHT,
    RESERVIERT,
    VOR_FREIGABE,
    Auffaelligkeit,
    Laufstatus,
    Risiko,
    Sichtvermerk,
    Zahldatei,
    Zahllauf,
    Zahlung,
    Zahlungsausschluss,
    Zahlungsposten,
)
from sozialamt.kasse.models.zahlungsweg import (
    ZWEIFEL,
    Empfaengerart,
    Empfaengerentscheidung,
    Empfaengerpruefung,
    Pruefergebnis,
    Sperrgrund,
    Zahlungsweg,
    Zahlungswegfreigabe,
    Zahlungswegsperre,
)

__all__ = [
    "GEBUCHT",
    "RESERVIERT",
    "SCHLUESSELFELDER",
    "VOR_FREIGABE",
    "ZWEIFEL",
    "Auffaelligkeit",
    "Aufrechnung",
    "Bewegungsart",
    "Buchung",
    "Empfaengerart",
    "Empfaengerentscheidung",
    "Empfaengerpruefung",
    "Forderung",
    "Klaerung",
    "Kontoauszug",
    "Kontobewegung",
    "Laufstatus",
    "Pruefergebnis",
    "Ratenplan",
    "Risiko",
    "Sichtvermerk",
    "Sperrgrund",
    "Zahldatei",
    "Zahllauf",
    "Zahlung",
    "Zahlungsausschluss",
    "Zahlungsposten",
    "Zahlungsweg",
    "Zahlungswegfreigabe",
    "Zahlungswegsperre",
    "stand",
]
