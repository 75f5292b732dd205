"""Die Prüfung einer Änderung beginnen: Tatsachen oder Recht passen nicht mehr zum Bescheid (§§ 44, 45, 48 SGB X)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer, Haushalt, Vorgang
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.vorgang_beginnen import Beginn, beginne
from sozialamt.leistungen.verfahren import AENDERUNG


@transaction.atomic
def aenderung_aufnehmen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    leistung: str,
    kenntnis: date,
    vermerk: str = "",
    angaben: Mapping[str, Any] | None = None,
    zeitpunkt: datetime | None = None,
) -> Vorgang:
    """Ab dem Tag der Kenntnis läuft die Jahresfrist (§ 45 Abs. 4 Satz 2, § 48 Abs. 4 SGB X).

    Läuft über die Leistung schon eine solche Prüfung, wird sie fortgesetzt und keine zweite begonnen.
    """
    pruefe_recht(benutzer, "vorgang_fuehren", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    Haushalt.objects.select_for_update(no_key=True).get(pk=haushalt.pk)
    laufend = haushalt.vorgaenge.offen().filter(art=AENDERUNG.schluessel, leistung=leistung).first()
    if laufend is not None:
        return laufend
    beginn = Beginn(haushalt, leistung, kenntnis, vermerk.strip(), angaben=angaben or {})
    return beginne(AENDERUNG, beginn, handlung="aenderung_aufnehmen", benutzer=benutzer, zeitpunkt=zeitpunkt)
