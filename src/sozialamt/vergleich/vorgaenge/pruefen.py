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
    """Prüft die Jahre und ihre Folgejahre. Eine Erklärung gilt weiter, solange die Werte dieselben sind."""
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
    gefunden = [_merke(befund, bestand, stadt, nummern[befund.groesse], zeitpunkt) for befund in befunde]
    weg = set(bestand) - {(b.regel, b.groesse, b.jahr) for b in befunde}
    for schluessel in weg:
        _setze(bestand[schluessel], Stand.BEHOBEN, zeitpunkt)
    return gefunden


def _merke(
    befund: Befund,
    bestand: dict[tuple[str, str, int], Auffaelligkeit],
    stadt: Stadt,
    groesse_id: int,
    zeitpunkt: datetime,
) -> Auffaelligkeit:
    alt = bestand.get((befund.regel, befund.groesse, befund.jahr))
    if alt is None:
        return Auffaelligkeit.objects.create(
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
    if alt.fassung != befund.fassung or alt.stand == Stand.BEHOBEN:
        alt.text, alt.fassung, alt.schwere = befund.text, befund.fassung, befund.schwere
        _setze(alt, Stand.OFFEN, zeitpunkt)
    return alt


def _setze(auffaelligkeit: Auffaelligkeit, stand: str, zeitpunkt: datetime) -> None:
    if auffaelligkeit.stand != stand or stand == Stand.OFFEN:
        auffaelligkeit.stand, auffaelligkeit.updated_at = stand, zeitpunkt
        auffaelligkeit.save()
