"""Eine Person anlegen, mit Prüfung auf Dubletten."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Person, Suchwort, Tatsache
from sozialamt.akte.monat import als_datum
from sozialamt.akte.rechte import pruefe_recht
from sozialamt.akte.suchwoerter import falte, woerter
from sozialamt.akte.vorgaenge.protokollieren import protokolliere

HOECHSTES_ALTER = 125


@transaction.atomic
def person_anlegen(
    *,
    benutzer: Benutzer,
    vorname: str,
    nachname: str,
    geburtsdatum: date,
    trotz_dublette: bool = False,
    erzeugt: bool = False,
    zeitpunkt: datetime | None = None,
) -> Person:
    """Legt die Person und ihre erste Tatsache (Geburtsdatum) an."""
    pruefe_recht(benutzer, "person_anlegen")
    zeitpunkt = zeitpunkt or timezone.now()
    vorname, nachname = vorname.strip(), nachname.strip()
    _pruefe(vorname, nachname, geburtsdatum, timezone.localdate(zeitpunkt))
    if not trotz_dublette:
        _pruefe_dubletten(vorname, nachname, geburtsdatum)
    person = Person.objects.create(
        vorname=vorname,
        nachname=nachname,
        geburtsdatum=geburtsdatum,
        name_gefaltet=falte(f"{nachname} {vorname}"),
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
    protokolliere(vorgang="person_anlegen", benutzer=benutzer, zeitpunkt=zeitpunkt, person=person)
    return person


def merke_suchwoerter(person: Person) -> None:
    """Wörter, unter denen die Person zu finden ist: Namen und Geburtsdatum."""
    text = f"{person.vorname} {person.nachname} {person.geburtsdatum:%d.%m.%Y}"
    laenge = Suchwort._meta.get_field("wort").max_length
    Suchwort.objects.filter(person=person).delete()
    Suchwort.objects.bulk_create(Suchwort(wort=wort[:laenge], person=person) for wort in woerter(text))


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
    if maengel:
        raise AngabenFehler(maengel)


def _pruefe_dubletten(vorname: str, nachname: str, geburtsdatum: date) -> None:
    doppelt = Person.objects.moegliche_dubletten(vorname=vorname, nachname=nachname, geburtsdatum=geburtsdatum)
    if gefunden := doppelt.first():
        raise ZustandFehler(
            f"{gefunden.rufname}, geboren am {gefunden.geburtsdatum:%d.%m.%Y}, gibt es schon. Ist es ein anderer "
            "Mensch, bestätigen Sie „trotzdem anlegen“."
        )
