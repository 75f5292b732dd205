"""Erfundene Konten und ein Zahllauf für das Beispielamt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sozialamt.akte.models import Benutzer, Haushalt
from sozialamt.kasse.models import Auffaelligkeit, Empfaengerart, Zahllauf
from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import auffaelligkeit_abhaken, zahllauf_pruefen
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden
from sozialamt.kasse.vorgaenge.zahlungsweg_erfassen import Wegangaben, zahlungsweg_erfassen
from sozialamt.kasse.vorgaenge.zahlungsweg_freigeben import zahlungsweg_freigeben

BANKLEITZAHL = "10000000"
"""Bank, deren Kontonummern keine Prüfziffer tragen; die Konten sind erfunden."""
VERMIETER, VERMIETER_KONTO = "Wohnungsbau Musterstadt eG", 9_000_001
JEDER_WIEVIELTE_AN_VERMIETER = 5
MIETE_AN_VERMIETER = 35_000


def lege_zahlungswege_an(
    haushalte: Sequence[Haushalt], konten: Mapping[str, Benutzer], gilt_ab: date, zeitpunkt: datetime
) -> None:
    """Jeder Haushalt bekommt ein erfundenes Konto, jeder fünfte zahlt einen Teil der Miete direkt an den Vermieter."""
    for nummer, haushalt in enumerate(haushalte):
        inhaber = haushalt.mitgliedschaften.select_related("person").first()
        if inhaber is None:
            continue
        eigenes = Wegangaben(kontoinhaber=inhaber.person.rufname, iban=erfundene_iban(haushalt.pk), gilt_ab=gilt_ab)
        wege = [eigenes]
        if nummer % JEDER_WIEVIELTE_AN_VERMIETER == 0:
            wege.append(
                Wegangaben(
                    kontoinhaber=VERMIETER,
                    iban=erfundene_iban(VERMIETER_KONTO),
                    gilt_ab=gilt_ab,
                    empfaenger=Empfaengerart.VERMIETER,
                    hoechstbetrag=MIETE_AN_VERMIETER,
                    verwendungszweck=f"Miete, Mieternummer {haushalt.pk}",
                )
            )
        for angaben in wege:
            weg = zahlungsweg_erfassen(
                benutzer=konten["sachbearbeitung"], haushalt=haushalt, angaben=angaben, zeitpunkt=zeitpunkt
            )
            zahlungsweg_freigeben(benutzer=konten["teamleitung"], zahlungsweg=weg, zeitpunkt=zeitpunkt)


def erfundene_iban(nummer: int) -> str:
    """Eine gültig geformte IBAN zu einer laufenden Nummer (Prüfziffern nach ISO 13616)."""
    konto = f"{BANKLEITZAHL}{nummer:010d}"
    return f"DE{98 - int(f'{konto}131400') % 97:02d}{konto}"


def zahle_aus(konten: Mapping[str, Benutzer], monat: date, zeitpunkt: datetime) -> Zahllauf:
    """Ein Zahllauf über alles Bewilligte bis `monat`, von zwei Menschen bis zur Bank gebracht."""
    kasse, zweite = konten["kasse"], konten["teamleitung"]
    lauf = zahllauf_sammeln(
        benutzer=kasse,
        monat=monat,
        ausfuehrungstag=zeitpunkt.date() + timedelta(days=2),
        erzeugt=True,
        zeitpunkt=zeitpunkt,
    )
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=zeitpunkt)
    for eine in Auffaelligkeit.objects.filter(zahlung__zahllauf=lauf).select_related("zahlung__zahllauf"):
        auffaelligkeit_abhaken(benutzer=zweite, auffaelligkeit=eine, bemerkung="Beispiel", zeitpunkt=zeitpunkt)
    zahllauf_freigeben(benutzer=zweite, zahllauf=lauf, zeitpunkt=zeitpunkt)
    zahldatei_erstellen(benutzer=kasse, zahllauf=lauf, zeitpunkt=zeitpunkt)
    return zahllauf_senden(benutzer=kasse, zahllauf=lauf, zeitpunkt=zeitpunkt)
