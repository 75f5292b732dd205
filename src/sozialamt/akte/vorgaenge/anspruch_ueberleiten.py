"""Einen Anspruch gegen einen, der kein Leistungsträger ist, auf die Behörde überleiten (§ 93 SGB XII)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.briefe import ueberleitung
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Traegeranspruch, Vorgangsschreiben
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.vorgaenge.anspruch_gegen_anderen_anlegen import UEBERLEITUNG
from sozialamt.akte.vorgaenge.schreiben_versenden import versende
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import Schritt
from sozialamt.leistungen import steckbriefe


@transaction.atomic
def anspruch_ueberleiten(
    *,
    benutzer: Benutzer,
    anspruch: Traegeranspruch,
    ermessen: str,
    version: int | None = None,
    zeitpunkt: datetime | None = None,
) -> Vorgangsschreiben:
    """Schreibt die Anzeige an den Dritten; sie bewirkt den Übergang (§ 93 Abs. 1 Satz 1, Abs. 2 SGB XII)."""
    vorgang = anspruch.vorgang
    pruefe_recht(benutzer, "vorgang_fuehren", vorgang.haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    if anspruch.grundlage != UEBERLEITUNG:
        raise ZustandFehler("Gegen Leistungsträger gibt es keine Überleitung, sondern Erstattung (§§ 102 ff. SGB X).")
    if not ermessen.strip():
        abhilfe = "Schreiben Sie, was für und gegen die Überleitung spricht („kann“, § 93 Abs. 1 SGB XII)."
        raise AngabenFehler([Mangel("Ermessen", "(leer)", "fehlt", abhilfe)])
    titel = steckbriefe()[vorgang.leistung].titel
    text = ueberleitung(anspruch, vorgang.person.rufname, titel, ermessen.strip())
    schritt = Schritt("anspruch_ueberleiten", timezone.localdate(zeitpunkt), version=version)
    return versende(vorgang, text, schritt, benutzer=benutzer, zeitpunkt=zeitpunkt, gegner=anspruch)
