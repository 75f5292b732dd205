"""Zählt aus den erlassenen Bescheiden der eigenen Akten, wer am Stichtag Leistungen bezieht und was im Jahr zustand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, Sum

from sozialamt.akte.models import Haushalt
from sozialamt.akte.models.bescheid import Zahlanspruch
from sozialamt.vergleich.lieferung.lieferant import Lieferwert, Zaehlung

HLU, GSIAE = "hilfe_zum_lebensunterhalt", "grundsicherung_alter_erwerbsminderung"
HZP, ASYLBLG = "hilfe_zur_pflege", "asylbewerberleistungen"
EINRICHTUNG, BESONDERE_WOHNFORM = "stationaere_einrichtung", "besondere_wohnform"
MONATE = 12

_IN_EINRICHTUNG = Q(bescheid__leistung=GSIAE, wohnform=EINRICHTUNG)
_AUSSERHALB = Q(bescheid__leistung=GSIAE) & ~Q(wohnform=EINRICHTUNG)
LEISTUNGSBEZIEHENDE = {
    "lb_hlu": Q(bescheid__leistung=HLU),
    "lb_gsiae": Q(bescheid__leistung=GSIAE),
    "lb_gsiae_ave": _AUSSERHALB,
    "lb_gsiae_ie": _IN_EINRICHTUNG,
    "lb_gsiae_besondere_wohnform": Q(bescheid__leistung=GSIAE, wohnform=BESONDERE_WOHNFORM),
    "lb_hzp": Q(bescheid__leistung=HZP),
    "lb_asylblg": Q(bescheid__leistung=ASYLBLG),
}
ANSPRUECHE = {
    "auszahlung_hlu": Q(bescheid__leistung=HLU),
    "auszahlung_gsiae_ave": _AUSSERHALB,
    "auszahlung_gsiae_ie": _IN_EINRICHTUNG,
    "auszahlung_hzp": Q(bescheid__leistung=HZP),
    "auszahlung_asylblg": Q(bescheid__leistung=ASYLBLG),
}
BEWILLIGT = "Bewilligte Beträge nach den geltenden Bescheiden, nicht Auszahlungen."


class Bescheidlieferant:
    """Personen mit einem Zahlanspruch im Monat des Stichtags; jede zählt je Größe einmal.

    Beträge nennt er nur für abgeschlossene Jahre. SGB II zählt das Jobcenter, nicht die Akte; es fehlt hier.
    """

    titel = "erlassene Bescheide"

    def zaehle(self, *, jahr: int, stichtag: date) -> Zaehlung:
        """Siehe Klasse."""
        monat = stichtag.replace(day=1)
        am_stichtag = Zahlanspruch.objects.geltend(monat)
        werte = [
            Lieferwert(groesse, am_stichtag.filter(frage).values("person").distinct().count(), f"{stichtag:%d.%m.%Y}")
            for groesse, frage in LEISTUNGSBEZIEHENDE.items()
        ]
        monate = [date(jahr, m, 1) for m in range(1, monat.month + 1)]
        if len(monate) == MONATE:
            werte += [
                Lieferwert(g, _summe(monate, frage), "Jahr", hinweis=BEWILLIGT) for g, frage in ANSPRUECHE.items()
            ]
        erzeugt = Haushalt.objects.filter(erzeugt=True, bescheide__isnull=False).exists()
        return Zaehlung(tuple(werte), erzeugt)


def _summe(monate: Iterable[date], frage: Q) -> int:
    return sum(Zahlanspruch.objects.geltend(m).filter(frage).aggregate(cent=Sum("cent"))["cent"] or 0 for m in monate)
