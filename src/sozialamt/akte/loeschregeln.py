"""Löschregeln der Akte und der Pakete, auf denen sie steht; dazu die Sperren, die die Akte selbst kennt."""

from __future__ import annotations

from datetime import date
from typing import Any

from sozialamt.akte.loeschung import Loeschklasse, Loeschregel, melde_regel, melde_sperre
from sozialamt.akte.models import Loeschsperre

_MIT_AKTE = {
    "akte.Person": "Personen",
    "akte.Mitgliedschaft": "Mitgliedschaften",
    "akte.Tatsache": "Tatsachen",
    "akte.Bescheid": "Bescheide",
    "akte.Bescheidbetrag": "Beträge der Bescheide",
    "akte.Bescheiddokument": "Schreiben",
    "akte.Zahlanspruch": "Bewilligte Beträge zur Zahlung",
    "akte.Entwurfsstand": "Stand der Bescheidentwürfe",
    "akte.Vorgang": "Vorgänge (Anträge, Anhörungen, Prüfungen)",
    "akte.Vorgangsschritt": "Schritte der Vorgänge",
    "akte.Vorgangsschreiben": "Schreiben der Vorgänge",
    "akte.Frist": "Fristen",
    "akte.Traegeranspruch": "Ansprüche gegen andere Träger",
    "akte.Kostenersatz": "Kostenersatz durch Erben und andere",
    "akte.Vermerk": "Vermerke und Beratungskontakte",
    "akte.Dokument": "Abgelegte Dokumente",
    "akte.Suchwort": "Suchwörter",
    "akte.Zustaendigkeit": "Zuständigkeiten",
    "akte.Schutzvermerk": "Schutzvermerke",
    "akte.Befangenheit": "Befangenheiten",
    "akte.Loeschsperre": "Löschsperren",
    "akte.Protokolleintrag": "Protokoll der Vorgänge",
    "akte.Massenlaufposten": "Posten der Massenläufe",
    "akte.Massenlaufangabe": "Neue Renten der Massenläufe",
}
_EIGENE_FRIST = {
    "akte.Bescheidentwurf": ("Bescheidentwürfe", "entwurf", "created_at"),
    "akte.Lesezugriff": ("Lesezugriffe", "lesezugriff", "zeitpunkt"),
    "akte.Notzugriff": ("Zugriffe mit Begründung", "notzugriff", "zeitpunkt"),
    "akte.Ausgabe": ("Ausgaben", "ausgabe", "zeitpunkt"),
    "akte.Loeschprotokoll": ("Löschprotokolle", "loeschprotokoll", "zeitpunkt"),
    "sessions.Session": ("Sitzungen", "sitzung", "expire_date"),
}
_KONTEN = "Wer gehandelt hat, muss nachvollziehbar bleiben; Konten werden gesperrt statt gelöscht."
_STAMMDATEN = {
    "akte.Benutzer": ("Konten der Beschäftigten", _KONTEN),
    "akte.Rollenzuweisung": ("Rollen der Konten", _KONTEN),
    "akte.Rollenantrag": ("Offene Rollenanträge", "Verschwinden mit der Freigabe oder Ablehnung."),
    "akte.Einheitszuweisung": ("Einheiten der Konten", _KONTEN),
    "akte.Massenlauf": ("Massenläufe", "Nennt Summen, keine Menschen; die Posten gehen mit der Akte."),
    "akte.Einstellungswahl": ("Streitige Fragen", "Nennt nur, wer im Amt entschieden hat."),
    "akte.Organisationseinheit": ("Gliederung der Behörde", "Enthält nichts über Menschen."),
    "akte.Loeschfreigabe": ("Marke des Löschlaufs", "Besteht nur während des Löschens."),
    "mfa.Authenticator": ("Zweite Faktoren der Konten", "Entfernt, wer sein Konto verwaltet."),
    "account.EmailAddress": ("E-Mail-Adressen der Konten", "Werden nicht benutzt."),
    "account.EmailConfirmation": ("Bestätigungen von E-Mail-Adressen", "Werden nicht benutzt."),
    "auth.Permission": ("Rechte von Django", "Enthält nichts über Menschen."),
    "auth.Group": ("Gruppen von Django", "Wird nicht benutzt."),
    "contenttypes.ContentType": ("Verzeichnis der Tabellen", "Enthält nichts über Menschen."),
}

melde_regel("akte.Haushalt", Loeschregel("Akten von Haushalten", Loeschklasse.AKTE))
for _modell, _datenart in _MIT_AKTE.items():
    melde_regel(_modell, Loeschregel(_datenart, Loeschklasse.MIT_AKTE))
for _modell, (_datenart, _frist, _feld) in _EIGENE_FRIST.items():
    melde_regel(_modell, Loeschregel(_datenart, Loeschklasse.EIGENE_FRIST, _frist, _feld))
for _modell, (_datenart, _grund) in _STAMMDATEN.items():
    melde_regel(_modell, Loeschregel(_datenart, Loeschklasse.STAMMDATEN, grund=_grund))


def laufende_bewilligung(haushalt: Any, heute: date) -> str:
    """Ein Bescheid, dessen Zeitraum noch nicht zu Ende ist."""
    bescheid = haushalt.bescheide.filter(ende__gte=heute.replace(day=1)).only("nummer").first()
    return f"Bescheid {bescheid.nummer} läuft noch" if bescheid else ""


def offener_vorgang(haushalt: Any, heute: date) -> str:
    """Ein Verfahren, das noch läuft (Antrag, Anhörung, Widerspruch, Klage)."""
    vorgang = haushalt.vorgaenge.offen().first()
    return f"offener Vorgang: {vorgang.titel}" if vorgang else ""


def gesetzte_sperre(haushalt: Any, heute: date) -> str:
    """Klage, Prüfung oder Forderung, die jemand eingetragen hat."""
    sperre = Loeschsperre.objects.wirksam_am(heute).filter(haushalt=haushalt).first()
    return sperre.get_grund_display() if sperre else ""


melde_sperre("laufende Bewilligung", laufende_bewilligung)
melde_sperre("offener Vorgang", offener_vorgang)
melde_sperre("gesetzte Löschsperre", gesetzte_sperre)
