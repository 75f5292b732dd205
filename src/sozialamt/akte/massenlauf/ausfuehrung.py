"""Einen freigegebenen Massenlauf ausführen: Fall für Fall, jeder in einer Transaktion, beliebig oft fortsetzbar."""

from __future__ import annotations

from collections.abc import Callable

from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Massenlauf, Massenlaufposten
from sozialamt.akte.models.massenlauf import Laufstand
from sozialamt.akte.vorgaenge.massenlauf_abschliessen import massenlauf_abschliessen
from sozialamt.akte.vorgaenge.massenlaufposten_ausfuehren import massenlaufposten_ausfuehren
from sozialamt.akte.vorgaenge.renten_eintragen import renten_eintragen

AM_STUECK = 200


def fuehre_aus(lauf: Massenlauf, fortschritt: Callable[[int], None] | None = None) -> None:
    """Trägt neue Renten ein und erlässt die Bescheide. Nach einem Abbruch geht es beim nächsten offenen Fall weiter.

    Auf PostgreSQL dürfen mehrere Prozesse denselben Lauf ausführen: Jeder nimmt Fälle, die gerade frei sind.
    """
    lauf.refresh_from_db()
    if lauf.stand == Laufstand.AUSGEFUEHRT:
        return
    if lauf.stand != Laufstand.FREIGEGEBEN:
        raise ZustandFehler(f"Der Massenlauf ist {lauf.get_stand_display()}. Ausgeführt wird nur, was freigegeben ist.")
    for haushalt in list(lauf.angaben.filter(eingetragen=False).values_list("haushalt_id", flat=True).distinct()):
        renten_eintragen(lauf=lauf, haushalt_id=haushalt)
    while stapel := list(lauf.posten.all().wartend().order_by("id")[:AM_STUECK]):
        for posten in stapel:
            massenlaufposten_ausfuehren(posten=posten)
            if fortschritt:
                fortschritt(1)
    try:
        massenlauf_abschliessen(lauf=lauf)
    except ZustandFehler:
        lauf.refresh_from_db()
        if lauf.stand != Laufstand.AUSGEFUEHRT:
            raise


def offene(lauf: Massenlauf) -> list[Massenlaufposten]:
    """Fälle, die jemand ansehen muss: nicht berechenbar oder übergangen."""
    return list(lauf.posten.exclude(stand="erlassen").select_related("haushalt"))
