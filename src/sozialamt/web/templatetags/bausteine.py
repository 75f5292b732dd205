"""Kleine wiederkehrende Stücke Oberfläche."""

from __future__ import annotations

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sozialamt.web.rechenweg import Knoten
from sozialamt.web.rechenweghtml import als_html

register = template.Library()

_FARBE = {"info": "info", "gut": "success", "achtung": "warning", "schlecht": "danger"}


@register.simple_tag
def marke(text: str, art: str = "info") -> SafeString:
    """Kleines Schild; die Aussage steht im Text, nicht nur in der Farbe."""
    return format_html(
        '<span class="kern-badge kern-badge--{} marke"><span class="kern-label kern-label--small">{}</span></span>',
        _FARBE[art],
        text,
    )


@register.simple_tag
def rechenweg(wurzeln: list[Knoten]) -> SafeString:
    """„Warum dieser Betrag?“ als aufklappbarer Baum."""
    return als_html(wurzeln)


@register.simple_tag
def eingabe(feld: BoundField) -> SafeString:
    """Ein Formularfeld von Django im Aussehen der Anwendung, mit Verweis auf seinen Mangel."""
    haken = getattr(feld.field.widget, "input_type", "") == "checkbox"
    attribute = {"class": "kern-form-check__checkbox" if haken else "kern-form-input__input"}
    feld.field.widget.attrs.pop("placeholder", None)
    if feld.errors:
        attribute |= {"aria-invalid": "true", "aria-describedby": f"{feld.id_for_label}-mangel"}
    return feld.as_widget(attrs=attribute)
