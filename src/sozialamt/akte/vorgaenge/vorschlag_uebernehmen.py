"""Aus einem Vorschlag der Neuberechnung einen Vorgang machen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Massenlaufposten
from sozialamt.akte.models.massenlauf import Laufstand, Postenstand
from sozialamt.akte.neuberechnung import rechne_neu
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.aenderung_vormerken import aenderung_vormerken
from sozialamt.akte.vorgaenge.protokollieren import protokolliere

ERLEDIGT = "Es ändert sich nichts mehr; inzwischen ist anders entschieden."


@transaction.atomic
def vorschlag_uebernehmen(
    *, benutzer: Benutzer, posten: Massenlaufposten, zeitpunkt: datetime | None = None
) -> Massenlaufposten:
    """Rechnet den Fall noch einmal und beginnt „Änderung prüfen“; ändert sich nichts mehr, ist er erledigt."""
    pruefe_recht(benutzer, "vorgang_fuehren", posten.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    posten = (
        Massenlaufposten.objects.select_for_update(of=("self",))
        .select_related("massenlauf", "haushalt")
        .get(pk=posten.pk)
    )
    if not posten.massenlauf.macht_vorschlaege or posten.massenlauf.stand != Laufstand.VORSCHAU:
        raise ZustandFehler("Dieser Lauf macht keine Vorschläge oder ist verworfen.")
    if posten.stand != Postenstand.WARTET:
        raise ZustandFehler(f"Über diesen Vorschlag ist schon befunden: {posten.get_stand_display()}.")
    folgen = rechne_neu(posten.haushalt, Kenntnis.lade(posten.haushalt), zeitpunkt=zeitpunkt, ab=posten.von)
    folge = next((f for f in folgen if f.leistung == posten.leistung), None)
    if folge is None:
        posten.stand, posten.hinweis = Postenstand.UEBERGANGEN, ERLEDIGT
    else:
        posten.vorgang = aenderung_vormerken(benutzer=benutzer, folge=folge, zeitpunkt=zeitpunkt)
        posten.stand = Postenstand.VORGANG
    posten.save(update_fields=["stand", "hinweis", "vorgang"])
    protokolliere(
        vorgang="vorschlag_uebernehmen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=posten.haushalt,
        angaben={"massenlauf": posten.massenlauf_id, "leistung": posten.leistung},
    )
    return posten
