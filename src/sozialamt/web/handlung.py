"""Einen Vorgang aus einem Formular rufen: Erfolg leitet weiter, ein fachlicher Fehler wird gezeigt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest

from sozialamt.akte.eingabe import BEISPIEL, lies_wert
from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, Mangel, RechtFehlt
from sozialamt.rechenkern import Merkmal, Merkmalsart

UNBRAUCHBAR = 422


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


def lies_tag(text: str, feld: str) -> date:
    """„01.07.2026“ oder „2026-07-01“; sonst ein Mangel."""
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day of the calendar
        except ValueError:
            continue
    raise AngabenFehler([Mangel(feld, text or "(leer)", "ist kein Datum", "Schreiben Sie zum Beispiel 01.07.2026.")])


def lies_euro(text: str, feld: str) -> int:
    """„412,50“ als Cent."""
    merkmal = Merkmal("betrag", feld, "haushalt", Merkmalsart.BETRAG, "", "")
    wert = lies_wert(merkmal, text) if text.strip() else Mangel(feld, "(leer)", "fehlt", _BEISPIEL)
    if isinstance(wert, Mangel):
        raise AngabenFehler([wert])
    return wert


_BEISPIEL = f"Schreiben Sie zum Beispiel {BEISPIEL[Merkmalsart.BETRAG]}."
