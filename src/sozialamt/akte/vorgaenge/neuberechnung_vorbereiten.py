"""Alle Fälle eines zurückliegenden Zeitraums neu rechnen und die Unterschiede als Vorschläge festhalten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.massenlauf.neuberechnung import rechne_monate_neu
from sozialamt.akte.models import Benutzer, Massenlauf, Massenlaufposten
from sozialamt.akte.models.massenlauf import Laufart
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.massenlauf_vorbereiten import AM_STUECK
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def neuberechnung_vorbereiten(
    *,
    benutzer: Benutzer,
    monat: date,
    bis: date,
    anlass: str,
    zeitpunkt: datetime | None = None,
    fortschritt: Callable[[int], None] | None = None,
) -> Massenlauf:
    """Kein Bescheid und keine Tatsache ändert sich; über jeden Vorschlag entscheidet ein Mensch im Einzelfall."""
    pruefe_recht(benutzer, "massenlauf_vorbereiten")
    zeitpunkt = zeitpunkt or timezone.now()
    maengel = []
    if not anlass.strip():
        maengel.append(Mangel("Anlass", "–", "fehlt", "Nennen Sie, warum neu gerechnet wird."))
    maengel += zu_lang(Massenlauf, anlass=anlass)
    if bis < monat:
        maengel.append(Mangel("bis Monat", f"{bis:%m.%Y}", f"liegt vor {monat:%m.%Y}", "Prüfen Sie den Zeitraum."))
    if maengel:
        raise AngabenFehler(maengel)
    vorschlaege, geprueft = rechne_monate_neu(monat, bis, zeitpunkt, fortschritt)
    lauf = Massenlauf.objects.create(
        art=Laufart.NEUBERECHNUNG,
        monat=monat,
        bis=bis,
        anlass=anlass.strip(),
        gewusst_am=zeitpunkt,
        geprueft=geprueft,
        created_at=zeitpunkt,
        created_by=benutzer,
    )
    posten = (
        Massenlaufposten(
            massenlauf=lauf,
            haushalt_id=haushalt,
            leistung=leistung,
            von=von,
            bis=ende,
            alt_cent=alt,
            neu_cent=neu,
            wirkung=wirkung,
        )
        for haushalt, leistung, von, ende, alt, neu, wirkung in vorschlaege.iter_rows()
    )
    Massenlaufposten.objects.bulk_create(posten, batch_size=AM_STUECK)
    protokolliere(
        vorgang="neuberechnung_vorbereiten", benutzer=benutzer, zeitpunkt=zeitpunkt, angaben={"massenlauf": lauf.pk}
    )
    return lauf
