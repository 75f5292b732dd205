"""Werte der eigenen Stadt für andere freigeben."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.akte.vorgaenge.protokollieren import protokolliere
from sozialamt.vergleich.models import Auffaelligkeit, Basisgroesse, Freigabe, Lieferung, Stadt, Wert
from sozialamt.vergleich.models.freigabe import Reichweite
from sozialamt.vergleich.models.pruefung import Schwere
from sozialamt.vergleich.vorgaenge.berechtigung import pruefe_stadtrecht


@transaction.atomic
def freigeben(
    *,
    benutzer: Benutzer,
    stadt: Stadt,
    groessen: Sequence[str],
    reichweite: str = Reichweite.STAEDTE,
    zeitpunkt: datetime | None = None,
) -> list[Freigabe]:
    """Gibt frei, was bis jetzt geliefert ist; was danach kommt, nicht.

    `ZustandFehler`, solange zu einer der Größen ein Fehler ungeklärt ist oder nichts geliefert wurde.
    """
    pruefe_stadtrecht(benutzer, "vergleich_freigeben", stadt)
    zeitpunkt = zeitpunkt or timezone.now()
    gewaehlt = waehle_groessen(groessen, reichweite)
    Stadt.objects.select_for_update().get(pk=stadt.pk)
    _pruefe_geklaert(stadt, gewaehlt)
    letzte = _letzte_lieferung(stadt, gewaehlt)
    freigaben = Freigabe.objects.bulk_create(
        Freigabe(stadt=stadt, groesse=g, reichweite=reichweite, bis_lieferung=letzte, am=zeitpunkt, von=benutzer)
        for g in gewaehlt
    )
    protokolliere(
        vorgang="vergleich_freigeben",
        benutzer=benutzer,
        zeitpunkt=zeitpunkt,
        angaben={"stadt": stadt.schluessel, "groessen": sorted(groessen), "reichweite": reichweite},
    )
    return freigaben


def waehle_groessen(groessen: Sequence[str], reichweite: str) -> list[Basisgroesse]:
    """Die Größen zu den Schlüsseln; `AngabenFehler` bei Unbekanntem."""
    gefunden = list(Basisgroesse.objects.filter(schluessel__in=groessen))
    fremd = sorted(set(groessen) - {g.schluessel for g in gefunden})
    if not groessen or fremd:
        was = ", ".join(fremd) or "(keine)"
        raise AngabenFehler([Mangel("Größen", was, "steht nicht im Katalog", "Wählen Sie Größen aus der Liste.")])
    if reichweite not in Reichweite.values:
        raise AngabenFehler([Mangel("Reichweite", reichweite, "gibt es nicht", "Wählen Sie Städte oder alle.")])
    return gefunden


def _pruefe_geklaert(stadt: Stadt, groessen: Sequence[Basisgroesse]) -> None:
    offen = Auffaelligkeit.objects.ungeklaert().filter(stadt=stadt, groesse__in=groessen, schwere=Schwere.FEHLER)
    if erste := offen.first():
        raise ZustandFehler(f"{offen.count()} Fehler sind ungeklärt, zum Beispiel {erste.jahr}: {erste.text}")


def _letzte_lieferung(stadt: Stadt, groessen: Sequence[Basisgroesse]) -> Lieferung:
    geliefert = set(
        Wert.objects.filter(stadt=stadt, groesse__in=groessen, lieferung__stadt=stadt).values_list("groesse", flat=True)
    )
    if ohne := [g.titel for g in groessen if g.pk not in geliefert]:
        raise ZustandFehler(f"Noch nicht geliefert: {', '.join(ohne)}. Liefern Sie zuerst.")
    letzte = Lieferung.objects.filter(stadt=stadt).order_by("-pk").first()
    if letzte is None:
        raise ZustandFehler("Für diese Stadt gibt es noch keine Lieferung.")
    return letzte
