"""Aus einem Erstattungsbescheid (§ 50 SGB X) oder einem über Kostenersatz wird eine Forderung der Kasse."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.fristen import bekanntgabe, widerspruchsfrist
from sozialamt.akte.kostenersatz.aufhebung import aufgehobener
from sozialamt.akte.models import Benutzer, Bescheid, Kostenersatz
from sozialamt.kasse.abgleich import Satz
from sozialamt.kasse.ersatz import ersetzte_kosten, mindere
from sozialamt.kasse.forderungsstand import ueberzahlt
from sozialamt.kasse.gesamtschuld import rechne_an
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import Forderung
from sozialamt.kasse.vorgaenge.soll_stellen import Beleg, Bezug, buche


@transaction.atomic
def forderung_festsetzen(bescheid: Bescheid, benutzer: Benutzer, zeitpunkt: datetime) -> Forderung:
    """Legt die Forderung in Höhe dessen an, was das Kassenbuch für die Monate des Bescheids als überzahlt führt.

    Läuft im Vorgang, der den Bescheid erlässt; Recht und vier Augen prüft er.
    """
    if bescheid.art != Bescheidart.ERSTATTUNG:
        raise ZustandFehler(f"Bescheid {bescheid.nummer} setzt keine Erstattung fest.")
    offen = ueberzahlt(bescheid.haushalt, bescheid.leistung, bescheid.beginn, bescheid.ende)
    if offen <= 0:
        raise ZustandFehler(
            f"Für {bescheid.beginn:%m.%Y} bis {bescheid.ende:%m.%Y} führt das Kassenbuch keine Überzahlung. "
            "Erlassen Sie zuerst den Bescheid, der die Leistung aufhebt oder ändert."
        )
    return _lege_an(bescheid, offen, benutzer, zeitpunkt)


@transaction.atomic
def kostenersatz_buchen(bescheid: Bescheid, benutzer: Benutzer, zeitpunkt: datetime) -> Forderung:
    """Legt die Forderung über den festgesetzten Betrag an und bucht sie auf die Monate und Kostenträger der Leistung.

    Läuft im Vorgang, der den Bescheid erlässt; Recht und vier Augen prüft er.
    """
    anspruch = Kostenersatz.objects.zu(bescheid)
    if anspruch is None:
        raise ZustandFehler(f"Bescheid {bescheid.nummer} setzt keinen Kostenersatz fest.")
    forderung = _lege_an(bescheid, bescheid.inhalt["entscheidung"]["erstattung"], benutzer, zeitpunkt)
    kosten = ersetzte_kosten(anspruch, forderung)
    bezug = Bezug(bescheid=bescheid.pk, forderung=forderung.pk)
    belege = [
        Beleg(Satz(schluessel, Buchungsart.KOSTENERSATZ, cent), bezug, f"k:{forderung.pk}:{nummer}")
        for nummer, (schluessel, cent) in enumerate(kosten)
    ]
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
    rechne_an(forderung, benutzer=benutzer, zeitpunkt=zeitpunkt)
    return forderung


@transaction.atomic
def kostenersatz_aufheben_buchen(bescheid: Bescheid, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    """Bucht die Forderung um den aufgehobenen Betrag zurück; was darauf schon gezahlt war, wird Guthaben.

    Läuft im Vorgang, der den Bescheid erlässt; Recht und vier Augen prüft er.
    """
    ersatz = aufgehobener(bescheid)
    forderung = Forderung.objects.filter(bescheid=ersatz).first() if ersatz else None
    if forderung is None:
        raise ZustandFehler(f"Bescheid {bescheid.nummer} hebt keinen Kostenersatz auf.")
    bezug = Bezug(bescheid=bescheid.pk, forderung=forderung.pk)
    saetze = list(mindere(forderung, bescheid.inhalt["entscheidung"]["erstattung"]))
    belege = [Beleg(satz, bezug, f"m:{bescheid.pk}:{nummer}") for nummer, satz in enumerate(saetze)]
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
    rechne_an(forderung, benutzer=benutzer, zeitpunkt=zeitpunkt)


def _lege_an(bescheid: Bescheid, cent: int, benutzer: Benutzer, zeitpunkt: datetime) -> Forderung:
    frist = widerspruchsfrist(bekanntgabe(timezone.localdate(bescheid.erlassen_am)), settings.LAND)
    return Forderung.objects.create(
        nummer=f"F-{bescheid.pk:08d}",
        haushalt_id=bescheid.haushalt_id,
        leistung=bescheid.leistung,
        von=bescheid.beginn,
        bis=bescheid.ende,
        cent=cent,
        bescheid=bescheid,
        bestandskraeftig_ab=frist + timedelta(days=1),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
