"""Ein Schreiben zum Vorgang drucken und unveränderlich ablegen. Teil anderer Vorgänge."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime

from django.utils import timezone

from sozialamt.akte.briefe import Brieftext, brief
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.fristen import bekanntgabe
from sozialamt.akte.models import Benutzer, Kostenersatz, Person, Traegeranspruch, Vorgang, Vorgangsschreiben
from sozialamt.akte.schreiben import NichtDruckbar, rendere_brief


def schreiben_ablegen(
    vorgang: Vorgang,
    text: Brieftext,
    *,
    benutzer: Benutzer,
    zeitpunkt: datetime,
    gegner: Traegeranspruch | None = None,
) -> Vorgangsschreiben:
    """Druckt den Brief und legt ihn mit Prüfsumme ab.

    Er geht an den anderen Träger, an den, der Kosten ersetzen soll, sonst an die Person des Vorgangs.
    """
    datum = timezone.localdate(zeitpunkt)
    daten = brief(
        text,
        haushalt=vorgang.haushalt,
        datum=datum,
        benutzer=benutzer,
        person=angeschriebene_person(vorgang),
        gegner=gegner or Kostenersatz.objects.filter(vorgang=vorgang).first(),
    )
    try:
        pdf = rendere_brief(daten)
    except NichtDruckbar as fehler:
        raise ZustandFehler(f"Das Schreiben kann nicht gedruckt werden: {fehler}") from fehler
    return Vorgangsschreiben.objects.create(
        vorgang=vorgang,
        art=text.art,
        betreff=text.betreff,
        inhalt={"absaetze": list(text.absaetze), "abschnitte": [asdict(a) for a in text.abschnitte]},
        bekannt_am=bekanntgabe(datum),
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )


def angeschriebene_person(vorgang: Vorgang) -> Person | None:
    """Die Person des Vorgangs, sonst das erste Mitglied des Haushalts."""
    if vorgang.person is not None:
        return vorgang.person
    erste = vorgang.haushalt.mitgliedschaften.gewusst_am(None).select_related("person").first()
    return erste.person if erste else None
