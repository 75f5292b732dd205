"""Tabellen der Akte."""

from sozialamt.akte.models.benutzer import Benutzer, Rollenzuweisung
from sozialamt.akte.models.bescheid import Bescheid, Bescheidbetrag, Bescheiddokument, Bescheidentwurf, Zahlanspruch
from sozialamt.akte.models.einheit import Einheitszuweisung, Organisationseinheit, Zustaendigkeit
from sozialamt.akte.models.haushalt import Haushalt, Mitgliedschaft
from sozialamt.akte.models.person import Person, Suchwort, Wortart
from sozialamt.akte.models.protokoll import Lesezugriff, Protokolleintrag
from sozialamt.akte.models.schutz import Befangenheit, Notzugriff, Schutzart, Schutzvermerk
from sozialamt.akte.models.tatsache import Tatsache

__all__ = [
    "Befangenheit",
    "Benutzer",
    "Bescheid",
    "Bescheidbetrag",
    "Bescheiddokument",
    "Bescheidentwurf",
    "Einheitszuweisung",
    "Haushalt",
    "Lesezugriff",
    "Mitgliedschaft",
    "Notzugriff",
    "Organisationseinheit",
    "Person",
    "Protokolleintrag",
    "Rollenzuweisung",
    "Schutzart",
    "Schutzvermerk",
    "Suchwort",
    "Tatsache",
    "Vorgang",
    "Zahlanspruch",
    "Wortart",
    "Zustaendigkeit",
]
