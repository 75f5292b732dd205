"""Eine Datei in der Akte ablegen: Typ, Größe und Viren geprüft, mit Prüfsumme."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.dateipruefung import pruefe_auf_viren, pruefe_datei
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Dokument, Haushalt, Person
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.protokollieren import protokolliere


@transaction.atomic
def dokument_ablegen(
    *,
    benutzer: Benutzer,
    haushalt: Haushalt,
    titel: str,
    inhalt: bytes,
    person: Person | None = None,
    zeitpunkt: datetime | None = None,
) -> Dokument:
    """Legt den Inhalt in der Datenbank ab; der Name der Datei auf dem Rechner des Absenders zählt nicht."""
    pruefe_recht(benutzer, "dokument_ablegen", haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if not titel.strip():
        raise AngabenFehler([Mangel("Titel", "(leer)", "fehlt", "Sagen Sie, was das Dokument ist.")])
    typ = pruefe_datei(inhalt)
    summe = hashlib.sha256(inhalt).hexdigest()
    if haushalt.dokumente.filter(sha256=summe).exists():
        raise ZustandFehler("Genau diese Datei liegt schon in der Akte.")
    dokument = Dokument.objects.create(
        haushalt=haushalt,
        person=person,
        titel=titel.strip()[: Dokument._meta.get_field("titel").max_length],
        medientyp=typ,
        groesse=len(inhalt),
        sha256=summe,
        virenpruefung=pruefe_auf_viren(inhalt),
        inhalt=inhalt,
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    protokolliere(
        vorgang="dokument_ablegen",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=haushalt,
        angaben={"nummer": dokument.pk},
    )
    return dokument
