"""Einen Vorgang aus einem Formular rufen: Erfolg leitet weiter, ein fachlicher Fehler wird gezeigt."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from sozialamt.akte.eingabe import BEISPIEL, lies_wert
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.rechenkern import Merkmal, Merkmalsart

UNBRAUCHBAR = 422
STELLEN = 18
HOECHSTENS = 100_000_000_00
"""Cent. Mehr ist in keinem Feld gemeint und passte nicht in die Datenbank."""


def versuche(request: HttpRequest, vorgang: Callable[[], object], erfolg: str) -> Aktenfehler | None:
    """Führt aus und meldet; gibt den Fehler zurück, der zu zeigen ist."""
    try:
        vorgang()
    except RechtFehlt:
        raise
    except Aktenfehler as fehler:
        return fehler
    messages.success(request, erfolg)
    return None


def lies_nummer(text: str | None) -> int:
    """Schlüssel einer Zeile aus einem Formular; 0, wenn dort keiner steht: 0 findet nichts."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= STELLEN else 0


def lies_euro(text: str, feld: str) -> int:
    """„412,50“ als Cent, höchstens hundert Millionen Euro."""
    merkmal = Merkmal("betrag", feld, "haushalt", Merkmalsart.BETRAG, "", "", max=HOECHSTENS)
    wert = lies_wert(merkmal, text) if text.strip() else Mangel(feld, "(leer)", "fehlt", _BEISPIEL)
    if isinstance(wert, Mangel):
        raise AngabenFehler([wert])
    return wert


_BEISPIEL = f"Schreiben Sie zum Beispiel {BEISPIEL[Merkmalsart.BETRAG]}."
