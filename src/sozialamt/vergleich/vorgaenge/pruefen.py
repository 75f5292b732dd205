"""Nach jeder Lieferung: Befunde in die Arbeitsliste, Behobenes aus ihr heraus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from sozialamt.akte.massenablage import fuege_an
from sozialamt.vergleich.models import Auffaelligkeit, Basisgroesse, Stadt
from sozialamt.vergleich.models.pruefung import Stand
from sozialamt.vergleich.plausibilitaet.pruefen import Befund, genannte_groessen, lage_aus, pruefe
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.grundbestand import alle_groessen
from sozialamt.vergleich.pool.sicht import Sicht

_SPALTEN = (
    *("regel", "stadt", "groesse", "jahr", "schwere", "text", "fassung", "stand", "kommentar"),
    *("created_at", "updated_at"),
)


@transaction.atomic
def pruefe_werte(*, stadt: Stadt, jahre: Iterable[int], zeitpunkt: datetime) -> None:
    """Prüft die Jahre und ihre Folgejahre und führt die Arbeitsliste nach.

    Eine Erklärung gilt weiter, solange die beteiligten Werte dieselben sind.
    """
    betroffen = sorted({j for jahr in jahre for j in (jahr, jahr + 1)})
    gebraucht = {j for jahr in betroffen for j in (jahr - 1, jahr)}
    groessen = alle_groessen()
    pool = lesen.pool(Sicht.der_stadt(stadt.schluessel), gebraucht, groessen=genannte_groessen(groessen))
    befunde = pruefe(lage_aus(pool, stadt.schluessel, betroffen, groessen))
    bestand = {
        (a.regel, a.groesse.schluessel, a.jahr): a
        for a in Auffaelligkeit.objects.filter(stadt=stadt, jahr__in=betroffen).select_related("groesse")
    }
    nummern = dict(Basisgroesse.objects.values_list("schluessel", "pk"))
    neu, geaendert = [], []
    for befund in befunde:
        alt = bestand.pop((befund.regel, befund.groesse, befund.jahr), None)
        if alt is None:
            neu.append(_zeile(befund, stadt, nummern[befund.groesse], zeitpunkt))
        elif alt.fassung != befund.fassung or alt.stand == Stand.BEHOBEN:
            alt.text, alt.fassung, alt.schwere = befund.text, befund.fassung, befund.schwere
            geaendert.append(_setze(alt, Stand.OFFEN, zeitpunkt))
    geaendert += [_setze(alt, Stand.BEHOBEN, zeitpunkt) for alt in bestand.values() if alt.stand != Stand.BEHOBEN]
    Auffaelligkeit.objects.bulk_update(geaendert, ["text", "fassung", "schwere", "stand", "updated_at"])
    fuege_an(Auffaelligkeit, _SPALTEN, neu)


def _zeile(befund: Befund, stadt: Stadt, groesse_id: int, zeitpunkt: datetime) -> tuple[Any, ...]:
    inhalt = (befund.schwere, befund.text, befund.fassung, Stand.OFFEN, "")
    return (befund.regel, stadt.pk, groesse_id, befund.jahr, *inhalt, zeitpunkt, zeitpunkt)


def _setze(auffaelligkeit: Auffaelligkeit, stand: str, zeitpunkt: datetime) -> Auffaelligkeit:
    auffaelligkeit.stand, auffaelligkeit.updated_at = stand, zeitpunkt
    return auffaelligkeit
