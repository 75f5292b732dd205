"""Arbeit auf den Tischen des Beispielamts: Von allem, was Listen zeigen, gibt es mindestens eine Zeile."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone
from tests.kasse.auszuege import auszug, eingang, rueckgabe
from tests.web.adressen import beispielwerte

from sozialamt.akte.models import Benutzer, Bescheid, Haushalt, Massenlauf
from sozialamt.akte.monat import monat_weiter
from sozialamt.akte.vorgaenge.anspruch_gegen_anderen_anlegen import Anspruch, anspruch_gegen_anderen_anlegen
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.ausgabe_vermerken import ausgabe_vermerken
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen
from sozialamt.akte.vorgaenge.mitwirkung_anfordern import mitwirkung_anfordern
from sozialamt.akte.vorgaenge.rolle_vergeben import rolle_vergeben
from sozialamt.akte.vorgaenge.tatsachen_aendern import tatsachen_aendern
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.akte.vorgaenge.zugriff_begruenden import zugriff_begruenden
from sozialamt.demo.zahlungen import erfundene_iban
from sozialamt.kasse.models import Zahlung
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen
from sozialamt.kasse.vorgaenge.zahllauf_sammeln import zahllauf_sammeln
from sozialamt.kasse.vorgaenge.zahlungsweg_erfassen import Wegangaben, zahlungsweg_erfassen
from sozialamt.vergleich.models import Auffaelligkeit, Basisgroesse, Stadt

FUER_WERTE = "50-000002"
LEISTUNG = "hilfe_zum_lebensunterhalt"


def lege_arbeit_an() -> None:
    """Je Liste eine Zeile, im Namen dessen, der sie auch sonst schriebe."""
    konten = {b.username: b for b in Benutzer.objects.all()}
    sach, heute = konten["sachbearbeitung"], timezone.localdate()
    akten = list(Haushalt.objects.order_by("aktenzeichen"))
    _verfahren(sach, akten[15], heute)
    _geld(konten, akten[16], heute)
    _geaenderte_miete(sach)
    rolle_vergeben(benutzer=konten["administration"], konto=konten["planung"], rolle="leitung")
    zugriff_begruenden(benutzer=sach, haushalt=akten[17], begruendung="Vertretung am Schalter, Bürgerin ist da")
    ausgabe_vermerken(
        benutzer=konten["teamleitung"], art="Auskunft über Zugriffe", zweck="Antrag nach Art. 15 DSGVO", anzahl=1
    )
    Massenlauf.objects.create(
        monat=monat_weiter(heute.replace(day=1), 1),
        anlass="Fortschreibung der Regelbedarfe",
        gewusst_am=timezone.now(),
        created_at=timezone.now(),
        created_by=sach,
    )


def schreibe_werte(ordner: Path) -> None:
    """Zu jedem Platzhalter einer Adresse ein Wert, den es in dieser Datenbank gibt."""
    sach = Benutzer.objects.get(username="sachbearbeitung")
    person = Haushalt.objects.get(aktenzeichen=FUER_WERTE).mitgliedschaften.first().person
    werte = beispielwerte(sach, person)
    werte |= {
        "massenlauf.pk": Massenlauf.objects.first().pk,
        "vergleich_auffaelligkeit.pk": Auffaelligkeit.objects.first().pk,
        "monat": werte["monat"].isoformat(),
    }
    (ordner / "werte.json").write_text(json.dumps(werte), encoding="utf-8")


def lege_befund_an() -> None:
    """Ein ungeklärter Befund der Beispielstadt; setzt den Datenpool voraus."""
    Auffaelligkeit.objects.create(
        regel="sprung",
        stadt=Stadt.objects.get(schluessel="musterstadt"),
        groesse=Basisgroesse.objects.order_by("nummer").first(),
        jahr=2024,
        schwere="hinweis",
        text="Der Wert weicht um mehr als die Hälfte vom Vorjahr ab.",
        fassung="0" * 64,
        created_at=timezone.now(),
        updated_at=timezone.now(),
    )


def _verfahren(sach: Benutzer, akte: Haushalt, heute: date) -> None:
    person = akte.mitgliedschaften.select_related("person").first().person
    antrag = antrag_aufnehmen(benutzer=sach, haushalt=akte, leistung=LEISTUNG, eingang=heute, person=person)
    mitwirkung_anfordern(benutzer=sach, vorgang=antrag, unterlagen=["Kontoauszüge der letzten drei Monate"])
    frist_setzen(benutzer=sach, haushalt=akte, titel="Nachfragen, ob der Heizkostenbeleg kommt", faellig=heute)
    frueher = monat_weiter(heute.replace(day=1), -3)
    anspruch_gegen_anderen_anlegen(
        benutzer=sach,
        haushalt=akte,
        person=person,
        leistung=LEISTUNG,
        anspruch=Anspruch(
            grundlage="104",
            gegner="Deutsche Rentenversicherung Musterland",
            anschrift="Rentenplatz 1, 12345 Musterstadt",
            anspruch_auf="Rente wegen Erwerbsminderung",
            von=frueher,
            bis=frueher,
        ),
    )


def _geld(konten: dict[str, Benutzer], akte: Haushalt, heute: date) -> None:
    zahlungsweg_erfassen(
        benutzer=konten["sachbearbeitung"],
        haushalt=akte,
        angaben=Wegangaben(kontoinhaber="Kim Beispiel", iban=erfundene_iban(7_000_001), gilt_ab=heute),
    )
    zurueck = Zahlung.objects.order_by("pk").first()
    kontoauszug_einlesen(
        benutzer=konten["kasse"],
        inhalt=auszug(rueckgabe(zurueck), eingang(1250, "Danke für die Hilfe")),
        dateiname="camt054.xml",
    )
    zahllauf_sammeln(
        benutzer=konten["kasse"], monat=date(2026, 8, 1), ausfuehrungstag=heute + timedelta(days=2), erzeugt=True
    )


def _geaenderte_miete(sach: Benutzer) -> None:
    """Im jüngsten Bescheidfall steigt die Miete: Der Bescheid passt nicht mehr."""
    bescheid = Bescheid.objects.filter(haushalt__in=Haushalt.objects.fuer(sach, "tatsache_eintragen")).first()
    neu = Angabe("miete_bruttokalt", 61_000, date(2026, 10, 1), None, "Mieterhöhung vom 02.09.2026")
    tatsachen_aendern(benutzer=sach, haushalt=bescheid.haushalt, angaben=[neu])
