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
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.schreiben_ablegen import schreiben_ablegen
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt, gehe
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
    schreiben = schreiben_ablegen(vorgang, text, benutzer=benutzer, zeitpunkt=zeitpunkt, gegner=anspruch)
    angaben = {"schreiben": schreiben.pk, "cent": cent}
    schritt = Schritt("anspruch_beziffern", timezone.localdate(zeitpunkt), angaben=angaben, version=version)
    gehe(vorgang, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt)
    protokolliere(
        vorgang="anspruch_beziffern",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        haushalt=vorgang.haushalt,
        angaben={"vorgang": vorgang.pk},
    )
    return schreiben


def aufgewendet(anspruch: Traegeranspruch) -> int:
    """Cent, die der Person in den Monaten des Anspruchs aus der Leistung zugesprochen sind."""
    vorgang = anspruch.vorgang
    stand = zugesprochen(vorgang.haushalt, vorgang.leistung, monate(anspruch.von, anspruch.bis))
    return sum(cent for schluessel, cent in stand.items() if schluessel.person_id == vorgang.person_id)
