"""Haushalte zu einer Bankverbindung finden; wer sucht, wird vermerkt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.models import Benutzer
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.zugriff import zugaengliche
from sozialamt.kasse.iban import pruefe_iban
from sozialamt.kasse.models import Zahlungsweg

if TYPE_CHECKING:
    from django.db.models import QuerySet

LETZTE_STELLEN = 4
_FORM = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", re.ASCII)


def sieht_aus_wie_iban(text: str) -> bool:
    """Ob jemand eine ganze IBAN eingegeben hat, gleich wie gruppiert und mit welchen Buchstaben."""
    return bool(_FORM.fullmatch("".join(text.split()).upper()))


@transaction.atomic
def iban_suchen(*, benutzer: Benutzer, iban: str, zeitpunkt: datetime | None = None) -> Sequence[Zahlungsweg]:
    """Zahlungswege mit genau dieser IBAN in Akten, die der Benutzer lesen darf, die jüngsten zuerst.

    Bricht mit `RechtFehlt` oder `AngabenFehler` ab. Das Protokoll nennt nur die letzten Stellen.
    """
    pruefe_recht(benutzer, "iban_suchen")
    gesucht = pruefe_iban(iban)
    treffer = list(_wege(benutzer, gesucht))
    protokolliere(
        vorgang="iban_suchen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt or timezone.now(),
        angaben={"endet_auf": gesucht[-LETZTE_STELLEN:], "haushalte": sorted({w.haushalt_id for w in treffer})},
    )
    return treffer


def _wege(benutzer: Benutzer, iban: str) -> QuerySet[Zahlungsweg]:
    zugaenglich = zugaengliche(benutzer, "buchungen_lesen")
    wege = Zahlungsweg.objects.filter(iban=iban, haushalt__in=zugaenglich)
    return wege.select_related("haushalt", "sperre", "freigabe")
