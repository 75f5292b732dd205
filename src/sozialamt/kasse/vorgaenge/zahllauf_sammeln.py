"""Zahllauf, erster Schritt: zum Soll stellen, einbehalten, auf Zahlungswege verteilen. Ganz oder gar nicht."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.massenablage import fuege_an
from sozialamt.akte.models import Benutzer, Haushalt
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.kasse.abgleich import Posten
from sozialamt.kasse.einbehalt import behalte_ein
from sozialamt.kasse.models import GEBUCHT, SCHLUESSELFELDER, Zahllauf, Zahlung, Zahlungsposten, Zahlungsweg
from sozialamt.kasse.models.zahllauf import RESERVIERT
from sozialamt.kasse.sollstand import offene_posten
from sozialamt.kasse.sperre import sperre_kasse
from sozialamt.kasse.verteilung import geltende_wege, verteile
from sozialamt.kasse.vorgaenge.soll_stellen import soll_stellen
from sozialamt.kasse.zahltermin import pruefe_zahltermin
from sozialamt.kasse.zeichen import banktext

ZAHLUNGSSPALTEN = (
    "zahllauf",
    "schluessel",
    "haushalt",
    "zahlungsweg",
    "empfaenger",
    "kontoinhaber",
    "iban",
    "verwendungszweck",
    "cent",
)
POSTENSPALTEN = (*(name.removesuffix("_id") for name in SCHLUESSELFELDER), "zahlung", "cent")


@transaction.atomic
def zahllauf_sammeln(
    *,
    benutzer: Benutzer,
    monat: date,
    ausfuehrungstag: date,
    erzeugt: bool = False,
    zeitpunkt: datetime | None = None,
) -> Zahllauf:
    """Sammelt alles, was bis einschließlich `monat` offen ist und in keinem anderen Lauf steht."""
    pruefe_recht(benutzer, "zahllauf_sammeln")
    zeitpunkt = zeitpunkt or timezone.now()
    monat = monat.replace(day=1)
    pruefe_zahltermin(monat, ausfuehrungstag, timezone.localdate(zeitpunkt))
    sperre_kasse(allein=True)
    soll_stellen(benutzer=benutzer, bis_monat=monat, zeitpunkt=zeitpunkt)
    behalte_ein(benutzer=benutzer, monat=monat, zeitpunkt=zeitpunkt)
    lauf = Zahllauf.objects.create(
        nummer=laufnummer(monat),
        monat=monat,
        ausfuehrungstag=ausfuehrungstag,
        erzeugt=erzeugt,
        gesammelt_am=zeitpunkt,
        gesammelt_von=benutzer,
    )
    _schreibe(lauf, list(_zeilen(offene_posten(monat), ausfuehrungstag)))
    summen = lauf.zahlungen.aggregate(n=Count("pk"), s=Sum("cent", default=0))
    if not summen["n"]:
        raise ZustandFehler(f"Bis {monat:%m.%Y} ist nichts zu zahlen, wofür es einen freigegebenen Zahlungsweg gibt.")
    lauf.anzahl, lauf.summe = summen["n"], summen["s"]
    lauf.save(update_fields=["anzahl", "summe"])
    protokolliere(vorgang="zahllauf_sammeln", benutzer=benutzer, zeitpunkt=zeitpunkt, angaben={"zahllauf": lauf.nummer})
    return lauf


def laufnummer(monat: date) -> str:
    """„Z202607-01“: der nächste Lauf des Monats."""
    return f"Z{monat:%Y%m}-{Zahllauf.objects.filter(monat=monat).count() + 1:02d}"


def _zeilen(offen: Sequence[Posten], tag: date) -> Iterator[tuple[Zahlungsweg, list[Posten]]]:
    """Je Haushalt und Zahlungsweg die Posten, nach Haushalten geordnet."""
    wege: dict[int, list[Zahlungsweg]] = {}
    for weg in Zahlungsweg.objects.gueltig(tag).order_by("pk").iterator():
        wege.setdefault(weg.haushalt_id, []).append(weg)
    gezahlt = _schon_gezahlt(tag)
    for haushalt, teil in groupby(offen, key=lambda posten: posten[0][0]):
        eigene = geltende_wege(wege.get(int(str(haushalt)), ()))
        nach_nummer = {weg.pk: weg for weg in eigene}
        for weg_id, posten in verteile(list(teil), eigene, gezahlt).items():
            yield nach_nummer[weg_id], posten


def _schon_gezahlt(tag: date) -> dict[tuple[int, date], int]:
    """Je Weg mit Höchstbetrag und Leistungsmonat, was schon gezahlt oder verplant ist."""
    zeilen = (
        Zahlungsposten.objects.filter(
            zahlung__zahlungsweg__hoechstbetrag__isnull=False,
            zahlung__zahllauf__status__in=[*RESERVIERT, *GEBUCHT],
            zahlung__ausschluss__isnull=True,
        )
        .exclude(zahlung__bewegungen__art="ruecklaeufer")
        .order_by()
        .values_list("zahlung__zahlungsweg_id", "monat")
        .annotate(s=Sum("cent"))
    )
    return {(weg, monat): summe for weg, monat, summe in zeilen}


def _schreibe(lauf: Zahllauf, zeilen: Sequence[tuple[Zahlungsweg, list[Posten]]]) -> None:
    aktenzeichen = dict(Haushalt.objects.values_list("pk", "aktenzeichen"))
    fuege_an(
        Zahlung,
        ZAHLUNGSSPALTEN,
        (
            (
                lauf.pk,
                zahlungskennung(lauf.nummer, nummer),
                weg.haushalt_id,
                weg.pk,
                weg.empfaenger,
                weg.kontoinhaber,
                weg.iban,
                _zweck(weg, aktenzeichen[weg.haushalt_id], lauf.monat),
                sum(cent for _, cent in posten),
            )
            for nummer, (weg, posten) in enumerate(zeilen, start=1)
        ),
    )
    nummern = dict(lauf.zahlungen.values_list("schluessel", "pk"))
    fuege_an(
        Zahlungsposten,
        POSTENSPALTEN,
        (
            (*schluessel, nummern[zahlungskennung(lauf.nummer, nummer)], cent)
            for nummer, (_, posten) in enumerate(zeilen, start=1)
            for schluessel, cent in posten
        ),
    )


def zahlungskennung(lauf: str, nummer: int) -> str:
    """Ende-zu-Ende-Kennung einer Zahlung des Laufs, höchstens 35 Zeichen."""
    return f"{lauf}-{nummer:06d}"


def _zweck(weg: Zahlungsweg, aktenzeichen: str, monat: date) -> str:
    """Eigener Text oder Aktenzeichen, dazu der Monat; bleibt unter 140 Zeichen."""
    return banktext(f"{weg.verwendungszweck or f'Aktenzeichen {aktenzeichen}'} {monat:%m.%Y}")
