"""Brutto, Einnahmen und netto: was in einem Zeitraum floss, je Leistung, Leistungsmonat und Nachweisschlüssel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, F, Q, QuerySet, Sum, When

from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import Buchung

BRUTTO = {
    Buchungsart.ZAHLUNG: 1,
    Buchungsart.RUECKLAEUFER: -1,
    Buchungsart.EINBEHALT: 1,
    Buchungsart.AUSGLEICH: 1,
    Buchungsart.UMBUCHUNG_ZU: 1,
    Buchungsart.UMBUCHUNG_AB: -1,
}
"""Buchungen, mit denen eine Leistung gezahlt ist (auch durch Verrechnung) oder es nicht mehr ist."""
EINNAHMEN = {
    Buchungsart.RUECKZAHLUNG: 1,
    Buchungsart.TILGUNG: 1,
    Buchungsart.AUSGLEICH: 1,
    Buchungsart.ERSATZZAHLUNG: 1,
    Buchungsart.ERSATZTILGUNG: 1,
    Buchungsart.ERSATZAUSZAHLUNG: -1,
}
"""Buchungen, mit denen Überzahltes zurückkam oder jemand Kosten ersetzte und was davon zurückging."""


@dataclass(frozen=True, slots=True)
class Ausgabenzeile:
    """Was im Zeitraum für einen Leistungsmonat floss, in Cent."""

    leistung: str
    bestandteil: str
    kostentraeger: str
    wohnform: str
    grund: str
    monat: date
    brutto: int
    einnahmen: int

    @property
    def netto(self) -> int:
        """Nettoausgaben (§ 46a Abs. 2 SGB XII): brutto abzüglich der Einnahmen."""
        return self.brutto - self.einnahmen


def ausgaben(von: date, bis: date) -> list[Ausgabenzeile]:
    """Alle Buchungen mit Buchungstag von–bis, eine Abfrage. Eine Korrektur steht in der Zeit, in der sie floss."""
    felder = ("leistung", "bestandteil", "kostentraeger", "wohnform", "grund", "monat")
    zeilen = (
        _geflossen(von, bis)
        .values(*felder)
        .annotate(brutto=_summe(BRUTTO), einnahmen=_summe(EINNAHMEN))
        .order_by(*felder)
    )
    return [Ausgabenzeile(**zeile) for zeile in zeilen if zeile["brutto"] or zeile["einnahmen"]]


def personenmonate(leistung: str, von: date, bis: date) -> dict[date, int]:
    """Je Leistungsmonat die Menschen, denen im Zeitraum gezahlt wurde."""
    zeilen = _geflossen(von, bis).filter(leistung=leistung, art=Buchungsart.ZAHLUNG.value).values("monat")
    return {
        z["monat"]: z["menschen"] for z in zeilen.annotate(menschen=Count("person", distinct=True)).order_by("monat")
    }


def _geflossen(von: date, bis: date) -> QuerySet[Buchung]:
    arten = [art.value for art in {*BRUTTO, *EINNAHMEN}]
    return Buchung.objects.filter(buchungstag__gte=von, buchungstag__lte=bis, art__in=arten).order_by()


def _summe(zeichen: dict[Buchungsart, int]) -> Sum:
    faelle = (When(Q(art=art.value), then=F("cent") * vorzeichen) for art, vorzeichen in zeichen.items())
    return Sum(Case(*faelle, default=0), default=0)
