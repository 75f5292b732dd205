"""Vom Bescheid zum Schreiben: Absender, Empfänger und Rechenweg zusammenstellen und drucken."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from sozialamt.akte.entwurf import Umstaende, entwirf_bescheid
from sozialamt.akte.models import Bescheid
from sozialamt.akte.schreiben import Behoerde, Unterschrift, rendere_bescheid
from sozialamt.leistungen import steckbriefe


def schreiben(bescheid: Bescheid) -> bytes:
    """PDF/A-3a und PDF/UA-1 mit dem Rechenweg als Anlage."""
    inhalt = bescheid.inhalt
    empfaenger = inhalt["empfaenger"]
    umstaende = Umstaende(
        aktenzeichen=inhalt["aktenzeichen"],
        datum=timezone.localdate(bescheid.erlassen_am),
        anschrift=(empfaenger["name"], empfaenger["strasse"], f"{empfaenger['plz']} {empfaenger['ort']}"),
        empfaenger=empfaenger["name"],
        angeschrieben=next(iter(inhalt["personen"])),
        unterschrift=Unterschrift(name=bescheid.created_by.anzeigename),
        rechenweg_beilegen=True,
        muster=inhalt["erzeugt"],
    )
    daten = entwirf_bescheid(
        steckbriefe()[bescheid.leistung],
        bescheid.spuren,
        {schluessel: person["name"] for schluessel, person in inhalt["personen"].items()},
        Behoerde(**settings.BEHOERDE, ansprechperson=bescheid.created_by.anzeigename),
        umstaende,
    )
    return rendere_bescheid(daten)
