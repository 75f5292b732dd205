"""Texte für Dateien, die jemand in einem Tabellenprogramm öffnet."""

from __future__ import annotations

_GEFAEHRLICH = ("=", "+", "-", "@", "\t", "\r")


def harmlos(text: str) -> str:
    """Ein Text, den ein Tabellenprogramm nicht für eine Formel hält und ausführt."""
    return f"'{text}" if text.startswith(_GEFAEHRLICH) else text
