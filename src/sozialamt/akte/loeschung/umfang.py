"""Was alles zu einer Akte gehört: von Haushalt und Personen über jede Beziehung, die auf sie zeigt."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from sozialamt.akte.loeschung.register import Loeschklasse, regeln
from sozialamt.akte.models import Haushalt, Mitgliedschaft, Person

Umfang = dict[type[models.Model], set[int]]


def umfang(haushalt: Haushalt) -> Umfang:
    """Alle Zeilen, die mit dem Haushalt verschwinden; Personen nur, wenn sie nie zu einem anderen gehörten."""
    mitglieder = Mitgliedschaft.objects.filter(haushalt=haushalt).values("person")
    woanders = Mitgliedschaft.objects.exclude(haushalt=haushalt).values("person")
    personen = Person.objects.filter(pk__in=mitglieder).exclude(pk__in=woanders).values_list("pk", flat=True)
    return umfang_von({Haushalt: {haushalt.pk}, Person: set(personen)})


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
    for beziehung in modell._meta.related_objects:
        tabelle = beziehung.related_model
        filter_ = {f"{beziehung.field.name}__in": nummern}
        yield tabelle, set(tabelle._base_manager.filter(**filter_).values_list("pk", flat=True))


def festhaltende(gefunden: Umfang) -> list[str]:
    """Datenarten, die nicht mit der Akte gelöscht werden dürfen und sie darum festhalten."""
    mit = {Loeschklasse.AKTE, Loeschklasse.MIT_AKTE, Loeschklasse.EIGENE_FRIST}
    regel = regeln()
    return sorted(regel[m._meta.label].datenart for m in gefunden if regel[m._meta.label].klasse not in mit)
