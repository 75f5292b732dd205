"""Einen Schutzvermerk, eine Befangenheit oder eine Löschsperre beenden: Eine neue Zeile mit Ende ersetzt die alte."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Befangenheit, Benutzer, Loeschsperre, Schutzvermerk
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere

_RECHT = {
    Schutzvermerk: "schutzvermerk_setzen",
    Befangenheit: "befangenheit_eintragen",
    Loeschsperre: "loeschsperre_setzen",
}


@transaction.atomic
def eintrag_beenden(
    *,
    benutzer: Benutzer,
    eintrag: Schutzvermerk | Befangenheit | Loeschsperre,
    bis: date,
    zeitpunkt: datetime | None = None,
) -> Schutzvermerk | Befangenheit | Loeschsperre:
    """`bis` ist der letzte Tag, an dem der Eintrag wirkt. Die eigene Befangenheit kann niemand selbst beenden."""
    pruefe_recht(benutzer, _RECHT[type(eintrag)], eintrag)
    zeitpunkt = zeitpunkt or timezone.now()
    tabelle = type(eintrag)
    if tabelle.objects.filter(ersetzt=eintrag).exists():
        raise ZustandFehler("Dieser Eintrag wurde inzwischen geändert. Laden Sie die Seite neu.")
    if bis < eintrag.von:
        mangel = Mangel("bis", f"{bis:%d.%m.%Y}", f"liegt vor {eintrag.von:%d.%m.%Y}", "Prüfen Sie den Tag.")
        raise AngabenFehler([mangel])
    uebernommen = {
        feld.attname: getattr(eintrag, feld.attname)
        for feld in tabelle._meta.concrete_fields
        if feld.name not in {"id", "bis", "ersetzt", "erfasst_am", "erfasst_von"}
    }
    neu = tabelle.objects.create(**uebernommen, bis=bis, ersetzt=eintrag, erfasst_am=zeitpunkt, erfasst_von=benutzer)
    protokolliere(
        vorgang=f"{tabelle._meta.model_name}_beenden",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=getattr(neu, "haushalt", None),
        person=getattr(neu, "person", None),
        angaben={"nummer": neu.pk},
    )
    return neu
