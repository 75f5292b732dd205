"""Schreiben der Behörde. Ohne Datenbank und Webrahmen benutzbar: Daten hinein, PDF heraus."""

from sozialamt.akte.schreiben.daten import (
    Behoerde,
    Beilage,
    Bescheidart,
    BescheidDaten,
    BriefDaten,
    Monatsbetrag,
    Textabschnitt,
    Unterschrift,
    Verfuegungszeile,
)
from sozialamt.akte.schreiben.hinweise import direktzahlung, karenzzeit, mitteilungspflichten, vorlaeufig
from sozialamt.akte.schreiben.rechtsbehelf import rechtsbehelfsbelehrung
from sozialamt.akte.schreiben.rendern import NichtDruckbar, rendere_bescheid, rendere_brief

__all__ = [
    "Behoerde",
    "Beilage",
    "BescheidDaten",
    "Bescheidart",
    "BriefDaten",
    "Monatsbetrag",
    "NichtDruckbar",
    "Textabschnitt",
    "Unterschrift",
    "Verfuegungszeile",
    "direktzahlung",
    "karenzzeit",
    "mitteilungspflichten",
    "rechtsbehelfsbelehrung",
    "rendere_bescheid",
    "rendere_brief",
    "vorlaeufig",
]
