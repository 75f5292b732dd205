"""Der Löschlauf: was fällig ist, was es festhält, und das Löschen selbst mit Protokoll."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.apps import apps
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone

from sozialamt.akte.loeschung.register import Loeschklasse, fristen, regeln, sperren
from sozialamt.akte.loeschung.umfang import Umfang, beziehungen, festhaltende, nur_hier, umfang, umfang_von
from sozialamt.akte.models import Haushalt, Loeschfreigabe, Loeschprotokoll, Person
from sozialamt.akte.monat import MONATE_IM_JAHR, monat_weiter

STUECK = 500
"""So viele Zeilen je DELETE; SQLite begrenzt die Zahl der Platzhalter."""
_EINTRAGSZEIT = {"erfasst_am", "created_at"}
AKTE, OHNE_HAUSHALT = "akte", "person_ohne_haushalt"


@dataclass(frozen=True, slots=True)
class Posten:
    """Etwas, dessen Frist abgelaufen ist; mit Sperre wird es nicht gelöscht."""

    regel: str
    nummer: int | None
    zeilen: dict[str, int]
    sperren: tuple[str, ...] = ()


def vorschau(zeitpunkt: datetime) -> list[Posten]:
    """Was ein Lauf zu diesem Zeitpunkt löschen würde und was gesperrt ist; ändert nichts."""
    heute = timezone.localdate(zeitpunkt)
    posten = [_posten(AKTE, h.pk, umfang(h), _sperren(h, heute)) for h in faellige_akten(heute)]
    posten += [_posten(OHNE_HAUSHALT, p.pk, umfang_von({Person: {p.pk}})) for p in _personen_ohne_haushalt(heute)]
    posten += [_posten(regel, None, zeilen) for regel, zeilen in _nach_eigener_frist(zeitpunkt)]
    return posten


def loesche(zeitpunkt: datetime) -> list[Posten]:
    """Löscht jede fällige Akte für sich, ganz oder gar nicht; danach, was eine eigene Frist hat."""
    heute = timezone.localdate(zeitpunkt)
    ergebnis = [_loesche_akte(haushalt, heute, zeitpunkt) for haushalt in list(faellige_akten(heute))]
    for person in list(_personen_ohne_haushalt(heute)):
        zeilen = umfang_von({Person: {person.pk}})
        ergebnis.append(_loesche_zeilen(_posten(OHNE_HAUSHALT, person.pk, zeilen), zeilen, zeitpunkt))
    for regel, zeilen in _nach_eigener_frist(zeitpunkt):
        ergebnis.append(_loesche_zeilen(_posten(regel, None, zeilen), zeilen, zeitpunkt))
    return ergebnis


def faellige_akten(heute: date) -> Iterator[Haushalt]:
    """Haushalte, deren Frist abgelaufen ist; Sperren sind noch nicht geprüft."""
    monate = fristen()[AKTE].monate
    fruehestens = timezone.make_aware(datetime.combine(monat_weiter(heute.replace(day=1), -monate), time.max))
    for haushalt in Haushalt.objects.filter(created_at__lte=fruehestens).order_by("pk"):
        if fristende(haushalt, monate) < heute:
            yield haushalt


def fristende(haushalt: Haushalt, monate: int) -> date:
    """Letzter Tag der Frist: Ende des Kalenderjahres der letzten Bewegung, dann die Regelfrist."""
    beginn = date(_letzte_bewegung(haushalt).year, MONATE_IM_JAHR, 1)
    return monat_weiter(beginn, monate + 1) - (date(2000, 1, 2) - date(2000, 1, 1))


def _letzte_bewegung(haushalt: Haushalt) -> date:
    """Ende der letzten Bewilligung oder der jüngste Eintrag in einer Tabelle der Akte, was später ist."""
    zeiten = [haushalt.created_at]
    for modell, ziele in ((Haushalt, [haushalt.pk]), (Person, nur_hier(haushalt))):
        for beziehung in beziehungen(modell):
            tabelle = beziehung.related_model
            zeilen = tabelle._base_manager.filter(**{f"{beziehung.field.name}__in": ziele})
            for feld in _EINTRAGSZEIT & {feld.name for feld in tabelle._meta.concrete_fields}:
                zeiten.append(zeilen.aggregate(x=Max(feld))["x"])
    tage = [timezone.localdate(zeit) for zeit in zeiten if zeit is not None]
    bescheid = haushalt.bescheide.aggregate(x=Max("ende"))["x"]
    return max([*tage, *([bescheid] if bescheid else [])])


def _sperren(haushalt: Haushalt, heute: date) -> tuple[str, ...]:
    return tuple(grund for pruefe in sperren().values() if (grund := pruefe(haushalt, heute)))


def _personen_ohne_haushalt(heute: date) -> models.QuerySet[Person]:
    stichtag = monat_weiter(heute.replace(day=1), -fristen()[OHNE_HAUSHALT].monate)
    return Person.objects.filter(mitgliedschaften__isnull=True, created_at__date__lt=stichtag)


def _nach_eigener_frist(zeitpunkt: datetime) -> Iterator[tuple[str, Umfang]]:
    """Je Regel, was älter ist als ihre Frist, mit seinen Teilen (CASCADE).

    Was noch gebraucht wird, weil eine andere Zeile darauf zeigt (PROTECT), bleibt, bis sie geht.
    """
    heute = timezone.localdate(zeitpunkt)
    for name, regel in regeln().items():
        if regel.klasse is not Loeschklasse.EIGENE_FRIST:
            continue
        monate = fristen()[regel.frist].monate
        tag = datetime.combine(monat_weiter(heute.replace(day=1), -monate), time.min)
        modell = apps.get_model(name)
        vor = timezone.make_aware(tag) if monate else zeitpunkt
        alte = modell._base_manager.filter(**{f"{regel.feld}__lt": vor})
        for beziehung in beziehungen(modell):
            if beziehung.on_delete is not models.CASCADE:
                haltend = beziehung.related_model._base_manager.exclude(**{beziehung.field.name: None})
                alte = alte.exclude(pk__in=haltend.values(beziehung.field.name))
        if nummern := set(alte.values_list("pk", flat=True)):
            yield regel.frist, umfang_von({modell: nummern})


@transaction.atomic
def _loesche_zeilen(posten: Posten, zeilen: Umfang, zeitpunkt: datetime) -> Posten:
    if not posten.sperren:
        _entferne(posten, zeilen, zeitpunkt)
    return posten


def _posten(regel: str, nummer: int | None, zeilen: Umfang, gruende: tuple[str, ...] = ()) -> Posten:
    gruende += tuple(f"{datenart}: eigene Aufbewahrung" for datenart in festhaltende(zeilen))
    return Posten(regel, nummer, {m._meta.label: len(n) for m, n in sorted(zeilen.items(), key=str)}, gruende)


@transaction.atomic
def _loesche_akte(haushalt: Haushalt, heute: date, zeitpunkt: datetime) -> Posten:
    """Prüft Sperren und Umfang noch einmal, denn seit der Suche kann sich etwas bewegt haben."""
    haushalt = Haushalt.objects.select_for_update().get(pk=haushalt.pk)
    zeilen = umfang(haushalt)
    posten = _posten(AKTE, haushalt.pk, zeilen, _sperren(haushalt, heute))
    if not posten.sperren:
        _entferne(posten, zeilen, zeitpunkt)
    return posten


def _entferne(posten: Posten, zeilen: Umfang, zeitpunkt: datetime) -> None:
    """Löscht an `on_delete` vorbei: Der Umfang ist vollständig, die Fremdschlüssel prüft die Datenbank am Ende."""
    freigabe = Loeschfreigabe.objects.create(regel=posten.regel)
    for modell, nummern in zeilen.items():
        liste = sorted(nummern)
        for anfang in range(0, len(liste), STUECK):
            stueck = modell._base_manager.filter(pk__in=liste[anfang : anfang + STUECK])
            stueck._raw_delete(stueck.db)
    Loeschprotokoll.objects.create(zeitpunkt=zeitpunkt, regel=posten.regel, nummer=posten.nummer, zeilen=posten.zeilen)
    freigabe.delete()
