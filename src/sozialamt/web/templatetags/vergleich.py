"""Adressen im Städtevergleich."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.urls import reverse

from sozialamt.vergleich.grafik.zahlen import zahl

register = template.Library()


@register.simple_tag
def vergleichsadresse(name: str, argumente: Sequence[str], jahr: int) -> str:
    """Adresse eines Berichts in einem Jahr."""
    return reverse(name, args=[*argumente, jahr])


@register.filter
def ganz(wert: int) -> str:
    """„588.250“."""
    return zahl(wert, 0)
