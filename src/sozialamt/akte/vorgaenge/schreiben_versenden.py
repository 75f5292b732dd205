"""Ein Schreiben ablegen und den Schritt gehen, der es verschickt. Teil der Vorgänge, die schreiben."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sozialamt.akte.briefe import Brieftext
from sozialamt.akte.models import Benutzer, Traegeranspruch, Vorgang, Vorgangsschreiben
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.schreiben_ablegen import schreiben_ablegen
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe


def versende(
    vorgang: Vorgang,
    text: Brieftext,
    schritt: Schritt,
    *,
    benutzer: Benutzer,
    zeitpunkt: datetime,
    gegner: Traegeranspruch | None = None,
) -> Vorgangsschreiben:
    """Der Schritt nennt danach das Schreiben. Nur aus einem Vorgang zu rufen, der das Recht geprüft hat."""
    schreiben = schreiben_ablegen(vorgang, text, benutzer=benutzer, zeitpunkt=zeitpunkt, gegner=gegner)
    mit_schreiben = replace(schritt, angaben={"schreiben": schreiben.pk, **schritt.angaben})
    gehe(vorgang, mit_schreiben, benutzer=benutzer, zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang=schritt.handlung,
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=vorgang.haushalt,
        angaben={"vorgang": vorgang.pk},
    )
    return schreiben
