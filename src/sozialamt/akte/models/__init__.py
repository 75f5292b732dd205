"""Tabellen der Akte."""

from sozialamt.akte.models.benutzer import Benutzer, Rollenzuweisung
from sozialamt.akte.models.bescheid import Bescheid, Bescheidbetrag, Bescheiddokument, Bescheidentwurf, Zahlanspruch
from sozialamt.akte.models.haushalt import Haushalt, Mitgliedschaft
from sozialamt.akte.models.person import Person, Suchwort
from sozialamt.akte.models.protokoll import Lesezugriff, Protokolleintrag
from sozialamt.akte.models.tatsache import Tatsache

__all__ = [
    "Benutzer",
    "Bescheid",
    "Bescheidbetrag",
    "Bescheiddokument",
    "Bescheidentwurf",
    "Haushalt",
    "Lesezugriff",
    "Mitgliedschaft",
    "Person",
    "Protokolleintrag",
    "Rollenzuweisung",
    "Suchwort",
    "Tatsache",
    "Vorgang",
    "Zahlanspruch",
]
