"""Einen Erstattungsanspruch bei einem anderen Träger geltend machen (§§ 102 bis 105, 111 SGB X)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.briefe import erstattungsanzeige
from sozialamt.akte.fehler import ZustandFehler
from sozialamt.akte.models import Benutzer, Traegeranspruch, Vorgangsschreiben
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.schreiben_versenden import versende
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt
from sozialamt.leistungen import steckbriefe


@transaction.atomic
def erstattung_anmelden(
    *, benutzer: Benutzer, anspruch: Traegeranspruch, version: int | None = None, zeitpunkt: datetime | None = None
) -> Vorgangsschreiben:
    """Schreibt die Anzeige; nach Ablauf der zwölf Monate wird sie abgelehnt (§ 111 Satz 1 SGB X)."""
    vorgang = anspruch.vorgang
    pruefe_recht(benutzer, "vorgang_fuehren", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    heute = timezone.localdate(zeitpunkt)
    if anspruch.spaetestens is None:
        raise ZustandFehler("Ansprüche gegen Dritte werden übergeleitet, nicht angemeldet (§ 93 SGB XII).")
    if heute > anspruch.spaetestens:
        raise ZustandFehler(
            f"Die Ausschlussfrist endete am {anspruch.spaetestens:%d.%m.%Y} (§ 111 SGB X). Der Anspruch kann nicht "
            "mehr geltend gemacht werden; beenden Sie den Vorgang mit diesem Vermerk."
        )
    person = vorgang.person
    text = erstattungsanzeige(anspruch, person.rufname, person.geburtsdatum, steckbriefe()[vorgang.leistung].titel)
    schritt = Schritt("erstattung_anmelden", heute, version=version)
    return versende(vorgang, text, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt, gegner=anspruch)
