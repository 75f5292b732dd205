"""Die Höhe eines geltend gemachten Anspruchs mitteilen."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.briefe import bezifferung
from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Traegeranspruch, Vorgangsschreiben
from sozialamt.akte.monat import monate
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.stand import zugesprochen
from sozialamt.akte.vorgaenge.schreiben_versenden import versende
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt
from sozialamt.rechenkern.values import euro


@transaction.atomic
def anspruch_beziffern(
    *,
    benutzer: Benutzer,
    anspruch: Traegeranspruch,
    cent: int,
    version: int | None = None,
    zeitpunkt: datetime | None = None,
) -> Vorgangsschreiben:
    """Höchstens, was der Person für die Zeit zugesprochen war; mehr hat die Behörde nicht aufgewendet."""
    vorgang = anspruch.vorgang
    pruefe_recht(benutzer, "vorgang_fuehren", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    hoechstens = aufgewendet(anspruch)
    if not 0 < cent <= hoechstens:
        grund = f"liegt nicht zwischen 0,01 € und den Aufwendungen von {euro(hoechstens)}"
        raise AngabenFehler([Mangel("Betrag", euro(cent), grund, "Prüfen Sie Betrag und Zeitraum.")])
    text = bezifferung(anspruch, vorgang.person.rufname, cent)
    schritt = Schritt("anspruch_beziffern", timezone.localdate(zeitpunkt), angaben={"cent": cent}, version=version)
    return versende(vorgang, text, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt, gegner=anspruch)


def aufgewendet(anspruch: Traegeranspruch) -> int:
    """Cent, die der Person in den Monaten des Anspruchs aus der Leistung zugesprochen sind."""
    vorgang = anspruch.vorgang
    stand = zugesprochen(vorgang.haushalt, vorgang.leistung, monate(anspruch.von, anspruch.bis))
    return sum(cent for schluessel, cent in stand.items() if schluessel.person_id == vorgang.person_id)
