"""Kontoauszug einlesen: Rückläufer und Rückzahlungen buchen, alles Übrige auf die Arbeitsliste."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.abgleich import Posten, Satz
from sozialamt.kasse.camt import Umsatz, lies_camt
from sozialamt.kasse.ersatz import guthaben
from sozialamt.kasse.forderungsstand import offene_schluessel, verteile_auf
from sozialamt.kasse.gesamtschuld import rechne_an
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import (
    GEBUCHT,
    SCHLUESSELFELDER,
    Bewegungsart,
    Forderung,
    Klaerung,
    Kontoauszug,
    Kontobewegung,
    Laufstatus,
    Sperrgrund,
    Zahllauf,
    Zahlung,
    Zahlungsposten,
    Zahlungswegsperre,
)
from sozialamt.kasse.sperre import sperre_kasse
from sozialamt.kasse.vorgaenge.bescheid_buchen import buchungsmonat
from sozialamt.kasse.vorgaenge.soll_stellen import Beleg, Bezug, buche, soll_stellen

_KASSENZEICHEN = re.compile(r"F-\d{8}", re.ASCII)


@transaction.atomic
def kontoauszug_einlesen(
    *, benutzer: Benutzer, inhalt: bytes, dateiname: str, zeitpunkt: datetime | None = None
) -> Kontoauszug:
    """Liest eine Datei; dieselbe Datei oder derselbe Umsatz ein zweites Mal ändert nichts."""
    pruefe_recht(benutzer, "kontoauszug_einlesen")
    zeitpunkt = zeitpunkt or timezone.now()
    pruefsumme = hashlib.sha256(inhalt).hexdigest()
    gelesen = lies_camt(inhalt, dateiname)
    sperre_kasse(allein=True)
    if vorhandener := Kontoauszug.objects.filter(sha256=pruefsumme).first():
        return vorhandener
    auszug = Kontoauszug.objects.create(
        sha256=pruefsumme,
        dateiname=dateiname[-200:],
        art=gelesen.art,
        bewegungen_gesamt=len(gelesen.umsaetze),
        eingelesen_am=zeitpunkt,
        eingelesen_von=benutzer,
    )
    bekannt = set(
        Kontobewegung.objects.filter(schluessel__in=[u.schluessel for u in gelesen.umsaetze]).values_list(
            "schluessel", flat=True
        )
    )
    betroffen: set[int] = set()
    for umsatz in gelesen.umsaetze:
        if umsatz.schluessel not in bekannt:
            bekannt.add(umsatz.schluessel)
            betroffen |= _verarbeite(auszug, umsatz, benutzer, zeitpunkt)
    _gleiche_ab(betroffen, benutzer, zeitpunkt)
    protokolliere(
        vorgang="kontoauszug_einlesen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"auszug": auszug.pk, "bewegungen": len(gelesen.umsaetze)},
    )
    return auszug


def _verarbeite(auszug: Kontoauszug, umsatz: Umsatz, benutzer: Benutzer, zeitpunkt: datetime) -> set[int]:
    """Erkennt einen Umsatz, legt ihn ab und bucht ihn; gibt die betroffenen Haushalte zurück."""
    if umsatz.cent < 0:
        _ausfuehrung(auszug, umsatz)
        return set()
    if umsatz.ende_zu_ende and (zahlung := Zahlung.objects.filter(schluessel=umsatz.ende_zu_ende).first()):
        return _ruecklaeufer(auszug, umsatz, zahlung, benutzer, zeitpunkt)
    treffer = _KASSENZEICHEN.search(umsatz.verwendungszweck.upper())
    forderung = Forderung.objects.filter(nummer=treffer[0]).first() if treffer else None
    if forderung is None:
        _lege_ab(auszug, umsatz, Bewegungsart.UNGEKLAERT, hinweis="weder Rückläufer noch Kassenzeichen erkannt")
        return set()
    offen = sum(stand.forderung for stand in offene_schluessel(forderung))
    if umsatz.cent > offen:
        hinweis = f"mehr als auf {forderung.nummer} offen ist"
        _lege_ab(auszug, umsatz, Bewegungsart.UNGEKLAERT, hinweis=hinweis)
        return set()
    bewegung = _lege_ab(auszug, umsatz, Bewegungsart.RUECKZAHLUNG, forderung=forderung)
    _buche_rueckzahlung(bewegung, forderung, benutzer, zeitpunkt)
    return {forderung.haushalt_id}


def _ausfuehrung(auszug: Kontoauszug, umsatz: Umsatz) -> None:
    """Abgang: die Ausführung eines Laufs, sonst ungeklärt."""
    lauf = Zahllauf.objects.filter(nummer=umsatz.sammler).first() if umsatz.sammler else None
    if lauf is None or lauf.status not in GEBUCHT:
        _lege_ab(auszug, umsatz, Bewegungsart.UNGEKLAERT, hinweis="Abgang, zu dem kein gesendeter Zahllauf passt")
        return
    if -umsatz.cent != lauf.summe:
        _lege_ab(auszug, umsatz, Bewegungsart.UNGEKLAERT, hinweis=f"andere Summe als Zahllauf {lauf.nummer}")
        return
    _lege_ab(auszug, umsatz, Bewegungsart.AUSFUEHRUNG, zahllauf=lauf)
    if lauf.status == Laufstatus.GESENDET:
        lauf.status = Laufstatus.ABGESCHLOSSEN
        lauf.save(update_fields=["status"])


def _ruecklaeufer(
    auszug: Kontoauszug, umsatz: Umsatz, zahlung: Zahlung, benutzer: Benutzer, zeitpunkt: datetime
) -> set[int]:
    """Bucht die ganze Zeile zurück und sperrt das Konto, bis ein neues freigegeben ist."""
    hindernis = ""
    if zahlung.cent != umsatz.cent:
        hindernis = f"anderer Betrag als {zahlung.schluessel}"
    elif zahlung.zahllauf.status not in GEBUCHT:
        hindernis = f"{zahlung.schluessel} ist nicht als gesendet gebucht"
    elif Kontobewegung.objects.filter(zahlung=zahlung, art=Bewegungsart.RUECKLAEUFER).exists():
        hindernis = f"{zahlung.schluessel} kam schon einmal zurück"
    if hindernis:
        _lege_ab(auszug, umsatz, Bewegungsart.UNGEKLAERT, hinweis=hindernis)
        return set()
    bewegung = _lege_ab(auszug, umsatz, Bewegungsart.RUECKLAEUFER, zahlung=zahlung)
    posten = Zahlungsposten.objects.filter(zahlung=zahlung).values_list(*SCHLUESSELFELDER, "cent", "pk")
    bezug = Bezug(zahlung=zahlung.pk, bewegung=bewegung.pk)
    belege = [
        Beleg(Satz(tuple(schluessel), Buchungsart.RUECKLAEUFER, cent), bezug, f"r:{pk}")
        for *schluessel, cent, pk in posten
    ]
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
    Zahlungswegsperre.objects.get_or_create(
        zahlungsweg_id=zahlung.zahlungsweg_id,
        defaults={"grund": Sperrgrund.RUECKLAEUFER, "gesperrt_am": zeitpunkt, "gesperrt_von": benutzer},
    )
    return {zahlung.haushalt_id}


def _lege_ab(
    auszug: Kontoauszug,
    umsatz: Umsatz,
    art: Bewegungsart,
    *,
    hinweis: str = "",
    zahlung: Zahlung | None = None,
    forderung: Forderung | None = None,
    zahllauf: Zahllauf | None = None,
) -> Kontobewegung:
    return Kontobewegung.objects.create(
        auszug=auszug,
        schluessel=umsatz.schluessel,
        art=art,
        hinweis=hinweis,
        cent=umsatz.cent,
        buchungstag=umsatz.buchungstag,
        ende_zu_ende=umsatz.ende_zu_ende,
        rueckgabegrund=umsatz.rueckgabegrund,
        name=umsatz.name,
        iban=umsatz.iban,
        verwendungszweck=umsatz.verwendungszweck,
        zahlung=zahlung,
        forderung=forderung,
        zahllauf=zahllauf,
    )


def _buche_rueckzahlung(bewegung: Kontobewegung, forderung: Forderung, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    bezug = Bezug(forderung=forderung.pk, bewegung=bewegung.pk)
    belege = [
        Beleg(stand.buche(Buchungsart.RUECKZAHLUNG, cent), bezug, f"b:{bewegung.pk}:{nummer}")
        for nummer, (stand, cent) in enumerate(verteile_auf(offene_schluessel(forderung), bewegung.cent))
    ]
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
    rechne_an(forderung, benutzer=benutzer, zeitpunkt=zeitpunkt)


def _gleiche_ab(haushalte: Sequence[int] | set[int], benutzer: Benutzer, zeitpunkt: datetime) -> None:
    """Ein Rückläufer kann auf eine Überzahlung desselben Monats treffen."""
    bis = buchungsmonat(timezone.localdate(zeitpunkt))
    for haushalt in sorted(haushalte):
        soll_stellen(benutzer=benutzer, bis_monat=bis, haushalt_ids=[haushalt], zeitpunkt=zeitpunkt)


@transaction.atomic
def bewegung_klaeren(
    *,
    benutzer: Benutzer,
    bewegung: Kontobewegung,
    begruendung: str,
    forderung: Forderung | None = None,
    zeitpunkt: datetime | None = None,
) -> Klaerung:
    """Ordnet eine ungeklärte Bewegung einer Forderung zu oder hält fest, was mit ihr geschah.

    Ein Abgang auf eine Forderung zahlt ein Guthaben aus aufgehobenem Kostenersatz zurück.
    """
    pruefe_recht(benutzer, "kontoauszug_einlesen")
    zeitpunkt = zeitpunkt or timezone.now()
    sperre_kasse(allein=True)
    if not Kontobewegung.objects.zu_klaeren().filter(pk=bewegung.pk).exists():
        raise ZustandFehler("Diese Bewegung ist schon geklärt.")
    if not begruendung.strip():
        raise AngabenFehler([Mangel("Begründung", "(leer)", "fehlt", "Schreiben Sie einen Satz.")])
    if forderung is not None:
        _buche_auf(forderung, bewegung, benutzer, zeitpunkt)
    klaerung = Klaerung.objects.create(
        bewegung=bewegung,
        forderung=forderung,
        begruendung=begruendung.strip()[:200],
        geklaert_am=zeitpunkt,
        geklaert_von=benutzer,
    )
    protokolliere(vorgang="bewegung_klaeren", benutzer=benutzer, zeitpunkt=zeitpunkt, angaben={"bewegung": bewegung.pk})
    return klaerung


def _buche_auf(forderung: Forderung, bewegung: Kontobewegung, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    offen = sum(stand.forderung for stand in offene_schluessel(forderung))
    zurueck = guthaben(forderung)
    if 0 < bewegung.cent <= offen:
        _buche_rueckzahlung(bewegung, forderung, benutzer, zeitpunkt)
    elif 0 < -bewegung.cent <= sum(cent for _, cent in zurueck):
        _buche_auszahlung(bewegung, forderung, zurueck, benutzer, zeitpunkt)
    else:
        raise ZustandFehler(f"Auf {forderung.nummer} kann dieser Betrag nicht gebucht werden.")


def _buche_auszahlung(
    bewegung: Kontobewegung, forderung: Forderung, zurueck: Sequence[Posten], benutzer: Benutzer, zeitpunkt: datetime
) -> None:
    bezug, rest, belege = Bezug(forderung=forderung.pk, bewegung=bewegung.pk), -bewegung.cent, []
    for nummer, (schluessel, cent) in enumerate(zurueck):
        if teil := min(rest, cent):
            rest -= teil
            satz = Satz(schluessel, Buchungsart.ERSATZAUSZAHLUNG, teil)
            belege.append(Beleg(satz, bezug, f"b:{bewegung.pk}:{nummer}"))
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
