"""Einen Massenlauf vorbereiten: alle laufenden Fälle neu rechnen und festhalten, was sich ändern würde."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.massenlauf.rentendatei import RENTE, Rentenangabe
from sozialamt.akte.massenlauf.vorschau import als_tabelle, vergleiche
from sozialamt.akte.models import Benutzer, Massenlauf, Massenlaufangabe, Massenlaufposten
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere

AM_STUECK = 5_000


@transaction.atomic
def massenlauf_vorbereiten(
    *,
    benutzer: Benutzer,
    monat: date,
    anlass: str,
    renten: Sequence[Rentenangabe] = (),
    zeitpunkt: datetime | None = None,
) -> Massenlauf:
    """Legt den Lauf mit seiner Vorschau an; kein Bescheid und keine Tatsache ändert sich dadurch."""
    pruefe_recht(benutzer, "massenlauf_vorbereiten")
    zeitpunkt = zeitpunkt or timezone.now()
    if not anlass.strip():
        raise AngabenFehler([Mangel("Anlass", "–", "fehlt", "Nennen Sie, warum neu gerechnet wird.")])
    vorschau, geprueft = vergleiche(monat, zeitpunkt, als_tabelle(renten))
    lauf = Massenlauf.objects.create(
        monat=monat,
        anlass=anlass.strip(),
        gewusst_am=zeitpunkt,
        geprueft=geprueft,
        created_at=zeitpunkt,
        created_by=benutzer,
    )
    posten = (
        Massenlaufposten(
            massenlauf=lauf, haushalt_id=haushalt, leistung=leistung, alt_cent=alt, neu_cent=neu, wirkung=wirkung
        )
        for haushalt, leistung, alt, neu, wirkung in vorschau.iter_rows()
    )
    Massenlaufposten.objects.bulk_create(posten, batch_size=AM_STUECK)
    Massenlaufangabe.objects.bulk_create((_angabe(lauf, rente) for rente in renten), batch_size=AM_STUECK)
    protokolliere(
        vorgang="massenlauf_vorbereiten", benutzer=benutzer, zeitpunkt=zeitpunkt, angaben={"massenlauf": lauf.pk}
    )
    return lauf


def _angabe(lauf: Massenlauf, rente: Rentenangabe) -> Massenlaufangabe:
    return Massenlaufangabe(
        massenlauf=lauf,
        haushalt_id=rente.haushalt,
        person_id=rente.person,
        merkmal=RENTE,
        wert=rente.cent,
        nachweis=rente.nachweis,
    )
