"""Kostenersatz im Kassenbuch: worauf er sich verteilt und was davon offen ist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q, QuerySet, Sum

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Kostenersatz, Zahlanspruch
from sozialamt.akte.monat import monate
from sozialamt.akte.stand import geltende_ansprueche
from sozialamt.kasse.abgleich import Posten, Satz, Stand
from sozialamt.kasse.konten import ERSATZARTEN, Buchungsart, Konto
from sozialamt.kasse.models import SCHLUESSELFELDER, Buchung, Forderung, stand


class Ersatzstand(Stand):
    """Offener Kostenersatz eines Schlüssels; gebucht wird mit den Arten des Kostenersatzes."""

    def buche(self, art: Buchungsart, cent: int) -> Satz:
        self.forderung -= cent
        return Satz(self.schluessel, ERSATZARTEN[art], cent)


def offener_ersatz(forderung: Forderung) -> list[Stand]:
    """Schlüssel dieser Forderung, auf die noch zu zahlen ist, die ältesten Monate zuerst."""
    zeilen = (
        Buchung.objects.filter(forderung=forderung)
        .order_by("monat", *SCHLUESSELFELDER)
        .values(*SCHLUESSELFELDER)
        .annotate(offen=stand(Konto.ERSATZFORDERUNG))
        .filter(offen__gt=0)
    )
    return [Ersatzstand(tuple(z[feld] for feld in SCHLUESSELFELDER), forderung=z["offen"]) for z in zeilen]


def mindere(forderung: Forderung, cent: int) -> Iterator[Satz]:
    """Sätze, die einen Kostenersatz um `cent` aufheben: Offenes, dann was andere oder niemand zahlten, dann Gezahltes.

    Je die jüngsten Monate zuerst, denn Zahlungen tilgen die ältesten. Gezahltes wird Guthaben des Schuldners, aber nur,
    soweit er mehr gezahlt hat, als bleibt.
    """
    zeilen = list(salden(forderung).order_by("-monat", *SCHLUESSELFELDER))
    for saldo, arten in (
        ("offen", (Buchungsart.ERSATZMINDERUNG,)),
        ("mitgetilgt", (Buchungsart.ERSATZMITAUFGRIFF, Buchungsart.ERSATZMINDERUNG)),
        ("ausgefallen", (Buchungsart.ERSATZAUFGRIFF, Buchungsart.ERSATZMINDERUNG)),
        ("gezahlt", (Buchungsart.ERSATZGUTHABEN,)),
    ):
        for zeile in zeilen:
            if teil := min(cent, zeile[saldo]):
                cent -= teil
                yield from (Satz(tuple(zeile[feld] for feld in SCHLUESSELFELDER), art, teil) for art in arten)
    if cent:
        raise ZustandFehler(f"Von {forderung.nummer} ist inzwischen weniger festgesetzt, als aufzuheben wäre.")


def guthaben(forderung: Forderung) -> list[Posten]:
    """Je Schlüssel, was dem Schuldner zurückzuzahlen ist, die ältesten Monate zuerst."""
    zeilen = salden(forderung).filter(guthaben__gt=0).order_by("monat", *SCHLUESSELFELDER)
    return [(tuple(z[feld] for feld in SCHLUESSELFELDER), z["guthaben"]) for z in zeilen]


def salden(forderung: Forderung) -> QuerySet[Any, dict[str, Any]]:
    """Je Schlüssel: offen, von anderen gezahlt, niedergeschlagen, gezahlt und nicht schon Guthaben, Guthaben."""
    return (
        Buchung.objects.filter(forderung=forderung)
        .order_by()
        .values(*SCHLUESSELFELDER)
        .annotate(
            gefordert=_summe(Buchungsart.KOSTENERSATZ),
            offen=stand(Konto.ERSATZFORDERUNG),
            mitgetilgt=_summe(Buchungsart.ERSATZMITTILGUNG) - _summe(Buchungsart.ERSATZMITAUFGRIFF),
            ausgefallen=_summe(Buchungsart.ERSATZAUSFALL) - _summe(Buchungsart.ERSATZAUFGRIFF),
            gezahlt=_summe(Buchungsart.ERSATZZAHLUNG, Buchungsart.ERSATZTILGUNG) - _summe(Buchungsart.ERSATZGUTHABEN),
            guthaben=stand(Konto.ERSATZGUTHABEN, haben=True),
        )
    )


def _summe(*arten: Buchungsart) -> Sum:
    return Sum("cent", filter=Q(art__in=[art.value for art in arten]), default=0)


def ersetzte_kosten(anspruch: Kostenersatz, forderung: Forderung) -> list[Posten]:
    """Die Forderung, verteilt nach dem, was die Leistung je Monat, Bestandteil und Kostenträger gekostet hat."""
    vorgang = anspruch.vorgang
    ansprueche = geltende_ansprueche(vorgang.haushalt, vorgang.leistung, monate(forderung.von, forderung.bis))
    gemeint = [z for z in ansprueche if vorgang.person_id in (None, z.person_id)]
    posten = sorted((_schluessel(z, forderung), z.cent) for z in gemeint)
    if sum(cent for _, cent in posten) < forderung.cent:
        raise ZustandFehler(
            f"Die Leistungen von {forderung.von:%m.%Y} bis {forderung.bis:%m.%Y} haben inzwischen weniger gekostet, "
            "als zu ersetzen wäre. Verwerfen Sie den Entwurf und setzen Sie den Kostenersatz neu fest."
        )
    return verteile_anteilig(posten, forderung.cent)


def verteile_anteilig(posten: Sequence[Posten], cent: int) -> list[Posten]:
    """Einen Betrag bis zur Summe der Posten in ihrem Verhältnis verteilt; keiner bekommt mehr, als er ist."""
    summe = sum(anteil for _, anteil in posten)
    ergebnis, bisher, verteilt = [], 0, 0
    for schluessel, anteil in posten:
        bisher += anteil
        bis_hier = cent * bisher // summe
        if teil := bis_hier - verteilt:
            ergebnis.append((schluessel, teil))
        verteilt = bis_hier
    return ergebnis


def _schluessel(z: Zahlanspruch, forderung: Forderung) -> tuple[object, ...]:
    teile = (z.monat, z.person_id, z.bestandteil, z.kostentraeger, z.wohnform, z.grund)
    return (forderung.haushalt_id, forderung.leistung, *teile)
