"""Eine Person anlegen, mit Prüfung auf Dubletten."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, DublettenVerdacht, Mangel
from sozialamt.akte.models import Benutzer, Person, Suchwort, Tatsache, Wortart
from sozialamt.akte.models.person import namensklang, personenworte
from sozialamt.akte.monat import als_datum
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.suchwoerter import falte
from sozialamt.akte.textlaenge import zu_lang
from sozialamt.akte.vorgaenge.protokollieren import protokolliere

DUBLETTENGRUENDE = {
    "anderer_mensch": "anderer Mensch, nach Ausweis geprüft",
    "zwilling": "Zwilling oder Mehrling",
    "ungeklaert": "noch ungeklärt, wird nachgeprüft",
}
"""Feste Gründe, damit im Protokoll nichts über Menschen steht."""
HOECHSTES_ALTER = 125


@transaction.atomic
def person_anlegen(
    *,
    benutzer: Benutzer,
    vorname: str,
    nachname: str,
    geburtsdatum: date,
    trotz_dublette: bool | str = False,
    erzeugt: bool = False,
    zeitpunkt: datetime | None = None,
) -> Person:
    """Legt die Person und ihre erste Tatsache (Geburtsdatum) an.

    `trotz_dublette` ist ein Grund aus `DUBLETTENGRUENDE`; ohne ihn bricht eine mögliche Dublette ab.
    """
    pruefe_recht(benutzer, "person_anlegen")
    zeitpunkt = zeitpunkt or timezone.now()
    vorname, nachname = vorname.strip(), nachname.strip()
    _pruefe(vorname, nachname, geburtsdatum, timezone.localdate(zeitpunkt))
    if isinstance(trotz_dublette, str) and trotz_dublette and trotz_dublette not in DUBLETTENGRUENDE:
        raise AngabenFehler([Mangel("Grund", trotz_dublette, "gibt es nicht", "Wählen Sie einen der Gründe.")])
    doppelt = _dubletten(vorname, nachname, geburtsdatum)
    if doppelt and not trotz_dublette:
        raise DublettenVerdacht(doppelt)
    person = Person.objects.create(
        vorname=vorname,
        nachname=nachname,
        geburtsdatum=geburtsdatum,
        name_gefaltet=falte(f"{nachname} {vorname}"),
        name_klang=namensklang(vorname, nachname),
        erzeugt=erzeugt,
    )
    merke_suchwoerter(person)
    Tatsache.objects.create(
        person=person,
        merkmal="geburtsdatum",
        wert=als_datum(geburtsdatum),
        gilt_ab=geburtsdatum.replace(day=1),
        erfasst_am=zeitpunkt,
        erfasst_von=benutzer,
    )
    angaben = {"trotz": [p.pk for p in doppelt], "grund": trotz_dublette} if doppelt else {}
    protokolliere(vorgang="person_anlegen", benutzer=benutzer, zeitpunkt=zeitpunkt, person=person, angaben=angaben)
    return person


def merke_suchwoerter(person: Person) -> None:
    """Wörter, unter denen die Person zu finden ist: Namen mit ihrem Klang und Geburtsdatum."""
    worte = personenworte(person.vorname, person.nachname, person.geburtsdatum)
    Suchwort.objects.filter(person=person, art__in=(Wortart.WORT, Wortart.KLANG)).delete()
    Suchwort.objects.bulk_create(Suchwort(wort=wort, art=art, person=person) for art, wort in worte)


def pruefe_geburtsdatum(geburtsdatum: date, heute: date) -> list[Mangel]:
    """Ein Geburtsdatum liegt nicht in der Zukunft und nicht weiter zurück, als Menschen leben."""
    text = f"{geburtsdatum:%d.%m.%Y}"
    if geburtsdatum > heute:
        return [Mangel("Geburtsdatum", text, "liegt in der Zukunft", "Prüfen Sie Tag, Monat und Jahr.")]
    if heute.year - geburtsdatum.year > HOECHSTES_ALTER:
        return [Mangel("Geburtsdatum", text, f"liegt mehr als {HOECHSTES_ALTER} Jahre zurück", "Prüfen Sie das Jahr.")]
    return []


def _pruefe(vorname: str, nachname: str, geburtsdatum: date, heute: date) -> None:
    maengel = [
        Mangel(feld, "(leer)", "fehlt", f"Tragen Sie den {feld}n ein.")
        for feld, wert in (("Vorname", vorname), ("Nachname", nachname))
        if not wert
    ]
    maengel += pruefe_geburtsdatum(geburtsdatum, heute)
    maengel += zu_lang(Person, vorname=vorname, nachname=nachname)
    if maengel:
        raise AngabenFehler(maengel)


def _dubletten(vorname: str, nachname: str, geburtsdatum: date) -> list[Person]:
    """Alle, gleich welche Einheit sie führt: Eine Dublette in einem anderen Team ist auch eine."""
    return list(Person.objects.moegliche_dubletten(vorname=vorname, nachname=nachname, geburtsdatum=geburtsdatum))
