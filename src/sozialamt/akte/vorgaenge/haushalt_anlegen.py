"""Einen Haushalt anlegen."""

from __future__ import annotations

import re
import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel
from sozialamt.akte.models import Benutzer, Haushalt, Suchwort, Wortart
from sozialamt.akte.models.person import haushaltsworte
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.akte.vorgaenge.zustaendigkeit_uebertragen import weise_zu

AKTENZEICHEN = "50-{:06d}"
_PLZ = re.compile(r"^\d{5}$", re.ASCII)


@transaction.atomic
def haushalt_anlegen(
    *,
    benutzer: Benutzer,
    strasse: str,
    plz: str,
    ort: str,
    erzeugt: bool = False,
    zeitpunkt: datetime | None = None,
) -> Haushalt:
    """Legt einen Haushalt unter dem nächsten freien Aktenzeichen an; zuständig wird, wer ihn anlegt."""
    pruefe_recht(benutzer, "haushalt_anlegen")
    strasse, plz, ort = strasse.strip(), plz.strip(), ort.strip()
    _pruefe(strasse, plz, ort)
    haushalt = Haushalt.objects.create(aktenzeichen=_vorlaeufig(), strasse=strasse, plz=plz, ort=ort, erzeugt=erzeugt)
    haushalt.aktenzeichen = AKTENZEICHEN.format(haushalt.pk)
    haushalt.save(update_fields=["aktenzeichen"])
    merke_suchwoerter(haushalt)
    zeitpunkt = zeitpunkt or timezone.now()
    protokolliere(vorgang="haushalt_anlegen", benutzer=benutzer, zeitpunkt=zeitpunkt, haushalt=haushalt)
    if einheit := benutzer.haupteinheit:
        weise_zu(
            benutzer=benutzer,
            haushalt=haushalt,
            einheit=einheit,
            ab=timezone.localdate(zeitpunkt),
            sachbearbeiter=benutzer,
            zeitpunkt=zeitpunkt,
        )
    return haushalt


def merke_suchwoerter(haushalt: Haushalt) -> None:
    """Wörter, unter denen der Haushalt zu finden ist: Aktenzeichen und Anschrift."""
    Suchwort.objects.filter(haushalt=haushalt, art__in=(Wortart.WORT, Wortart.ANSCHRIFT)).delete()
    worte = haushaltsworte(haushalt.aktenzeichen, haushalt.anschrift)
    Suchwort.objects.bulk_create(Suchwort(wort=wort, art=art, haushalt=haushalt) for art, wort in worte)


def _vorlaeufig() -> str:
    """Eindeutiger Platzhalter, bis die laufende Nummer bekannt ist."""
    return f"neu-{secrets.token_hex(8)}"


def _pruefe(strasse: str, plz: str, ort: str) -> None:
    maengel = []
    if not strasse:
        maengel.append(Mangel("Straße und Hausnummer", "(leer)", "fehlt", "Tragen Sie die Anschrift ein."))
    if not _PLZ.match(plz):
        maengel.append(Mangel("Postleitzahl", plz or "(leer)", "hat nicht fünf Ziffern", "Schreiben Sie etwa 44135."))
    if not ort:
        maengel.append(Mangel("Ort", "(leer)", "fehlt", "Tragen Sie den Ort ein."))
    maengel += zu_lang(Haushalt, strasse=strasse, ort=ort)
    if maengel:
        raise AngabenFehler(maengel)
