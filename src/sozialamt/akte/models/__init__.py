"""Tabellen der Akte."""

from sozialamt.akte.models.benutzer import Benutzer, Rollenantrag, Rollenzuweisung
from sozialamt.akte.models.bescheid import Bescheid, Bescheidbetrag, Bescheiddokument, Bescheidentwurf, Zahlanspruch
from sozialamt.akte.models.einheit import Einheitszuweisung, Organisationseinheit, Zustaendigkeit
from sozialamt.akte.models.einstellungswahl import Einstellungswahl
from sozialamt.akte.models.entwurfsstand import Entwurfsstand
from sozialamt.akte.models.frist import Frist
from sozialamt.akte.models.haushalt import Haushalt, Mitgliedschaft
from sozialamt.akte.models.kostenersatz import Kostenersatz
from sozialamt.akte.models.loeschung import Loeschfreigabe, Loeschprotokoll, Loeschsperre, Sperrgrund
from sozialamt.akte.models.massenlauf import Massenlauf, Massenlaufangabe, Massenlaufposten
from sozialamt.akte.models.person import Person, Suchwort, Wortart
from sozialamt.akte.models.protokoll import Ausgabe, Lesezugriff, Protokolleintrag
from sozialamt.akte.models.schutz import Befangenheit, Notzugriff, Schutzart, Schutzvermerk
from sozialamt.akte.models.tatsache import Tatsache
from sozialamt.akte.models.traegeranspruch import Traegeranspruch
from sozialamt.akte.models.vermerk import Dokument, Vermerk, Vermerkart, Virenpruefung
from sozialamt.akte.models.vorgang import Vorgang, Vorgangsschreiben, Vorgangsschritt

__all__ = [
    "Ausgabe",
    "Befangenheit",
    "Benutzer",
    "Bescheid",
    "Bescheidbetrag",
    "Bescheiddokument",
    "Bescheidentwurf",
    "Dokument",
    "Einheitszuweisung",
    "Einstellungswahl",
    "Entwurfsstand",
    "Frist",
    "Haushalt",
    "Kostenersatz",
    "Lesezugriff",
    "Loeschfreigabe",
    "Loeschprotokoll",
    "Loeschsperre",
    "Massenlauf",
    "Massenlaufangabe",
    "Massenlaufposten",
    "Mitgliedschaft",
    "Notzugriff",
    "Organisationseinheit",
    "Person",
    "Protokolleintrag",
    "Rollenantrag",
    "Rollenzuweisung",
    "Schutzart",
    "Schutzvermerk",
    "Sperrgrund",
    "Suchwort",
    "Tatsache",
    "Traegeranspruch",
    "Vorgang",
    "Vorgangsschreiben",
    "Vorgangsschritt",
    "Zahlanspruch",
    "Vermerk",
    "Vermerkart",
    "Virenpruefung",
    "Wortart",
    "Zustaendigkeit",
]
