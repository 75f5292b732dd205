"""Erfundene Daten: das Beispielamt „Musterstadt“ (mit Datenbank) und erzeugte Bevölkerungen (ohne Datenbank).

Jeder Mensch ist erfunden und als erzeugt gekennzeichnet. Django wird erst geladen, wenn das Beispielamt gebraucht wird.
"""

from typing import Any

_BEISPIELAMT = ("Beispielamt", "anlegen")


def __getattr__(name: str) -> Any:
    if name in _BEISPIELAMT:
        from sozialamt.demo import beispielamt

        return getattr(beispielamt, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
