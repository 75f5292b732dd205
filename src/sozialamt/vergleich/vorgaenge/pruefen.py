"""Nach jeder Lieferung: Befunde in die Arbeitsliste, Behobenes aus ihr heraus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from sozialamt.vergleich.models import Auffaelligkeit, Basisgroesse, Stadt
from sozialamt.vergleich.models.pruefung import Stand
from sozialamt.vergleich.plausibilitaet.pruefen import Befund, genannte_groessen, lage_aus, pruefe
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.grundbestand import alle_groessen
from sozialamt.vergleich.pool.sicht import Sicht


@transaction.atomic
def pruefe_werte(*, stadt: Stadt, jahre: Iterable[int], zeitpunkt: datetime) -> list[Auffaelligkeit]:
    """Prüft die Jahre und ihre Folgejahre und gibt neue Befunde zurück.

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
            neu.append(_auffaelligkeit(befund, stadt, nummern[befund.groesse], zeitpunkt))
        elif alt.fassung != befund.fassung or alt.stand == Stand.BEHOBEN:
            alt.text, alt.fassung, alt.schwere = befund.text, befund.fassung, befund.schwere
            geaendert.append(_setze(alt, Stand.OFFEN, zeitpunkt))
    geaendert += [_setze(alt, Stand.BEHOBEN, zeitpunkt) for alt in bestand.values() if alt.stand != Stand.BEHOBEN]
    Auffaelligkeit.objects.bulk_update(geaendert, ["text", "fassung", "schwere", "stand", "updated_at"])
    return Auffaelligkeit.objects.bulk_create(neu)


def _auffaelligkeit(befund: Befund, stadt: Stadt, groesse_id: int, zeitpunkt: datetime) -> Auffaelligkeit:
    return Auffaelligkeit(
        regel=befund.regel,
        stadt=stadt,
        groesse_id=groesse_id,
        jahr=befund.jahr,
        schwere=befund.schwere,
        text=befund.text,
        fassung=befund.fassung,
        created_at=zeitpunkt,
        updated_at=zeitpunkt,
    )


def _setze(auffaelligkeit: Auffaelligkeit, stand: str, zeitpunkt: datetime) -> Auffaelligkeit:
    auffaelligkeit.stand, auffaelligkeit.updated_at = stand, zeitpunkt
    return auffaelligkeit
