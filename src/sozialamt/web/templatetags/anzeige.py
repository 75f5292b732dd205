"""Zahlen und Tage in deutscher Form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template

from sozialamt.akte.models import Haushalt, Person
from sozialamt.akte.monat import MONATE_IM_JAHR
from sozialamt.kasse.models import Buchung
from sozialamt.leistungen import steckbriefe
from sozialamt.leistungen.bogentext import monat_lang
from sozialamt.rechenkern.values import euro as euro_text

register = template.Library()


@register.filter
def euro(cent: int) -> str:
    """Cent als „1.234,50 €“ mit geschütztem Leerzeichen und echtem Minus."""
    return euro_text(cent).replace("-", "−").replace(" ", "\u00a0")


@register.filter
def monat(tag: date | str | None) -> str:
    """„November 2026“."""
    if not tag:
        return "offen"
    return monat_lang(tag if isinstance(tag, str) else tag.isoformat())


@register.filter
def monat_kurz(tag: date | str | None) -> str:
    """„11.2026“."""
    if not tag:
        return "offen"
    if isinstance(tag, str):
        tag = date.fromisoformat(tag[:7] + "-01")
    return f"{tag:%m.%Y}"


@register.filter
def alter_in(person_geboren: date, monat: date) -> int:
    """Vollendete Lebensjahre am Ersten des Monats."""
    jahre = (monat.year - person_geboren.year) * MONATE_IM_JAHR + monat.month - person_geboren.month
    return (jahre - (monat.day < person_geboren.day)) // MONATE_IM_JAHR


@register.filter
def nachschlagen(zuordnung: dict[str, str], schluessel: str) -> str:
    """Wert aus einem Wörterbuch, sonst der Schlüssel selbst."""
    return zuordnung.get(schluessel, schluessel)


@register.filter
def wofuer(buchung: Buchung) -> str:
    """Titel des Bestandteils, auf den gebucht ist."""
    return steckbriefe()[buchung.leistung].bestandteil(buchung.bestandteil)


@register.filter
def hole(personen: Mapping[str, Person], schluessel: str) -> int:
    """Nummer der Person zu ihrem Schlüssel in Fall und Spur."""
    return personen[schluessel].pk


@register.filter
def minus(text: str) -> str:
    """Echtes Minuszeichen und geschütztes Leerzeichen vor dem Euro."""
    if text.startswith("-"):
        text = "−" + text[1:]
    return text.replace(" €", "\u00a0€")


GESCHUETZT = "Anschrift geschützt"


@register.filter
def anschrift(haushalt: Haushalt) -> str:
    """Anschrift oder der Hinweis, dass sie verborgen ist. Der Haushalt muss mit `mit_schutz` gelesen sein."""
    return GESCHUETZT if haushalt.geschuetzt else haushalt.anschrift


@register.filter
def paare(dinge: Iterable[Any]) -> list[tuple[str, str]]:
    """Nummer und Name für ein Auswahlfeld."""
    return [(str(ding.pk), getattr(ding, "anzeigename", None) or str(ding)) for ding in dinge]
