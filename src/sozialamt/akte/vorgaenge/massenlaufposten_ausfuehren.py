"""Einen Posten eines freigegebenen Massenlaufs zum Bescheid machen (§ 48 SGB X)."""

from __future__ import annotations

from datetime import date, datetime
from itertools import takewhile

from django.db import connection, transaction
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import HOECHSTDAUER_MONATE, Entscheidung
from sozialamt.akte.fehler import Aktenfehler, ZustandFehler
from sozialamt.akte.models import Bescheid, Massenlaufposten
from sozialamt.akte.models.massenlauf import Laufstand, Postenstand
from sozialamt.akte.monat import monate, monatsschluessel
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.stand import zugesprochen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen

NORM = "§ 48 Abs. 1 Satz 1 SGB X"
OHNE_ANHOERUNG = (
    "Von einer Anhörung wurde abgesehen, weil gleichartige Bescheide in größerer Zahl ergehen und einkommensabhängige "
    "Leistungen den geänderten Verhältnissen angepasst werden (§ 24 Abs. 2 Nr. 4 und 5 SGB X)."
)
HINWEIS_LAENGE = 400


@transaction.atomic
def massenlaufposten_ausfuehren(*, posten: Massenlaufposten, zeitpunkt: datetime | None = None) -> Massenlaufposten:
    """Entwirft im Namen dessen, der vorbereitet hat, und erlässt im Namen dessen, der freigab.

    Was nicht mehr so ist, wie die Vorschau sagte, wird übergangen und steht mit dem Grund in der Liste. Ein Posten, der
    schon ausgeführt ist oder gerade von einem anderen Prozess ausgeführt wird, bleibt, wie er ist.
    """
    zeitpunkt = zeitpunkt or timezone.now()
    freie = Massenlaufposten.objects.select_for_update(
        of=("self",), skip_locked=connection.features.has_select_for_update
    )
    frei = freie.select_related("massenlauf", "haushalt").filter(pk=posten.pk).first()
    if frei is None or frei.stand != Postenstand.WARTET:
        return frei or posten
    posten = frei
    if posten.massenlauf.stand != Laufstand.FREIGEGEBEN:
        raise ZustandFehler("Der Massenlauf ist nicht freigegeben.")
    try:
        with transaction.atomic():
            posten.bescheid = _bescheid(posten, zeitpunkt)
        posten.stand = Postenstand.ERLASSEN
    except Aktenfehler as fehler:
        posten.bescheid = None
        posten.stand, posten.hinweis = Postenstand.UEBERGANGEN, str(fehler)[:HINWEIS_LAENGE]
    posten.save(update_fields=["stand", "hinweis", "bescheid"])
    return posten


def _bescheid(posten: Massenlaufposten, zeitpunkt: datetime) -> Bescheid:
    lauf = posten.massenlauf
    zeitraum = _zeitraum(posten)
    bisher = {monatsschluessel(monat): 0 for monat in zeitraum}
    for teil, cent in zugesprochen(posten.haushalt, posten.leistung, zeitraum).items():
        bisher[monatsschluessel(teil.monat)] += cent
    if bisher[monatsschluessel(lauf.monat)] != posten.alt_cent:
        raise ZustandFehler("Seit der Vorschau ist anders entschieden worden.")
    entwurf = bescheid_entwerfen(
        benutzer=lauf.created_by,
        haushalt=posten.haushalt,
        leistung=posten.leistung,
        beginn=zeitraum[0],
        ende=zeitraum[-1],
        entscheidung=Entscheidung(
            art=Bescheidart.AENDERUNG,
            norm=NORM,
            bisher=bisher,
            gruende=(Textabschnitt("Anlass", (f"{lauf.anlass}.", OHNE_ANHOERUNG)),),
        ),
        zeitpunkt=zeitpunkt,
    )
    if entwurf.inhalt["monate"][0]["cent"] != posten.neu_cent:
        raise ZustandFehler("Seit der Vorschau haben sich Angaben geändert, der Betrag wäre ein anderer.")
    return bescheid_erlassen(benutzer=lauf.freigegeben_von, entwurf=entwurf, zeitpunkt=zeitpunkt, eben_entworfen=True)


def _zeitraum(posten: Massenlaufposten) -> list[date]:
    """Die zusammenhängenden Monate ab dem Lauf, über die schon entschieden ist."""
    verfuegt = posten.haushalt.bescheide.verfuegend().filter(
        leistung=posten.leistung, ende__gte=posten.massenlauf.monat
    )
    abgedeckt = {m for b in verfuegt for m in monate(max(b.beginn, posten.massenlauf.monat), b.ende)}
    letzter = max(abgedeckt, default=posten.massenlauf.monat)
    zeitraum = list(takewhile(abgedeckt.__contains__, monate(posten.massenlauf.monat, letzter)))
    if not zeitraum:
        raise ZustandFehler("In diesem Monat läuft keine Bewilligung mehr.")
    return zeitraum[:HOECHSTDAUER_MONATE]
