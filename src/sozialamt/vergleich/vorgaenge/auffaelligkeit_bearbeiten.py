"""Eine Auffälligkeit übernehmen, kommentieren oder erklären."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.models import Auffaelligkeit
from sozialamt.vergleich.models.pruefung import Stand
from sozialamt.vergleich.vorgaenge.berechtigung import pruefe_stadtrecht


@transaction.atomic
def auffaelligkeit_bearbeiten(
    *,
    benutzer: Benutzer,
    auffaelligkeit: Auffaelligkeit,
    stand: str = "",
    kommentar: str | None = None,
    zustaendig: Benutzer | None = None,
    zeitpunkt: datetime | None = None,
) -> Auffaelligkeit:
    """Ändert nur, was genannt ist. Erklärt wird mit Kommentar; „behoben“ setzt nur eine neue Lieferung."""
    pruefe_stadtrecht(benutzer, "vergleich_liefern", auffaelligkeit.stadt)
    zeitpunkt = zeitpunkt or timezone.now()
    auffaelligkeit = Auffaelligkeit.objects.select_for_update().get(pk=auffaelligkeit.pk)
    if auffaelligkeit.stand == Stand.BEHOBEN or stand == Stand.BEHOBEN:
        raise ZustandFehler("Behoben ist eine Auffälligkeit, wenn eine neue Lieferung die Regel erfüllt.")
    if stand and stand not in Stand.values:
        raise AngabenFehler([Mangel("Stand", stand, "gibt es nicht", "Wählen Sie offen, in Klärung oder erklärt.")])
    if kommentar is not None:
        auffaelligkeit.kommentar = kommentar.strip()
    if stand == Stand.ERKLAERT and not auffaelligkeit.kommentar:
        raise AngabenFehler([Mangel("Kommentar", "(leer)", "fehlt", "Erklären Sie, warum der Wert richtig ist.")])
    if zustaendig is not None:
        pruefe_stadtrecht(zustaendig, "vergleich_liefern", auffaelligkeit.stadt)
        auffaelligkeit.zustaendig = zustaendig
    auffaelligkeit.stand = stand or auffaelligkeit.stand
    auffaelligkeit.updated_at = zeitpunkt
    auffaelligkeit.save()
    protokolliere(
        vorgang="vergleich_auffaelligkeit_bearbeiten",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"auffaelligkeit": auffaelligkeit.pk, "stand": auffaelligkeit.stand},
    )
    return auffaelligkeit
