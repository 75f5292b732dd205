"""Zahllauf, vierter und fünfter Schritt: die Datei für die Bank erstellen; nach der Übergabe buchen."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.kasse.laufschritt import merke, setze_stand, sperre_lauf
from sozialamt.kasse.massenbuchung import buche_zahlungen
from sozialamt.kasse.models import Laufstatus, Zahldatei, Zahllauf, Zahlungsposten
from sozialamt.kasse.pain import schreibe_datei
from sozialamt.kasse.sperre import sperre_kasse


@transaction.atomic
def zahldatei_erstellen(*, benutzer: Benutzer, zahllauf: Zahllauf, zeitpunkt: datetime | None = None) -> Zahldatei:
    """Schreibt die Datei und legt sie Byte für Byte ab; gibt es sie schon, kommt dieselbe zurück."""
    pruefe_recht(benutzer, "zahllauf_senden")
    zeitpunkt = zeitpunkt or timezone.now()
    if vorhandene := Zahldatei.objects.filter(zahllauf=zahllauf).first():
        return vorhandene
    lauf = sperre_lauf(zahllauf, [Laufstatus.FREIGEGEBEN])
    zeilen = list(lauf.zahlungen.wirksam().order_by("pk"))
    inhalt = schreibe_datei(lauf, zeilen)
    datei = Zahldatei.objects.create(
        zahllauf=lauf,
        inhalt=inhalt,
        sha256=hashlib.sha256(inhalt).hexdigest(),
        anzahl=len(zeilen),
        summe=sum(zeile.cent for zeile in zeilen),
        erstellt_am=zeitpunkt,
        erstellt_von=benutzer,
    )
    setze_stand(lauf, Laufstatus.DATEI_ERSTELLT)
    merke("zahldatei_erstellen", lauf, benutzer, zeitpunkt, sha256=datei.sha256)
    return datei


@transaction.atomic
def zahllauf_senden(*, benutzer: Benutzer, zahllauf: Zahllauf, zeitpunkt: datetime | None = None) -> Zahllauf:
    """Die Datei ist bei der Bank: Jede Verbindlichkeit wird als gezahlt gebucht, jeder Posten genau einmal."""
    pruefe_recht(benutzer, "zahllauf_senden")
    zeitpunkt = zeitpunkt or timezone.now()
    sperre_kasse(allein=True)
    lauf = sperre_lauf(zahllauf, [Laufstatus.DATEI_ERSTELLT])
    datei = Zahldatei.objects.only("sha256", "inhalt", "summe").get(zahllauf=lauf)
    if hashlib.sha256(bytes(datei.inhalt)).hexdigest() != datei.sha256:
        raise ZustandFehler("Die abgelegte Datei passt nicht zu ihrer Prüfsumme. Rufen Sie die Systembetreuung.")
    _buche(lauf, benutzer, zeitpunkt)
    setze_stand(lauf, Laufstatus.GESENDET, gesendet_am=zeitpunkt, gesendet_von=benutzer)
    merke("zahllauf_senden", lauf, benutzer, zeitpunkt)
    return lauf


@transaction.atomic
def zahllauf_abschliessen(*, benutzer: Benutzer, zahllauf: Zahllauf, zeitpunkt: datetime | None = None) -> Zahllauf:
    """Der Kontoauszug bestätigt die Ausführung."""
    pruefe_recht(benutzer, "kontoauszug_einlesen")
    lauf = sperre_lauf(zahllauf, [Laufstatus.GESENDET])
    setze_stand(lauf, Laufstatus.ABGESCHLOSSEN)
    merke("zahllauf_abschliessen", lauf, benutzer, zeitpunkt or timezone.now())
    return lauf


def _buche(lauf: Zahllauf, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    gebucht = buche_zahlungen(lauf, benutzer_id=benutzer.pk, zeitpunkt=zeitpunkt)
    posten = Zahlungsposten.objects.filter(zahlung__zahllauf=lauf, zahlung__ausschluss__isnull=True).count()
    if gebucht != posten:
        raise ZustandFehler(
            f"Von {posten} Posten des Laufs {lauf.nummer} ließen sich nur {gebucht} buchen. "
            "Rufen Sie die Systembetreuung."
        )
