"""Löschregeln der Kasse: Buchungen gehen mit der Akte, aber erst, wenn ihre Aufbewahrungsfrist um ist."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max

from sozialamt.akte.loeschung import Loeschklasse, Loeschregel, fristen, melde_regel, melde_sperre
from sozialamt.kasse.models import Buchung

_MIT_AKTE = {
    "kasse.Buchung": "Buchungen",
    "kasse.Forderung": "Forderungen",
    "kasse.Ratenplan": "Ratenpläne",
    "kasse.Aufrechnung": "Aufrechnungen",
    "kasse.Klaerung": "Klärungen von Kontobewegungen",
    "kasse.Zahlung": "Zahlungen",
    "kasse.Zahlungsposten": "Posten der Zahlungen",
    "kasse.Zahlungsausschluss": "Aus Zahlläufen genommene Zahlungen",
    "kasse.Auffaelligkeit": "Auffälligkeiten von Zahlungen",
    "kasse.Sichtvermerk": "Sichtvermerke zu Auffälligkeiten",
    "kasse.Zahlungsweg": "Bankverbindungen",
    "kasse.Zahlungswegfreigabe": "Freigaben von Bankverbindungen",
    "kasse.Zahlungswegsperre": "Sperren von Bankverbindungen",
    "kasse.Empfaengerpruefung": "Ergebnisse der Empfängerprüfung",
    "kasse.Empfaengerentscheidung": "Entscheidungen zur Empfängerprüfung",
}
_EIGENE_FRIST = {
    "kasse.Zahldatei": ("Zahldateien", "erstellt_am"),
    "kasse.Kontobewegung": ("Kontobewegungen", "buchungstag"),
}
_STAMMDATEN = {
    "kasse.Zahllauf": ("Zahlläufe", "Nennt Summen, keine Menschen; die Zahlungen gehen mit der Akte."),
    "kasse.Kontoauszug": ("Eingelesene Kontoauszüge", "Nennt Datei und Prüfsumme; die Bewegungen haben ihre Frist."),
}

for _modell, _datenart in _MIT_AKTE.items():
    melde_regel(_modell, Loeschregel(_datenart, Loeschklasse.MIT_AKTE))
for _modell, (_datenart, _feld) in _EIGENE_FRIST.items():
    melde_regel(_modell, Loeschregel(_datenart, Loeschklasse.EIGENE_FRIST, "zahlungsbeleg", _feld))
for _modell, (_datenart, _grund) in _STAMMDATEN.items():
    melde_regel(_modell, Loeschregel(_datenart, Loeschklasse.STAMMDATEN, grund=_grund))


def aufzubewahren(haushalt: Any, heute: date) -> str:
    """Buchungen, deren Aufbewahrungsfrist noch läuft; sie beginnt mit dem Ende des Haushaltsjahres."""
    letzte = Buchung.objects.filter(haushalt=haushalt).aggregate(letzte=Max("buchungstag"))["letzte"]
    if letzte is None:
        return ""
    jahre = -(-fristen()["zahlungsbeleg"].monate // 12)
    return f"Buchungen sind bis Ende {letzte.year + jahre} aufzubewahren" if heute.year <= letzte.year + jahre else ""


def offene_forderung(haushalt: Any, heute: date) -> str:
    """Eine Forderung, auf die noch etwas zu zahlen oder von der noch etwas zurückzuzahlen ist."""
    buchungen = Buchung.objects.filter(haushalt=haushalt)
    if buchungen.forderung() or buchungen.kostenersatz():
        return "Forderungen sind offen"
    return "Gezahlter Kostenersatz ist zurückzuzahlen" if buchungen.ersatzguthaben() else ""


melde_sperre("Aufbewahrung der Buchungen", aufzubewahren)
melde_sperre("offene Forderung", offene_forderung)
