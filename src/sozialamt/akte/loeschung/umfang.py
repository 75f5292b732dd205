"""Was alles zu einer Akte gehört: von Haushalt und Personen über jede Beziehung, die auf sie zeigt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from sozialamt.akte.loeschung.register import Loeschklasse, regeln
from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person

Umfang = dict[type[models.Model], set[int]]


def umfang(haushalt: Haushalt) -> Umfang:
    """Alle Zeilen, die mit dem Haushalt verschwinden; Personen nur, wenn sie nie zu einem anderen gehörten."""
    return umfang_von({Haushalt: {haushalt.pk}, Person: nur_hier(haushalt)})


def nur_hier(haushalt: Haushalt) -> set[int]:
    """Nummern der Personen, die nie zu einem anderen Haushalt gehörten."""
    mitglieder = Mitgliedschaft.objects.filter(haushalt=haushalt).values("person")
    woanders = Mitgliedschaft.objects.exclude(haushalt=haushalt).values("person")
    return set(Person.objects.filter(pk__in=mitglieder).exclude(pk__in=woanders).values_list("pk", flat=True))


def umfang_von(anfang: Umfang) -> Umfang:
    """Geht jeder Beziehung nach, die auf eine schon gefundene Zeile zeigt."""
    gefunden: Umfang = {modell: set(nummern) for modell, nummern in anfang.items() if nummern}
    offen = dict(gefunden)
    while offen:
        neu: Umfang = {}
        for modell, nummern in offen.items():
            for tabelle, zeilen in _abhaengige(modell, nummern):
                dazu = zeilen - gefunden.get(tabelle, set())
                if dazu:
                    gefunden.setdefault(tabelle, set()).update(dazu)
                    neu.setdefault(tabelle, set()).update(dazu)
        offen = neu
    return gefunden


def _abhaengige(modell: type[models.Model], nummern: set[int]) -> Iterable[tuple[type[models.Model], set[int]]]:
    for beziehung in beziehungen(modell):
        tabelle = beziehung.related_model
        filter_ = {f"{beziehung.field.name}__in": nummern}
        yield tabelle, set(tabelle._base_manager.filter(**filter_).values_list("pk", flat=True))


def beziehungen(modell: type[models.Model]) -> list[Any]:
    """Was auf das Modell zeigt, auch Beziehungen ohne Rückweg (`related_name="+"`)."""
    felder = modell._meta.get_fields(include_hidden=True)
    return [f for f in felder if f.auto_created and not f.concrete and (f.one_to_many or f.one_to_one)]


def festhaltende(gefunden: Umfang) -> list[str]:
    """Datenarten, die nicht mit der Akte gelöscht werden dürfen und sie darum festhalten."""
    mit = {Loeschklasse.AKTE, Loeschklasse.MIT_AKTE, Loeschklasse.EIGENE_FRIST}
    regel = regeln()
    return sorted(regel[m._meta.label].datenart for m in gefunden if regel[m._meta.label].klasse not in mit)
