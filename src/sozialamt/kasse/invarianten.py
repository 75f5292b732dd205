"""Was im Kassenbuch immer gelten muss; jede Regel ist eine Abfrage über den ganzen Bestand.

Auf einer laufenden Datenbank: `sozialamt pruefe kasse`. Keine Regel ändert etwas.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.models import Bescheid, Kostenersatz
from sozialamt.kasse.ersatz import salden
from sozialamt.kasse.gesamtschuld import abweichungen as abweichende_anrechnung
from sozialamt.kasse.gesamtschuld import gesamtschuldner, zu_viel_erhalten
from sozialamt.kasse.konten import ARTEN_DES_ERSATZES, AUFHEBEND, Buchungsart, Konto
from sozialamt.kasse.models import (
    GEBUCHT,
    SCHLUESSELFELDER,
    Aufrechnung,
    Buchung,
    Forderung,
    Laufstatus,
    Zahldatei,
    Zahllauf,
    Zahlung,
    Zahlungsposten,
    Zahlungsweg,
    Zahlungswegfreigabe,
    stand,
)
from sozialamt.kasse.schutz import NUR_ANFUEGBAR
from sozialamt.kasse.sollstand import abweichungen, verplante_ueber_offen
from sozialamt.rechenkern.values import euro

MIT_NACHWEISSCHLUESSEL = "grundsicherung_alter_erwerbsminderung"


@dataclass(frozen=True, slots=True)
class Verstoss:
    """Eine Stelle, an der eine Regel nicht gilt."""

    regel: str
    stelle: str


@dataclass(frozen=True, slots=True)
class Regel:
    """Eine Prüfregel mit dem Satz, den sie zusichert."""

    schluessel: str
    satz: str
    pruefe: Callable[[], Iterable[str]]


def pruefe_kasse() -> list[Verstoss]:
    """Alle Verstöße gegen alle Regeln; leer, wenn alles stimmt."""
    return [Verstoss(regel.schluessel, stelle) for regel in REGELN for stelle in regel.pruefe()]


def _bescheide() -> Iterator[str]:
    for s in abweichungen(_gebucht_bis()):
        yield f"{_name(s.schluessel)}: Bescheid {euro(s.zuspruch)}, gebucht {euro(s.aufwand)}"


def _gebucht_bis() -> date:
    """Bis zu diesem Monat ist die ganze Stadt zum Soll gestellt."""
    return Zahllauf.objects.aggregate(m=Max("monat"))["m"] or date.min


def _salden() -> Iterator[str]:
    zeilen = (
        Buchung.objects.order_by()
        .values(*SCHLUESSELFELDER)
        .annotate(
            v=stand(Konto.VERBINDLICHKEIT, haben=True),
            f=stand(Konto.FORDERUNG),
            n=stand(Konto.NIEDERSCHLAGUNG),
        )
        .filter(Q(v__lt=0) | Q(f__lt=0) | Q(n__lt=0))
    )
    for z in zeilen:
        yield f"{_name(tuple(z[f] for f in SCHLUESSELFELDER))}: {z['v']}, {z['f']}, {z['n']} Cent"


def _verrechnung() -> Iterator[str]:
    zeilen = Buchung.objects.order_by().values("haushalt_id").annotate(s=stand(Konto.VERRECHNUNG)).exclude(s=0)
    for z in zeilen:
        yield f"Haushalt {z['haushalt_id']}: Verrechnung steht bei {euro(z['s'])}"


def _zeilen() -> Iterator[str]:
    summe = Zahlungsposten.objects.filter(zahlung=OuterRef("pk")).order_by().values("zahlung")
    posten = Coalesce(Subquery(summe.annotate(s=Sum("cent")).values("s")), 0)
    for z in Zahlung.objects.annotate(postensumme=posten).exclude(cent=F("postensumme")):
        yield f"{z.schluessel}: Zeile {euro(z.cent)}, Posten {euro(z.postensumme)}"


def _gebuchte_zeilen() -> Iterator[str]:
    """Jede wirksame Zeile eines gesendeten Laufs ist genau einmal gebucht, jede andere gar nicht."""
    summe = Buchung.objects.filter(zahlung=OuterRef("pk"), art=Buchungsart.ZAHLUNG).order_by().values("zahlung")
    gebucht = Coalesce(Subquery(summe.annotate(s=Sum("cent")).values("s")), 0)
    zeilen = Zahlung.objects.annotate(gebucht=gebucht)
    soll = zeilen.filter(zahllauf__status__in=GEBUCHT, ausschluss__isnull=True)
    for z in soll.exclude(cent=F("gebucht")):
        yield f"{z.schluessel}: gesendet {euro(z.cent)}, gebucht {euro(z.gebucht)}"
    for z in zeilen.exclude(gebucht=0).exclude(pk__in=soll.values("pk")):
        yield f"{z.schluessel}: gebucht {euro(z.gebucht)}, aber nicht gesendet"


def _dateien() -> Iterator[str]:
    for datei in Zahldatei.objects.select_related("zahllauf").iterator(chunk_size=1):
        lauf = datei.zahllauf
        if hashlib.sha256(bytes(datei.inhalt)).hexdigest() != datei.sha256:
            yield f"{lauf.nummer}: Datei passt nicht zu ihrer Prüfsumme"
        summe = lauf.zahlungen.wirksam().aggregate(s=Sum("cent", default=0), n=Count("pk"))
        if (summe["s"], summe["n"]) != (datei.summe, datei.anzahl) or lauf.summe != datei.summe:
            yield f"{lauf.nummer}: Datei über {euro(datei.summe)}, Zeilen über {euro(summe['s'])}"
    mit = Exists(Zahldatei.objects.filter(zahllauf=OuterRef("pk")))
    for lauf in Zahllauf.objects.filter(status__in=[*GEBUCHT, Laufstatus.DATEI_ERSTELLT]).exclude(mit):
        yield f"{lauf.nummer}: ohne Datei"


def _vier_augen() -> Iterator[str]:
    for lauf in Zahllauf.objects.filter(freigegeben_von=F("gesammelt_von")):
        yield f"{lauf.nummer}: von derselben Person gesammelt und freigegeben"
    for zeile in Zahlung.objects.wirksam().filter(zahlungsweg__erfasst_von=F("zahllauf__freigegeben_von")):
        yield f"{zeile.schluessel}: Konto von der Person erfasst, die den Lauf freigab"
    for weg in Zahlungswegfreigabe.objects.filter(
        Q(freigegeben_von=F("erfasst_von")) | ~Q(erfasst_von=F("zahlungsweg__erfasst_von"))
    ):
        yield f"Zahlungsweg {weg.zahlungsweg_id}: nicht von einer zweiten Person freigegeben"
    for zeile in Zahlung.objects.filter(zahlungsweg__in=Zahlungsweg.objects.filter(freigabe__isnull=True)):
        yield f"{zeile.schluessel}: Konto nicht freigegeben"


def _verplant() -> Iterator[str]:
    """Kein Posten steht in zwei Läufen, keiner über mehr, als offen ist."""
    for s in verplante_ueber_offen():
        yield f"{_name(s.schluessel)}: verplant {euro(s.verplant)}, offen {euro(s.verbindlichkeit)}"


def _ruecklaeufer() -> Iterator[str]:
    summe = Buchung.objects.filter(zahlung=OuterRef("pk"), art=Buchungsart.RUECKLAEUFER).order_by().values("zahlung")
    zurueck = Coalesce(Subquery(summe.annotate(s=Sum("cent")).values("s")), 0)
    for z in Zahlung.objects.annotate(zurueck=zurueck).exclude(zurueck=0).exclude(zurueck=F("cent")):
        yield f"{z.schluessel}: {euro(z.zurueck)} von {euro(z.cent)} zurückgebucht"


def _bezug() -> Iterator[str]:
    arten = (Buchungsart.SOLLSTELLUNG, Buchungsart.STORNO, Buchungsart.UEBERZAHLUNG)
    for b in Buchung.objects.filter(art__in=arten, bescheid__isnull=True):
        yield f"Buchung {b.pk}: ohne Bescheid"
    for b in Buchung.objects.filter(bescheid__isnull=False).exclude(bescheid__haushalt=F("haushalt")):
        yield f"Buchung {b.pk}: Bescheid eines anderen Haushalts"


def _nachweis() -> Iterator[str]:
    ohne = Buchung.objects.filter(leistung=MIT_NACHWEISSCHLUESSEL).filter(Q(wohnform="") | Q(grund=""))
    for b in ohne:
        yield f"Buchung {b.pk}: ohne Wohnform oder Grund (§ 46a Abs. 4 SGB XII)"


def _aufrechnung() -> Iterator[str]:
    einbehalte = (
        Buchung.objects.filter(art=Buchungsart.EINBEHALT, forderung__isnull=False)
        .order_by()
        .values("forderung_id", "forderung__nummer", "monat")
        .annotate(s=Sum("cent"))
    )
    hoechste = Aufrechnung.objects.order_by().values("forderung_id").annotate(m=Max("cent"))
    grenzen = {zeile["forderung_id"]: zeile["m"] for zeile in hoechste}
    for e in einbehalte:
        if e["s"] > grenzen.get(e["forderung_id"], 0):
            yield f"{e['forderung__nummer']}, {e['monat']:%m.%Y}: {euro(e['s'])} einbehalten"


def _kostenersatz() -> Iterator[str]:
    """Jeder Bescheid über Kostenersatz ist eine Forderung, ganz gebucht; getilgt wird je Schlüssel nie mehr."""
    yield from _aufgehobener_ersatz()
    yield from _gesamtschuld()
    ohne = Bescheid.objects.filter(art=Bescheidart.KOSTENERSATZ, forderung__isnull=True)
    for bescheid in ohne.only("nummer"):
        yield f"Bescheid {bescheid.nummer}: ohne Forderung"
    gebucht = Sum("buchungen__cent", filter=Q(buchungen__art=Buchungsart.KOSTENERSATZ), default=0)
    for f in Forderung.objects.filter(bescheid__art=Bescheidart.KOSTENERSATZ).annotate(gebucht=gebucht):
        if f.gebucht != f.cent:
            yield f"{f.nummer}: festgesetzt {euro(f.cent)}, gebucht {euro(f.gebucht)}"
    je_schluessel = (
        Buchung.objects.filter(forderung__isnull=False, art__in=[art.value for art in ARTEN_DES_ERSATZES])
        .order_by()
        .values("forderung__nummer", *SCHLUESSELFELDER)
        .annotate(offen=stand(Konto.ERSATZFORDERUNG))
    )
    for z in je_schluessel.filter(offen__lt=0):
        yield f"{z['forderung__nummer']}, {_name(tuple(z[f] for f in SCHLUESSELFELDER))}: {euro(z['offen'])}"


def _aufgehobener_ersatz() -> Iterator[str]:
    """Jede Aufhebung ist ganz gebucht; je Schlüssel wird nie mehr zurückgezahlt als Guthaben war und gezahlt wurde."""
    gebucht = Sum("buchungen__cent", filter=Q(buchungen__art__in=[art.value for art in AUFHEBEND]), default=0)
    for bescheid in Bescheid.objects.filter(art=Bescheidart.ERSATZAUFHEBUNG).defer("rechenweg").annotate(s=gebucht):
        betrag = bescheid.inhalt["entscheidung"]["erstattung"]
        if bescheid.s != betrag:
            yield f"Bescheid {bescheid.nummer}: aufgehoben {euro(betrag)}, gebucht {euro(bescheid.s)}"
    for forderung in Forderung.objects.filter(buchungen__art=Buchungsart.ERSATZGUTHABEN).distinct():
        for z in salden(forderung):
            if min(z["ausgefallen"], z["gezahlt"], z["guthaben"]) < 0:
                stelle = _name(tuple(z[f] for f in SCHLUESSELFELDER))
                yield f"{forderung.nummer}, {stelle}: gezahlt {euro(z['gezahlt'])}, Guthaben {euro(z['guthaben'])}"


def _gesamtschuld() -> Iterator[str]:
    """Wer mit anderen haftet, schuldet genau nicht mehr, was sie gezahlt haben; zusammen kommt nie mehr herein."""
    erste = Kostenersatz.objects.filter(mithaftende__isnull=False).distinct()
    for forderung in Forderung.objects.filter(bescheid__schritte__vorgang__kostenersatz__in=erste):
        gruppe = gesamtschuldner(forderung)
        for eine, schluessel, cent in abweichende_anrechnung(gruppe):
            yield f"{eine.nummer}, {_name(schluessel)}: {euro(cent)} von anderen Gezahltes nicht angerechnet"
        for schluessel, cent in zu_viel_erhalten(gruppe):
            yield f"{forderung.nummer}, {_name(schluessel)}: {euro(cent)} mehr erhalten, als zu ersetzen war"


def _ausloeser() -> Iterator[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
        else:
            cursor.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'")
        geschuetzt = {zeile[0] for zeile in cursor.fetchall()}
    for tabelle in NUR_ANFUEGBAR:
        if tabelle not in geschuetzt:
            yield f"{tabelle}: der Schutz gegen Ändern und Löschen fehlt"


def _name(schluessel: tuple[object, ...]) -> str:
    haushalt, leistung, monat, person, bestandteil, traeger, *_ = schluessel
    return f"Haushalt {haushalt}, {leistung}, {monat}, Person {person}, {bestandteil}, {traeger}"


REGELN = (
    Regel("bescheide", "Gebuchter Aufwand ist, was die geltenden Bescheide zusprechen.", _bescheide),
    Regel("salden", "Verbindlichkeit, Forderung und Niederschlagung sind nie negativ.", _salden),
    Regel("verrechnung", "Verrechnungen gehen je Haushalt auf.", _verrechnung),
    Regel("zeilen", "Jede Zahlung ist die Summe ihrer Posten.", _zeilen),
    Regel("gebucht", "Jede gesendete Zahlung ist genau einmal gebucht, keine andere.", _gebuchte_zeilen),
    Regel("dateien", "Jede Datei ist unverändert und stimmt mit ihrem Lauf überein.", _dateien),
    Regel("vier_augen", "Niemand gibt frei, was er selbst gesammelt oder erfasst hat.", _vier_augen),
    Regel("verplant", "Kein Betrag steht in zwei Zahlläufen.", _verplant),
    Regel("ruecklaeufer", "Rückläufer buchen ihre Zahlung ganz und einmal zurück.", _ruecklaeufer),
    Regel("bezug", "Jede Sollbuchung nennt ihren Bescheid.", _bezug),
    Regel("nachweis", "Buchungen der Grundsicherung tragen die Schlüssel des § 46a SGB XII.", _nachweis),
    Regel("aufrechnung", "Einbehalten wird höchstens, was erklärt ist.", _aufrechnung),
    Regel("kostenersatz", "Kostenersatz ist gebucht, wie festgesetzt, und nie mehr als getilgt.", _kostenersatz),
    Regel("ausloeser", "Die Datenbank schützt jede Tabelle, die nur anfügbar ist.", _ausloeser),
)
