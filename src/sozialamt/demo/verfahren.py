"""Was in der erzeugten Stadt gerade läuft: Anträge, Änderungen, Widersprüche, Wiedervorlagen, Entwürfe, Rückläufer.

Jede Sachbearbeitung hat ein paar Verfahren, die Beispielkonten mehr. Alles geht über die Vorgänge, mit ihren Prüfungen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.models import Benutzer, Bescheid, Haushalt, Vermerkart
from sozialamt.akte.vorgaenge.aenderung_aufnehmen import aenderung_aufnehmen
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_vorlegen import bescheid_vorlegen
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen
from sozialamt.akte.vorgaenge.mitwirkung_anfordern import mitwirkung_anfordern
from sozialamt.akte.vorgaenge.vermerk_schreiben import vermerk_schreiben
from sozialamt.akte.vorgaenge.widerspruch_aufnehmen import widerspruch_aufnehmen
from sozialamt.demo.stadt_amt import SACHBEARBEITUNGEN, Amt
from sozialamt.kasse.models import Zahllauf, Zahlung
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import kontoauszug_einlesen
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import zahllauf_pruefen

BEISPIELKONTO, SONST = 18, 2
"""So viele Akten mit laufendem Verfahren je Schreibtisch."""
BEGONNEN = timedelta(days=18)
"""So lange vor dem letzten Zahllauf."""
HERKUNFT = "Erzeugtes Beispiel."
ZUSAETZLICH = "bildung_und_teilhabe"
ERINNERUNGEN = (
    "Mietvertrag anfordern",
    "Rückruf der Betreuerin",
    "Bewilligung läuft aus: Folgeantrag",
    "Kontoauszüge prüfen",
)
UNTERLAGEN = ("Kontoauszüge der letzten drei Monate", "aktueller Rentenbescheid")


def beginne_verfahren(amt: Amt, zeitraum: Sequence[date], gesammelt: datetime) -> None:
    """Je Schreibtisch einige Akten: reihum Wiedervorlage, Antrag, Änderung, Widerspruch und Entwurf."""
    am = gesammelt - BEGONNEN
    eigene = {amt.konten[name].pk for name in SACHBEARBEITUNGEN}
    konten = Benutzer.objects.in_bulk([platz.benutzer for platz in amt.plaetze])
    for platz in amt.plaetze:
        anzahl = BEISPIELKONTO if platz.benutzer in eigene else SONST
        akten = Haushalt.objects.filter(
            erzeugt=True, zustaendigkeiten__sachbearbeiter=platz.benutzer, bescheide__ende=zeitraum[-1]
        )
        akten = (
            akten.filter(bescheide__erlassen_am__lt=am - BEGONNEN, vorgaenge__isnull=True).distinct().order_by("-pk")
        )
        for nummer, haushalt in enumerate(akten[:anzahl]):
            _beginne(nummer, haushalt, konten[platz.benutzer], am)
    konto = amt.konten[SACHBEARBEITUNGEN[0]]
    _lege_vor(konto, Haushalt.objects.filter(zustaendigkeiten__sachbearbeiter=konto), zeitraum, am)


def _beginne(nummer: int, haushalt: Haushalt, konto: Benutzer, am: datetime) -> None:
    tag = am.date() - timedelta(days=nummer % 9)
    wer = {"benutzer": konto, "zeitpunkt": am}
    bescheid = haushalt.bescheide.filter(art=Bescheidart.BEWILLIGUNG).latest("erlassen_am")
    match nummer % 5:
        case 0 | 3:
            titel = ERINNERUNGEN[nummer % len(ERINNERUNGEN)]
            frist_setzen(haushalt=haushalt, titel=titel, faellig=tag + timedelta(days=9 + 2 * nummer), **wer)
        case 1:
            antrag = antrag_aufnehmen(haushalt=haushalt, leistung=ZUSAETZLICH, eingang=tag, vermerk=HERKUNFT, **wer)
            if nummer == 1:
                mitwirkung_anfordern(vorgang=antrag, unterlagen=UNTERLAGEN, **wer)
        case 2:
            aenderung_aufnehmen(haushalt=haushalt, leistung=bescheid.leistung, kenntnis=tag, vermerk=HERKUNFT, **wer)
        case _:
            widerspruch_aufnehmen(bescheid=bescheid, eingang=tag, vermerk=HERKUNFT, **wer)
    if nummer % 2:
        text = f"Nach dem Stand gefragt. {HERKUNFT}"
        vermerk_schreiben(haushalt=haushalt, art=Vermerkart.TELEFON, am=tag, text=text, **wer)


def _lege_vor(konto: Benutzer, akten, zeitraum: Sequence[date], am: datetime) -> None:
    """Drei neue Berechnungen: eine noch Entwurf, zwei warten auf die Freigabe."""
    bescheide = Bescheid.objects.filter(haushalt__in=akten, beginn__lt=zeitraum[-2], inhalt__erzeugt=True)
    for nummer, bescheid in enumerate(bescheide.select_related("haushalt").order_by("pk")[:3]):
        entwurf = bescheid_entwerfen(
            benutzer=konto,
            haushalt=bescheid.haushalt,
            leistung=bescheid.leistung,
            beginn=zeitraum[-2],
            ende=zeitraum[-1],
            zeitpunkt=am,
        )
        if nummer:
            bescheid_vorlegen(benutzer=konto, entwurf=entwurf, zeitpunkt=am)


def lies_kontoauszug(kasse: Benutzer, zurueck: Sequence[Zahlung], gesammelt: datetime) -> None:
    """Die Bank gibt Zahlungen zurück und meldet einen Eingang, den niemand zuordnen kann."""
    umsaetze = [_umsatz(z.cent, _rueckgabe(z), f"R{z.pk}", gesammelt) for z in zurueck]
    umsaetze.append(_umsatz(4_200, _eingang("Rueckzahlung, Danke"), f"E{len(umsaetze)}-{gesammelt:%Y}", gesammelt))
    inhalt = (
        '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">'
        f"<BkToCstmrDbtCdtNtfctn><Ntfctn><Id>1</Id>{''.join(umsaetze)}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
    )
    kontoauszug_einlesen(
        benutzer=kasse,
        inhalt=inhalt.encode(),
        dateiname=f"camt054-{gesammelt:%Y-%m-%d}-erzeugt.xml",
        zeitpunkt=gesammelt - timedelta(hours=1),
    )


def pruefe_letzten(kasse: Benutzer, lauf: Zahllauf) -> None:
    """Der letzte Lauf ist geprüft und wartet auf die zweite Person."""
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=lauf.gesammelt_am + timedelta(hours=1))


def _umsatz(cent: int, einzelheiten: str, kennung: str, am: datetime) -> str:
    betrag = f'<Amt Ccy="EUR">{cent // 100}.{cent % 100:02d}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
    return (
        f"<Ntry>{betrag}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{am:%Y-%m-%d}</Dt></BookgDt>"
        f"<AcctSvcrRef>{kennung}</AcctSvcrRef><NtryDtls><TxDtls>{einzelheiten.format(betrag=betrag)}</TxDtls></NtryDtls>"
        "</Ntry>"
    )


def _rueckgabe(zahlung: Zahlung) -> str:
    kennung = f"<Refs><EndToEndId>{zahlung.schluessel}</EndToEndId></Refs>"
    return f"{kennung}{{betrag}}<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"


def _eingang(zweck: str) -> str:
    name = "<RltdPties><Dbtr><Pty><Nm>Erika Beispiel</Nm></Pty></Dbtr></RltdPties>"
    kennung = "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
    return f"{kennung}{{betrag}}{name}<RmtInf><Ustrd>{zweck}</Ustrd></RmtInf>"
