"""Rundgang: ein Fall vom Antrag bis zur Zahlung. Was schon geschehen ist, liest er an der Akte ab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from sozialamt.akte.antragsbogen import Antragsbogen
from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.models import Benutzer, Haushalt, Vorgang
from sozialamt.kasse.models import GEBUCHT, Zahlung, Zahlungsweg
from sozialamt.leistungen import steckbriefe


@dataclass(frozen=True, slots=True)
class Schritt:
    """Ein Halt: was zu tun ist, wer es tut, wo es geht und ob es an dieser Akte schon geschehen ist.

    Ohne `adresse` fehlt noch ein früherer Schritt oder das Recht.
    """

    titel: str
    wer: str
    text: str
    adresse: str
    erledigt: bool


def schritte(akte: Haushalt, benutzer: Benutzer) -> list[Schritt]:
    """Alle Halte mit ihrem Stand; der erste unerledigte ist der nächste."""
    antrag = akte.vorgaenge.filter(art="antrag").order_by("pk").last()
    return [*_antrag(akte, antrag), *_entscheidung(akte, antrag), *_geld(akte, benutzer)]


def _antrag(akte: Haushalt, antrag: Vorgang | None) -> Iterator[Schritt]:
    neu = reverse("vorgang_beginnen", args=[akte.aktenzeichen])
    text = "Art „Antrag“ und Leistung wählen, Tag des Eingangs eintragen. Mit ihm läuft die Frist (§ 88 SGG)."
    yield Schritt("Antrag aufnehmen", "Sachbearbeitung", text, neu, antrag is not None)
    bogen = _bogen(akte, antrag) if antrag else None
    angaben = reverse("vorgang_angaben", args=[antrag.pk]) if antrag else ""
    text = "Der Bogen fragt nur, was die Regeln dieser Leistung brauchen, und nennt zu jeder Frage die Norm."
    yield Schritt("Angaben erfassen", "Sachbearbeitung", text, angaben, bool(bogen and not bogen.fehlend))
    mitwirkung = reverse("vorgang", args=[antrag.pk]) + "?mitwirkung=ja#mitwirkung" if antrag else ""
    text = "Was die Akte noch nicht belegt, ist im Schreiben schon vorgeschlagen (§§ 60 bis 66 SGB I)."
    erledigt = bool(antrag and bogen and (not bogen.nachweise or antrag.schreiben.exists()))
    yield Schritt("Nachweise anfordern", "Sachbearbeitung", text, mitwirkung, erledigt)


def _entscheidung(akte: Haushalt, antrag: Vorgang | None) -> Iterator[Schritt]:
    bescheide = akte.bescheide.filter(leistung=antrag.leistung).exists() if antrag else False
    monat = antrag.antragsdatum.replace(day=1) if antrag else timezone.localdate().replace(day=1)
    rechnung = reverse("berechnung", args=[akte.aktenzeichen, antrag.leistung, monat]) if antrag else ""
    text = "„Warum dieser Betrag?“ führt von jeder Zeile zur Norm und bis zur Zahl im Gesetz."
    yield Schritt("Berechnung lesen", "Sachbearbeitung", text, rechnung, bescheide)
    entwurf = akte.bescheidentwurfe.filter(leistung=antrag.leistung).order_by("pk").last() if antrag else None
    if entwurf:
        wo = reverse("entwurf", args=[entwurf.pk])
    else:
        wo = reverse("vorgang_entscheiden", args=[antrag.pk, "bewilligen"]) if antrag and antrag.ist_offen else ""
    text = "Zeitraum wählen, Entwurf prüfen und zur Freigabe vorlegen."
    vorgelegt = bool(entwurf and getattr(entwurf, "stand", None) and entwurf.stand.stand == "vorgelegt")
    yield Schritt("Bescheid entwerfen und vorlegen", "Sachbearbeitung", text, wo, vorgelegt or bescheide)
    text = "Eine zweite Person sieht den Unterschied zum Bisherigen und erlässt. Danach ist er unveränderlich."
    frei = reverse("entwurf", args=[entwurf.pk]) if entwurf else reverse("aufgabe_freigaben")
    yield Schritt("Freigeben", "Teamleitung", text, frei, bescheide)


def _geld(akte: Haushalt, benutzer: Benutzer) -> Iterator[Schritt]:
    wege = reverse("zahlungswege", args=[akte.aktenzeichen])
    text = "Bankverbindung erfassen; eine zweite Person gibt sie frei. Ohne freigegebenes Konto wird nichts gezahlt."
    tag = timezone.localdate()
    hat_weg = Zahlungsweg.objects.filter(haushalt=akte).gueltig(tag).exists()
    yield Schritt("Konto erfassen und freigeben", "Sachbearbeitung und Teamleitung", text, wege, hat_weg)
    lauf = reverse("zahllaeufe") if "zahllaeufe_lesen" in benutzer.rechte else ""
    text = "Sammeln, prüfen, von jemand anderem freigeben lassen, Datei erstellen, als gesendet buchen."
    gezahlt = Zahlung.objects.wirksam().filter(haushalt=akte, zahllauf__status__in=GEBUCHT).exists()
    yield Schritt("Auszahlen", "Kasse", text, lauf, gezahlt)
    text = "Kommt Geld zurück, ist das Konto gesperrt, und es steht auf der Startseite. Hier stehen alle Buchungen."
    yield Schritt("Kontoblatt lesen", "alle", text, reverse("kontoblatt", args=[akte.aktenzeichen]), False)
    text = "Ändert sich etwas, auch rückwirkend: „Auswirkung ansehen“ zeigt jeden Monat, bevor etwas gespeichert ist."
    aendern = reverse("tatsachen_haushalt", args=[akte.aktenzeichen])
    nachher = akte.vorgaenge.filter(art="aenderung").exists()
    yield Schritt("Änderung eintragen", "Sachbearbeitung", text, aendern, nachher)


def _bogen(akte: Haushalt, antrag: Vorgang) -> Antragsbogen:
    monat = antrag.antragsdatum.replace(day=1)
    return Antragsbogen(Kenntnis.lade(akte), steckbriefe()[antrag.leistung], monat)
