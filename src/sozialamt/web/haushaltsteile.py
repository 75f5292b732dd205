"""Teile der Haushaltsseite, die andere Räume beisteuern: anmelden, Recht nennen, Vorlage und Inhalt liefern.

Die Seite kennt die Räume nicht. Ein neuer Raum (Orte, Angebote) meldet seinen Abschnitt an und steht dann auf jeder
Haushaltsseite derer, die ihn sehen dürfen, mit Sprungmarke in der Navigation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from sozialamt.akte.models import Dokument, Haushalt, Vermerk
from sozialamt.akte.vorbereitet import vorbereitet
from sozialamt.web.ansichten.kasse.haushalt import zahlungen

NEUESTE = 3


@dataclass(frozen=True, slots=True)
class Haushaltsteil:
    """Ein Abschnitt: `inhalt` liefert, was `vorlage` als `teil.inhalt` zeigt; `schluessel` ist die Sprungmarke."""

    schluessel: str
    titel: str
    recht: str
    vorlage: str
    inhalt: Callable[[Haushalt], dict[str, Any]]


TEILE: list[Haushaltsteil] = []


@dataclass(frozen=True, slots=True)
class GefuellterTeil:
    """Ein Abschnitt mit dem Inhalt eines Haushalts."""

    teil: Haushaltsteil
    inhalt: dict[str, Any]


def melde_an(teil: Haushaltsteil) -> None:
    """Nimmt einen Abschnitt auf; zwei mit demselben Schlüssel sind ein Fehler."""
    if any(t.schluessel == teil.schluessel for t in TEILE):
        raise ValueError(f"Den Abschnitt „{teil.schluessel}“ gibt es schon.")
    TEILE.append(teil)


def teile(akte: Haushalt, rechte: Iterable[str]) -> list[GefuellterTeil]:
    """Die Abschnitte, die jemand mit diesen Rechten an der Akte sieht."""
    return [GefuellterTeil(t, t.inhalt(akte)) for t in TEILE if t.recht in rechte]


def _vermerke(akte: Haushalt) -> dict[str, Any]:
    return {"vermerke": _neueste_vermerke(haushalt=akte.pk), "dokumente": _neueste_dokumente(haushalt=akte.pk)}


@vorbereitet
def _neueste_vermerke(*, haushalt: int) -> QuerySet[Vermerk]:
    return Vermerk.objects.filter(haushalt=haushalt).select_related("erfasst_von")[:NEUESTE]


@vorbereitet
def _neueste_dokumente(*, haushalt: int) -> QuerySet[Dokument]:
    return Dokument.objects.filter(haushalt=haushalt).defer("inhalt")[:NEUESTE]


melde_an(Haushaltsteil("zahlungen", "Zahlungen", "buchungen_lesen", "kasse/teile/zahlungen.html", zahlungen))
melde_an(Haushaltsteil("vermerke", "Vermerke und Dokumente", "akte_lesen", "teile/neueste_vermerke.html", _vermerke))
