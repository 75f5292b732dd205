"""Tabellen der Akte."""

from sozialamt.akte.models.benutzer import Benutzer, Rollenzuweisung
from sozialamt.akte.models.bescheid import Bescheid, Bescheidbetrag, Bescheiddokument, Bescheidentwurf, Zahlanspruch
from sozialamt.akte.models.einheit import Einheitszuweisung, Organisationseinheit, Zustaendigkeit
from sozialamt.akte.models.entwurfsstand import Entwurfsstand
from sozialamt.akte.models.frist import Frist
from sozialamt.akte.models.haushalt import Haushalt, Mitgliedschaft
from sozialamt.akte.models.person import Person, Suchwort, Wortart
from sozialamt.akte.models.protokoll import Lesezugriff, Protokolleintrag
from sozialamt.akte.models.schutz import Befangenheit, Notzugriff, Schutzart, Schutzvermerk
from sozialamt.akte.models.tatsache import Tatsache
from sozialamt.akte.models.traegeranspruch import Traegeranspruch
from sozialamt.akte.models.vorgang import Vorgang, Vorgangsschreiben, Vorgangsschritt

__all__ = [
    "Befangenheit",
    "Benutzer",
    "Bescheid",
    "Bescheidbetrag",
    "Bescheiddokument",
    "Bescheidentwurf",
    "Einheitszuweisung",
    "Entwurfsstand",
    "Frist",
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
    "Traegeranspruch",
    "Vorgang",
    "Vorgangsschreiben",
    "Vorgangsschritt",
    "Zahlanspruch",
    "Wortart",
    "Zustaendigkeit",
]
