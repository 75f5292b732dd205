"""Faltung für die Suche: Müller, Mueller und MULLER sind dasselbe Wort."""

from __future__ import annotations

import re
import unicodedata

_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "ł": "l", "ı": "i"})
_DATUM = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b", re.ASCII)
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?:[ ]?[0-9a-z]{4}){2,7}(?:[ ]?[0-9a-z]{1,3})?\b", re.ASCII | re.IGNORECASE)
_AKTENZEICHEN = re.compile(r"\b(\d{2})-(\d{3,})\b", re.ASCII)
_KEIN_WORT = re.compile(r"[^a-z0-9]+")


def falte(text: str) -> str:
    """Kleinbuchstaben ohne Akzente; Umlaut und seine Umschreibung fallen auf den Grundvokal."""
    text = text.lower().translate(_UMLAUTE)
    text = "".join(z for z in unicodedata.normalize("NFKD", text) if not unicodedata.combining(z))
    for umschrift, vokal in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        text = text.replace(umschrift, vokal)
    return _KEIN_WORT.sub(" ", text).strip()


def woerter(text: str) -> list[str]:
    """Gefaltete Wörter einer Anfrage oder eines Eintrags; ein Datum wird zu jjjjmmtt, IBAN und Aktenzeichen zu einem.

    Ein Aktenzeichen in zwei Wörtern fände mit dem ersten jede Akte des Amts.
    """
    text = _IBAN.sub(lambda t: t[0].replace(" ", ""), text)
    text = _AKTENZEICHEN.sub(r"\1\2", text)
    text = _DATUM.sub(lambda t: f"{t[3]}{int(t[2]):02d}{int(t[1]):02d}", text)
    return list(dict.fromkeys(falte(text).split()))
