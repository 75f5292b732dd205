"""Mit einem Klick aus den eigenen Daten liefern."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.lieferung.lieferant import Lieferwert, lieferanten
from sozialamt.vergleich.models import Basisgroesse, Lieferung, Stadt
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.pool.grundbestand import alle_groessen
from sozialamt.vergleich.vorgaenge.berechtigung import pruefe_stadtrecht
from sozialamt.vergleich.vorgaenge.pruefen import pruefe_werte


@transaction.atomic
def eigene_liefern(*, benutzer: Benutzer, stadt: Stadt, jahr: int, zeitpunkt: datetime | None = None) -> Lieferung:
    """Zählt am 31.12., im laufenden Jahr am Ende des letzten abgeschlossenen Monats, und liefert das Ergebnis.

    `ZustandFehler`, wenn erzeugte Beispieldaten als Zahlen einer echten Stadt geliefert würden.
    """
    import polars as pl

    from sozialamt.vergleich.einlesen.oeffentlich import werteschema
    from sozialamt.vergleich.pool.schreiben import Herkunft, speichere

    pruefe_stadtrecht(benutzer, "vergleich_liefern", stadt)
    zeitpunkt = zeitpunkt or timezone.now()
    stichtag = _stichtag(jahr, timezone.localdate(zeitpunkt))
    werte: dict[str, Lieferwert] = {}
    erzeugt = False
    for _, lieferant in lieferanten():
        zaehlung = lieferant.zaehle(jahr=jahr, stichtag=stichtag)
        werte |= {wert.groesse: wert for wert in zaehlung.werte}
        erzeugt = erzeugt or zaehlung.erzeugt
    if erzeugt and not stadt.erzeugt:
        raise ZustandFehler(f"Die Akten enthalten erzeugte Beispieldaten. Sie sind keine Zahlen der Stadt {stadt}.")
    nummern = dict(Basisgroesse.objects.values_list("schluessel", "pk"))
    groessen = alle_groessen()
    quelle = f"Eigene Akten der Stadt {stadt.name}" + (" (erzeugte Beispieldaten)" if erzeugt else "")
    zeilen = [
        (i, stadt.pk, nummern[w.groesse], jahr, w.stichtag, groessen[w.groesse].definition(jahr))
        + (w.wert, w.fehlt, w.hinweis, quelle)
        for i, w in enumerate(werte.values(), 1)
    ]
    herkunft = Herkunft(
        Lieferungsart.AKTE, f"Eigene Akten {jahr}", zeitpunkt, stadt=stadt, benutzer=benutzer, erzeugt=erzeugt
    )
    lieferung = speichere(pl.DataFrame(zeilen, schema=werteschema(), orient="row"), herkunft)
    pruefe_werte(stadt=stadt, jahre=[jahr], zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang="vergleich_eigene_liefern",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"stadt": stadt.schluessel, "jahr": jahr, "lieferung": lieferung.pk},
    )
    return lieferung


def _stichtag(jahr: int, heute: date) -> date:
    """Der letzte Tag des Jahres oder, solange es läuft, des letzten abgeschlossenen Monats."""
    vormonat = heute.replace(day=1) - timedelta(days=1)
    stichtag = min(date(jahr, 12, 31), vormonat)
    if stichtag.year != jahr:
        raise AngabenFehler(
            [Mangel("Jahr", str(jahr), "hat noch keinen abgeschlossenen Monat", "Wählen Sie ein Jahr.")]
        )
    return stichtag.replace(day=monthrange(stichtag.year, stichtag.month)[1])
