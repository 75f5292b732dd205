"""Kleine wiederkehrende Stücke Oberfläche."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.forms import BoundField
from django.template import Context
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode, url
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from sozialamt.web import zeitleistehtml
from sozialamt.web.rechenweg import Knoten
from sozialamt.web.rechenweghtml import als_html
from sozialamt.web.zeitleiste import Zeile

register = template.Library()

FESTE_ADRESSEN = 256
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
def zeitleistenzeilen(zeilen: Iterable[Zeile]) -> SafeString:
    """Tabellenzeilen der Zeitleiste."""
    return zeitleistehtml.als_html(zeilen)


class Adresse(URLNode):
    """`{% url %}` wie immer; eine Adresse ohne Angaben ist in einem Prozess immer dieselbe und entsteht nur einmal."""

    def render(self, context: Context) -> str:
        if self.args or self.kwargs or self.asvar or not context.autoescape:
            return str(super().render(context))
        return _feste_adresse(self.view_name.resolve(context), get_script_prefix(), get_urlconf())


@register.tag("url")
def url_tag(parser: Parser, token: Token) -> Adresse:
    """Tritt an die Stelle des eingebauten."""
    knoten = url(parser, token)
    return Adresse(knoten.view_name, knoten.args, knoten.kwargs, knoten.asvar)


@lru_cache(maxsize=FESTE_ADRESSEN)
def _feste_adresse(name: str, _vorsatz: str, urlconf: str | None) -> str:
    return escape(reverse(name, urlconf=urlconf))


@register.simple_tag
def eingabe(feld: BoundField) -> SafeString:
    """Ein Formularfeld von Django im Aussehen der Anwendung, mit Verweis auf seinen Mangel."""
    haken = getattr(feld.field.widget, "input_type", "") == "checkbox"
    attribute = {"class": "kern-form-check__checkbox" if haken else "kern-form-input__input"}
    feld.field.widget.attrs.pop("placeholder", None)
    if feld.errors:
        attribute |= {"aria-invalid": "true", "aria-describedby": f"{feld.id_for_label}-mangel"}
    return feld.as_widget(attrs=attribute)
